import english from '../../../../locales/en/console.ftl?raw';

/** The console speaks the languages that are built in; the browser says which the person reads. */
const BUILT_IN: Record<string, string> = { en: english };

const wanted = navigator.languages.map((tag) => tag.split('-')[0] ?? 'en').find((tag) => tag in BUILT_IN);

export const language = wanted ?? 'en';
export const source = BUILT_IN[language] ?? english;
