import { expect } from '@playwright/test';
import { listenForFaults, test } from '../support/journey';
import { Person } from '../support/person';
import { makeCase } from '../support/specimen';

test('who says other digits says new ones, slowly; the whole way by keyboard alone', async ({
  server,
  page,
  camera,
  folder,
}) => {
  const faults = listenForFaults(page);
  const person = new Person({ page, camera, folder }, makeCase('genuine-id-card', folder), 'keyboard');
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
  const second = await person.recite({ slowly: true });
  expect(second, 'a new challenge').not.toBe(first);
  await person.expectOutcome('You are verified');
  expect(faults).toEqual([]);
});
