import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Translate } from './translate';

export interface Language {
  /** BCP 47 tag. */
  tag: string;
  choose: (tag: string) => void;
}

const TextContext = createContext<Translate>((id) => id);
const LanguageContext = createContext<Language>({ tag: 'en', choose: () => undefined });

interface Props {
  translate: Translate;
  language?: Language;
  children: ComponentChildren;
}

export function TextProvider({ translate, language, children }: Props) {
  const words = <TextContext.Provider value={translate}>{children}</TextContext.Provider>;
  return language ? <LanguageContext.Provider value={language}>{words}</LanguageContext.Provider> : words;
}

export const useText = (): Translate => useContext(TextContext);
export const useLanguage = (): Language => useContext(LanguageContext);
