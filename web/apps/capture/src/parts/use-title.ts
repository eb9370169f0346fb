import { useText } from '@countersign/ui';
import { useEffect } from 'preact/hooks';

/** Names the tab after the screen: it is the first thing a screen reader says, and what a person finds again. */
export function useTitle(screen: string): void {
  const t = useText();
  useEffect(() => {
    document.title = t('page-title', { screen });
  }, [t, screen]);
}
