// Takes a picture of every screen against the test double, in phone and desktop size, light and dark, and runs
// axe on each. Pictures lie in e2e/.artifacts/visual. Run: node e2e/mock/visual.mjs [name filter] after `npm run build`.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { at, newSession, reason, startMock } from './server.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const OUT = new URL('../.artifacts/visual/', import.meta.url).pathname;
const SIZES = {
  phone: { width: 390, height: 844 },
  desk: { width: 1280, height: 800 },
  small: { width: 320, height: 640 },
};
const work = mkdtempSync(join(tmpdir(), 'visual-'));
const camera = join(work, 'camera.mjpeg');
const photo = join(work, 'photo.jpg');
const ffmpeg = (...args) => execFileSync('ffmpeg', ['-v', 'error', '-y', ...args]);
ffmpeg(
  '-f',
  'lavfi',
  '-i',
  'gradients=s=1280x720:d=4:c0=0x6b5d52:c1=0xb9a894',
  '-pix_fmt',
  'yuvj420p',
  '-q:v',
  '5',
  camera,
);
ffmpeg('-f', 'lavfi', '-i', 'smptebars=s=1600x1000:d=0.1', '-frames:v', '1', photo);

const blurred = reason(
  'photo.blurred',
  'The photo is blurred',
  'Rest your elbows on the table, wait until the camera is sharp, then take it again.',
  'document_front',
);
const noise = reason(
  'liveness.noise',
  'The room was too loud',
  'Go somewhere quieter and say the digits again, a little slower.',
  'liveness',
);
const problem = {
  type: 'about:blank',
  title: 'The photo cannot be used',
  status: 422,
  code: 'evidence.refused',
  reasons: [blurred],
};
const repeat = () => {
  const session = at('none', { status: 'resubmission_requested', decided_at: '2026-11-22T20:00:00Z' });
  Object.assign(session.steps[2], { state: 'redo', reasons: [blurred] });
  Object.assign(session.steps[4], { state: 'redo', reasons: [noise] });
  return session;
};
const letters = (declared, pattern, document) => {
  const [from, to] = [[...declared], [...document]];
  return [...pattern].map((kind) => ({
    kind: { '=': 'equal', '~': 'changed', '+': 'missing', '-': 'extra' }[kind],
    ...(kind === '+' ? {} : { declared: from.shift() }),
    ...(kind === '-' ? {} : { document: to.shift() }),
  }));
};
const misspelt = () => {
  const session = at('none', { status: 'resubmission_requested', decided_at: '2026-11-22T20:00:00Z' });
  const text = 'Enter your legal name exactly as printed, all given names and surnames.';
  const differs = reason(
    'name_differs',
    'The name you entered is not the name on the document',
    text,
    'details',
  );
  Object.assign(session.steps[1], { state: 'redo', reasons: [differs] });
  const [declared, document] = ['Anna Maria Eriksen', 'ANNA MARIE ERIKSSON'];
  const [typed, printed] = ['1990-08-12', '1990-12-08'];
  session.differences = [
    { field: 'legal_name', declared, document, letters: letters(declared, '=========~======+~=', document) },
    {
      field: 'birth_date',
      declared: typed,
      document: printed,
      letters: letters(typed, '=====~~=~~', printed),
    },
  ];
  return session;
};
const press = (name) => (page) => page.getByRole('button', { name, exact: true }).click();
const upload = (page) => page.locator('input[type=file]').setInputFiles(photo);
const ended = (status, more) => at('none', { status, decided_at: '2026-11-22T20:00:00Z', ...more });

