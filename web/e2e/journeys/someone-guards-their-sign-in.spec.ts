import { expect } from '@playwright/test';
import { expectScreen } from '../support/axe';
import { codeOf, fillSignIn, sitDown, test } from '../support/desk';

test('a passkey signs in instead of password and code, and another password ends every login', async ({
  desk,
  browser,
}) => {
  const { page } = await sitDown(
    browser,
    { ...desk, server: { ...desk.server, url: `http://localhost:${desk.port}` } },
    desk.otto,
  );
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
  await page.getByRole('link', { name: /Otto Olsen/ }).click();
  await expectScreen(page, 'What you sign in with');
  const passkeys = page.locator('.passkeys li');
  await page.getByLabel('Name of the device').fill('Laptop at work');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(passkeys).toHaveCount(1);
  await expect(passkeys).toContainText('Laptop at work');

  await test.step('signed out, the device opens the desk again', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expectScreen(page, 'Sign in to the desk');
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await expect(page.getByRole('link', { name: /Otto Olsen/ })).toBeVisible();
    await expect(passkeys).toContainText('last used');
  });
  await test.step('a device that does not know who holds it opens nothing', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click();
    await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await expect(page.getByRole('alert')).toContainText('No passkey was used');
    await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await expect(page.getByRole('link', { name: /Otto Olsen/ })).toBeVisible();
  });
  await test.step('a passkey that was removed opens nothing', async () => {
    await page.getByRole('button', { name: 'Remove Laptop at work' }).click();
    await expect(passkeys).toHaveCount(0);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await expect(page.getByRole('alert')).toContainText('Name, password or code is wrong');
  });

  const { page: second } = await sitDown(browser, desk, desk.otto);
  const change = async (old: string, wanted: string, again = wanted) => {
    await second.getByLabel('Password until now').fill(old);
    await second.getByLabel('New password', { exact: true }).fill(wanted);
    await second.getByLabel('New password once more').fill(again);
    await second.getByRole('button', { name: 'Change the password' }).click();
  };
  await second.getByRole('link', { name: /Otto Olsen/ }).click();
  await change(desk.otto.password, 'too short');
  await expect(second.getByRole('alert')).toContainText('At least 12 characters');
  await change(desk.otto.password, 'correct horse battery', 'correct horse batterz');
  await expect(second.getByRole('alert')).toContainText('The two new passwords differ');
  await change('not the password', 'correct horse battery');
  await expect(second.getByRole('alert')).toBeVisible();
  await change(desk.otto.password, 'correct horse battery');
  await expectScreen(second, 'Sign in to the desk');
  await fillSignIn(second, desk.otto.name, desk.otto.password, codeOf(desk.otto.secret));
  await expect(second.getByRole('alert')).toContainText('Name, password or code is wrong');
  desk.otto.password = 'correct horse battery';
});
