import { expect } from '@playwright/test';
import { expectAccessible, expectScreen } from '../support/axe';
import { sitDown, test } from '../support/desk';
import { listenForFaults } from '../support/journey';
import { Prepared } from '../support/session';

test('device model and version of the system are collected by themselves, shown, and reach the desk', async ({
  desk,
  browser,
}) => {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setUserAgentOverride', {
    userAgent: 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/149.0.0.0 Mobile Safari/537.36',
    userAgentMetadata: {
      brands: [{ brand: 'Google Chrome', version: '149' }],
      fullVersionList: [{ brand: 'Google Chrome', version: '149.0.7000.12' }],
      platform: 'Android',
      platformVersion: '16.0.0',
      architecture: '',
      model: 'Pixel 9 Pro',
      mobile: true,
    },
  });
  await page.goto(desk.server.url);
  await page.getByRole('button', { name: 'Start a verification' }).click();
  await page.getByRole('button', { name: 'Get help' }).click();
  const dialog = page.getByRole('dialog', { name: 'Get help' });
  const told = 'Google Chrome 149.0.7000.12, Android 16.0.0, Pixel 9 Pro';
  await expect(dialog.getByLabel('Your device')).toHaveValue(told);
  await dialog.getByLabel('What happened?').fill('The picture is upside down.');
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(dialog.getByText('The picture is upside down.')).toBeVisible();

  const { page: desks } = await sitDown(browser, desk, desk.sven);
  await desks.locator('.case-row').first().getByRole('link').click();
  await expect(desks.getByText(told)).toBeVisible();
  await test.step('support puts it first, for a reason', async () => {
    await desks.getByLabel('Comes first because').selectOption('Vulnerable person');
    await expect(desks.locator('.case-head')).toContainText('Vulnerable person');
    await desks.getByLabel('Answer').fill('Turn the phone once, then take the photo.');
    await desks.getByRole('button', { name: 'Send and close' }).click();
    await expect(desks.locator('.message-desk')).toContainText('Turn the phone once');
  });
});

test('someone asks for help from a screen, is answered, and asks on', async ({ desk, browser }) => {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  const faults = listenForFaults(page);
  await page.goto(desk.server.url);
  await page.getByRole('button', { name: 'Start a verification' }).click();
  await page.getByRole('button', { name: 'Get help' }).click();
  const dialog = page.getByRole('dialog', { name: 'Get help' });
  await expect(dialog.getByLabel('Your device')).toHaveValue(/Chrom/);
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('Write what happened');
  await expectAccessible(page, 'Get help');

  await test.step('what is collected can be changed before it is sent', async () => {
    await dialog.getByLabel('Your device').fill('My old tablet');
  });
  await dialog.getByLabel('What is it about?').selectOption('camera');
  await dialog.getByLabel('What happened?').fill('The camera stays black.');
  await dialog.getByLabel('Is it urgent?').selectOption('travel');
  await dialog
    .getByLabel('Screenshots or photos')
    .setInputFiles({ name: 'shot.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') });
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('A file cannot be taken');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Get help' }).click();
  await expect(dialog.getByText('The camera stays black.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();

  const { page: desks } = await sitDown(browser, desk, desk.sven);
  await test.step('support finds it, with where it came from and the device, and sees no document', async () => {
    await expectScreen(desks, 'Requests for help');
    await expect(desks.getByRole('link', { name: 'Cases', exact: true })).toHaveCount(0);
    const row = desks.locator('.case-row').first();
    await expect(row).toContainText('Travels soon');
    await row.getByRole('link').click();
    await expectScreen(desks, 'Camera or microphone');
    await expect(desks.getByText('My old tablet')).toBeVisible();
  });
  await desks.getByLabel('Answer').fill('Please close other programs that use the camera.');
  await desks.getByRole('button', { name: 'Send and close' }).click();
  await expect(desks.locator('.message-desk')).toContainText('Please close other programs');

  await page.getByRole('button', { name: 'Get help' }).click();
  await expect(dialog.locator('.help-state')).toHaveText('solved');
  await expect(dialog.getByText('Please close other programs')).toBeVisible();
  await dialog.getByLabel('Not solved?').fill('Still black.');
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(dialog.locator('.help-state')).toHaveText('open');
  expect(faults.filter((fault) => !fault.includes('422'))).toEqual([]);
});

test('a comparison of faces that went wrong is reported in one step, with a screenshot, and reaches the desk with its reason', async ({
  desk,
  browser,
}) => {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage();
  const prepared = await (await Prepared.start(desk.server.url)).toPhotos();
  // That the comparison failed is put into the server's answer: only a stranger's face would make it fail. The rest is the server's.
  await page.route(`**/v1/sessions/${prepared.link.id}`, async (route) => {
    const answer = await route.fetch();
    const reason = {
      code: 'face_differs',
      title: 'The faces differ',
      text: 'Take off glasses.',
      step: 'liveness',
    };
    await route.fulfill({ response: answer, json: { ...(await answer.json()), reasons: [reason] } });
  });
  await prepared.open(page);
  await page.getByRole('button', { name: 'This is me: report the face comparison' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('What happened?')).not.toHaveValue('');
  await expectAccessible(page, 'Report the face comparison');
  const buffer = await page.screenshot({ type: 'jpeg' });
  const shot = { name: 'shot.jpg', mimeType: 'image/jpeg', buffer };
  await dialog.getByLabel('Screenshots or photos').setInputFiles(shot);
  await dialog.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(dialog.locator('.help-state')).toHaveText('open');

  const { page: desks } = await sitDown(browser, desk, desk.ada);
  await desks.keyboard.press('t');
  await desks
    .locator('.case-row')
    .filter({ hasText: 'Comparison of the face' })
    .first()
    .getByRole('link')
    .click();
  await expect(desks.getByText('face differs')).toBeVisible();
  await desks.getByRole('button', { name: 'Look at file 1' }).click();
  await expect(desks.getByRole('img', { name: 'File 1' })).toBeVisible();
});
