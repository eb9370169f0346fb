import { readFileSync } from 'node:fs';
import { expect, mergeTests } from '@playwright/test';
import { expectScreen } from '../support/axe';
import { test as desk, sitDown } from '../support/desk';
import { test as journey } from '../support/journey';
import { Person } from '../support/person';
import { Prepared } from '../support/session';
import { makeCase } from '../support/specimen';

const test = mergeTests(journey, desk);

test('who does not speak shows the digits with a hand, and a person at the desk decides with the digits before them', async ({
  desk,
  browser,
  page,
  camera,
  folder,
}) => {
  // Two people, one after the other, before models that are not optimised.
  test.slow();
  const papers = makeCase('genuine-id-card', folder);
  const person = new Person({ page, camera, folder }, papers);
  const prepared = await Prepared.start(`http://localhost:${desk.port}`);
  await prepared.consent();
  await prepared.declare('id_card', papers.name, papers.birthDate);
  await prepared.post('/evidence/document_front', readFileSync(papers.front));
  await prepared.post('/evidence/document_back', readFileSync(papers.back));
  // How it is chosen on the page is a journey of its own (interruptions).
  await prepared.post('/way', { way: 'without_speech' });
  await prepared.open(page);
  await expect(page.getByText('You have chosen to show the digits.')).toBeVisible();
  const digits = await person.recite();
  await person.expectOutcome('A person will look at it');

  const { page: desks } = await sitDown(browser, desk, desk.rosa);
  // The key is pressed before the reasons have come: they still belong to it afterwards.
  await desks.route('**/desk/api/catalogue', async (route) => {
    await new Promise((later) => setTimeout(later, 1_500));
    await route.continue();
  });
  await desks
    .locator('.case-row', { hasText: prepared.link.id.slice(-6) })
    .getByRole('link')
    .click();
  await expect(desks.locator('.asked-digits')).toHaveText([...digits].join(' '));
  await expect(desks.locator('.asked')).toContainText('to be shown with the hands or signed');
  // The journeys' browser is steered by a program; its page said so, and it counted for nothing.
  await expect(desks.locator('.history')).toContainText('a program steers the browser');
  await desks.keyboard.press('a');
  await desks.getByRole('button', { name: 'Compared portrait and video: the same person.' }).click();
  await desks.getByRole('button', { name: 'Sign the decision' }).click();
  await expect.poll(async () => (await prepared.get()).status).toBe('approved');
  await page.reload();
  await expectScreen(page, 'You are verified');
});
