/** Where this device stands beside a session: on its way to another device, or before one. Kept for a reload, in this tab only. */
export type Passage =
  | { kind: 'join'; code: string }
  | { kind: 'follow'; id: string; secret: string }
  | { kind: 'levels'; id: string; secret: string };

/** Secrets of the server begin like this. Any other fragment, such as that of the link to the content, is a place on the page. */
const SECRET = /^#(c[a-z]{2}_[\w-]+)$/;

/** What a fragment opens; empty when it is none of ours. */
export const openerOf = (hash: string): string => SECRET.exec(hash)?.[1] ?? '';

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
    return secret && openerOf(location.hash) === '' ? { kind: 'follow', id, secret } : null;
  }
  const applicant = /^\/levels\/([\w-]+)\/?$/.exec(location.pathname)?.[1];
  if (applicant !== undefined) return { kind: 'levels', id: applicant, secret: levelsSecret(applicant) };
  if (location.pathname !== '/join') return null;
  const code = openerOf(location.hash);
  history.replaceState(null, '', '/join');
  return { kind: 'join', code };
}

const levelsKey = (id: string) => `countersign.levels.${id}`;
/** Whose levels this tab came from; the way back. */
const FROM = 'countersign.levels';

/** What opens the levels: from the address, which is cleared of it, or kept from before. Empty when there is none. */
function levelsSecret(id: string): string {
  const given = openerOf(location.hash);
  if (given !== '') {
    sessionStorage.setItem(levelsKey(id), given);
    sessionStorage.setItem(FROM, id);
    history.replaceState(null, '', `/levels/${id}`);
  }
  return given || (sessionStorage.getItem(levelsKey(id)) ?? '');
}

/** The address of the levels that this tab came from, if it did. */
export function wayBack(): string | null {
  const id = sessionStorage.getItem(FROM);
  return id && sessionStorage.getItem(levelsKey(id)) ? `/levels/${id}` : null;
}