/** name → session to start from, and what to do before the picture. */
const SCREENS = {
  misspelt: [misspelt()],
  start: [null],
  'no-link': [null, null, { demo: false }],
  consent: [newSession()],
  'consent-missing': [newSession(), press('I agree, continue')],
  refused: [newSession(), press('I do not agree')],
  details: [at('details')],
  'details-empty-errors': [{ ...at('details'), declaration: null }, press('Continue')],
  'photo-front': [at('document_front')],
  'photo-camera': [
    at('document_front'),
    async (page) => {
      await press('Take a photo')(page);
      await page.getByRole('button', { name: 'Take the photo' }).waitFor();
    },
  ],
  'photo-heic': [
    at('document_front'),
    (page) =>
      page.locator('input[type=file]').setInputFiles({
        name: 'IMG_1.HEIC',
        mimeType: 'image/heic',
        buffer: Buffer.from('\0\0\0\x18ftypheic\0\0\0\0'),
      }),
  ],
  'photo-preview': [at('document_front'), upload],
  'photo-refused': [
    at('document_front'),
    async (page) => {
      await upload(page);
      await press('Send this photo')(page);
      await page.getByRole('alert').waitFor();
    },
    { refuse: { 'evidence/document_front': problem } },
  ],
  'photo-back': [at('document_back')],
  'photo-denied': [
    at('document_front'),
    async (page) => {
      await page.evaluate(() => {
        navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'));
      });
      await press('Take a photo')(page);
      await page.getByRole('alert').waitFor();
    },
  ],
  'liveness-intro': [at('liveness')],
  'liveness-digits': [at('liveness'), press('Show my digits')],
  'liveness-check': [at('liveness'), toCheck],
  'liveness-recording': [
    at('liveness'),
    async (page) => {
      await toCheck(page);
      await press('Start recording')(page);
      await page.getByRole('button', { name: 'I am done' }).waitFor();
    },
  ],
  'liveness-review': [
    at('liveness'),
    async (page) => {
      await toCheck(page);
      await press('Start recording')(page);
      await page.getByRole('button', { name: 'Send this video' }).waitFor();
    },
  ],
  progress: [ended('processing')],
  'result-approved': [ended('approved')],
  'result-repeat': [repeat()],
  'result-repeat-step': [repeat(), press('Repeat this now')],
  'result-review': [ended('in_review')],
  'result-declined': [
    ended('declined', {
      reasons: [
        reason(
          'document.expired',
          'The document had expired',
          'Start again with a document that is still valid.',
        ),
      ],
    }),
  ],
  'result-expired': [newSession({ status: 'expired' })],
};

async function toCheck(page) {
  await press('Show my digits')(page);
  await press('Open the camera')(page);
  await page.getByRole('button', { name: 'Start recording' }).waitFor();
  await page.waitForTimeout(500);
}

mkdirSync(OUT, { recursive: true });
const filter = new RegExp(process.argv[2] ?? '');
const browser = await chromium.launchPersistentContext(join(work, 'profile'), {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${camera}`,
  ],
});
let faults = 0;
for (const [name, [session, act, changes]] of Object.entries(SCREENS)) {
  if (!filter.test(name)) continue;
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const colorScheme of size === 'small' ? ['light'] : ['light', 'dark']) {
      faults += await picture({
        name,
        size,
        viewport,
        colorScheme,
        session: structuredClone(session),
        act,
        changes,
      });
    }
  }
}
await browser.close();
rmSync(work, { recursive: true });
console.log(faults === 0 ? 'no faults' : `${faults} faults`);
process.exitCode = faults === 0 ? 0 : 1;

async function picture({ name, size, viewport, colorScheme, session, act, changes }) {
  const mock = await startMock();
  if (session) mock.state.session = session;
  Object.assign(mock.state, changes);
  const page = await browser.newPage();
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme });
  const seen = [];
  page.on(
    'console',
    (message) =>
      message.type() === 'error' && !/status of 422/.test(message.text()) && seen.push(message.text()),
  );
  page.on('pageerror', (error) => seen.push(error.message));
  await page.goto(session ? `${mock.url}/verify/${session.id}#cst_mock` : mock.url);
  await page.locator('h1').waitFor();
  try {
    await act?.(page);
  } catch (error) {
    seen.push(error.message);
  }
  await page.waitForTimeout(150);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  if (wide) seen.push('scrolls sideways');
  await page.screenshot({ path: `${OUT}${name}.${size}.${colorScheme}.png`, fullPage: true });
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  for (const v of violations)
    seen.push(`axe ${v.id}: ${v.nodes.map((n) => `${n.target} ${n.any[0]?.message ?? ''}`).join(' | ')}`);
  for (const line of seen) console.log(`${name} ${size} ${colorScheme}: ${line}`);
  await page.close();
  mock.close();
  return seen.length;
}
