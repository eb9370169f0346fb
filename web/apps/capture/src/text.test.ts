import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeTranslate } from '@countersign/ui';
import { describe, expect, it } from 'vitest';

const SOURCE = new URL('.', import.meta.url).pathname;
const LOCALE = readFileSync(new URL('../../../../locales/en/capture.ftl', import.meta.url), 'utf8');
const DEFINED = [...LOCALE.matchAll(/^([a-z][\w-]*) =/gm)].map((match) => match[1] ?? '');

const files = (folder: string, ends: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ends.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'));

const CODE = files(SOURCE, /\.tsx?$/).join('\n');
const SHELL = readFileSync(new URL('../index.html', import.meta.url), 'utf8');

/** Ids asked for by name, and patterns of those put together from parts. */
const LITERAL = [
  ...[...CODE.matchAll(/\bt\(\s*'([\w-]+)'/g)].map((match) => match[1] ?? ''),
  ...[...CODE.matchAll(/'(details-error-[\w-]+)'/g)].map((match) => match[1] ?? ''),
  ...[...SHELL.matchAll(/%text:([\w-]+)%/g)].map((match) => match[1] ?? ''),
];
const PATTERNS = [...CODE.matchAll(/(?:\bt\(\s*|const id = )`([^`]+)`/g)]
  .map((match) => (match[1] ?? '').replace(/\$\{(?:[^{}]|\{[^}]*\})*\}/g, '§'))
  .filter((pattern) => pattern.replaceAll('§', '').length > 2)
  .map((pattern) => new RegExp(`^${pattern.replaceAll('§', '[\\w-]+')}$`));

describe('the locale', () => {
  it('has every message the program asks for', () => {
    expect(LITERAL.filter((id) => !DEFINED.includes(id))).toEqual([]);
    expect(LITERAL.length).toBeGreaterThan(80);
    expect(PATTERNS.filter((pattern) => !DEFINED.some((id) => pattern.test(id)))).toEqual([]);
  });

  it('has no message that nothing asks for', () => {
    const inner = [...LOCALE.matchAll(/\{ ([a-z][\w-]*) \}/g)].map((match) => match[1] ?? '');
    const asked = (id: string) =>
      LITERAL.includes(id) || inner.includes(id) || PATTERNS.some((pattern) => pattern.test(id));
    expect(DEFINED.filter((id) => !asked(id))).toEqual([]);
  });

  it('defines each message once, and each can be put into words', () => {
    expect(DEFINED.filter((id, index) => DEFINED.indexOf(id) !== index)).toEqual([]);
    const t = makeTranslate('en', LOCALE);
    const args = {
      screen: 'x',
      count: 1,
      current: 1,
      total: 2,
      document: 'id_card',
      megabytes: 1,
      seconds: 1,
      version: '1',
      digits: '1',
      until: new Date(),
    };
    for (const id of DEFINED) expect(t(id, args), id).not.toMatch(/^$|\{/);
    expect(t('result-tries-left', { count: 0 })).not.toBe(t('result-tries-left', { count: 2 }));
  });

  it('is the only place with words: no text stands between tags in the code', () => {
    const prose = files(SOURCE, /\.tsx$/).flatMap((text) => [
      ...text.matchAll(/>\s*([A-Z][a-z]+(?: [\w’']+)*[.!?]?)\s*<\//g),
    ]);
    expect(prose.map((match) => match[1])).toEqual([]);
  });
});
