import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base, chromium, type Page } from '@playwright/test';
import { FakeCamera, noteCameraOpening } from './camera';
import { type Server, startServer } from './server';

interface Shared {
  server: Server;
}

interface Fixtures {
  folder: string;
  camera: FakeCamera;
}

/** One server for all journeys, and for each a phone-sized browser with a camera of its own. */
export const test = base.extend<Fixtures, Shared>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'countersign-film-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
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
