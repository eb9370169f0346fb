import { defineConfig } from '@playwright/test';

/** Debian's Chromium; Playwright downloads nothing. Each journey starts its own browser, because its camera is a flag. */
export default defineConfig({
  testDir: 'journeys',
  globalTeardown: './support/sheets.ts',
  outputDir: '.artifacts/results',
  // The real models work on as few cores as two: journeys run one after the other, with room.
  workers: 1,
  timeout: 240_000,
  // The digits are drawn at random, and about one flawless clip of the synthetic voice in 24 is misheard.
  retries: 2,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  forbidOnly: true,
});
