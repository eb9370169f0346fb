import { openerOf } from '@countersign/companion/passage';

/**
 * The link is `/verify/<session id>#<token>`. The fragment never reaches a server log; once read it is taken
 * out of the address bar, so that a copied address or a screenshot does not give the session away.
 */
export interface Link {
  id: string;
  token: string;
}

export type Entry = { kind: 'start' } | { kind: 'incomplete' } | { kind: 'session'; link: Link };

interface Page {
  location: Pick<Location, 'pathname' | 'hash'>;
  history: Pick<History, 'replaceState'>;
  storage: Pick<Storage, 'getItem' | 'setItem'>;
}

const tokenKey = (id: string) => `countersign.token.${id}`;

export function readEntry({ location, history, storage }: Page): Entry {
  const id = /^\/verify\/([\w-]+)\/?$/.exec(location.pathname)?.[1];
  if (id === undefined) return { kind: 'start' };
  const fromLink = openerOf(location.hash);
  if (fromLink !== '') {
    storage.setItem(tokenKey(id), fromLink);
    history.replaceState(null, '', `/verify/${id}`);
  }
  const token = fromLink || storage.getItem(tokenKey(id));
  return token ? { kind: 'session', link: { id, token } } : { kind: 'incomplete' };
}

/** Enters a session that was just made, as if its link had been opened. */
export function enter(link: Link, { history, storage }: Omit<Page, 'location'>): void {
  storage.setItem(tokenKey(link.id), link.token);
  history.replaceState(null, '', `/verify/${link.id}`);
}
