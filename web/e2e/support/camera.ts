import { execFileSync } from 'node:child_process';
import { copyFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Footage } from './specimen';

/**
 * The browser plays its camera and microphone file from the moment they are opened, over and over. The person first
 * looks on in silence for this long, so that there is time to press "record" before they speak.
 */
const SILENCE_S = 8;
const AFTER_S = 2;
/** The generator's film begins and ends with this much rest; the words lie between. */
const REST_S = 1;
/** Chromium plays a motion-JPEG file at this rate, whatever it was made at. */
const FPS = 30;
/** From pressing "record" to the first recorded frame (the page counts down from three). */
const COUNTDOWN_S = 3;
/** How long the recording runs before the first word, as for someone who follows the page's pace. */
const HEAD_START_S = 0.4;

/** A camera whose film is put in later: Chromium opens these files at each `getUserMedia`, not when it starts. */
export class FakeCamera {
  readonly #picture: string;
  readonly #sound: string;
  readonly #folder: string;
  #loopS = 0;

  constructor(folder: string) {
    this.#folder = folder;
    this.#picture = join(folder, 'live.mjpeg');
    this.#sound = join(folder, 'live.wav');
  }

  get flags(): string[] {
    return [
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-video-capture=${this.#picture}`,
      `--use-file-for-fake-audio-capture=${this.#sound}`,
    ];
  }

  /** Shows a film of things, without sound, from the moment the camera opens. */
  show(picture: string): void {
    copyFileSync(picture, this.#picture);
  }

  /** Puts the film in; the camera must be closed. Returns how long the person speaks, in seconds. */
  insert({ picture, sound }: Footage): number {
    const filmS = seconds(sound);
    this.#loopS = Math.round((SILENCE_S + filmS + AFTER_S) * FPS) / FPS;
    const rate = picture.endsWith('.mjpeg') ? ['-framerate', String(FPS)] : [];
    const still = `tpad=start_mode=clone:start_duration=${SILENCE_S}:stop_mode=clone:stop=-1,fps=${FPS}`;
    const length = ['-t', String(this.#loopS)];
    const scratch = (name: string) => join(this.#folder, name);
    ffmpeg(
      ...rate,
      '-i',
      picture,
      '-vf',
      still,
      ...length,
      '-pix_fmt',
      'yuvj420p',
      '-q:v',
      '3',
      scratch('next.mjpeg'),
    );
    const delay = `adelay=${SILENCE_S * 1000}:all=1,apad`;
    ffmpeg('-i', sound, '-af', delay, ...length, '-ar', '48000', '-c:a', 'pcm_s16le', scratch('next.wav'));
    renameSync(scratch('next.mjpeg'), this.#picture);
    renameSync(scratch('next.wav'), this.#sound);
    return filmS - 2 * REST_S;
  }

  /** Waits until pressing "record" makes the recording begin just before the person speaks. */
  async waitForCue(page: Page): Promise<void> {
    const openS = await page.evaluate(() => {
      const opened = (globalThis as { cameraOpenedAt?: number }).cameraOpenedAt;
      if (opened === undefined) throw new Error('the camera was never opened');
      return (performance.now() - opened) / 1000;
    });
    const cueS = SILENCE_S + REST_S - COUNTDOWN_S - HEAD_START_S;
    const waitS = (((cueS - openS) % this.#loopS) + this.#loopS) % this.#loopS;
    await page.waitForTimeout(waitS * 1000);
  }
}

/** Notes when the page's camera opened. It watches and changes nothing. */
export async function noteCameraOpening(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const media = navigator.mediaDevices;
    const open = media.getUserMedia.bind(media);
    media.getUserMedia = async (constraints) => {
      const stream = await open(constraints);
      (globalThis as { cameraOpenedAt?: number }).cameraOpenedAt = performance.now();
      return stream;
    };
  });
}

function ffmpeg(...args: string[]): void {
  execFileSync('ffmpeg', ['-v', 'error', '-y', ...args]);
}

function seconds(file: string): number {
  const said = execFileSync(
    'ffprobe',
    ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', file],
    { encoding: 'utf8' },
  );
  return Number.parseFloat(said);
}
