/**
 * Inside another page a browser may refuse this tab's store (private windows do, for pages of another site). What is kept there then lives as long
 * as the page: everything works, and a reload needs the link again, which the page around this one has.
 */
function memory(): Storage {
  const kept = new Map<string, string>();
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

for (const name of ['sessionStorage', 'localStorage'] as const) {
  try {
    window[name].getItem('');
  } catch {
    Object.defineProperty(window, name, { value: memory(), configurable: true });
  }
}
