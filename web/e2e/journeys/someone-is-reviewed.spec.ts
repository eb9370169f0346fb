import { expect } from '@playwright/test';
import { expectScreen } from '../support/axe';
import { codeOf, fillSignIn, sitDown, test } from '../support/desk';
import { listenForFaults } from '../support/journey';

/** Reading a document and following a face anew, in a build that is not optimised, on busy cores. */
const MEASURING_MS = 90_000;

test('only a name with its password and a fresh code gets in', async ({ deskWithCases: desk, browser }) => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${desk.server.url}/desk`);
  await expectScreen(page, 'Sign in to the desk');
  await fillSignIn(page, desk.ada.name, 'not the password', codeOf(desk.ada.secret));
  await expect(page.getByRole('alert')).toContainText('Name, password or code is wrong');
  const cookies = await page.context().cookies();
  expect(cookies).toEqual([]);
  const answer = await page.request.get(`${desk.server.url}/desk/api/queue`);
  expect(answer.status()).toBe(401);
});

test('a reviewer looks, decides with a reason, and goes on to the next case', async ({
  deskWithCases: desk,
  browser,
}) => {
  const { page } = await sitDown(browser, desk, desk.rosa);
  const faults = listenForFaults(page);
  await expectScreen(page, 'Cases that wait');
  const waiting = page.locator('.case-row');
  await expect(waiting).toHaveCount(2);
  await expect(waiting.first()).toContainText('to the target');

  await test.step('the next case, by key', async () => {
    await page.keyboard.press('n');
    await expect(page.getByRole('img', { name: 'Document, front' })).toBeVisible();
    await expect(page.getByRole('img', { name: 'A frame of the video' })).toBeVisible();
    await expect(page.locator('.reasons')).toContainText('portrait');
    await expect(page.getByRole('row', { name: /Legal name/ })).toContainText('same letters');
    await expectScreen(page, 'Identity card · UTO');
  });
  await test.step('a frame of the video by its time', async () => {
    await page.getByLabel('Timeline').fill('12');
    await expect(page.locator('.film output')).toContainText('1.2 /');
  });

  await test.step('the case is given to a colleague and put first, and the page about the face says what was measured', async () => {
    await page.getByLabel('Assigned to').selectOption({ label: 'Otto Olsen' });
    await expect(page.getByLabel('Assigned to').locator('option:checked')).toHaveText('Otto Olsen');
    await page.getByLabel('Comes first because').selectOption({ label: 'Travels soon' });
    await expect(page.locator('.history')).toContainText('Rosa Reyes changed the urgency');
    await expect(page.locator('.history')).toContainText('Rosa Reyes assigned the case');
    await page.getByRole('link', { name: 'Investigate the face' }).click();
    await expect(page.getByRole('img', { name: 'A frame of the video' })).toBeVisible();
    await expectScreen(page, 'Comparison of the face');
    await expect(page.locator('.tries li')).toHaveCount(1);
    await expect(page.locator('.tries')).toContainText('limit max_same_distance');
    const record = page.waitForEvent('popup');
    await page.getByRole('link', { name: 'Open without pictures' }).click();
    const opened = await record;
    await expect(opened.getByRole('heading', { name: 'Sound and mouth' })).toBeVisible();
    await expect(opened.locator('img')).toHaveCount(0);
    await opened.close();
    await page.goBack();
    await expect(page.getByRole('button', { name: 'Sign the decision' })).toBeEnabled();
  });

  await test.step('what was found on the document, and the face moment by moment', async () => {
    await page.keyboard.press('m');
    await expect(page.locator('.marks .mark-outline')).toHaveCount(1, { timeout: MEASURING_MS });
    await expect(page.locator('.marks .mark-portrait')).toHaveCount(1);
    await page.getByRole('button', { name: 'Measure the face moment by moment' }).click();
    await expect(page.locator('.moment-distance').first()).toBeVisible({ timeout: MEASURING_MS });
  });

  const case_ = page.url();
  await test.step('nothing is decided without outcome, reason and note', async () => {
    await page.getByRole('button', { name: 'Sign the decision' }).click();
    await expect(page.getByRole('alert')).toContainText('Choose an outcome');
    await page.keyboard.press('r');
    await expect(page.getByRole('radio', { name: /Ask again/ })).toBeChecked();
    await page.getByRole('button', { name: 'Sign the decision' }).click();
    await expect(page.getByRole('alert')).toContainText('no decision without one');
    await page.getByRole('radio', { name: /Approve/ }).check();
    await page.getByRole('button', { name: 'Sign the decision' }).click();
    await expect(page.getByRole('alert')).toContainText('Write a note');
    const id = case_.split('/').at(-1);
    const bare = await page.request.post(`${desk.server.url}/desk/api/cases/${id}/decision`, {
      headers: { 'Countersign-Desk': '1' },
      data: { after: 'dec_01ARZ3NDEKTSV4RRFFQ69G5FAV', outcome: 'approved', reason: '', note: 'x' },
    });
    expect(bare.status(), 'nor by the interface').toBe(400);
  });

  await page.getByRole('button', { name: 'Compared portrait and video: the same person.' }).click();
  await page.getByRole('button', { name: 'Sign the decision' }).click();
  await expect(page, 'the next case opens by itself').not.toHaveURL(case_);
  await page.goto(case_);
  await expect(page.locator('.case-head')).toContainText('Approved');
  const history = page.locator('.history');
  await expect(history).toContainText('Approved by Rosa Reyes');
  await expect(history).toContainText('Compared portrait and video: the same person.');
  await expect(history).toContainText('Rosa Reyes saw a file');
  expect(faults.filter((fault) => !fault.includes('400'))).toEqual([]);
});

test('one case is decided by one person at a time', async ({ deskWithCases: desk, browser }) => {
  const { page: ottos } = await sitDown(browser, desk, desk.otto);
  await expect(ottos.getByRole('button', { name: /Next case/ })).toBeVisible();
  await ottos.keyboard.press('n');
  await expect(ottos.getByRole('button', { name: 'Sign the decision' })).toBeEnabled();
  const { page: adas } = await sitDown(browser, desk, desk.ada);
  await expect(adas.locator('.case-row').first()).toContainText('Open at Otto Olsen');
  await adas.goto(ottos.url());
  await expect(adas.getByRole('alert')).toContainText('Otto Olsen has this case open');
  await expect(adas.getByRole('button', { name: 'Sign the decision' })).toBeDisabled();
  await adas.getByRole('button', { name: 'Take it over' }).click();
  await expect(adas.getByRole('button', { name: 'Sign the decision' })).toBeEnabled();
  await ottos.keyboard.press('a');
  await ottos.getByRole('button', { name: 'Compared portrait and video: the same person.' }).click();
  await ottos.getByRole('button', { name: 'Sign the decision' }).click();
  await expect(ottos.getByRole('alert')).toContainText('The case changed meanwhile');
});
