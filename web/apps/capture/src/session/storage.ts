/**
 * A store may be full, and inside another page a browser may refuse it (private windows do, for pages of another site). What is kept there then lives as long
 * as the page: everything works, and a reload needs the link again, which the page around this one has.
 */
function memory(before: [string, string][]): Storage {
  const kept = new Map(before);
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    key: (index) => [...kept.keys()][index] ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => void kept.set(key, String(value)),
  };
}

/** What a store that is full still tells; nothing of one that may not be looked at. */
function readable(name: 'sessionStorage' | 'localStorage'): [string, string][] {
  try {
    return Object.entries({ ...window[name] });
  } catch {
    return [];
  }
}

for (const name of ['sessionStorage', 'localStorage'] as const) {
  try {
    // A store that is full refuses to write, one that is forbidden refuses to be looked at.
    window[name].setItem('countersign.probe', '1');
    window[name].removeItem('countersign.probe');
  } catch {
    Object.defineProperty(window, name, { value: memory(readable(name)), configurable: true });
  }
}
