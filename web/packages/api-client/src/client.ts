import { ApiError, NetworkError, parseProblem } from './errors';
import { IdempotencyKeys } from './idempotency';
import { type Answer, type Transport, xhrTransport } from './transport';
import type { Challenge, Declaration, DemoSession, DocumentSide, Evidence, Session } from './types';

/** A JSON call gives up after this long; an upload on a slow line needs longer. */
const CALL_TIMEOUT_MS = 20_000;
const UPLOAD_TIMEOUT_MS = 180_000;
/** Pauses before the repeats of a call that got no answer, in ms. After the last the person is asked. */
const RETRY_PAUSES_MS = [400, 1200];

export interface ClientOptions {
  transport?: Transport;
  keys?: IdempotencyKeys;
  /** Waits between repeats; tests pass one that does not wait. */
  pause?: (ms: number) => Promise<void>;
}

interface Post {
  path: string;
  json?: unknown;
  blob?: Blob;
  headers?: Record<string, string>;
  onProgress?: (share: number) => void;
}

type Progress = (share: number) => void;

/** Makes calls, repeats the unanswered ones under one idempotency key, and turns refusals into `ApiError`. */
class Caller {
  readonly #transport: Transport;
  readonly #keys: IdempotencyKeys;
  readonly #pause: (ms: number) => Promise<void>;
  readonly #token: string | undefined;

  constructor(token: string | undefined, options: ClientOptions) {
    this.#token = token;
    this.#transport = options.transport ?? xhrTransport;
    this.#keys = options.keys ?? new IdempotencyKeys();
    this.#pause = options.pause ?? ((ms) => new Promise((done) => setTimeout(done, ms)));
  }

  async get<T>(path: string): Promise<T> {
    return read<T>(
      await this.#send(() =>
        this.#transport({ method: 'GET', url: path, headers: this.#headers(), timeoutMs: CALL_TIMEOUT_MS }),
      ),
    );
  }

  async post<T>({ path, json, blob, headers, onProgress }: Post): Promise<T> {
    const body = blob ?? (json === undefined ? undefined : JSON.stringify(json));
    const key = this.#keys.take(path, body);
    const type = blob ? blob.type : json === undefined ? undefined : 'application/json';
    const answer = await this.#send(() =>
      this.#transport({
        method: 'POST',
        url: path,
        headers: {
          ...this.#headers(),
          'Idempotency-Key': key,
          ...(type ? { 'Content-Type': type } : {}),
          ...headers,
        },
        ...(body === undefined ? {} : { body }),
        ...(onProgress ? { onProgress } : {}),
        timeoutMs: blob ? UPLOAD_TIMEOUT_MS : CALL_TIMEOUT_MS,
      }),
    );
    this.#keys.settle(path);
    return read<T>(answer);
  }

  #headers(): Record<string, string> {
    return {
      Accept: 'application/json, application/problem+json',
      ...(this.#token ? { Authorization: `Bearer ${this.#token}` } : {}),
    };
  }

  async #send(attempt: () => Promise<Answer>): Promise<Answer> {
    for (const pauseMs of RETRY_PAUSES_MS) {
      try {
        return await attempt();
      } catch (error) {
        if (!(error instanceof NetworkError)) throw error;
        await this.#pause(pauseMs);
      }
    }
    return attempt();
  }
}

function read<T>(answer: Answer): T {
  if (answer.status < 200 || answer.status > 299)
    throw new ApiError(parseProblem(answer.status, answer.body));
  if (answer.body === '') return undefined as T;
  try {
    return JSON.parse(answer.body) as T;
  } catch {
    throw new ApiError(parseProblem(answer.status, answer.body));
  }
}

/** What one applicant may do with one session. The token reads and writes nothing else. */
export class SessionClient {
  readonly id: string;
  readonly #call: Caller;
  readonly #base: string;

  constructor(id: string, token: string, options: ClientOptions = {}) {
    this.id = id;
    this.#call = new Caller(token, options);
    this.#base = `/v1/sessions/${encodeURIComponent(id)}`;
  }

  get(): Promise<Session> {
    return this.#call.get(this.#base);
  }

  consent(version: string, language: string): Promise<void> {
    return this.#call.post({ path: `${this.#base}/consent`, json: { version, language } });
  }

  declare(declaration: Declaration): Promise<void> {
    return this.#call.post({ path: `${this.#base}/declaration`, json: declaration });
  }

  sendPhoto(side: DocumentSide, photo: Blob, onProgress?: Progress): Promise<Evidence> {
    return this.#call.post({
      path: `${this.#base}/evidence/${side}`,
      blob: photo,
      ...(onProgress ? { onProgress } : {}),
    });
  }

  challenge(): Promise<Challenge> {
    return this.#call.post({ path: `${this.#base}/challenge` });
  }

  sendClip(challengeId: string, clip: Blob, onProgress?: Progress): Promise<Evidence> {
    return this.#call.post({
      path: `${this.#base}/evidence/liveness_video`,
      blob: clip,
      headers: { 'Countersign-Challenge': challengeId },
      ...(onProgress ? { onProgress } : {}),
    });
  }

  submit(): Promise<void> {
    return this.#call.post({ path: `${this.#base}/submit` });
  }
}

/** The demonstration's own door; a server that is not one answers `enabled: false`. */
export class DemoClient {
  readonly #call: Caller;

  constructor(options: ClientOptions = {}) {
    this.#call = new Caller(undefined, options);
  }

  async enabled(): Promise<boolean> {
    const { enabled } = await this.#call.get<{ enabled: boolean }>('/v1/demo');
    return enabled;
  }

  start(): Promise<DemoSession> {
    return this.#call.post({ path: '/v1/demo/sessions' });
  }
}
