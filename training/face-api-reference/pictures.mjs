// Pictures of our own, by integer arithmetic only, so that Rust makes the same bytes (crates/inference/tests/face/pictures.rs).

/** Noise over a gradient. */
export function pattern(width, height, seed) {
  const pixels = new Uint8Array(width * height * 3);
  let i = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let c = 0; c < 3; c++) {
        let h = Math.imul(x + 1, 73856093) ^ Math.imul(y + 1, 19349663) ^ Math.imul(c + 1, 83492791) ^ seed;
        h = Math.imul(h ^ (h >>> 13), 1274126177) >>> 0;
        const slope = Math.floor((x * 160) / width) + Math.floor((y * 60) / height) * (c === 1 ? 0 : 1);
        pixels[i++] = Math.min(255, slope + (h % 48));
      }
    }
  }
  return { width, height, pixels };
}

// cx, cy, rx, ry in thousandths of the face's unit, R, G, B; later shapes cover earlier ones.
const SHAPES = [
  [0, 900, 900, 500, 60, 70, 110],
  [0, -120, 560, 740, 52, 36, 28],
  [0, 0, 460, 620, 214, 170, 146],
  [-190, -190, 120, 22, 60, 42, 32],
  [190, -190, 120, 22, 60, 42, 32],
  [-190, -95, 88, 40, 240, 236, 230],
  [190, -95, 88, 40, 240, 236, 230],
  [-190, -95, 40, 40, 50, 34, 26],
  [190, -95, 40, 40, 50, 34, 26],
  [0, 60, 48, 120, 200, 152, 128],
  [-40, 160, 26, 16, 120, 78, 66],
  [40, 160, 26, 16, 120, 78, 66],
  [0, 320, 170, 56, 170, 84, 82],
  [0, 320, 120, 16, 90, 36, 40],
];

/** A drawn face with its middle at (cx, cy) and `unit` pixels to a thousand units, over a grey gradient. */
export function drawnFace(width, height, cx, cy, unit) {
  const pixels = new Uint8Array(width * height * 3);
  let i = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const grey = 150 + Math.floor((y * 60) / height);
      let rgb = [grey, grey, grey + 8];
      for (const [sx, sy, rx, ry, r, g, b] of SHAPES) {
        const dx = Math.floor(((x - cx) * 1000) / unit) - sx;
        const dy = Math.floor(((y - cy) * 1000) / unit) - sy;
        if (dx * dx * ry * ry + dy * dy * rx * rx <= rx * rx * ry * ry) {
          const shade = Math.floor(dx / 40);
          rgb = [r - shade, g - shade, b - shade].map((v) => Math.max(0, Math.min(255, v)));
        }
      }
      for (const v of rgb) pixels[i++] = v;
    }
  }
  return { width, height, pixels };
}
