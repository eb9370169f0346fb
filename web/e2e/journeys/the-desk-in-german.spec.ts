import { expect } from '@playwright/test';
import { expectReflow } from '../support/axe';
import { codeOf, test } from '../support/desk';
import { keepLooks } from '../support/screens';

/** The desk's screens, and what has to stand there before one is looked at. */
const PLACES = [
  ['/desk', 'queue', '.cases'],
  ['/desk/tickets', 'tickets', '.cases, .empty'],
  ['/desk/account', 'account', 'main h2'],
] as const;

test('the desk speaks German where the browser does, and its long words fit a narrow window', async ({
  deskWithCases: desk,
  browser,
}) => {
  const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${desk.server.url}/desk`);
  await page.getByLabel('Name').fill(desk.ada.name);
  await page.getByLabel('Passwort').fill(desk.ada.password);
  await expectReflow(page, 'sign-in in German');
  await keepLooks(page, 'desk-sign-in', 'de');
  await expect(async () => {
    await page.getByLabel('Code').fill(codeOf(desk.ada.secret));
    await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
    // A code serves once: who signed in before waits for the next one.
    await expect(page.getByRole('button', { name: 'Abmelden' })).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 60_000, intervals: [10_000] });
  for (const [path, name, there] of PLACES) {
    await page.goto(desk.server.url + path);
    await page.locator(there).first().waitFor();
    await expectReflow(page, `${name} in German`);
    await keepLooks(page, `desk-${name}`, 'de');
  }
  await page.goto(`${desk.server.url}/desk`);
  await page.locator('.case-row').first().getByRole('link').click();
  await expect(page.getByRole('img', { name: 'Ein Bild des Videos' })).toBeVisible();
  await expectReflow(page, 'case in German');
  await keepLooks(page, 'desk-case', 'de');
  await page.getByRole('link', { name: 'Gesicht untersuchen' }).click();
  await page.locator('.tries').waitFor();
  await expectReflow(page, 'face in German');
  await keepLooks(page, 'desk-face', 'de');
  await context.close();
});
