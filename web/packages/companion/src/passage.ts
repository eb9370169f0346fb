/** Where this device stands on the way of a session from one device to another. Kept for a reload, in this tab only. */
export type Passage = { kind: 'join'; code: string } | { kind: 'follow'; id: string; secret: string };

const followKey = (id: string) => `countersign.follow.${id}`;
const tokenKey = (id: string) => `countersign.token.${id}`;

/** This device passed the session on: its token opens nothing any more, the secret follows. */
export function keepFollow(id: string, secret: string): void {
  sessionStorage.setItem(followKey(id), secret);
  sessionStorage.removeItem(tokenKey(id));
}

/** This device has the session, or its result: whatever opens it is kept where the page looks for it. */
export function keepToken(id: string, token: string): void {
  sessionStorage.removeItem(followKey(id));
  sessionStorage.setItem(tokenKey(id), token);
}

export function readPassage(): Passage | null {
  const id = /^\/verify\/([\w-]+)\/?$/.exec(location.pathname)?.[1];
  if (id !== undefined) {
    const secret = sessionStorage.getItem(followKey(id));
    // A link that is opened again outranks what was followed before.
    return secret && location.hash === '' ? { kind: 'follow', id, secret } : null;
  }
  if (location.pathname !== '/join') return null;
  const code = location.hash.slice(1);
  history.replaceState(null, '', '/join');
  return { kind: 'join', code };
}
