import { sessionPath } from './call';

/** What the server tells of a session whenever it changes. */
export interface Progress {
  status: string;
  attempt: number;
  steps: { step: string; state: 'required' | 'done' | 'redo' | 'not_needed' }[];
  handoff: 'none' | 'waiting' | 'opened' | 'confirmed' | 'taken' | 'denied' | 'returned' | 'expired';
  number?: string;
  second_refused: boolean;
}

/** Pause before a stream that ended or broke is opened again, in ms. */
const AGAIN_MS = 1_500;

/**
 * Follows a session by server-sent events until `stop` is called. The secret travels in a header, which `EventSource` cannot send, so the
 * stream is read by hand. `onGone`: the secret opens nothing any more.
 */
export function follow(
  link: { id: string; secret: string },
  told: { onProgress: (progress: Progress) => void; onGone: () => void },
): () => void {
  const abort = new AbortController();
  const once = async () => {
    const answer = await fetch(`${sessionPath(link.id)}/events`, {
      headers: { Authorization: `Bearer ${link.secret}` },
      credentials: 'omit',
      signal: abort.signal,
    });
    if (answer.status === 401 || answer.status === 404) return true;
    if (!answer.ok || !answer.body) return false;
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += part.value;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const line = (name: string) =>
          block
            .split('\n')
            .find((candidate) => candidate.startsWith(`${name}:`))
            ?.slice(name.length + 1)
            .trim();
        if (line('event') === 'gone') return true;
        const data = line('data');
        if (line('event') === 'session' && data) told.onProgress(JSON.parse(data));
      }
    }
    return false;
  };
  const run = async () => {
    while (!abort.signal.aborted) {
      const gone = await once().catch(() => false);
      if (abort.signal.aborted) return;
      if (gone) return told.onGone();
      await new Promise((done) => setTimeout(done, AGAIN_MS));
    }
  };
  run();
  return () => abort.abort();
}
