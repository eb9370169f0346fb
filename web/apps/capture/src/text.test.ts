import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeTranslate } from '@countersign/ui';
import { FluentResource } from '@fluent/bundle';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from './session/language';

const SOURCE = new URL('.', import.meta.url).pathname;
const SDK = new URL('../../../packages/capture-sdk/src', import.meta.url).pathname;
const LOCALES = new URL('../../../../locales/', import.meta.url).pathname;
const read = (language: string) => readFileSync(join(LOCALES, language, 'capture.ftl'), 'utf8');
const ids = (text: string) => [...text.matchAll(/^([a-z][\w-]*) =/gm)].map((match) => match[1] ?? '');
const LOCALE = read('en');
const DEFINED = ids(LOCALE);

const files = (folder: string, ends: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ends.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'));

const CODE = [...files(SOURCE, /\.tsx?$/), ...files(SDK, /(guidance|device)\.ts$/)].join('\n');
const SHELL = readFileSync(new URL('../index.html', import.meta.url), 'utf8');

/** Ids asked for by name, and patterns of those put together from parts. */
const LITERAL = [
  ...[...CODE.matchAll(/\bt\(\s*'([\w-]+)'/g)].map((match) => match[1] ?? ''),
  ...[...CODE.matchAll(/'(details-error-[\w-]+|help-[\w-]+)'/g)].map((match) => match[1] ?? ''),
  ...[...SHELL.matchAll(/%text:([\w-]+)%/g)].map((match) => match[1] ?? ''),
];
/** Ids handed on by a choice between two, such as `t(a ? 'one' : 'other')`. */
const QUOTED = [...CODE.matchAll(/'([a-z][\w-]+)'/g)].map((match) => match[1] ?? '');
const PATTERNS = [...CODE.matchAll(/(?:\bt\([^)'`]*|: )`([^`]+)`/g)]
  .map((match) => (match[1] ?? '').replace(/\$\{(?:[^{}]|\{[^}]*\})*\}/g, '§'))
  .filter(
    (pattern) =>
      /^[a-z§][\w§-]*$/.test(pattern) && pattern.includes('§') && pattern.replaceAll('§', '').length > 2,
  )
  .map((pattern) => new RegExp(`^${pattern.replaceAll('§', '[\\w-]+')}$`));

const ARGS = {
  screen: 'x',
  count: 1,
  current: 1,
  total: 2,
  document: 'id_card',
  megabytes: 1,
  seconds: 1,
  version: '1',
  digits: '1',
  position: 2,
  until: new Date('2026-12-01T00:00:00Z'),
  from: '9:00',
  half: 'x',
  most: 'x',
  device: 'x',
  browser: 'x',
  os: 'x',
  app: 'x',
  home: 'x',
  language: 'x',
};

describe('the locale', () => {
  it('has every message the program asks for', () => {
    expect(LITERAL.filter((id) => !DEFINED.includes(id))).toEqual([]);
    expect(LITERAL.length).toBeGreaterThan(80);
    expect(PATTERNS.filter((pattern) => !DEFINED.some((id) => pattern.test(id)))).toEqual([]);
  });

  it('has no message that nothing asks for', () => {
    const inner = [...LOCALE.matchAll(/\{ ([a-z][\w-]*) \}/g)].map((match) => match[1] ?? '');
    const asked = (id: string) =>
      [LITERAL, QUOTED, inner].some((list) => list.includes(id)) ||
      PATTERNS.some((pattern) => pattern.test(id));
    expect(DEFINED.filter((id) => !asked(id))).toEqual([]);
  });

  it('is the only place with words: no text stands between tags in the code', () => {
    const prose = files(SOURCE, /\.tsx$/).flatMap((text) => [
      ...text.matchAll(/>\s*([A-Z][a-z]+(?: [\w’']+)*[.!?]?)\s*<\//g),
    ]);
    expect(prose.map((match) => match[1])).toEqual([]);
  });
});

/** What each message needs to be told, by its id. */
function variables(text: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  let id = '';
  for (const line of text.split('\n').filter((line) => !line.startsWith('#'))) {
    id = /^([a-z][\w-]*) =/.exec(line)?.[1] ?? id;
    for (const [, name] of line.matchAll(/\$(\w+)/g)) {
      found[id] ??= [];
      if (name && !found[id]?.includes(name)) found[id]?.push(name);
    }
    found[id]?.sort();
  }
  return found;
}

describe.each(LANGUAGES.map(([tag]) => tag))('in %s', (tag) => {
  const text = read(tag);
  it('every message is there once, and no other', () => {
    expect(ids(text).sort()).toEqual([...DEFINED].sort());
  });

  it('every message can be put into words and keeps its variables', () => {
    expect(new FluentResource(text).body.length).toBe(DEFINED.length);
    const t = makeTranslate(tag, text);
    for (const id of DEFINED) expect(t(id, ARGS), id).not.toMatch(/^$|\{/);
    const [mine, english] = [variables(text), variables(LOCALE)];
    // A language may leave a variable out (a plural it does not have), and never ask for one that is not given.
    for (const [id, names] of Object.entries(mine))
      for (const name of names) expect(english[id] ?? [], `${tag} ${id}`).toContain(name);
    expect(t('result-tries-left', { count: 0 })).not.toBe(t('result-tries-left', { count: 2 }));
  });

  it('is written in its own words', () => {
    if (tag === 'en') return expect(text).toBe(LOCALE);
    const same = DEFINED.filter(
      (id) => makeTranslate(tag, text)(id, ARGS) === makeTranslate('en', LOCALE)(id, ARGS),
    );
    // Names of things that are the same everywhere, and no more.
    expect(same.length, same.join(' ')).toBeLessThan(DEFINED.length / 12);
  });
});
