/**
 * Remembers the key of a call that may have reached the server without its answer reaching us, so that the
 * repeat carries the same key and is done at most once. A changed body is another call and gets a new key.
 */
export class IdempotencyKeys {
  readonly #pending = new Map<string, { body: unknown; key: string }>();
  readonly #newKey: () => string;

  constructor(newKey: () => string = randomKey) {
    this.#newKey = newKey;
  }

  /** The key to send `body` to `path` with: bodies are compared by value when text, by reference when a Blob. */
  take(path: string, body: unknown): string {
    const pending = this.#pending.get(path);
    if (pending && pending.body === body) return pending.key;
    const key = this.#newKey();
    this.#pending.set(path, { body, key });
    return key;
  }

  /** The server answered: the key is spent. */
  settle(path: string): void {
    this.#pending.delete(path);
  }
}

/** UUID v4. `crypto.randomUUID` exists only in secure contexts; a page on plain http must still load and say so. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const set = (index: number, mask: number, bits: number) => {
    bytes[index] = ((bytes[index] ?? 0) & mask) | bits;
  };
  set(6, 0x0f, 0x40);
  set(8, 0x3f, 0x80);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
