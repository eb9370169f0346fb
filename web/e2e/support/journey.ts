import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base, chromium, type Page } from '@playwright/test';
import { FakeCamera, noteCameraOpening } from './camera';
import { type Server, startServer } from './server';

interface Fixtures {
  server: Server;
  folder: string;
  camera: FakeCamera;
}

/** A phone-sized browser with a camera of our own, and a server of its own, for each journey. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'countersign-film-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern
  server: async ({}, use) => {
    const server = await startServer();
    await use(server);
    await server.stop();
  },
  camera: async ({ folder }, use) => {
    await use(new FakeCamera(folder));
  },
  page: async ({ camera, folder }, use) => {
    const context = await openBrowser(camera, folder);
    const page = await context.newPage();
    await noteCameraOpening(page);
    await use(page);
    await context.close();
  },
});

function openBrowser(camera: FakeCamera, folder: string): Promise<BrowserContext> {
  const profile = join(folder, 'profile');
  mkdirSync(profile);
  return chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', ...camera.flags],
    viewport: { width: 390, height: 844 },
    hasTouch: true,
  });
}

/** Everything the page complained about: a refused content security policy, a script error, a failed request. */
export function listenForFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return faults;
}
