import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { expectScreen } from '../support/axe';
import { test } from '../support/journey';
import { Prepared } from '../support/session';
import { blurred, makeCase, smallPhoto } from '../support/specimen';

/** No screen is wider than the window, which would push what is said out of sight. */
async function expectNoOverflow(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(over, 'pixels beyond the window').toBeLessThanOrEqual(0);
}

test('the language is chosen, kept, and also the server’s: German, then Arabic from right to left', async ({
  server,
  page,
}) => {
  const prepared = await Prepared.start(server.url);
  await prepared.open(page);
  await expectScreen(page, 'Before you start');
  await page.getByLabel('Language').selectOption('de');
  await expectScreen(page, 'Bevor Sie anfangen');
  await page.reload();
  await expectScreen(page, 'Bevor Sie anfangen');
  await page.getByRole('button', { name: 'Ich bin bereit' }).click();
  await expectScreen(page, 'Bevor es losgeht');
  await prepared.consent();
  await prepared.declare('id_card');
  await page.reload();
  await expectScreen(page, 'Vorderseite Ihres Personalausweises');

  await page.getByLabel('Sprache').selectOption('ar');
  await expectScreen(page, 'وجه بطاقة هويتك');
  expect(await page.evaluate(() => [document.documentElement.dir, document.documentElement.lang])).toEqual([
    'rtl',
    'ar',
  ]);
  const refused = await page.evaluate(
    async ({ id, token }) => {
      const answer = await fetch(`/v1/sessions/${id}/evidence/document_front`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Idempotency-Key': 'a1', 'Accept-Language': 'ar' },
        body: new Blob(['%PDF-1.7']),
      });
      return JSON.stringify(await answer.json());
    },
    { ...prepared.link },
  );
  expect(refused).toMatch(/[\u0600-\u06ff]/);
});

test('a reason changes its language with the page, without a reload', async ({ server, page, folder }) => {
  const papers = makeCase('genuine-id-card', folder);
  const prepared = await (await Prepared.start(server.url)).toPhotos('id_card');
  await prepared.post('/evidence/document_front', readFileSync(blurred(papers.front, folder)));
  await prepared.post('/looks/document_front');
  await prepared.open(page);
  await expect(page.getByText('The front of the document is blurred')).toBeVisible();
  const reason = page.locator('.notice-problem');
  for (const [label, language, script] of [
    ['Language', 'ar', /[\u0600-\u06ff]/],
    ['اللغة', 'de', /unscharf|verschwommen/],
    ['Sprache', 'en', /The front of the document is blurred/],
  ] as const) {
    await page.getByLabel(label).selectOption(language);
    await expect(reason).toContainText(script);
  }
});

test('digits stand from left to right also where words stand from right to left', async ({
  server,
  page,
}) => {
  const prepared = await (await Prepared.start(server.url)).toPhotos();
  await prepared.post('/evidence/document_front', smallPhoto());
  await prepared.open(page, undefined, '?lang=ar');
  await page.getByRole('button', { name: 'أظهر أرقامي' }).click();
  const boxes = page.locator('.digit');
  await expect(boxes).toHaveCount(6);
  const places = await boxes.evaluateAll((found) => found.map((box) => box.getBoundingClientRect().left));
  expect(places).toEqual([...places].sort((one, other) => one - other));

  await expect(page.locator('.digits-language')).toContainText('العربية');
  const shown = async () => (await boxes.allTextContents()).map((text) => text.trim()[0]);
  const before = await shown();
  await page.getByRole('button', { name: 'أفضّل قولها بالإنجليزية' }).click();
  await expect(page.locator('.digits-language')).toContainText('الإنجليزية');
  await expect(boxes.first().locator('small')).toHaveText(
    /^(zero|one|two|three|four|five|six|seven|eight|nine)$/,
  );
  expect(await shown(), 'digits are drawn for their language').not.toEqual(before);
});

test('long words and every script fit a screen of 320 pixels, also at twice the size of text', async ({
  server,
  page,
}) => {
  const prepared = await Prepared.start(server.url);
  await page.setViewportSize({ width: 320, height: 640 });
  for (const language of ['de', 'ru', 'ar', 'hi', 'zh-Hant', 'vi']) {
    await prepared.open(page, undefined, `?lang=${language}`);
    await page.reload();
    await expect(page.locator('h1')).toBeFocused();
    await expectNoOverflow(page);
    await page.locator('.actions .button').first().click();
    await expect(page.locator('.agree')).toBeVisible();
    await expectNoOverflow(page);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    await expectNoOverflow(page);
  }
});

test('the whole way to the camera by keyboard alone', async ({ server, page }) => {
  const prepared = await Prepared.start(server.url);
  await prepared.open(page);
  await expectScreen(page, 'Before you start');
  const tabTo = async (
    name: string | RegExp,
    role: 'button' | 'checkbox' | 'radio' | 'textbox' | 'combobox',
  ) => {
    const wanted = page.getByRole(role, { name }).first();
    for (let presses = 0; presses < 40; presses += 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`${name} is not reached by Tab`);
  };
  await tabTo('I am ready', 'button');
  await page.keyboard.press('Enter');
  await expectScreen(page, 'Before we begin');
  await tabTo(/I have read this/, 'checkbox');
  await page.keyboard.press('Space');
  await tabTo('I agree, continue', 'button');
  await page.keyboard.press('Enter');
  await expectScreen(page, 'Your details');
  await tabTo('Country that issued it', 'combobox');
  await page.keyboard.type('Utopia');
  await tabTo(/Passport/, 'radio');
  await page.keyboard.press('Space');
  await tabTo('Full legal name', 'textbox');
  await page.keyboard.type('Nguyễn Thị Minh Khai');
  for (const [part, value] of [
    ['Day', '29'],
    ['Month', '2'],
    ['Year', '1992'],
  ] as const) {
    await tabTo(part, 'textbox');
    await page.keyboard.type(value);
  }
  await page.keyboard.press('Enter');
  await expectScreen(page, 'Photo page of your passport');
  await tabTo('Take a photo', 'button');
});
