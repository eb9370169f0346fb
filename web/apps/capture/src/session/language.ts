/** The languages of the page, each by its own name, and how to load its texts. English is always there. */
export const LANGUAGES = [
  ['en', 'English'],
  ['ar', 'العربية'],
  ['de', 'Deutsch'],
  ['es', 'Español'],
  ['fr', 'Français'],
  ['hi', 'हिन्दी'],
  ['id', 'Bahasa Indonesia'],
  ['pt', 'Português'],
  ['ru', 'Русский'],
  ['tr', 'Türkçe'],
  ['vi', 'Tiếng Việt'],
  ['zh-Hans', '简体中文'],
  ['zh-Hant', '繁體中文'],
] as const;

const TAGS: string[] = LANGUAGES.map(([tag]) => tag);
const KEY = 'countersign.language';
const TRADITIONAL = /^zh-(hant|tw|hk|mo)\b/i;

/** Of the languages a person prefers, the first that the page has. */
export function match(preferred: readonly string[], tags: readonly string[] = TAGS): string {
  for (const tag of preferred) {
    const base = tag.toLowerCase().split('-')[0] ?? '';
    const known = base === 'zh' ? (TRADITIONAL.test(tag) ? 'zh-Hant' : 'zh-Hans') : base;
    if (tags.includes(known)) return known;
  }
  return 'en';
}

interface Wishes {
  tags?: readonly string[];
  search: string;
  stored: string | null;
  preferred: readonly string[];
}

/** Chosen in the address (`?lang=`), here before, or in the browser; in this order. */
export function firstLanguage({ search, stored, preferred, tags = TAGS }: Wishes): string {
  const asked = new URLSearchParams(search).get('lang');
  return match(
    [asked, stored, ...preferred].filter((tag): tag is string => Boolean(tag)),
    tags,
  );
}

/** What was chosen here before. A browser that keeps nothing for pages throws: the choice then lasts until a reload. */
export function remembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function remember(tag: string): void {
  try {
    localStorage.setItem(KEY, tag);
  } catch {
    // As above.
  }
}

const SOURCES = import.meta.glob<string>(['../../../../../locales/*/capture.ftl', '!**/en/*'], {
  query: '?raw',
  import: 'default',
});

/** The texts of a language other than English, loaded when they are wanted. */
export async function load(tag: string): Promise<string | null> {
  const source = SOURCES[`../../../../../locales/${tag}/capture.ftl`];
  return source ? source() : null;
}
