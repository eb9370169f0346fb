import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

const SIZES = {
  phone: { width: 390, height: 844 },
  desk: { width: 1280, height: 800 },
};
/** Saves over four fifths of a screen's bytes; the pictures are for looking at, not for comparing. */
const COLOURS = 'split[a][b];[a]palettegen=max_colors=96[p];[b][p]paletteuse=dither=none';
const taken = new Set<string>();

/** Takes a picture of the screen in both sizes into the folder that `COUNTERSIGN_SCREENS` names; without it, none. */
export async function picture(page: Page, heading: string): Promise<void> {
  const folder = process.env.COUNTERSIGN_SCREENS;
  const name = heading
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '');
  // Only English headings give a name; other languages are looked at with the test double.
  if (!folder || name.length < 4 || taken.has(name)) return;
  taken.add(name);
  mkdirSync(folder, { recursive: true });
  const before = page.viewportSize() ?? SIZES.phone;
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    const raw = join(folder, `${name}.${size}.raw.png`);
    await page.screenshot({ path: raw, fullPage: true });
    execFileSync('ffmpeg', [
      '-v',
      'error',
      '-y',
      '-i',
      raw,
      '-vf',
      COLOURS,
      join(folder, `${name}.${size}.png`),
    ]);
    rmSync(raw);
  }
  await page.setViewportSize(before);
}
