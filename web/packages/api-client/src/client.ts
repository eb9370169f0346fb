import { ApiError, NetworkError, parseProblem } from './errors';
import { IdempotencyKeys } from './idempotency';
import { Pieces, type Sending } from './pieces';
import { type Answer, type Transport, xhrTransport } from './transport';
import type {
  Challenge,
  Declaration,
  DemoLevels,
  DemoSession,
  DocumentSide,
  Look,
  Service,
  Session,
  Way,
} from './types';

/** A JSON call gives up after this long; an upload on a slow line needs longer. */
const CALL_TIMEOUT_MS = 20_000;
const UPLOAD_TIMEOUT_MS = 180_000;
/** A look takes a second or two; asked again while it runs, the server would only say that it is busy with it. */
const LOOK_TIMEOUT_MS = 90_000;
/** Pauses before the repeats of a call that got no answer, in ms. After the last the person is asked. */
const RETRY_PAUSES_MS = [400, 1200];

export interface ClientOptions {
  transport?: Transport;
  keys?: IdempotencyKeys;
  /** Waits between repeats; tests pass one that does not wait. */
  pause?: (ms: number) => Promise<void>;
  /** So long an upload waits for a line that is gone before the person is asked, in ms. */
  patienceMs?: number;
  /** BCP 47 tag in which refusals and reasons are to be worded. */
  language?: () => string;
}

interface Post {
  path: string;
  json?: unknown;
  blob?: Blob;
  headers?: Record<string, string>;
  onProgress?: (share: number) => void;
  timeoutMs?: number;
}

/** Makes calls, repeats the unanswered ones under one idempotency key, and turns refusals into `ApiError`. */
export class Caller {
  readonly #transport: Transport;
  readonly #keys: IdempotencyKeys;
  readonly #pause: (ms: number) => Promise<void>;
  readonly #token: string | undefined;
  readonly #language: () => string;

  constructor(token: string | undefined, options: ClientOptions) {
    this.#token = token;
    this.#language = options.language ?? (() => 'en');
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

  async post<T>({ path, json, blob, headers, onProgress, timeoutMs }: Post): Promise<T> {
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
        timeoutMs: timeoutMs ?? (blob ? UPLOAD_TIMEOUT_MS : CALL_TIMEOUT_MS),
      }),
    );
    this.#keys.settle(path);
    return read<T>(answer);
  }

  #headers(): Record<string, string> {
    return {
      Accept: 'application/json, application/problem+json',
      'Accept-Language': this.#language(),
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
  readonly #pieces: Pieces;

  constructor(id: string, token: string, options: ClientOptions = {}) {
    this.id = id;
    this.#call = new Caller(token, options);
    this.#base = `/v1/sessions/${encodeURIComponent(id)}`;
    this.#pieces = new Pieces(this.#call, this.#base, options.patienceMs);
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

  /** Sends a photo, in pieces when it is long, and goes on by itself when the line comes back. */
  sendPhoto(side: DocumentSide, photo: Blob, sending: Sending = {}): Promise<void> {
    return this.#pieces.send(side, photo, null, sending);
  }

  /** Has the server look at the latest photo of a side. */
  look(side: DocumentSide): Promise<Look> {
    return this.#call.post({ path: `${this.#base}/looks/${side}`, timeoutMs: LOOK_TIMEOUT_MS });
  }

  /** Digits to say, in the page's language where the server hears it, or in the one wished for. */
  challenge(language?: string): Promise<Challenge> {
    const headers = language ? { 'Accept-Language': language } : {};
    return this.#call.post({ path: `${this.#base}/challenge`, headers });
  }

  sendClip(challengeId: string, clip: Blob, sending: Sending = {}): Promise<void> {
    return this.#pieces.send('liveness_video', clip, challengeId, sending);
  }

  /** Another way through the journey, of equal weight. */
  choose(way: Way): Promise<void> {
    return this.#call.post({ path: `${this.#base}/way`, json: { way } });
  }

  /** What the page says of the camera and the browser, for people who look at the case. */
  hint(hints: string[]): Promise<void> {
    return this.#call.post({ path: `${this.#base}/hints`, json: { hints } });
  }

  /** How long people wait for a person's look, measured. */
  service(): Promise<Service> {
    return this.#call.get(`${this.#base}/service`);
  }

  /** Asks once that a person looks at a decline. */
  appeal(): Promise<void> {
    return this.#call.post({ path: `${this.#base}/appeal` });
  }

  /** Keeps where to be told of changes; `null`: nowhere any more. */
  tellByMail(email: string | null): Promise<void> {
    return this.#call.post({ path: `${this.#base}/mail`, json: email === null ? {} : { email } });
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

  /** Makes an applicant and opens their levels. */
  levels(): Promise<DemoLevels> {
    return this.#call.post({ path: '/v1/demo/levels' });
  }
}
