/** How fast the digits are pointed out while recording. The person may also just read: all digits stay visible. */
export type Pace = 'steady' | 'slow';

/** The server takes clips of 3 to 5 s; recording stops here by itself. */
export const CLIP_LIMIT_MS = 5000;
/** Before this the clip would be too short to be accepted, so it cannot be stopped by hand. */
export const CLIP_MINIMUM_MS = 3000;

interface Rhythm {
  /** Silence before the first digit: people start late, and the microphone's first moments are lost on some phones. */
  leadMs: number;
  digitMs: number;
  totalMs: number;
}

/** Six digits: 0.4 + 6 × 0.6 + 0.5 s, or all of the five seconds. */
const RHYTHMS: Record<Pace, Rhythm> = {
  steady: { leadMs: 400, digitMs: 600, totalMs: 4500 },
  slow: { leadMs: 300, digitMs: 730, totalMs: CLIP_LIMIT_MS },
};

export const clipLengthMs = (pace: Pace): number => RHYTHMS[pace].totalMs;

/** Index of the digit to say `elapsedMs` into the clip: −1 before the first, `count` after the last. */
export function digitAt(pace: Pace, elapsedMs: number, count: number): number {
  const { leadMs, digitMs } = RHYTHMS[pace];
  if (elapsedMs < leadMs) return -1;
  return Math.min(Math.floor((elapsedMs - leadMs) / digitMs), count);
}
