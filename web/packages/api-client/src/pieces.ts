import type { Caller } from './client';
import { ApiError, NetworkError } from './errors';
import type { UploadState } from './types';

export interface Sending {
  /** Called with the share that has arrived, 0 to 1. */
  onProgress?: (share: number) => void;
  /** Called with true when the line is gone and the upload waits for it, with false when it goes on. */
  onWaiting?: (waiting: boolean) => void;
}

/** Files up to this length go in one; so much is quickly sent again on any line. */
const WHOLE_BYTES = 256 * 1024;
/** A piece takes about 20 s on a line of 200 kbit/s: what a break costs at most. */
const PIECE_BYTES = 512 * 1024;
/** So long the upload waits for the line before the person is asked, in ms. */
const PATIENCE_MS = 5 * 60_000;
/** Between two looks whether the line is back, in ms; the browser's own word may come sooner. */
const LOOK_MS = 3000;

/** Sends files so that a broken line costs one piece and nobody has to press a button. */
export class Pieces {
  readonly #call: Caller;
  readonly #base: string;
  readonly #patienceMs: number;

  constructor(call: Caller, base: string, patienceMs = PATIENCE_MS) {
    this.#call = call;
    this.#base = base;
    this.#patienceMs = patienceMs;
  }

  async send(kind: string, file: Blob, challenge: string | null, sending: Sending): Promise<void> {
    const sha256 = file.size > WHOLE_BYTES ? await digest(file) : null;
    // Without a secure context there is no hash, and the file goes in one.
    if (sha256 === null) return this.#whole(kind, file, challenge, sending);
    const announce = () =>
      this.#call.post<UploadState>({
        path: `${this.#base}/uploads`,
        json: { kind, bytes: file.size, sha256, ...(challenge ? { challenge_id: challenge } : {}) },
      });
    let { upload_id, offset } = await patiently(announce, sending, this.#patienceMs);
    for (;;) {
      sending.onProgress?.(offset / file.size);
      // The same slice is sent again after a break, under the same key: the server takes it once.
      const piece = file.slice(offset, offset + PIECE_BYTES, 'application/octet-stream');
      const from = offset;
      const state: UploadState = await patiently(
        () => this.#piece(upload_id, from, piece, file.size, sending),
        sending,
        this.#patienceMs,
      );
      if (state.evidence_id) return;
      offset = state.offset;
    }
  }

  async #piece(
    id: string,
    from: number,
    blob: Blob,
    total: number,
    { onProgress }: Sending,
  ): Promise<UploadState> {
    const path = `${this.#base}/uploads/${id}`;
    try {
      return await this.#call.post<UploadState>({
        path,
        blob,
        headers: { 'Upload-Offset': String(from) },
        onProgress: (share) => onProgress?.((from + share * blob.size) / total),
      });
    } catch (error) {
      // Another tab was quicker, or an answer was lost with its key: the server knows where to go on.
      if (error instanceof ApiError && error.problem.code === 'state_conflict')
        return this.#call.get<UploadState>(path);
      throw error;
    }
  }

  #whole(kind: string, blob: Blob, challenge: string | null, sending: Sending): Promise<void> {
    const send = () =>
      this.#call.post<void>({
        path: `${this.#base}/evidence/${kind}`,
        blob,
        ...(challenge ? { headers: { 'Countersign-Challenge': challenge } } : {}),
        ...(sending.onProgress ? { onProgress: sending.onProgress } : {}),
      });
    return patiently(send, sending, this.#patienceMs);
  }
}

/** Repeats what got no answer until the line is back or patience ends. */
async function patiently<T>(
  attempt: () => Promise<T>,
  { onWaiting }: Sending,
  patienceMs: number,
): Promise<T> {
  const until = Date.now() + patienceMs;
  let waited = false;
  for (;;) {
    try {
      const answer = await attempt();
      if (waited) onWaiting?.(false);
      return answer;
    } catch (error) {
      const pending = error instanceof ApiError && error.problem.code === 'idempotency_in_progress';
      if (!(error instanceof NetworkError || pending) || Date.now() >= until) throw error;
      waited = true;
      onWaiting?.(true);
      await lineBack();
    }
  }
}

/** Until the browser says that it is online, or for a moment at most: it is often wrong. */
function lineBack(): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(end, LOOK_MS);
    function end() {
      clearTimeout(timer);
      globalThis.removeEventListener?.('online', end);
      done();
    }
    globalThis.addEventListener?.('online', end);
  });
}

async function digest(file: Blob): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null;
  const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
