import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import { picture } from './screens';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Before some screens the server reads a document, in a build that is not optimised, on busy cores, in ms. */
const SCREEN_MS = 45_000;
/** The narrowest screen that everything has to fit (WCAG 1.4.10), which is also 1280 pixels at 400 %. */
const NARROW = { width: 320, height: 640 };

interface Violation {
  id: string;
  nodes: { target: unknown }[];
}

/** A desk's window at 200 %: people there work at wide screens, and their tables need room. */
const HALF_DESK = { width: 640, height: 800 };

/** Screens whose colours at night, size of targets and width were looked at: once in a run is enough. */
const looked = new Set<string>();

/** The screen named by `heading` is there, has the focus on its heading, and axe finds nothing wrong with it. */
export async function expectScreen(page: Page, heading: string, timeout = SCREEN_MS): Promise<void> {
  const title = page.getByRole('heading', { level: 1, name: heading });
  await expect(title).toBeFocused({ timeout });
  await expectAccessible(page, heading);
}

/** Axe finds nothing wrong with what is on the screen, by day and by night, and it fits a narrow one; then it is kept as a picture. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  await page.evaluate(AXE);
  expect(await violations(page), `accessibility of "${name}"`).toEqual([]);
  if (!looked.has(name)) {
    looked.add(name);
    // Without motion: a colour on its way from day to night is neither.
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect(await violations(page), `accessibility of "${name}" in the dark`).toEqual([]);
    await page.emulateMedia({ colorScheme: null, reducedMotion: null });
    await expectReflow(page, name);
  }
  await picture(page, name);
}

async function violations(page: Page): Promise<string[]> {
  return page.evaluate(async (tags) => {
    const axe = (
      globalThis as unknown as {
        axe: { run: (options: object) => Promise<{ violations: Violation[] }> };
      }
    ).axe;
    // Axe leaves the size of targets out unless it is asked (WCAG 2.5.8).
    const rules = { 'target-size': { enabled: true } };
    const found = await axe.run({ runOnly: { type: 'tag', values: tags }, rules });
    return found.violations.map(
      (violation) => `${violation.id}: ${violation.nodes.map((node) => node.target).join(', ')}`,
    );
  }, RULES);
}

/** Nothing is pushed out of a narrow window, with letters of the usual size and of twice that (WCAG 1.4.4). */
export async function expectReflow(page: Page, name: string): Promise<void> {
  const before = page.viewportSize() ?? NARROW;
  await page.setViewportSize(NARROW);
  expect(await beyond(page), `"${name}" at 320 pixels`).toEqual([]);
  const wide = new URL(page.url()).pathname.startsWith('/desk') ? HALF_DESK : NARROW;
  await page.setViewportSize(wide);
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  expect(await beyond(page), `"${name}" at ${wide.width} pixels and twice the size of text`).toEqual([]);
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  await page.setViewportSize(before);
}

/** What sticks out of the window sideways, or is cut off by its own box. */
export function beyond(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const over = document.documentElement.scrollWidth - window.innerWidth;
    const found = over > 0 ? [`the page, by ${over} pixels`] : [];
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const box = element.getBoundingClientRect();
      if (over > 0 && element.childElementCount === 0 && (box.right > window.innerWidth || box.left < 0))
        found.push(`${element.tagName}.${element.className} from ${box.left} to ${box.right}`);
      const style = getComputedStyle(element);
      const clips =
        style.overflowX === 'hidden' && style.clipPath === 'none' && !element.closest('video, svg');
      const text = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      if (clips && text && element.scrollWidth > element.clientWidth + 1)
        found.push(`${element.tagName}.${element.className}`);
    }
    return found;
  });
}
