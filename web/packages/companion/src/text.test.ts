import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeTranslate } from '@countersign/ui';
import { describe, expect, it } from 'vitest';

const SOURCE = new URL('.', import.meta.url).pathname;
const LOCALES = new URL('../../../../locales/', import.meta.url).pathname;
const PARTS = ['handoff.ftl', 'help.ftl', 'levels.ftl'];
const read = (language: string) =>
  PARTS.map((part) => join(LOCALES, language, part))
    .filter((path) => readdirSync(join(path, '..')).includes(path.split('/').at(-1) ?? ''))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
const idsOf = (text: string) => [...text.matchAll(/^([a-z][\w-]*) =/gm)].map((match) => match[1] ?? '');

const CODE = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => readFileSync(join(SOURCE, name), 'utf8'))
  .join('\n');
const LITERAL = [...CODE.matchAll(/\bt\(\s*'([\w-]+)'/g)].map((match) => match[1] ?? '');
const PATTERNS = [...CODE.matchAll(/\bt\(\s*`([^`]+)`/g)].map(
  (match) => new RegExp(`^${(match[1] ?? '').replace(/\$\{[^}]*\}/g, '[\\w-]+')}$`),
);
const ENGLISH = idsOf(read('en'));

describe('the texts of hand-off, help and levels', () => {
  it('are all there, and none without a use', () => {
    expect(LITERAL.filter((id) => !ENGLISH.includes(id))).toEqual([]);
    expect(PATTERNS.filter((pattern) => !ENGLISH.some((id) => pattern.test(id)))).toEqual([]);
    const asked = (id: string) =>
      CODE.includes(`'${id}'`) || CODE.includes(`"${id}"`) || PATTERNS.some((pattern) => pattern.test(id));
    expect(ENGLISH.filter((id) => !asked(id))).toEqual([]);
  });

  it.each(readdirSync(LOCALES))('can be put into words in %s', (language) => {
    const source = read(language);
    const t = makeTranslate(language, source);
    const names = [...source.matchAll(/\$(\w+)/g)].map((match) => match[1] ?? '');
    const args = Object.fromEntries(names.map((name) => [name, 2]));
    for (const id of idsOf(source)) expect(t(id, args), id).not.toMatch(/^$|\{/);
  });
});
