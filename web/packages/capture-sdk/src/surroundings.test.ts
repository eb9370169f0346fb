import { describe, expect, it } from 'vitest';
import { lightOf, SoundJudge } from './surroundings';

const SIDE = 48;

/** A face in the middle and a wall behind it, each with its brightness 0 to 255; the face may be lit from the left. */
function portrait(face: number, wall: number, right = face): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(SIDE * SIDE * 4).fill(wall);
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++)
      if (((x - 23.5) / 11) ** 2 + ((y - 23) / 16) ** 2 <= 1)
        pixels.fill(x < 24 ? face : right, 4 * (y * SIDE + x), 4 * (y * SIDE + x) + 4);
  return pixels;
}

describe('lightOf', () => {
  it.each([
    ['good', portrait(140, 120)],
    ['dark', portrait(30, 25)],
    ['bright', portrait(255, 160)],
    ['backlit', portrait(70, 240)],
    ['one-sided', portrait(200, 90, 60)],
  ])('%s', (light, pixels) => {
    expect(lightOf(pixels, SIDE)).toBe(light);
  });
});

describe('SoundJudge', () => {
  const verdict = (levels: number[]) => {
    const judge = new SoundJudge();
    return levels.map((level) => judge.after(level)).at(-1);
  };
  const times = (count: number, level: number) => Array.from({ length: count }, () => level);

  it('hears nothing in a quiet room', () => {
    expect(verdict(times(30, 0.08))).toBe('silent');
  });
  it('hears a voice that pauses', () => {
    expect(verdict([...times(10, 0.08), ...times(6, 0.6), ...times(6, 0.1), ...times(6, 0.55)])).toBe(
      'heard',
    );
  });
  it('does not take a loud room for a voice', () => {
    expect(verdict(times(30, 0.5))).toBe('noisy');
  });
});
