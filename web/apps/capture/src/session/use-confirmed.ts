import type { Session } from '@countersign/api-client';
import { useCallback, useState } from 'preact/hooks';

const keyOf = (session: Session) => `countersign.confirmed.${session.id}`;

/** Whether what was read was confirmed in this try. Kept over a reload: nothing confirmed is asked again. */
export function useConfirmed(session: Session) {
  const [at, setAt] = useState(() => sessionStorage.getItem(keyOf(session)));
  const attempt = String(session.attempt);
  const confirm = useCallback(() => {
    sessionStorage.setItem(keyOf(session), attempt);
    setAt(attempt);
  }, [session, attempt]);
  return { value: at === attempt, confirm };
}
