import { useLayoutEffect, useRef } from 'preact/hooks';

type Keys = Record<string, (() => void) | undefined>;

/**
 * Single keys that do something, except while the person writes or chooses in a field; keys that work a control stay with the one that
 * has the focus.
 */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  // Before the screen shows: who sees a key's name can press it at once.
  useLayoutEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const target = event.target as HTMLElement | null;
      const writes = target?.closest(
        'textarea, select, input:not([type=radio]):not([type=checkbox]):not([type=range])',
      );
      if (writes && event.key !== 'Escape') return;
      const own = /^( |Enter|Arrow.*)$/.test(event.key);
      if (own && target?.closest('button, a, summary, input')) return;
      const act = latest.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', hear);
    return () => removeEventListener('keydown', hear);
  }, []);
}
