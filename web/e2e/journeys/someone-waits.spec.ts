import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { expectScreen } from '../support/axe';
import { test } from '../support/desk';
import { Prepared } from '../support/session';
import { makeCase } from '../support/specimen';

/** Reading a document in a build that is not optimised, on busy cores, in ms. */
const DECISION_MS = 90_000;

test('someone waits for a person, is told by mail, disagrees, and is heard', async ({ desk, browser }) => {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-waits-'));
  const papers = makeCase('pasted-portrait', folder);
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  const key = /csk_[\w-]+/.exec(desk.key)?.[0] ?? '';
  await page.goto(desk.server.url);
  await page.getByRole('button', { name: 'See the levels' }).click();
  await page.getByRole('button', { name: 'Begin Level 1' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Before you start');
  const prepared = await Prepared.of(page, desk.server.url);
  await prepared.consent();
  await prepared.declare('id_card', papers.name, papers.birthDate);
  await prepared.post('/evidence/document_front', readFileSync(papers.front));
  await prepared.post('/evidence/document_back', readFileSync(papers.back));
  rmSync(folder, { recursive: true });
  await prepared.post('/submit');
  await page.reload();

  await test.step('the promise as a clock, the place in the queue, and no guess where there is nothing to go by', async () => {
    const title = page.getByRole('heading', { level: 1 });
    await expect(title).toHaveText('A person will look at it', { timeout: DECISION_MS });
    await expectScreen(page, 'A person will look at it');
    const facts = page.locator('.facts');
    await expect(facts).toContainText('You have an answer at the latest');
    await expect(facts).toContainText('You are next');
    await expect(facts).not.toContainText('Nine in ten');
  });
  await test.step('an address that is none is said to be none, and a good one is kept', async () => {
    await page.getByLabel('E-mail address').fill('anna at example');
    await page.getByRole('button', { name: 'Write to me' }).click();
    await expect(page.getByText('This does not look like an e-mail address.')).toBeVisible();
    await page.getByLabel('E-mail address').fill('anna@example.org');
    await page.getByRole('button', { name: 'Write to me' }).click();
    await expect(page.getByText('We write to you when there is an answer.')).toBeVisible();
  });
  const review = (outcome: string, reason: string) =>
    page.request.post(`${desk.server.url}/v1/sessions/${prepared.link.id}/review`, {
      headers: { Authorization: `Bearer ${key}`, 'Idempotency-Key': `waits-${outcome}-${Date.now()}` },
      data: { outcome, reason, note: 'looked at it' },
    });
  const mails = () => desk.post.taken.map(({ subject }) => subject);

  expect((await review('declined', 'reviewed_not_acceptable')).status()).toBe(201);
  await expect.poll(mails).toEqual(['Your verification has a result']);
  await test.step('the answer is there without a reload, with its reason and the way to a person', async () => {
    await expectScreen(page, 'We could not verify you');
    await expect(page.getByRole('heading', { name: 'Why' })).toBeVisible();
    await page.getByRole('button', { name: 'Let a person look again' }).click();
    await expectScreen(page, 'A person will look at it');
    await expect.poll(mails).toHaveLength(2);
  });
  expect((await review('approved', 'reviewed_in_order')).status()).toBe(201);
  await expectScreen(page, 'You are verified');
  await expect.poll(mails).toHaveLength(3);
  await test.step('each mail is private on its way, known by its own number, and says nothing of the person', async () => {
    expect(new Set(desk.post.taken.map(({ messageId }) => messageId)).size).toBe(3);
    for (const { to, secure, raw, text } of desk.post.taken) {
      expect(to).toEqual(['anna@example.org']);
      expect(secure).toBe(true);
      expect(text).toContain(prepared.link.id);
      expect(`${raw} ${text}`).not.toMatch(/Eriksson|Novak|https?:/i);
      for (const name of papers.name.split(' ')) expect(text).not.toContain(name);
    }
  });
});
