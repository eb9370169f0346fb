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
/** Long words, and letters from right to left. */
const LANGUAGES = ['de', 'ar'];
/** Where the looks beside English by day lie until the sheets are made of them, under the folder of the pictures. */
export const LOOKS = '.looks';
const taken = new Set<string>();

/**
 * Takes pictures of the screen into the folder that `COUNTERSIGN_SCREENS` names, in both sizes, by day and by night, and in languages where the page lets
 * them be chosen; without the folder, none.
 */
export async function picture(page: Page, heading: string): Promise<void> {
  const folder = process.env.COUNTERSIGN_SCREENS;
  const name = heading
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '');
  // Only English headings give a name; other languages are taken of the same screen.
  if (!folder || name.length < 4 || taken.has(name)) return;
  taken.add(name);
  const before = page.viewportSize() ?? SIZES.phone;
  await inBothSizes(page, async (size) => reduce(await shoot(page), join(folder, `${name}.${size}.png`)));
  await looks(page, folder, name, 'en', ['dark']);
  const choice = page.locator('.masthead select');
  if (await choice.count()) {
    const own = await choice.inputValue();
    for (const language of own === 'en' ? LANGUAGES : []) {
      await choose(page, language);
      await looks(page, folder, name, language, ['light', 'dark']);
    }
    await choose(page, own);
  }
  await page.setViewportSize(before);
}

/** Keeps a screen that speaks another language by itself for the sheets; without a folder for pictures, nothing. */
export async function keepLooks(page: Page, name: string, language: string): Promise<void> {
  const folder = process.env.COUNTERSIGN_SCREENS;
  if (!folder) return;
  const before = page.viewportSize() ?? SIZES.desk;
  await looks(page, folder, name, language, ['light', 'dark']);
  await page.setViewportSize(before);
}

/** Takes the screen as it is, in a language and in themes, for the sheets. */
async function looks(
  page: Page,
  folder: string,
  name: string,
  language: string,
  themes: readonly ('light' | 'dark')[],
): Promise<void> {
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await inBothSizes(page, async (size) => {
      const into = join(folder, LOOKS, `${language}.${theme}.${size}`);
      mkdirSync(into, { recursive: true });
      await page.screenshot({ path: join(into, `${name}.png`), fullPage: true });
    });
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}

async function inBothSizes(page: Page, take: (size: string) => Promise<void>): Promise<void> {
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    await take(size);
  }
}

async function choose(page: Page, language: string): Promise<void> {
  await page.locator('.masthead select').selectOption(language);
  await page.locator(`html[lang="${language}"]`).waitFor();
  // Reasons are worded by the server, and come a moment later.
  await page.waitForTimeout(400);
}

function shoot(page: Page): Promise<Buffer> {
  return page.screenshot({ fullPage: true });
}

/** Writes a picture with few colours. */
export function reduce(picture: Buffer, path: string): void {
  mkdirSync(join(path, '..'), { recursive: true });
  rmSync(path, { force: true });
  execFileSync('ffmpeg', ['-v', 'error', '-y', '-f', 'png_pipe', '-i', '-', '-vf', COLOURS, path], {
    input: picture,
  });
}
