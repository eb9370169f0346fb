import { useEffect, useState } from 'preact/hooks';

export type Route =
  | { name: 'queue' | 'inbox' | 'account' }
  | { name: 'case' | 'ticket' | 'investigation'; id: string };

function read(path: string): Route {
  const id = /^\/desk\/cases\/(ses_[0-9A-Z]+)$/.exec(path)?.[1];
  if (id) return { name: 'case', id };
  const face = /^\/desk\/cases\/(ses_[0-9A-Z]+)\/face$/.exec(path)?.[1];
  if (face) return { name: 'investigation', id: face };
  if (path === '/desk/account') return { name: 'account' };
  const ticket = /^\/desk\/tickets\/(tic_[0-9A-Z]+)$/.exec(path)?.[1];
  if (ticket) return { name: 'ticket', id: ticket };
  return path.startsWith('/desk/tickets') ? { name: 'inbox' } : { name: 'queue' };
}

const MOVED = 'countersign:moved';

/** Goes to another page of the console without loading it anew. */
export function go(path: string): void {
  history.pushState(null, '', path);
  dispatchEvent(new Event(MOVED));
}

export function useRoute(): Route {
  const [route, setRoute] = useState(() => read(location.pathname));
  useEffect(() => {
    const look = () => setRoute(read(location.pathname));
    addEventListener('popstate', look);
    addEventListener(MOVED, look);
    return () => {
      removeEventListener('popstate', look);
      removeEventListener(MOVED, look);
    };
  }, []);
  return route;
}
