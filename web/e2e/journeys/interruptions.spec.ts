import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { expectScreen } from '../support/axe';
import { test } from '../support/journey';
import { Prepared } from '../support/session';
import { smallPhoto } from '../support/specimen';

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

test('a browser whose store was cleared goes on with the link at hand, and asks nothing again', async ({
  server,
  page,
}) => {
  const prepared = await (await Prepared.start(server.url)).toPhotos('id_card');
  await prepared.post('/evidence/document_front', smallPhoto());
  await prepared.open(page);
  await expectScreen(page, 'Back of your identity card');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', { origin: server.url, storageTypes: 'all' });
  await page.evaluate(() => sessionStorage.clear());
  await page.reload();
  await expectScreen(page, 'Open the link you were given');
  // Over the address of the page that says so: only the fragment differs.
  await page.goto(prepared.address());
  await expectScreen(page, 'Back of your identity card');
  await test.step('the link to the content is a place on the page and no other link', async () => {
    await page.evaluate(() => {
      location.hash = 'main';
    });
    await page.reload();
    await expectScreen(page, 'Back of your identity card');
  });
});

test('a page that the browser froze asks where the session stands when it wakes', async ({
  server,
  page,
}) => {
  const prepared = await (await Prepared.start(server.url)).toPhotos('id_card');
  await prepared.open(page);
  await expectScreen(page, 'Front of your identity card');
  // Meanwhile it goes on elsewhere. Chromium freezes only pages that nobody looks at, which one under test never is: the event is the one it gives.
  await prepared.post('/evidence/document_front', smallPhoto());
  await page.evaluate(() => document.dispatchEvent(new Event('resume')));
  await expectScreen(page, 'Back of your identity card');
});

test('a line as slow as 2G: the photo goes through, and how far it is shows', async ({
  server,
  page,
  folder,
}) => {
  const photo = join(folder, 'photo.jpg');
  writeFileSync(photo, smallPhoto());
  const devtools = await page.context().newCDPSession(page);
  // What Chromium's own developer tools called "Good 2G": 450 and 150 kbit/s, 150 ms there and back.
  const slow = {
    offline: false,
    latency: 150,
    downloadThroughput: 450_000 / 8,
    uploadThroughput: 150_000 / 8,
  };
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', slow);
  await (await (await Prepared.start(server.url)).toPhotos('id_card')).open(page);
  await expectScreen(page, 'Front of your identity card');
  await page.locator('input[type=file]').setInputFiles(photo);
  await expectScreen(page, 'Can you read every letter?');
  await page.getByRole('button', { name: 'Send this photo' }).click();
  await expect(page.getByRole('progressbar', { name: 'Sending the photo' })).toBeVisible();
  await expect(page.getByText('Looking whether everything can be read').first()).toBeVisible({
    timeout: 60_000,
  });
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

test('a photo that was not sent yet survives a reload, sealed, and is gone once it is sent', async ({
  server,
  page,
  folder,
}) => {
  const photo = join(folder, 'photo.jpg');
  writeFileSync(photo, smallPhoto());
  await (await (await Prepared.start(server.url)).toPhotos('id_card')).open(page);
  await expectScreen(page, 'Front of your identity card');
  await page.locator('input[type=file]').setInputFiles(photo);
  await expectScreen(page, 'Can you read every letter?');
  await expect.poll(() => drafts(page)).toHaveLength(1);
  expect((await drafts(page))[0], 'no JPEG in the browser’s store').not.toBe('ffd8ff');
  await page.reload();
  await expectScreen(page, 'Can you read every letter?');
  await expect(page.getByRole('img', { name: /photo/i })).toBeVisible();
  await test.step('pressed twice, it is sent once', async () => {
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && /evidence|uploads$/.test(request.url())) sent.push(request.url());
    });
    await page.getByRole('button', { name: 'Send this photo' }).dblclick();
    await expect.poll(() => drafts(page), { timeout: 60_000 }).toHaveLength(0);
    expect(sent).toHaveLength(1);
  });
});

test('the back button and forward again, and a phone that is turned, lose nothing', async ({
  server,
  page,
  camera,
  folder,
}) => {
  camera.show(greyFilm(folder));
  await page.goto('about:blank');
  await (await (await Prepared.start(server.url)).toPhotos()).open(page);
  await expectScreen(page, 'Photo page of your passport');
  await page.goBack();
  await page.goForward();
  await expectScreen(page, 'Photo page of your passport');
  await page.getByRole('button', { name: 'Take a photo' }).click();
  await expect(page.locator('.viewfinder video')).toBeVisible();
  await page.setViewportSize({ width: 844, height: 390 });
  const shutter = page.getByRole('button', { name: 'Take the photo' });
  await shutter.scrollIntoViewIfNeeded();
  await expect(shutter).toBeVisible();
  await expect(page.locator('.viewfinder video')).toBeVisible();
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(over, 'pixels beyond the window').toBeLessThanOrEqual(0);
});

test('two tabs: what one has done, the other takes as done', async ({ server, page }) => {
  const prepared = await Prepared.start(server.url);
  await prepared.consent();
  await prepared.open(page);
  await expectScreen(page, 'Your details');
  const other = await page.context().newPage();
  await prepared.open(other);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Your details');
  for (const tab of [other, page]) {
    await tab.getByLabel('Full legal name').fill('Anna Maria Eriksson');
    await tab.getByLabel('Day').fill('12');
    await tab.getByLabel('Month').fill('8');
    await tab.getByLabel('Year').fill('1974');
    await tab.getByRole('radio', { name: 'Passport' }).check();
    await tab.getByLabel('Country that issued it').selectOption('UTO');
    await tab.getByRole('button', { name: 'Continue' }).click();
    await expect(tab.getByRole('heading', { level: 1 })).toHaveText('Photo page of your passport');
  }
  await other.close();
});

