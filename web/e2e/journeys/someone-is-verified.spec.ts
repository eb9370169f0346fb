import { expect, type Page } from '@playwright/test';
import { expectScreen } from '../support/axe';
import { listenForFaults, test } from '../support/journey';
import { Person } from '../support/person';
import { makeCase } from '../support/specimen';

test('someone is verified', async ({ server, page, camera, folder }) => {
  const faults = listenForFaults(page);
  const person = new Person({ page, camera, folder }, makeCase('genuine-id-card', folder));

  await person.start(server.url);
  await test.step('what is missing is said where it is missing', async () => {
    await expectScreen(page, 'Before we begin');
    await person.press('I agree, continue');
    await expect(page.getByText('Tick the box if you agree.')).toBeVisible();
    await person.agree();
    await expectScreen(page, 'Your details');
    await person.press('Continue');
    await expect(page.getByText('Please check these entries')).toBeVisible();
    await person.enterDetails();
  });

  await person.sendFront();
  await test.step('a reload in the middle continues where it stopped', async () => {
    await expectScreen(page, 'Back of your identity card');
    expect(new URL(page.url()).hash, 'the token has left the address').toBe('');
    await page.reload();
  });
  await person.sendBack();
  await person.confirm();
  await test.step('a reload before the video, too', async () => {
    await expectScreen(page, 'A short video');
    await page.reload();
  });
  await person.recite();

  await test.step('nothing moves for who wishes so', async () => {
    await expectScreen(page, 'We are checking');
    const moving = () =>
      page.evaluate(
        () => document.getAnimations().filter((animation) => animation.playState === 'running').length,
      );
    expect(await moving(), 'otherwise something does').toBeGreaterThan(0);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await expect.poll(moving).toBe(0);
    await page.emulateMedia({ reducedMotion: null });
  });
  await test.step('a reload while the server works does not disturb it', async () => {
    await page.reload();
  });
  await person.expectOutcome('You are verified');
  await test.step('the link shows the result again', async () => {
    await page.reload();
    await expectScreen(page, 'You are verified');
  });
  expect(faults).toEqual([]);
  await expectNothingLeft(page);
});

/** The page keeps what opens the session, and no name, date, picture or digit. */
async function expectNothingLeft(page: Page): Promise<void> {
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
  expect(kept).not.toMatch(/Novak|1969/i);
}
