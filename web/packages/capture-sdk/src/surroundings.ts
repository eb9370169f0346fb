/** What light falls on the face, as far as a small picture tells. `good`: nothing to improve. */
export type Light = 'dark' | 'bright' | 'backlit' | 'one-sided' | 'good';

/** What the microphone hears before anybody speaks. */
export type Sound = 'silent' | 'noisy' | 'heard';

const INTERVAL_MS = 400;
const SIDE_PX = 48;

/**
 * The same four questions that the server asks of the clip (policy: liveness_lighting), with its limits on brightness 0
 * to 1. The face is taken to be in the oval: no detector runs here.
 */
const LIGHT = { dark: 0.2, burntShare: 0.25, backlit: 1.8, imbalance: 0.35 };

export function lightOf(pixels: Uint8ClampedArray, side: number): Light {
  const sums = { left: 0, right: 0, around: 0, burnt: 0 };
  const counts = { left: 0, right: 0, around: 0 };
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const at = 4 * (y * side + x);
      const value =
        (0.299 * (pixels[at] ?? 0) + 0.587 * (pixels[at + 1] ?? 0) + 0.114 * (pixels[at + 2] ?? 0)) / 255;
      // The oval of the screen: centred, half as wide and two thirds as high as the picture.
      const [u, v] = [(x + 0.5) / side - 0.5, (y + 0.5) / side - 0.48];
      const inside = (u / 0.22) ** 2 + (v / 0.32) ** 2 <= 1;
      const part = inside ? (u < 0 ? 'left' : 'right') : 'around';
      sums[part] += value;
      counts[part] += 1;
      if (inside && value > 0.98) sums.burnt += 1;
    }
  const [left, right] = [sums.left / counts.left, sums.right / counts.right];
  const face = (left + right) / 2;
  if (sums.burnt / (counts.left + counts.right) > LIGHT.burntShare) return 'bright';
  if (sums.around / counts.around > LIGHT.backlit * face) return 'backlit';
  if (face < LIGHT.dark) return 'dark';
  if (Math.abs(left - right) / (left + right) > LIGHT.imbalance) return 'one-sided';
  return 'good';
}

/** Says what the light is like, until the returned function is called. */
export function watchLight(video: HTMLVideoElement, report: (light: Light) => void): () => void {
  const canvas = document.createElement('canvas');
  canvas.width = SIDE_PX;
  canvas.height = SIDE_PX;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const timer = setInterval(() => {
    if (!context || video.videoWidth === 0) return;
    // The middle square: on a phone held upright or turned, the face is there.
    const size = Math.min(video.videoWidth, video.videoHeight);
    const from = [(video.videoWidth - size) / 2, (video.videoHeight - size) / 2] as const;
    context.drawImage(video, ...from, size, size, 0, 0, SIDE_PX, SIDE_PX);
    report(lightOf(context.getImageData(0, 0, SIDE_PX, SIDE_PX).data, SIDE_PX));
  }, INTERVAL_MS);
  return () => clearInterval(timer);
}

/** Level (see `loudness`) above which somebody is heard: a quiet voice at arm's length. */
const HEARD = 0.25;
/** Level that a room must stay under while nobody speaks; a voice 8 dB above it is about as loud as people get. */
const NOISY = 0.42;
/** Looks that are remembered: three seconds at ten a second, more than any pause between words. */
const REMEMBERED = 30;

/** Tells a voice from a loud room: a voice pauses, noise does not. */
export class SoundJudge {
  readonly #levels: number[] = [];
  #heard = false;

  after(level: number): Sound {
    this.#levels.push(level);
    if (this.#levels.length > REMEMBERED) this.#levels.shift();
    const sorted = [...this.#levels].sort((a, b) => a - b);
    const floor = sorted[Math.floor(sorted.length / 5)] ?? 0;
    if (this.#levels.length >= REMEMBERED / 2 && floor > NOISY) return 'noisy';
    if (level >= HEARD && level > floor * 1.3) this.#heard = true;
    return this.#heard ? 'heard' : 'silent';
  }
}
