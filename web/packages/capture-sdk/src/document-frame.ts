/** A grey picture, row by row, 0 black to 255 white. */
export interface Grey {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/** What is wrong first, in the order in which a person can put it right; `good`: nothing. */
export type FrameHint = 'search' | 'dark' | 'far' | 'near' | 'moving' | 'glare' | 'blurred' | 'good';

export interface FrameVerdict {
  hint: FrameHint;
  /** Sides of the document that were found, 0 to 4. */
  sides: number;
}

/**
 * Limits of the advice, chosen on the specimen generator's photographs with each defect (document-frame.test.ts and
 * the photo journey); the server has its own, measured ones, and only those decide.
 */
const LIMITS = {
  /** Mean grey value of the framed part under which letters drown in the camera's noise. */
  dark: 55,
  /** Mean difference to the picture before, in grey values. */
  moving: 7,
  /** Share of the document's cells that are burnt out. */
  glare: 0.02,
  /** Grey value that counts as burnt out. */
  burnt: 250,
  /** Grey values by which an outline stands out from what is around it. */
  edge: 9,
  /** Share of a side along which it must be seen. */
  followed: 0.7,
  /** Width of the document over the frame's. */
  far: 0.74,
  /** Perceptual blur after Crete et al. 2007, 0 sharp to 1. */
  blurred: 0.62,
};
/** All must be well for so long before the shutter is pressed, in ms. */
const STEADY_MS = 900;

export function assessFrame(grey: Grey, detail: Grey | null, previous: Grey | null): FrameVerdict {
  const outline = outlineOf(grey);
  const sides = [outline.left, outline.right, outline.top, outline.bottom].filter((at) => at !== null).length;
  return { hint: hintOf(grey, detail, previous, outline, sides), sides };
}

function hintOf(
  grey: Grey,
  detail: Grey | null,
  previous: Grey | null,
  outline: Outline,
  sides: number,
): FrameHint {
  const inner = innerOf(grey);
  if (mean(grey, inner) < LIMITS.dark) return 'dark';
  // Print up to the very edge of the picture: the document reaches beyond it.
  if (sides < 2) return contrast(grey, inner) > 28 && contrast(grey, topStrip(grey)) > 20 ? 'near' : 'search';
  const { left, right, top, bottom } = outline;
  if (left !== null && right !== null && right - left < LIMITS.far * inner.width) return 'far';
  if (top !== null && bottom !== null && bottom - top < LIMITS.far * inner.height) return 'far';
  if (sides < 4) return 'near';
  const box = {
    left: left ?? 0,
    top: top ?? 0,
    width: (right ?? 0) - (left ?? 0),
    height: (bottom ?? 0) - (top ?? 0),
  };
  if (previous && difference(grey, previous, box) > LIMITS.moving) return 'moving';
  if (burntShare(grey, box) > LIMITS.glare) return 'glare';
  if (detail && blur(detail) > LIMITS.blurred) return 'blurred';
  return 'good';
}

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The guide frame inside the picture, which shows a little of its surroundings on every side. */
function innerOf({ width, height }: Grey): Box {
  const share = 0.14 / 1.28;
  return {
    left: width * share,
    top: height * share,
    width: width * (1 - 2 * share),
    height: height * (1 - 2 * share),
  };
}

/** What lies above the frame. */
const topStrip = (grey: Grey): Box => ({ left: 0, top: 0, width: grey.width, height: innerOf(grey).top });

interface Outline {
  left: number | null;
  right: number | null;
  top: number | null;
  bottom: number | null;
}

/** Looks for each side from outside to inside: the first long straight step between light and dark. */
function outlineOf(grey: Grey): Outline {
  const { width, height } = grey;
  const reach = 0.34;
  const across = (x: number, y: number) => grey.pixels[y * width + x] ?? 0;
  const down = (y: number, x: number) => grey.pixels[y * width + x] ?? 0;
  const find = (
    value: (at: number, along: number) => number,
    long: number,
    wide: number,
    from: number,
    step: 1 | -1,
  ) => {
    for (let i = 3; i < long * reach; i++) {
      const at = from + step * i;
      if (edgeAt(value, at, wide) >= LIMITS.followed) return at + step;
    }
    return null;
  };
  return {
    left: find(across, width, height, 0, 1),
    right: find(across, width, height, width - 1, -1),
    top: find(down, height, width, 0, 1),
    bottom: find(down, height, width, height - 1, -1),
  };
}

/** Pieces of a side: each may be light on dark or dark on light. */
const PIECES = 4;
/** How far from the middle a side is followed, in shares of its length: corners are round. */
const FOLLOWED = 0.22;

/**
 * The share of places along a side where it is crossed by a step, in the weakest piece but one. A block of print steps
 * only where letters stand; an edge steps everywhere.
 */
function edgeAt(value: (at: number, along: number) => number, at: number, wide: number): number {
  const shares: number[] = [];
  const from = Math.round(wide * (0.5 - FOLLOWED));
  const piece = Math.floor((wide * 2 * FOLLOWED) / PIECES);
  for (let p = 0; p < PIECES; p++) {
    let up = 0;
    let down = 0;
    for (let i = 0; i < piece; i++) {
      const along = from + p * piece + i;
      const step =
        (value(at + 1, along) + value(at + 2, along) - value(at - 1, along) - value(at - 2, along)) / 2;
      if (step > LIMITS.edge) up += 1;
      if (step < -LIMITS.edge) down += 1;
    }
    shares.push(Math.max(up, down) / piece);
  }
  shares.sort((a, b) => a - b);
  return shares[1] ?? 0;
}

function* pixelsOf({ width, height, pixels }: Grey, box: Box): Generator<number> {
  const bottom = Math.min(height, box.top + box.height);
  const right = Math.min(width, box.left + box.width);
  for (let y = Math.max(0, Math.round(box.top)); y < bottom; y++)
    for (let x = Math.max(0, Math.round(box.left)); x < right; x++) yield pixels[y * width + x] ?? 0;
}

function mean(grey: Grey, box: Box): number {
  let sum = 0;
  let count = 0;
  for (const value of pixelsOf(grey, box)) {
    sum += value;
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}

/** Standard deviation in grey values. */
function contrast(grey: Grey, box: Box): number {
  const middle = mean(grey, box);
  let sum = 0;
  let count = 0;
  for (const value of pixelsOf(grey, box)) {
    sum += (value - middle) ** 2;
    count += 1;
  }
  return count === 0 ? 0 : Math.sqrt(sum / count);
}

function difference(grey: Grey, previous: Grey, box: Box): number {
  if (grey.pixels.length !== previous.pixels.length) return 255;
  const before = pixelsOf(previous, box);
  let sum = 0;
  let count = 0;
  for (const value of pixelsOf(grey, box)) {
    sum += Math.abs(value - (before.next().value ?? value));
    count += 1;
  }
  return count === 0 ? 255 : sum / count;
}

/** Share of cells of 4 by 4 pixels that are burnt out altogether: a reflection is a spot, white print is not. */
function burntShare({ width, pixels }: Grey, box: Box): number {
  const cell = 4;
  let burnt = 0;
  let cells = 0;
  for (let top = Math.round(box.top); top + cell <= box.top + box.height; top += cell)
    for (let left = Math.round(box.left); left + cell <= box.left + box.width; left += cell) {
      let all = true;
      for (let i = 0; all && i < cell * cell; i++)
        all = (pixels[(top + Math.floor(i / cell)) * width + left + (i % cell)] ?? 0) >= LIMITS.burnt;
      cells += 1;
      if (all) burnt += 1;
    }
  return cells === 0 ? 0 : burnt / cells;
}

/**
 * How little another blurring would change, 0 to 1 (Crete, Dolmiere, Ladret, Nicolas: The blur effect, 2007). The
 * worse of both directions; a picture without detail counts as blurred.
 */
export function blur(grey: Grey): number {
  return Math.max(blurAlong(grey, 1, 0), blurAlong(grey, 0, 1));
}

const REACH = 4;

function blurAlong({ width, height, pixels }: Grey, dx: number, dy: number): number {
  let sharp = 0;
  let lost = 0;
  const step = dx + dy * width;
  for (let y = (REACH + 1) * dy; y < height - REACH * dy; y++)
    for (let x = (REACH + 1) * dx; x < width - REACH * dx; x++) {
      const at = y * width + x;
      const change = Math.abs((pixels[at] ?? 0) - (pixels[at - step] ?? 0));
      // The change that a box blur of 2 REACH + 1 pixels would leave: only its two ends differ.
      const left =
        Math.abs((pixels[at + REACH * step] ?? 0) - (pixels[at - (REACH + 1) * step] ?? 0)) / (2 * REACH + 1);
      sharp += change;
      lost += Math.max(0, change - left);
    }
  return sharp === 0 ? 1 : 1 - lost / sharp;
}

/** Counts how long all has been well; one bad look in between halves it instead of starting over. */
export class Steadiness {
  #wellMs = 0;

  after({ hint }: FrameVerdict, passedMs: number): number {
    this.#wellMs = hint === 'good' ? this.#wellMs + passedMs : hint === 'moving' ? 0 : this.#wellMs / 2;
    return Math.min(1, this.#wellMs / STEADY_MS);
  }
}
