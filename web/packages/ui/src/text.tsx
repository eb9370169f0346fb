import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Translate } from './translate';

const TextContext = createContext<Translate>((id) => id);

export function TextProvider({ translate, children }: { translate: Translate; children: ComponentChildren }) {
  return <TextContext.Provider value={translate}>{children}</TextContext.Provider>;
}

export const useText = (): Translate => useContext(TextContext);
