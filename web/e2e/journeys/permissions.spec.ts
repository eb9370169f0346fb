import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, type Page } from '@playwright/test';
import { expectAccessible, expectScreen } from '../support/axe';
import { test } from '../support/journey';
import { Prepared } from '../support/session';
import { smallPhoto } from '../support/specimen';

interface Browser {
  context: BrowserContext;
  page: Page;
  close: () => Promise<void>;
}

/** A browser of its own: whether there is a camera is one of its flags, and its permissions are what is tested. */
async function open(
  flags: string[],
  options: { userAgent?: string; isMobile?: boolean } = {},
): Promise<Browser> {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-permissions-'));
  mkdirSync(join(folder, 'profile'));
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', ...flags],
    viewport: { width: 390, height: 844 },
    ...options,
  });
  const close = async () => {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { context, page: await context.newPage(), close };
}

/** Allows the page exactly these: Chromium's own switch answers for every other with a refusal, and no question is asked. */
async function allow(context: BrowserContext, ...devices: ('camera' | 'microphone')[]): Promise<void> {
  // An empty list would give the questions back; a permission that nobody asks for takes its place.
  await context.grantPermissions(devices.length > 0 ? devices : ['geolocation']);
}

const FAKE = ['--use-fake-device-for-media-stream'];

async function toCamera(page: Page, url: string, origin?: string): Promise<void> {
  const prepared = await (await Prepared.start(url)).toPhotos();
  await prepared.open(page, origin);
  await expectScreen(page, 'Photo page of your passport');
  await page.getByRole('button', { name: 'Take a photo' }).click();
}

const steps = (page: Page) => page.locator('.help-steps li');

test('a blocked camera: the way to the setting, and on without pressing anything once it is allowed', async ({
  server,
}) => {
  const { context, page, close } = await open(FAKE);
  await allow(context);
  await toCamera(page, server.url);
  await expect(page.getByRole('alert')).toContainText('Camera: not allowed for this page');
  await expectAccessible(page, 'A camera that is blocked');
  await expect(steps(page)).toHaveText([
    'Click the icon left of the address and switch on: Camera.',
    'Come back and press “Try again”. Nothing you entered is lost.',
  ]);
  await expect(page.getByRole('button', { name: 'Upload a file' })).toBeVisible();
  await allow(context, 'camera');
  await expect(page.getByRole('button', { name: 'Take the photo' })).toBeVisible();
  await close();
});

test('a blocked camera on Android and on an iPhone: the path of that system', async ({ server }) => {
  const android =
    'Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36';
  const iphone =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';
  for (const [userAgent, said] of [
    [android, 'Android Settings › Apps › Chrome › Permissions › Camera › Allow'],
    [iphone, 'Settings › Apps › Safari › Camera'],
  ] as const) {
    const { context, page, close } = await open(FAKE, { userAgent });
    await allow(context);
    await toCamera(page, server.url);
    await expect(steps(page).nth(1)).toContainText(said);
    await close();
  }
});

test('a question closed without an answer can be asked again', async ({ server }) => {
  const { page, close } = await open(FAKE);
  // A browser without a window answers its own question with a refusal; what is told apart is that it may be asked again.
  await page.addInitScript(() => {
    const media = navigator.mediaDevices;
    const asked = media.getUserMedia.bind(media);
    let first = true;
    media.getUserMedia = (constraints) => {
      if (!first) return asked(constraints);
      first = false;
      return Promise.reject(new DOMException('Permission dismissed', 'NotAllowedError'));
    };
  });
  await allow(page.context(), 'camera');
  await toCamera(page, server.url);
  await expect(page.getByRole('alert')).toContainText('Camera: no answer yet');
  await expect(steps(page)).toHaveText(['Press “Try again” and choose “Allow” when the browser asks.']);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('button', { name: 'Take the photo' })).toBeVisible();
  await close();
});

test('no camera at all: connect one, or send a file', async ({ server }) => {
  const { context, page, close } = await open([]);
  await allow(context, 'camera');
  await toCamera(page, server.url);
  await expect(page.getByRole('alert')).toContainText('Camera: not found');
  await expect(steps(page).first()).toContainText('Connect one');
  await close();
});

test('a camera that another app holds: close that, then go on', async ({ server }) => {
  const { page, close } = await open(FAKE);
  await allow(page.context(), 'camera');
  // No flag of the browser makes a device busy: the error is the one that it gives then.
  await page.addInitScript(() => {
    const media = navigator.mediaDevices;
    const asked = media.getUserMedia.bind(media);
    let held = true;
    media.getUserMedia = (constraints) => {
      if (!held) return asked(constraints);
      held = false;
      return Promise.reject(new DOMException('Could not start video source', 'NotReadableError'));
    };
  });
  await toCamera(page, server.url);
  await expect(page.getByRole('alert')).toContainText('Camera: in use elsewhere');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('button', { name: 'Take the photo' })).toBeVisible();
  await close();
});

test('a page without https says what is missing', async ({ server }) => {
  const { page, close } = await open([...FAKE, '--host-resolver-rules=MAP verify.example 127.0.0.1']);
  await toCamera(page, server.url, server.url.replace('127.0.0.1', 'verify.example'));
  await expect(page.getByRole('alert')).toContainText('The camera needs a secure connection');
  await expect(steps(page)).toHaveText(['Ask the organisation for a link that begins with https.']);
  await close();
});

test('inside another app the way out is shown before anything fails, with the own link', async ({
  server,
}) => {
  const userAgent =
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.60 NetType/WIFI';
  const { context, page, close } = await open(FAKE, { userAgent });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const prepared = await (await Prepared.start(server.url)).toPhotos();
  await prepared.open(page);
  await expectScreen(page, 'Photo page of your passport');
  await expect(page.getByText('You are inside WeChat')).toBeVisible();
  await expectAccessible(page, 'Inside another app');
  await expect(steps(page).first()).toContainText('Open in Safari');
  await page.getByRole('button', { name: 'Copy my link' }).click();
  await expect(page.getByRole('button', { name: 'Copied.' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(prepared.address());
  await close();
});

test('a blocked microphone is told apart from a blocked camera, and the digits stay', async ({ server }) => {
  const { context, page, close } = await open(FAKE);
  await allow(context, 'camera');
  const prepared = await (await Prepared.start(server.url)).toPhotos();
  await prepared.post('/evidence/document_front', smallPhoto());
  await prepared.open(page);
  await page.getByRole('button', { name: 'Show my digits' }).click();
  const digits = await page.locator('.digit').allTextContents();
  await page.getByRole('button', { name: 'Open the camera' }).click();
  await expect(page.getByRole('alert')).toContainText('Microphone: not allowed for this page');
  await expectAccessible(page, 'A microphone that is blocked');
  await expect(async () => {
    // Nobody is as quick as this test: the page may not yet be listening for the switch.
    await allow(context, 'camera');
    await allow(context, 'camera', 'microphone');
    await expect(page.getByRole('button', { name: 'Start recording' })).toBeVisible({ timeout: 3_000 });
  }).toPass();
  expect(await page.locator('.digit').allTextContents()).toEqual(digits);
  await close();
});
