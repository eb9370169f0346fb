import type { Session, StepState } from '@countersign/api-client';
import { describe, expect, it } from 'vitest';
import { enter, readEntry } from './link';
import { type Seen, screenFor, stepsOf } from './screen';

const FRESH: Seen = { repeat: false, prepared: true, confirmed: false };
const BEGUN: Seen = { ...FRESH, repeat: true };

function session(status: Session['status'], ...states: StepState[]): Session {
  const names = ['consent', 'details', 'document_front', 'document_back', 'liveness'] as const;
  return {
    id: 's',
    status,
    level: 2,
    expires_at: '2026-12-01T00:00:00Z',
    steps: names.map((step, i) => ({ step, state: states[i] ?? 'required', reasons: [] })),
    tries_left: 1,
    reasons: [],
    attempt: 1,
    may_appeal: false,
    way: 'usual',
  };
}

describe('screenFor', () => {
  it('opens the first step that is not done, skipping those that are not needed', () => {
    expect(screenFor(session('created'), FRESH)).toMatchObject({ name: 'consent' });
    expect(screenFor(session('capturing', 'done', 'done'), FRESH)).toMatchObject({
      name: 'photo',
      side: 'document_front',
    });
    expect(screenFor(session('capturing', 'done', 'done', 'done', 'not_needed'), FRESH)).toMatchObject({
      name: 'liveness',
    });
  });

  it('submits when every step is done, and only waits once processing has begun', () => {
    const all: StepState[] = ['done', 'done', 'done', 'done', 'done'];
    expect(screenFor(session('capturing', ...all), FRESH)).toEqual({ name: 'progress', submit: true });
    expect(screenFor(session('processing', ...all), FRESH)).toEqual({ name: 'progress', submit: false });
  });

  it('says what is needed before anything else', () => {
    expect(screenFor(session('created'), { ...FRESH, prepared: false })).toEqual({ name: 'prepare' });
  });

  it('brings back what was read once, before the video', () => {
    const read = session('capturing', 'done', 'done', 'done', 'done');
    read.reading = { legal_name: 'ANNA MARIA ERIKSSON' };
    expect(screenFor(read, FRESH)).toEqual({ name: 'confirm' });
    expect(screenFor(read, { ...FRESH, confirmed: true })).toMatchObject({ name: 'liveness' });
    const front = session('capturing', 'done', 'done', 'required');
    front.reading = read.reading;
    expect(screenFor(front, FRESH)).toMatchObject({ name: 'photo' });
  });

  it('says first what is to be repeated, then opens only that', () => {
    const again = session('resubmission_requested', 'done', 'done', 'done', 'redo', 'done');
    expect(screenFor(again, FRESH)).toEqual({ name: 'result' });
    expect(screenFor(again, BEGUN)).toMatchObject({ name: 'photo', side: 'document_back' });
  });

  it.each(['approved', 'declined', 'in_review', 'expired', 'withdrawn'] as const)(
    '%s is a result',
    (status) => {
      expect(screenFor(session(status), BEGUN)).toEqual({ name: 'result' });
    },
  );

  it('lists the steps in their order whatever order they arrive in', () => {
    const mixed = session('capturing', 'done', 'done', 'required', 'not_needed', 'required');
    mixed.steps.reverse();
    expect(stepsOf(mixed).map((s) => s.step)).toEqual(['consent', 'details', 'document_front', 'liveness']);
  });
});

describe('readEntry', () => {
  function page(pathname: string, hash = '', stored: Record<string, string> = {}) {
    const addresses: string[] = [];
    return {
      addresses,
      stored,
      location: { pathname, hash },
      history: {
        replaceState: (_: unknown, __: string, url?: string | URL | null) => void addresses.push(String(url)),
      },
      storage: {
        getItem: (key: string) => stored[key] ?? null,
        setItem: (key: string, value: string) => {
          stored[key] = value;
        },
      },
    };
  }

  it('takes the token from the fragment, keeps it for a reload and clears the address', () => {
    const first = page('/verify/ses_1', '#cst_tok');
    expect(readEntry(first)).toEqual({ kind: 'session', link: { id: 'ses_1', token: 'cst_tok' } });
    expect(first.addresses).toEqual(['/verify/ses_1']);
    const reloaded = page('/verify/ses_1', '', first.stored);
    expect(readEntry(reloaded)).toEqual({ kind: 'session', link: { id: 'ses_1', token: 'cst_tok' } });
  });

  it('takes a place on the page for no token', () => {
    const first = page('/verify/ses_1', '#cst_tok');
    readEntry(first);
    expect(readEntry(page('/verify/ses_1', '#main', first.stored))).toEqual({
      kind: 'session',
      link: { id: 'ses_1', token: 'cst_tok' },
    });
  });

  it('never uses the token of another session', () => {
    const first = page('/verify/ses_1', '#cst_tok');
    readEntry(first);
    expect(readEntry(page('/verify/ses_2', '', first.stored))).toEqual({ kind: 'incomplete' });
  });

  it('starts where there is no session in the address', () => {
    expect(readEntry(page('/'))).toEqual({ kind: 'start' });
    const made = page('/');
    enter({ id: 'ses_9', token: 't' }, made);
    expect(readEntry(page('/verify/ses_9', '', made.stored))).toMatchObject({ kind: 'session' });
  });
});
