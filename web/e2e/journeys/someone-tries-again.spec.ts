import { expect } from '@playwright/test';
import { listenForFaults, test } from '../support/journey';
import { Person } from '../support/person';
import { blurred, makeCase } from '../support/specimen';

test('what failed is repeated, and nothing else', async ({ server, page, camera, folder }) => {
  const faults = listenForFaults(page);
  const papers = makeCase('genuine-id-card', folder);
  const person = new Person({ page, camera, folder }, papers);
  const parts = page.locator('.repeat-step');

  await person.start(server.url);
  await person.agree();
  await person.enterDetails();
  await person.sendFront(blurred(papers.front, folder));
  await person.sendBack();
  await person.confirm();
  await person.recite();
  await person.expectOutcome('One more try is needed');
  await test.step('only the front, with its reason', async () => {
    await expect(parts).toHaveCount(1);
    await expect(parts.getByRole('heading', { level: 2 })).toHaveText('Front of document');
    await expect(parts.getByRole('heading', { level: 3 })).toHaveText([
      'The front of the document is blurred',
    ]);
    await expect(parts).toContainText('Hold the phone still');
  });

  await person.press('Repeat this now');
  await person.sendFront();
  await person.expectOutcome('You are verified');
  expect(faults).toEqual([]);
});

test('who says other digits says new ones', async ({ server, page, camera, folder }) => {
  const faults = listenForFaults(page);
  const person = new Person({ page, camera, folder }, makeCase('genuine-id-card', folder));
  const parts = page.locator('.repeat-step');

  await person.start(server.url);
  await person.agree();
  await person.enterDetails();
  await person.sendFront();
  await person.sendBack();
  await person.confirm();
  const first = await person.recite({ wrong: true });
  await person.expectOutcome('One more try is needed');
  await test.step('only the video, with its reason', async () => {
    await expect(parts).toHaveCount(1);
    await expect(parts.getByRole('heading', { level: 2 })).toHaveText('Short video');
    await expect(parts.getByRole('heading', { level: 3 })).toHaveText([
      /^\d of 6 digits were heard as shown$/,
    ]);
    await expect(parts).toContainText('Record again with the new digits.');
  });

  await person.press('Repeat this now');
  const second = await person.recite();
  expect(second, 'a new challenge').not.toBe(first);
  await person.expectOutcome('You are verified');
  expect(faults).toEqual([]);
});
