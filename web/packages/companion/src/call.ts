/** A refusal by its stable code; `network` when no answer came. */
export class Refused extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

interface Given {
  secret?: string;
  json?: unknown;
  file?: Blob;
}

async function call<T>(method: 'GET' | 'POST', path: string, { secret, json, file }: Given): Promise<T> {
  const headers: Record<string, string> = { 'Accept-Language': document.documentElement.lang || 'en' };
  if (secret) headers.Authorization = `Bearer ${secret}`;
  if (method === 'POST') headers['Idempotency-Key'] = newKey();
  if (json !== undefined) headers['Content-Type'] = 'application/json';
  if (file) headers['Content-Type'] = 'application/octet-stream';
  const body = file ?? (json === undefined ? null : JSON.stringify(json));
  let answer: Response;
  try {
    answer = await fetch(path, { method, headers, body, credentials: 'omit' });
  } catch {
    throw new Refused('network');
  }
  const text = await answer.text();
  const said = text ? JSON.parse(text) : undefined;
  if (!answer.ok) throw new Refused(said?.code ?? 'internal');
  return said as T;
}

export const get = <T>(path: string, given: Given = {}) => call<T>('GET', path, given);
export const post = <T = void>(path: string, given: Given = {}) => call<T>('POST', path, given);

export const sessionPath = (id: string) => `/v1/sessions/${encodeURIComponent(id)}`;
