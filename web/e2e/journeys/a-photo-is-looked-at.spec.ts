import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { expectAccessible, expectScreen } from '../support/axe';
import { listenForFaults, test } from '../support/journey';
import { Person } from '../support/person';
import { Prepared } from '../support/session';
import { blurred, makeCase } from '../support/specimen';

test('a photo that cannot be read is asked for again at once, and a slip of the finger is put right', async ({
  server,
  page,
  camera,
  folder,
}) => {
  const faults = listenForFaults(page);
  const papers = makeCase('genuine-id-card', folder);
  const person = new Person({ page, camera, folder }, papers);
  const prepared = await Prepared.start(server.url);
  await prepared.consent();
  await prepared.declare('id_card', `${papers.name}x`, papers.birthDate);
  await prepared.open(page);

  await person.sendFront(blurred(papers.front, folder));
  await test.step('with its reason, and again after a reload', async () => {
    await expectScreen(page, 'Front of your identity card');
    await expect(page.getByText('The front of the document is blurred')).toBeVisible();
    await expect(page.getByText('Hold the phone still')).toBeVisible();
    await expectAccessible(page, 'A photo that cannot be read');
    await page.reload();
    await expect(page.getByText('The front of the document is blurred')).toBeVisible();
  });
  await person.sendFront();
  await person.sendBack();

  await test.step('the differing letter is marked, and the document is believed', async () => {
    await expectScreen(page, 'Is this right?');
    await expect(page.locator('.letters mark')).toHaveText(['x']);
    await expect(page.getByText('Read from your document')).toBeVisible();
    await person.press('This is right, continue');
    await expectScreen(page, 'A short video');
  });
  await test.step('what was confirmed is not asked again', async () => {
    await page.reload();
    await expectScreen(page, 'A short video');
  });
  expect(faults).toEqual([]);
});

test('files that cannot be used are refused before they are sent', async ({ server, page, folder }) => {
  await (await (await Prepared.start(server.url)).toPhotos()).open(page);
  await expectScreen(page, 'Photo page of your passport');
  const sent: string[] = [];
  page.on('request', (request) => void (request.method() === 'POST' && sent.push(request.url())));
  const file = (name: string, bytes: Buffer) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return page.locator('input[type=file]').setInputFiles(path);
  };
  await file('IMG_1.jpg', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1'));
  await expect(page.getByText('This photo is in Apple’s HEIC format')).toBeVisible();
  await expectAccessible(page, 'A file that cannot be used');
  await file('scan.pdf', Buffer.from('%PDF-1.7'));
  await expect(page.getByText('This file is not a photo we can read')).toBeVisible();
  await file('huge.jpg', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(10 * 1024 * 1024)]));
  await expect(page.getByText('This file is too large')).toBeVisible();
  await file('nothing.jpg', Buffer.alloc(0));
  await expect(page.getByText('This file is empty')).toBeVisible();
  expect(sent).toEqual([]);
});

test('the camera says what is wrong, and takes the photo by itself when all is well', async ({
  server,
  page,
  camera,
  folder,
}) => {
  const papers = makeCase('genuine-passport', folder);
  camera.show(scene(papers.front, folder));
  await (await (await Prepared.start(server.url)).toPhotos()).open(page);
  await expectScreen(page, 'Photo page of your passport');
  await page.getByRole('button', { name: 'Take a photo' }).click();
  const hints = new Set<string>();
  await expect
    .poll(
      async () => {
        const hint = await page
          .locator('.viewfinder')
          .getAttribute('data-hint', { timeout: 500 })
          .catch(() => null);
        if (hint) hints.add(hint);
        return page.getByRole('heading', { level: 1 }).textContent();
      },
      { timeout: 60_000, intervals: [50] },
    )
    .toBe('Can you read every letter?');
  expect([...hints], 'first too dark, then well').toEqual(expect.arrayContaining(['dark', 'good']));
});

/** A document on a table in the dark for three seconds, and then in the light, upright as a phone is held. */
function scene(photo: string, folder: string): string {
  const film = join(folder, 'table.mjpeg');
  // The photograph's own surroundings are kept; the guide frame takes nine tenths of the width.
  const picture = 'scale=1180:-2,pad=1200:1360:(ow-iw)/2:(oh-ih)/2:color=0x684c32';
  execFileSync('ffmpeg', [
    ...['-v', 'error', '-y', '-loop', '1', '-framerate', '30', '-t', '9', '-i', photo],
    ...['-vf', `${picture},eq=brightness=-0.75:enable='lt(t,3)'`, '-pix_fmt', 'yuvj420p', '-q:v', '3', film],
  ]);
  return film;
}