test('a camera that is unplugged in the middle of the video: nothing is sent, and it goes on', async ({
  server,
  page,
  camera,
  folder,
}) => {
  camera.show(greyFilm(folder));
  execFileSync('ffmpeg', [
    '-v',
    'error',
    '-f',
    'lavfi',
    '-i',
    'anullsrc',
    '-t',
    '4',
    join(folder, 'live.wav'),
  ]);
  const prepared = await (await Prepared.start(server.url)).toPhotos();
  await prepared.post('/evidence/document_front', smallPhoto());
  await page.addInitScript(() => {
    const media = navigator.mediaDevices;
    const open = media.getUserMedia.bind(media);
    media.getUserMedia = async (constraints) => {
      const stream = await open(constraints);
      (globalThis as { lastStream?: MediaStream }).lastStream = stream;
      return stream;
    };
  });
  await prepared.open(page);
  await expectScreen(page, 'A short video');
  await page.getByRole('button', { name: 'Show my digits' }).click();
  await page.getByRole('button', { name: 'Open the camera' }).click();
  await page.getByRole('button', { name: 'Start recording' }).click();
  await expect(page.locator('.mirror-recording')).toBeVisible();
  await page.evaluate(() => {
    for (const track of (globalThis as { lastStream?: MediaStream }).lastStream?.getTracks() ?? []) {
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
  });
  await expect(page.locator('.mirror-recording')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Watch your video');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('button', { name: 'Start recording' })).toBeVisible();
});

test('a clock that is wrong by a day changes nothing', async ({ server, page }) => {
  await page.clock.setFixedTime(Date.now() + 24 * 60 * 60_000);
  const prepared = await (await Prepared.start(server.url)).toPhotos();
  await prepared.post('/evidence/document_front', smallPhoto());
  await prepared.open(page);
  await expectScreen(page, 'A short video');
  await page.getByRole('button', { name: 'Show my digits' }).click();
  await expectScreen(page, 'Your six digits');
});

test('a link that is opened after its time says so, and what to do', async ({ server, page }) => {
  const prepared = await (await Prepared.start(server.url)).toPhotos();
  endTime(server.data, prepared.link.id);
  await expect
    .poll(async () => (await prepared.get()).status, { message: 'the server has noticed' })
    .toBe('expired');
  await prepared.open(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The time has run out', {
    timeout: 30_000,
  });
  await expectScreen(page, 'The time has run out');
});

test('a server without space says that nothing is lost, and goes on when there is some', async ({
  server,
  page,
  folder,
}) => {
  const photo = join(folder, 'photo.jpg');
  writeFileSync(photo, smallPhoto());
  await (await (await Prepared.start(server.url)).toPhotos('id_card')).open(page);
  let full = true;
  const problem = {
    type: 'urn:countersign:problem:storage_full',
    title: 'full',
    status: 507,
    code: 'storage_full',
  };
  await page.route(/evidence\/document_front|uploads$/, (route) =>
    full
      ? route.fulfill({ status: 507, contentType: 'application/problem+json', body: JSON.stringify(problem) })
      : route.continue(),
  );
  await expectScreen(page, 'Front of your identity card');
  await page.locator('input[type=file]').setInputFiles(photo);
  await page.getByRole('button', { name: 'Send this photo' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.reload();
  await expectScreen(page, 'Can you read every letter?');
  full = false;
  await page.getByRole('button', { name: 'Send this photo' }).click();
  await expect.poll(() => drafts(page), { timeout: 60_000 }).toHaveLength(0);
});

test('a browser that keeps nothing more still goes on', async ({ server, page, folder }) => {
  const photo = join(folder, 'photo.jpg');
  writeFileSync(photo, smallPhoto());
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    indexedDB.open = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await (await (await Prepared.start(server.url)).toPhotos('id_card')).open(page);
  await expectScreen(page, 'Front of your identity card');
  await page.locator('input[type=file]').setInputFiles(photo);
  await expectScreen(page, 'Can you read every letter?');
});

/** Four seconds of nothing in particular, for a camera. */
function greyFilm(folder: string): string {
  const film = join(folder, 'grey.mjpeg');
  execFileSync('ffmpeg', [
    ...['-v', 'error', '-f', 'lavfi', '-i', 'gradients=s=640x480:d=4', '-pix_fmt', 'yuvj420p', film],
  ]);
  return film;
}

/** The first bytes, in hexadecimal, of every photo in the browser's own store. */
function drafts(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const request = indexedDB.open('countersign', 1);
        request.onupgradeneeded = () => request.result.createObjectStore('drafts');
        request.onsuccess = () => {
          const all = request.result.transaction('drafts').objectStore('drafts').getAll();
          all.onsuccess = () => {
            request.result.close();
            const hex = (bytes: ArrayBuffer) =>
              [...new Uint8Array(bytes.slice(0, 3))]
                .map((byte) => byte.toString(16).padStart(2, '0'))
                .join('');
            resolve(all.result.map(({ sealed }: { sealed: ArrayBuffer }) => hex(sealed)));
          };
        };
      }),
  );
}

/** Puts the end of a session into the past, in the server's own store: nobody waits a day for a journey. */
function endTime(data: string, id: string): void {
  const past = Date.now() - 60_000;
  const change = `PRAGMA busy_timeout = 5000; UPDATE sessions SET created_at = ${past - 1}, expires_at = ${past} WHERE id = '${id}'`;
  execFileSync('sqlite3', [join(data, 'countersign.db'), change]);
}
