import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeTranslate } from '@countersign/ui';
import { describe, expect, it } from 'vitest';

const SOURCE = new URL('.', import.meta.url).pathname;
const LOCALE = readFileSync(new URL('../../../../locales/en/console.ftl', import.meta.url), 'utf8');
const DEFINED = [...LOCALE.matchAll(/^([a-z][\w-]*) =/gm)].map((match) => match[1] ?? '');
const CODE = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => readFileSync(join(SOURCE, name), 'utf8'))
  .join('\n');

/** Ids asked for by name (also in a choice between two), and patterns of those put together from parts. */
const CALLS = [...CODE.matchAll(/\bt\(([^`()]*?'[\w-]+'[^`()]*?)[,)]/gs)].map((match) => match[1] ?? '');
const LITERAL = CALLS.flatMap((call) =>
  [...call.matchAll(/'([a-z][\w]*-?[\w-]*)'/g)].map((match) => match[1] ?? ''),
);
const PATTERNS = [...CODE.matchAll(/\bt\(\s*`([^`]+)`/g)]
  .map((match) => (match[1] ?? '').replace(/\$\{(?:[^{}]|\{[^}]*\})*\}/g, '§'))
  .map((pattern) => new RegExp(`^${pattern.replaceAll('§', '[\\w-]+')}$`));

describe('the console’s locale', () => {
  it('has every message the program asks for', () => {
    const whole = LITERAL.filter((id) => id.includes('-') || ['loading', 'close'].includes(id));
    expect(whole.filter((id) => !DEFINED.includes(id))).toEqual([]);
    expect(whole.length).toBeGreaterThan(60);
    expect(PATTERNS.filter((pattern) => !DEFINED.some((id) => pattern.test(id)))).toEqual([]);
  });

  it('has no message that nothing asks for', () => {
    const asked = (id: string) =>
      CODE.includes(`'${id}'`) ||
      LOCALE.includes(`{ ${id} }`) ||
      PATTERNS.some((pattern) => pattern.test(id));
    expect(DEFINED.filter((id) => !asked(id))).toEqual([]);
  });

  it('defines each message once, and each can be put into words', () => {
    expect(DEFINED.filter((id, index) => DEFINED.indexOf(id) !== index)).toEqual([]);
    const t = makeTranslate('en', LOCALE);
    const names = [...LOCALE.matchAll(/\$(\w+)/g)].map((match) => match[1] ?? '');
    const args = Object.fromEntries(names.map((name) => [name, name === 'count' ? 2 : 'x']));
    for (const id of DEFINED) expect(t(id, args), id).not.toMatch(/^$|\{/);
  });
});
