import { ApiError, NetworkError, type Problem } from '@countersign/api-client';
import { useCallback, useRef, useState } from 'preact/hooks';
import { isBadLink, useSessionHandle } from './use-session';

export type Failure = { kind: 'network' } | { kind: 'server' } | { kind: 'refused'; problem: Problem };

export function failureOf(error: unknown): Failure {
  if (error instanceof NetworkError) return { kind: 'network' };
  if (error instanceof ApiError && error.status < 500 && error.problem.title !== '') {
    return { kind: 'refused', problem: error.problem };
  }
  return { kind: 'server' };
}

/** One thing the person asked for: runs once at a time, keeps why it failed, and looks again when the session moved on. */
export function useAction() {
  const { refresh } = useSessionHandle();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const running = useRef(false);

  const run = useCallback(
    async (work: () => Promise<unknown>) => {
      if (running.current) return;
      running.current = true;
      setBusy(true);
      setFailure(null);
      try {
        await work();
      } catch (error) {
        setFailure(failureOf(error));
        // 409: another tab or the clock moved the session. The server knows the right screen.
        const moved = isBadLink(error) || (error instanceof ApiError && error.status === 409);
        if (moved) await refresh().catch(() => undefined);
      } finally {
        running.current = false;
        setBusy(false);
      }
    },
    [refresh],
  );

  return { busy, failure, run, clear: useCallback(() => setFailure(null), []) };
}
