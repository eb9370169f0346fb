/** The console speaks the languages that it has texts in; the browser says which the person reads. */
const FILES = import.meta.glob<string>('../../../../locales/*/console.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const sources = new Map(
  Object.entries(FILES).map(([path, source]) => [path.split('/').at(-2) ?? 'en', source] as const),
);
const wanted = navigator.languages.find((tag) => sources.has(tag) || sources.has(tag.split('-')[0] ?? ''));
const found = wanted && (sources.has(wanted) ? wanted : wanted.split('-')[0]);

export const language = found ?? 'en';
export const source = sources.get(language) ?? '';
