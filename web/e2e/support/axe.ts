import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import { picture } from './screens';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Before some screens the server reads a document, in a build that is not optimised, on busy cores, in ms. */
const SCREEN_MS = 45_000;

interface Violation {
  id: string;
  nodes: { target: unknown }[];
}

/** The screen named by `heading` is there, has the focus on its heading, and axe finds nothing wrong with it. */
export async function expectScreen(page: Page, heading: string, timeout = SCREEN_MS): Promise<void> {
  const title = page.getByRole('heading', { level: 1, name: heading });
  await expect(title).toBeFocused({ timeout });
  await expectAccessible(page, heading);
}

/** Axe finds nothing wrong with what is on the screen, which is then kept as a picture. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  await page.evaluate(AXE);
  const found = await page.evaluate(async (rules) => {
    const axe = (
      globalThis as unknown as { axe: { run: (options: object) => Promise<{ violations: Violation[] }> } }
    ).axe;
    const { violations } = await axe.run({ runOnly: rules });
    return violations.map(
      (violation) => `${violation.id}: ${violation.nodes.map((node) => node.target).join(', ')}`,
    );
  }, RULES);
  expect(found, `accessibility of "${name}"`).toEqual([]);
  await picture(page, name);
}
