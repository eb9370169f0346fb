import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A build with debug assertions loads its models in well under this, in ms. */
const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 10_000;

export interface Server {
  url: string;
  /** Where its store lies, when it is its own. */
  data: string;
  stop: () => Promise<void>;
}

/** The path in `name`, or a failure that says which one is missing: a journey that cannot run has not passed. */
export function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`set ${name} to the program's path`);
  return value;
}

/**
 * Starts the real binary on a free port with the demonstration's door open: over an empty SQLite store of its own, or over what `options`
 * name.
 */
export async function startServer(options?: string[], listen = '127.0.0.1:0'): Promise<Server> {
  const data = mkdtempSync(join(tmpdir(), 'countersign-journey-'));
  const child = spawn(
    required('COUNTERSIGN_BIN'),
    ['serve', '--listen', listen, '--demo', ...(options ?? ['--data-dir', data])],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const stop = async () => {
    await end(child);
    rmSync(data, { recursive: true, force: true });
  };
  try {
    return { url: await listening(child), data, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const url = /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1];
      if (url) resolve(url);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`the server ended (${code}) before listening:\n${said}`)));
    setTimeout(
      () => reject(new Error(`the server did not listen in time:\n${said}`)),
      START_LIMIT_MS,
    ).unref();
  });
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return Promise.resolve();
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
    child.once('exit', () => {
      clearTimeout(force);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
