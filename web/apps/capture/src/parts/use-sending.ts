import type { Sending } from '@countersign/api-client';
import { useCallback, useState } from 'preact/hooks';

/** How far an upload is, and whether it waits for the line. */
export function useSending() {
  const [share, setShare] = useState(0);
  const [waiting, setWaiting] = useState(false);
  const sending = useCallback((): Sending => {
    setShare(0);
    setWaiting(false);
    return { onProgress: setShare, onWaiting: setWaiting };
  }, []);
  return { share, waiting, sending };
}
