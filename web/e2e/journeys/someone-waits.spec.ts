import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectScreen } from '../support/axe';
import { openDesk, test } from '../support/desk';
import { Prepared } from '../support/session';
import { makeCase, type SpecimenCase } from '../support/specimen';

/** Reading a document in a build that is not optimised, on busy cores, in ms. */
const DECISION_MS = 90_000;

/** Minutes that others waited, by the hour (UTC) of yesterday in which they began to. */
const WAITED: Record<number, number[]> = {
  8: [10, 12, 14, 16, 18],
  13: [60, 70, 80, 90, 100],
  20: [200, 210, 220, 230, 240],
};

/** Puts decided cases of yesterday into the store of a server: nobody waits four hours for a journey. What is said of them is the server's. */
async function waitYesterday(url: string, data: string): Promise<void> {
  const cases = Object.entries(WAITED).flatMap(([hour, waits]) =>
    waits.map((minutes) => ({ hour: Number(hour), minutes })),
  );
  const body = (outcome: string) =>
    JSON.stringify({
      v: 1,
      outcome,
      reasons: [],
      policy: 'level-2',
      policy_version: '1',
      policy_sha256: '0'.repeat(64),
      breakdowns: [],
      inputs: [],
    });
  const rows: string[] = [];
  for (const { hour, minutes } of cases) {
    const { id } = (await Prepared.start(url)).link;
    const since = new Date(Date.now() - 24 * 60 * 60_000).setUTCHours(hour, 0, 0, 0);
    for (const [outcome, at] of [
      ['in_review', since],
      ['approved', since + minutes * 60_000],
    ] as const)
      rows.push(`('dec_${id}_${outcome}', '${id}', 1, '${outcome}', '${body(outcome)}', ${at})`);
  }
  const insert = `INSERT INTO decisions (id, session_id, attempt, outcome, body, at) VALUES ${rows.join()}`;
  execFileSync('sqlite3', [join(data, 'countersign.db'), `PRAGMA busy_timeout = 5000; ${insert}`]);
}

/** Through the page of levels into a session of Level 1, and everything handed in. */
async function handInLevel1(page: Page, url: string, papers: SpecimenCase, mail?: string): Promise<Prepared> {
  await page.goto(url);
  await page.getByRole('button', { name: 'See the levels' }).click();
  await page.getByRole('button', { name: 'Begin Level 1' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Before you start');
  const prepared = await Prepared.of(page, url);
  if (mail) await prepared.post('/mail', { email: mail });
  await prepared.consent();
  await prepared.declare('id_card', papers.name, papers.birthDate);
  await prepared.post('/evidence/document_front', readFileSync(papers.front));
  await prepared.post('/evidence/document_back', readFileSync(papers.back));
  await prepared.post('/submit');
  return prepared;
}

test('someone waits for a person, is told by mail, disagrees, and is heard', async ({ desk, browser }) => {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-waits-'));
  const papers = makeCase('pasted-portrait', folder);
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  const key = /csk_[\w-]+/.exec(desk.key)?.[0] ?? '';
  const prepared = await handInLevel1(page, desk.server.url, papers);
  rmSync(folder, { recursive: true });
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
  await test.step('once there is something to go by: when nine in ten had theirs, and before the start the best hours by the own clock', async () => {
    await waitYesterday(desk.server.url, desk.data);
    await page.reload();
    const { review } = await prepared.get();
    const half = new Date(review?.likely_until ?? 0).getTime() - Date.now();
    expect(half / 60_000, 'minutes, of 230 since it was handed in').toBeCloseTo(229, -1);
    await expect(page.locator('.facts')).toContainText('Nine in ten people had theirs by');
    const tokyo = await browser.newContext({
      viewport: { width: 390, height: 844 },
      timezoneId: 'Asia/Tokyo',
    });
    const beginner = await tokyo.newPage();
    await (await Prepared.start(desk.server.url)).open(beginner);
    const told = beginner.locator('.aside');
    await expect(told).toContainText('one case is waiting now');
    await expect(told).toContainText('80 minutes for half of the people lately, and up to 4 hours');
    // Eight o'clock in London is five in the afternoon there.
    await expect(told).toContainText('shortest from 5:00 PM to 6:00 PM your time');
    await expectAccessible(beginner, 'Before you start, with waiting times');
    await tokyo.close();
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

test('a mail server that speaks TLS from the first byte takes mails as well', async ({ browser }) => {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-mails-'));
  const papers = makeCase('genuine-id-card', folder);
  const { desk, close } = await openDesk(false, 'tls');
  const page = await (await browser.newContext()).newPage();
  await handInLevel1(page, desk.server.url, papers, 'anna@example.org');
  await expect.poll(() => desk.post.taken.length, { timeout: DECISION_MS }).toBe(1);
  expect(desk.post.taken[0]).toMatchObject({
    to: ['anna@example.org'],
    secure: true,
    subject: 'You are verified',
  });
  await page.context().close();
  await close();
  rmSync(folder, { recursive: true });
});
