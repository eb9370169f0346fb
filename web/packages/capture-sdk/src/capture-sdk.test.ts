import { describe, expect, it } from 'vitest';
import { cameraFault } from './camera-error';
import { checkPhotoFile, PHOTO_LIMIT_BYTES } from './file-check';
import { loudness } from './level';
import { CLIP_LIMIT_MS, CLIP_MINIMUM_MS, clipLengthMs, digitAt } from './pacing';

const bytes = (...values: (number | string)[]) =>
  new Uint8Array(values.flatMap((v) => (typeof v === 'string' ? [...v].map((c) => c.charCodeAt(0)) : [v])));

describe('checkPhotoFile', () => {
  it('believes the bytes and not the name or the declared type', async () => {
    const png = new File([bytes(0x89, 'PNG', 13, 10, 26, 10)], 'front.jpg', { type: 'image/jpeg' });
    expect(await checkPhotoFile(png)).toEqual({ type: 'image/png' });
    const webp = new Blob([bytes('RIFF', 1, 2, 3, 4, 'WEBPVP8 ')]);
    expect(await checkPhotoFile(webp)).toEqual({ type: 'image/webp' });
  });

  it('knows the pictures of iPhones even when they are called jpg', async () => {
    const heic = new File([bytes(0, 0, 0, 24, 'ftypheic')], 'IMG_1.jpg', { type: 'image/jpeg' });
    expect(await checkPhotoFile(heic)).toEqual({ fault: 'heic' });
  });

  it('refuses nothing at the limit and one byte above it', async () => {
    const jpeg = (size: number) => {
      const data = new Uint8Array(size);
      data.set([0xff, 0xd8, 0xff]);
      return new Blob([data]);
    };
    expect(await checkPhotoFile(jpeg(PHOTO_LIMIT_BYTES))).toEqual({ type: 'image/jpeg' });
    expect(await checkPhotoFile(jpeg(PHOTO_LIMIT_BYTES + 1))).toEqual({ fault: 'too-large' });
  });

  it('tells an empty file from a foreign one', async () => {
    expect(await checkPhotoFile(new Blob([]))).toEqual({ fault: 'empty' });
    expect(await checkPhotoFile(new Blob([bytes('%PDF-1.7')]))).toEqual({ fault: 'wrong-type' });
  });
});

describe('cameraFault', () => {
  it.each([
    ['NotAllowedError', 'denied'],
    ['NotFoundError', 'no-device'],
    ['NotReadableError', 'busy'],
    ['SomethingNew', 'failed'],
  ])('%s is %s', (name, fault) => {
    expect(cameraFault({ name })).toBe(fault);
  });
});

describe('pacing', () => {
  it.each(['steady', 'slow'] as const)(
    '%s points at every digit and ends within what is accepted',
    (pace) => {
      const seen = new Set<number>();
      for (let ms = 0; ms < clipLengthMs(pace); ms += 10) seen.add(digitAt(pace, ms, 6));
      expect([...seen]).toEqual([-1, 0, 1, 2, 3, 4, 5, 6]);
      expect(clipLengthMs(pace)).toBeGreaterThanOrEqual(CLIP_MINIMUM_MS);
      expect(clipLengthMs(pace)).toBeLessThanOrEqual(CLIP_LIMIT_MS);
    },
  );

  it('gives each digit more time at the slow pace', () => {
    const time = (pace: 'steady' | 'slow') =>
      Array.from({ length: 500 }, (_, i) => digitAt(pace, i * 10, 6)).filter((d) => d === 2).length;
    expect(time('slow')).toBeGreaterThan(time('steady'));
  });
});

describe('loudness', () => {
  it('is 0 in silence, grows, and stays within 1', () => {
    expect(loudness(new Float32Array(64))).toBe(0);
    expect(loudness(new Float32Array(64).fill(0.02))).toBeCloseTo(Math.sqrt(0.1));
    expect(loudness(new Float32Array(64).fill(0.9))).toBe(1);
  });
});
