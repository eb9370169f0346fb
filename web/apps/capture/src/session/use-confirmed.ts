import type { Session } from '@countersign/api-client';
import { useCallback, useState } from 'preact/hooks';

const keyOf = (session: Session) => `countersign.confirmed.${session.id}`;

/**
 * Whether what was read was confirmed. Kept over a reload and over a repeated video: nothing confirmed is asked again until a document
 * reads otherwise. Only a short mark of the reading is kept, not what it says.
 */
export function useConfirmed(session: Session) {
  const [seen, setSeen] = useState(() => sessionStorage.getItem(keyOf(session)));
  const mark = markOf(JSON.stringify([session.reading?.legal_name, session.reading?.birth_date]));
  const confirm = useCallback(() => {
    sessionStorage.setItem(keyOf(session), mark);
    setSeen(mark);
  }, [session, mark]);
  return { value: seen === mark, confirm };
}

/** FNV-1a, 32 bits: enough to tell one reading from the next, far too little to tell what it was. */
function markOf(text: string): string {
  let mark = 0x811c9dc5;
  for (const unit of new TextEncoder().encode(text)) mark = Math.imul(mark ^ unit, 0x01000193);
  return (mark >>> 0).toString(16);
}
