import { ApiError, NetworkError, type Session, SessionClient } from '@countersign/api-client';
import { useLanguage } from '@countersign/ui';
import { createContext } from 'preact';
import { useCallback, useContext, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Link } from './link';
import { onReturn } from './return';

export type SessionState =
  | { phase: 'loading' }
  | { phase: 'bad-link' }
  | { phase: 'offline' }
  | { phase: 'server-problem' }
  | { phase: 'ready'; session: Session };

/** The link does not open this session: refused, forbidden, unknown or gone. */
const BAD_LINK = [401, 403, 404, 410];

export const isBadLink = (error: unknown) => error instanceof ApiError && BAD_LINK.includes(error.status);

export function useSession(link: Link) {
  const { tag } = useLanguage();
  const client = useMemo(
    () => new SessionClient(link.id, link.token, { language: () => document.documentElement.lang }),
    [link.id, link.token],
  );
  const [state, setState] = useState<SessionState>({ phase: 'loading' });

  // Answers may overtake each other; an older one never replaces a newer.
  const asked = useRef(0);
  const refresh = useCallback(async () => {
    asked.current += 1;
    const mine = asked.current;
    try {
      const session = await client.get();
      if (mine === asked.current) setState({ phase: 'ready', session });
    } catch (error) {
      // What is on the screen stays there when only the line is gone: it may hold a photo not yet sent.
      setState((now) => (now.phase === 'ready' && !isBadLink(error) ? now : { phase: phaseFor(error) }));
      throw error;
    }
  }, [client]);

  // Asked again when the language changes: reasons are worded by the server.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tag is in the header that the client reads
  useEffect(() => {
    refresh().catch(() => undefined);
  }, [refresh, tag]);

  useEffect(() => onReturn(() => refresh().catch(() => undefined)), [refresh]);

  return { client, state, refresh };
}

function phaseFor(error: unknown): 'bad-link' | 'offline' | 'server-problem' {
  if (isBadLink(error)) return 'bad-link';
  return error instanceof NetworkError ? 'offline' : 'server-problem';
}

export interface SessionHandle {
  client: SessionClient;
  link: Link;
  session: Session;
  /** Asks the server where the session stands; the screen follows from its answer. */
  refresh: () => Promise<void>;
}

export const SessionContext = createContext<SessionHandle | null>(null);

export function useSessionHandle(): SessionHandle {
  const handle = useContext(SessionContext);
  if (!handle) throw new Error('this screen belongs inside a session');
  return handle;
}
