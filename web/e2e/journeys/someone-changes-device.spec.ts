import { type Browser, expect, type Page } from '@playwright/test';
import { default as jsqr } from 'jsqr';
import { expectScreen } from '../support/axe';
import { test } from '../support/desk';
import { listenForFaults } from '../support/journey';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Reads the code from the screen's pixels, as a phone's camera would. */
async function scan(page: Page): Promise<string> {
  const image = page.getByRole('img', { name: 'Code to scan with your phone' });
  await expect(image).toBeVisible();
  const { pixels, width, height } = await image.evaluate((element: HTMLImageElement) => {
    const canvas = document.createElement('canvas');
    canvas.width = element.naturalWidth;
    canvas.height = element.naturalHeight;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(element, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    return { pixels: Array.from(data), width: canvas.width, height: canvas.height };
  });
  // The module is a script of the old kind: what it exports stands where the bundler put it.
  const read = (jsqr as unknown as { default?: typeof jsqr }).default ?? jsqr;
  const address = read(new Uint8ClampedArray(pixels), width, height)?.data;
  if (!address) throw new Error('the code cannot be read');
  return address;
}

async function open(browser: Browser, address: string, options: object): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(address);
  return page;
}

test('someone goes on with their phone, and the first screen follows', async ({ desk, browser }) => {
  const first = await open(browser, desk.server.url, { viewport: { width: 1280, height: 800 } });
  const faults = listenForFaults(first);
  await first.getByRole('button', { name: 'Start a verification' }).click();
  await first.getByRole('button', { name: 'I am ready' }).click();
  await first.getByRole('checkbox').check();
  await first.getByRole('button', { name: 'I agree, continue' }).click();
  await expectScreen(first, 'Your details');
  const oldToken = await first.evaluate(() => Object.values({ ...sessionStorage })[0] as string);
  const id = first.url().split('/').at(-1);

  await first.getByRole('button', { name: 'Go on with your phone' }).click();
  const address = await scan(first);
  const phone = await open(browser, address, PHONE);
  await expectScreen(phone, 'Go on with this phone');
  expect(new URL(phone.url()).hash, 'the code has left the address').toBe('');
  const number = (await phone.locator('.handoff-number').textContent()) ?? '';
  expect(number).toMatch(/^\d{3}$/);
  await expect(first.locator('.handoff-number')).toHaveText(number);

  await test.step('a second opener is refused and told, and the first screen warns', async () => {
    const other = await open(browser, address, PHONE);
    await expectScreen(other, 'Another device has opened this code');
    await expect(first.getByText('A second device tried to open the code')).toBeVisible();
  });

  await first.getByRole('button', { name: 'Yes, my phone shows this number' }).click();
  await expectScreen(phone, 'Your details');
  await expectScreen(first, 'Go on with your phone');
  const dead = await first.request.get(`${desk.server.url}/v1/sessions/${id}`, {
    headers: { Authorization: `Bearer ${oldToken}` },
  });
  expect(dead.status(), 'the old token opens nothing').toBe(401);

  await test.step('what is done on the phone shows on the first screen', async () => {
    await phone.getByLabel('Full legal name').fill('Anna Maria Eriksson');
    await phone.getByLabel('Day').fill('12');
    await phone.getByLabel('Month').fill('8');
    await phone.getByLabel('Year').fill('1974');
    await phone.getByRole('radio', { name: 'Passport' }).check();
    await phone.getByLabel('Country that issued it').selectOption('UTO');
    await phone.getByRole('button', { name: 'Continue' }).click();
    await expect(first.getByText('2 of 4 steps done')).toBeVisible();
  });

  await test.step('a reload still follows; the first screen takes the session back', async () => {
    await first.reload();
    await expectScreen(first, 'Go on with your phone');
    await first.getByRole('button', { name: 'Go on here instead' }).click();
    await expect(first.getByRole('heading', { level: 1 })).not.toHaveText('Go on with your phone');
    await phone.reload();
    await expectScreen(phone, 'This link does not work any more');
  });
  // A stream that the server ends with 401 is how a device learns that its secret is dead.
  expect(faults.filter((fault) => !fault.includes('401'))).toEqual([]);
});
