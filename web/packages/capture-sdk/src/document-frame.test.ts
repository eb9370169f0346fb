import { describe, expect, it } from 'vitest';
import { assessFrame, type Grey, Steadiness } from './document-frame';

const WIDTH = 230;
const HEIGHT = 146;

interface Scene {
  /** The card's place in shares of the picture. */
  card?: [left: number, top: number, right: number, bottom: number];
  ground?: number;
  paper?: number;
  /** Radius of a box blur in pixels. */
  soft?: number;
  spot?: number;
  shift?: number;
}

/** A card with lines of print on a plain table. */
function scene({
  card = [0.12, 0.12, 0.88, 0.88],
  ground = 70,
  paper = 200,
  soft = 0,
  spot = 0,
  shift = 0,
}: Scene) {
  const pixels = new Uint8Array(WIDTH * HEIGHT).fill(ground);
  const [left, top, right, bottom] = card;
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      const [u, v] = [(x - shift) / WIDTH, y / HEIGHT];
      if (u < left || u > right || v < top || v > bottom) continue;
      const print = y % 9 < 3 && (x - shift) % 4 < 2 && u > left + 0.08 && u < right - 0.08;
      pixels[y * WIDTH + x] = print ? paper * 0.3 : paper;
      if (spot > 0 && Math.hypot(x - WIDTH / 2, y - HEIGHT / 2) < spot) pixels[y * WIDTH + x] = 255;
    }
  return soften({ width: WIDTH, height: HEIGHT, pixels }, soft);
}

function soften({ width, height, pixels }: Grey, radius: number): Grey {
  const out = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let sum = 0;
      let count = 0;
      for (let j = Math.max(0, y - radius); j <= Math.min(height - 1, y + radius); j++)
        for (let i = Math.max(0, x - radius); i <= Math.min(width - 1, x + radius); i++) {
          sum += pixels[j * width + i] ?? 0;
          count += 1;
        }
      out[y * width + x] = sum / count;
    }
  return { width, height, pixels: out };
}

const hint = (now: Grey, before: Grey = now) => assessFrame(now, now, before).hint;

describe('assessFrame', () => {
  it('is content with a card that fills the frame', () => {
    expect(hint(scene({}))).toBe('good');
  });

  it.each<[string, Scene]>([
    ['far', { card: [0.25, 0.25, 0.72, 0.72] }],
    ['near', { card: [-0.1, -0.1, 1.1, 1.1] }],
    ['near', { card: [0.12, 0.12, 1.1, 0.88] }],
    ['dark', { ground: 8, paper: 45 }],
    ['glare', { spot: 20 }],
    ['blurred', { soft: 4 }],
  ])('says %s', (wanted, made) => {
    expect(hint(scene(made))).toBe(wanted);
  });

  it('says that nothing is there when the table is empty', () => {
    expect(hint(scene({ card: [0, 0, 0, 0], ground: 120 }))).toBe('search');
  });

  it('sees a hand that shakes', () => {
    expect(hint(scene({ shift: 3 }), scene({}))).toBe('moving');
  });

  it('finds a white card on a light table and a dark card on a white one', () => {
    expect(hint(scene({ ground: 170, paper: 225 }))).toBe('good');
    expect(hint(scene({ ground: 235, paper: 120 }))).toBe('good');
  });
});

describe('Steadiness', () => {
  it('asks for most of a second without movement', () => {
    const steady = new Steadiness();
    const good = { hint: 'good', sides: 4 } as const;
    expect(steady.after(good, 450)).toBeCloseTo(0.5);
    expect(steady.after({ hint: 'moving', sides: 4 }, 150)).toBe(0);
    expect(steady.after(good, 450)).toBeLessThan(1);
    expect(steady.after(good, 450)).toBe(1);
  });
});
