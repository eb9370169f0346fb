import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';

export type TextArgs = Record<string, FluentVariable>;
/** Looks a message up. Ids are checked against the locale by a test, so a missing one shows as itself. */
export type Translate = (id: string, args?: TextArgs) => string;

export function makeTranslate(locale: string, source: string): Translate {
  const bundle = new FluentBundle(locale, { useIsolating: false });
  bundle.addResource(new FluentResource(source));
  return (id, args) => {
    const message = bundle.getMessage(id);
    return message?.value ? bundle.formatPattern(message.value, args ?? null, []) : id;
  };
}
