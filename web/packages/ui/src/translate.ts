import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';

export type TextArgs = Record<string, FluentVariable>;
/** Looks a message up. Ids are checked against the locale by a test, so a missing one shows as itself. */
export type Translate = (id: string, args?: TextArgs) => string;

/** Scripts written from right to left, by the language tags that are used here. */
const RIGHT_TO_LEFT = ['ar', 'he', 'fa', 'ur'];

export const directionOf = (locale: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.includes(locale.split('-')[0] ?? '') ? 'rtl' : 'ltr';

export function makeTranslate(locale: string, source: string): Translate {
  // Names and numbers inside a right-to-left sentence need their own direction.
  const bundle = new FluentBundle(locale, { useIsolating: directionOf(locale) === 'rtl' });
  bundle.addResource(new FluentResource(source));
  return (id, args) => {
    const message = bundle.getMessage(id);
    return message?.value ? bundle.formatPattern(message.value, args ?? null, []) : id;
  };
}
