import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { expectScreen } from '../support/axe';
import { listenForFaults, test } from '../support/journey';
import { Person } from '../support/person';
import { Prepared } from '../support/session';
import { makeCase } from '../support/specimen';

/** Reading a document in a build that is not optimised, on busy cores, in ms. */
const DECISION_MS = 90_000;

test('from the levels into a session and back, Level 1 is granted, and Level 2 asks only for what is new', async ({
  server,
  page,
  camera,
  folder,
}) => {
  const faults = listenForFaults(page);
  const papers = makeCase('genuine-passport', folder);
  await page.goto(server.url);
  await page.getByRole('button', { name: 'See the levels and what each opens' }).click();
  await expectScreen(page, 'Identity verification');
  expect(new URL(page.url()).hash, 'the token has left the address').toBe('');
  const [first, second] = [page.locator('.level').nth(0), page.locator('.level').nth(1)];
  await expect(first).toContainText('Not begun');
  await expect(first).toContainText('up to €1,000 a day');
  await expect(first.locator('.missing li')).toHaveCount(4);
  await expect(second.locator('.missing li'), 'and a video').toHaveCount(5);
  await expect(page.getByText('Nothing has been done yet.')).toBeVisible();

  await test.step('pressed twice, it is one session; the back button leads back', async () => {
    await first.getByRole('button', { name: 'Begin Level 1' }).dblclick();
    await expectScreen(page, 'Before you start');
    await page.goBack();
    await expectScreen(page, 'Identity verification');
    await expect(first).toContainText('Begun');
    await expect(page.locator('.level-history li')).toHaveCount(1);
    await first.getByRole('button', { name: 'Go on' }).click();
    await expectScreen(page, 'Before you start');
  });
  await test.step('what is agreed to names no video where there is none', async () => {
    await page.getByRole('button', { name: 'I am ready' }).click();
    await expect(page.getByText('There is no video.')).toBeVisible();
    await expect(page.getByRole('checkbox', { name: /my face/ })).toHaveCount(0);
    await expect(page.getByText('Version 2026-11-photos')).toBeVisible();
  });
  const prepared = await Prepared.of(page, server.url);
  await prepared.consent();
  await prepared.declare('passport', papers.name, papers.birthDate);
  await page.reload();
  await expectScreen(page, 'Photo page of your passport');
  await prepared.post('/evidence/document_front', readFileSync(papers.front));
  await prepared.post('/submit');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('You are verified', {
    timeout: DECISION_MS,
  });
  await page.getByRole('link', { name: 'Back to your levels' }).click();
  await expectScreen(page, 'Identity verification');
  await expect(page.getByText('You have Level 1.')).toBeVisible();
  await expect(first).toContainText('Granted');
  await expect(first.getByRole('button')).toHaveCount(0);
  await expect(page.locator('.level-history li').first()).toContainText('granted');

  await test.step('in German and in Arabic, on a small screen', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const [label, language, title] of [
      ['Language', 'de', 'Identitätsprüfung'],
      ['Sprache', 'ar', 'التحقق من الهوية'],
    ] as const) {
      await page.getByLabel(label).selectOption(language);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(over, 'pixels beyond the window').toBeLessThanOrEqual(0);
    }
  });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByLabel('اللغة').selectOption('en');
  await expect(second.locator('.missing li'), 'agreement and video').toHaveCount(2);

  await test.step('Level 2 begins with what Level 1 has confirmed', async () => {
    await second.getByRole('button', { name: 'Begin Level 2' }).click();
    const person = new Person({ page, camera, folder }, papers);
    await person.prepare();
    await expectScreen(page, 'Before we begin');
    await expect(page.getByRole('heading', { name: 'What you gave before' })).toBeVisible();
    await person.agree();
    await person.recite();
    await person.expectOutcome('You are verified');
    await page.getByRole('link', { name: 'Back to your levels' }).click();
    await expect(page.getByText('You have Level 2.')).toBeVisible();
  });
  expect(faults).toEqual([]);
});

test('a link to levels that is over says where to get another', async ({ server, page }) => {
  await page.goto(`${server.url}/levels/app_01ARZ3NDEKTSV4RRFFQ69G5FAV#cal_gone`);
  await expectScreen(page, 'This link does not open your levels');
});
