import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, test as base, chromium, expect, type Page } from '@playwright/test';
import { type Line, Postbox } from './postbox';
import { required, type Server, startServer } from './server';

export interface Colleague {
  name: string;
  password: string;
  secret: string;
}

interface Desk {
  server: Server;
  /** Where its store lies. */
  data: string;
  /** Where it is reached as `localhost`. */
  port: number;
  /** What takes its mails. */
  post: Postbox;
  /** What a reviewer's key printed when it was made. */
  key: string;
  /** One who decides, another who decides, one who answers requests, and one who may do everything. */
  rosa: Colleague;
  otto: Colleague;
  sven: Colleague;
  ada: Colleague;
}

/** Adding four people and starting, and three decisions before it, in a build that is not optimised, on busy cores. */
const SETUP_MS = 120_000;
const CASES_MS = 900_000;

interface Sitting {
  page: Page;
}

/** The same made-up case as often as there are journeys that decide one; the first is declined by the demonstration itself. */
const CASES = ['pasted-portrait', 'pasted-portrait.2', 'pasted-portrait.3'];

/** The code that a generator shows now (RFC 6238: SHA-1, six digits, 30 seconds). */
export function codeOf(secret: string, at = Date.now()): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const hash = createHmac('sha1', key).update(counter).digest();
  const offset = (hash[19] ?? 0) & 15;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** A port that nobody listens on now. */
function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((done) =>
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    }),
  );
}

function program(...args: string[]): string {
  return execFileSync(required('COUNTERSIGN_BIN'), args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function addPerson(config: string, name: string, role: string): Colleague {
  const said = program('desk', 'add-person', '--config', config, name, '--role', role).split('\n');
  const secret = /secret=([A-Z2-7]+)/.exec(said[2] ?? '')?.[1] ?? '';
  return { name, password: said[1] ?? '', secret };
}

/** Puts the cases through the whole pipeline, as `countersign demo` does. */
function fill(cases: string, config: string): void {
  const specimen = required('COUNTERSIGN_SPECIMEN_BIN');
  const first = join(cases, CASES[0] ?? '');
  execFileSync(specimen, ['case', 'pasted-portrait', first]);
  for (const name of CASES.slice(1)) cpSync(first, join(cases, name), { recursive: true });
  program('demo', cases, '--clip-maker', specimen, '--config', config);
}

/** A store, people who may work at the desk, and a server over it; with cases that wait only where a journey decides them: they take a minute. */
export async function openDesk(
  withCases: boolean,
  line: Line = 'starttls',
): Promise<{ desk: Desk; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-desk-'));
  const [cases, data] = [join(folder, 'cases'), join(folder, 'data')];
  const config = join(folder, 'config.toml');
  mkdirSync(data);
  const storage = [
    `database = "sqlite://${data}/countersign.db"`,
    `blobs = "${data}/blobs"`,
    `master_key_file = "${data}/master.key"`,
    'make_master_key = true',
  ];
  // By its name: browsers give no passkeys to a bare address.
  const port = await freePort();
  const post = await Postbox.open(folder, line);
  const server_ = [
    'demo = true',
    `base_url = "http://localhost:${port}"`,
    'embed_origins = ["http://localhost:*"]',
  ];
  const sections = { server: server_, storage, mail: post.settings };
  const text = Object.entries(sections).map(([name, lines]) => `[${name}]\n${lines.join('\n')}\n`);
  writeFileSync(config, text.join(''));
  if (withCases) fill(cases, config);
  const people = {
    rosa: addPerson(config, 'Rosa Reyes', 'reviewer'),
    otto: addPerson(config, 'Otto Olsen', 'reviewer'),
    sven: addPerson(config, 'Sven Sand', 'support'),
    ada: addPerson(config, 'Ada Amari', 'admin'),
  };
  const server = await startServer(['--config', config], `127.0.0.1:${port}`);
  const key = program('keys', 'create', '--config', config, 'journeys', '--role', 'reviewer').trim();
  const close = async () => {
    await server.stop();
    await post.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { desk: { server, data, port, post, key, ...people }, close };
}

export const test = base.extend<object, { desk: Desk; deskWithCases: Desk; browser: Browser }>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern
    async ({}, use) => {
      const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
      const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  desk: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern
    async ({}, use) => {
      const { desk, close } = await openDesk(false);
      await use(desk);
      await close();
    },
    { scope: 'worker', timeout: SETUP_MS },
  ],
  deskWithCases: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the parameter's pattern
    async ({}, use) => {
      const { desk, close } = await openDesk(true);
      await use(desk);
      await close();
    },
    { scope: 'worker', timeout: CASES_MS },
  ],
});

/** Signs a colleague in, in a browser profile of their own. A code serves once, so whoever signs in again waits for the next. */
export async function sitDown(browser: Browser, desk: Desk, who: Colleague): Promise<Sitting> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${desk.server.url}/desk`);
  await expect(page.getByRole('heading', { name: 'Sign in to the desk' })).toBeVisible();
  for (let tries = 0; tries < 3; tries++) {
    await fillSignIn(page, who.name, who.password, codeOf(who.secret));
    const refused = page.getByRole('alert');
    const signedIn = page.getByRole('button', { name: 'Sign out' });
    await expect(refused.or(signedIn)).toBeVisible();
    if (await signedIn.isVisible()) return { page };
    await page.waitForTimeout(30_000 - (Date.now() % 30_000) + 500);
  }
  throw new Error(`${who.name} could not sign in`);
}

export async function fillSignIn(page: Page, name: string, password: string, code: string): Promise<void> {
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password').fill(password);
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}
