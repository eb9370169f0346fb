import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { expectScreen } from '../support/axe';
import { test } from '../support/journey';
import { Prepared } from '../support/session';

test('a line that breaks in the middle of a photo: sending goes on by itself, and nothing is sent twice', async ({
  server,
  page,
  folder,
}) => {
  const photo = join(folder, 'large.png');
  // Noise does not shrink: a photo of several pieces.
  execFileSync('ffmpeg', [
    ...['-v', 'error', '-f', 'lavfi', '-i', 'nullsrc=s=1200x800:d=0.1,geq=random(1)*255:128:128'],
    ...['-frames:v', '1', photo],
  ]);
  await (await (await Prepared.start(server.url)).toPhotos()).open(page);
  await expectScreen(page, 'Photo page of your passport');
  const taken: string[] = [];
  page.on('response', (response) => {
    const offset = response.request().headers()['upload-offset'];
    if (offset !== undefined && response.ok()) taken.push(offset);
  });
  let cut = false;
  await page.route('**/uploads/upl_*', async (route) => {
    if (taken.length === 1 && !cut) {
      cut = true;
      await page.context().setOffline(true);
      setTimeout(() => page.context().setOffline(false), 4000);
      return route.abort('connectionreset');
    }
    return route.continue();
  });
  await page.locator('input[type=file]').setInputFiles(photo);
  await expectScreen(page, 'Can you read every letter?');
  await page.getByRole('button', { name: 'Send this photo' }).click();
  await expect(page.getByText('Sending goes on by itself').first()).toBeVisible();
  await expect(page.getByText('Looking whether everything can be read').first()).toBeVisible({
    timeout: 30_000,
  });
  expect(cut).toBe(true);
  expect(taken.length, 'several pieces').toBeGreaterThan(2);
  expect(new Set(taken).size, 'none twice').toBe(taken.length);
});

test('a second tab, a reload and a link opened again stand where the first stood', async ({
  server,
  page,
}) => {
  const prepared = await (await Prepared.start(server.url)).toPhotos('id_card');
  await prepared.open(page);
  await expectScreen(page, 'Front of your identity card');
  const other = await page.context().newPage();
  await prepared.open(other);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Front of your identity card');
  await other.close();
  await page.reload();
  await expectScreen(page, 'Front of your identity card');
  await page.goto(prepared.address());
  await expectScreen(page, 'Front of your identity card');
});

test('who does not speak shows the digits with their hands', async ({ server, page }) => {
  const prepared = await (await Prepared.start(server.url)).toPhotos();
  await prepared.post('/evidence/document_front', smallPhoto());
  await prepared.open(page);
  await expectScreen(page, 'A short video');
  await page.getByText('I cannot speak, see the digits or be filmed').click();
  await page.getByRole('button', { name: 'Show the digits with my hands' }).click();
  await expect(page.getByText('You have chosen to show the digits.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('You have chosen to show the digits.')).toBeVisible();
  await page.getByRole('button', { name: 'I would rather speak' }).click();
  await expect(page.getByText('I cannot speak, see the digits or be filmed')).toBeVisible();
});

function smallPhoto(): Uint8Array {
  return execFileSync('ffmpeg', [
    ...['-v', 'error', '-f', 'lavfi', '-i', 'testsrc2=s=1200x900:d=0.1', '-frames:v', '1'],
    ...['-f', 'image2', '-c:v', 'mjpeg', '-'],
  ]);
}
