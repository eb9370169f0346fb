import { language } from './language';

/** What the desk's interface answers. The shapes are those of `crates/server/src/desk`. */
export interface Named {
  id: string;
  name: string;
}

export interface Me extends Named {
  role: 'reviewer' | 'support' | 'engineer' | 'admin';
  may_see_evidence: boolean;
  may_decide: boolean;
  may_answer: boolean;
}

export interface Reason {
  code: string;
  title: string;
  text: string;
  step?: string;
}

export interface Clock {
  since: string;
  target_at: string;
  due_at: string;
}

export interface QueueEntry extends Clock {
  id: string;
  level: number;
  policy: string;
  attempt: number;
  document_type?: string;
  issuing_country?: string;
  reasons: Reason[];
  assignee?: Named;
  holder?: Named;
  urgent?: string;
}

export interface Queue {
  now: string;
  cases: QueueEntry[];
}

export interface Letter {
  kind: 'equal' | 'changed' | 'missing' | 'extra';
  declared?: string;
  document?: string;
}

export interface Field {
  field: string;
  declared: string;
  document?: string;
  letters: Letter[];
}

export interface Evidence {
  id: string;
  kind: 'document_front' | 'document_back' | 'liveness_video';
  media_type: string;
  bytes: number;
  sha256: string;
  received_at: string;
  decided_on: boolean;
  /** What a video was asked to show. */
  asked?: { digits: string; language: string };
}

export interface Breakdown {
  check: string;
  result: 'pass' | 'fail' | 'doubt' | 'could_not_assess';
  score?: number;
  raw: Record<string, { value: number; unit: string }>;
  limits: Record<string, number>;
  reasons: Reason[];
  models: Record<string, string>;
}

export interface Decision {
  id: string;
  attempt: number;
  outcome: string;
  steps: string[];
  reasons: Reason[];
  decided_by: 'policy' | 'reviewer';
  at: string;
  policy: string;
  policy_version: string;
  breakdowns: Breakdown[];
  signed_by?: string;
  note?: string;
}

export interface Case {
  now: string;
  id: string;
  applicant_id: string;
  status: string;
  level: number;
  policy: string;
  attempt: number;
  created_at: string;
  language?: string;
  external_ref?: string;
  clock?: Clock;
  assignee?: Named;
  holder?: Named;
  mine: boolean;
  urgent?: string;
  fields: Field[];
  evidence: Evidence[];
  decisions: Decision[];
  history: { kind: string; subject?: string; at: string }[];
  looks: { name: string; action: string; subject?: string; at: string }[];
  related: { session: string; status: string; by: string }[];
  tickets: { id: string; topic: string; state: string; reason?: string; device?: string; made_at: string }[];
  way: 'usual' | 'without_speech';
  steps: string[];
}

export interface TicketEntry {
  id: string;
  session: string;
  session_status: string;
  state: 'open' | 'answered' | 'solved';
  topic: string;
  step?: string;
  reason?: string;
  attempt: number;
  urgent?: string;
  made_at: string;
  changed_at: string;
}

export interface Ticket extends TicketEntry {
  language: string;
  device?: string;
  messages: { person?: string; text: string; at: string }[];
  files: number;
}

export interface CatalogueEntry {
  code: string;
  side?: 'front' | 'back';
  outcome: 'approved' | 'declined' | 'resubmission_requested';
  step?: string;
  title: string;
  text: string;
}

export type Origin = [string, string][];

export interface Photo {
  jpeg: string;
  width: number;
  height: number;
  origin: Origin;
}

export interface Mark {
  kind: string;
  corners: [number, number][];
}

export interface Moment {
  at_s: number;
  face?: [number, number, number, number];
  mouth?: number;
  distance?: number;
}

export interface Film {
  sheet: string;
  wav?: string;
  columns: number;
  frames: number;
  width: number;
  height: number;
  frame_rate: number;
  duration_s: number;
  origin: Origin;
}

/** A refusal, by its stable code; `network` when no answer came. */
export class DeskError extends Error {
  readonly code: string;
  readonly detail: string;

  constructor(code: string, detail = '') {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

async function call<T>(method: 'GET' | 'POST', path: string, body?: unknown, keepalive = false): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(`/desk/api${path}`, {
      method,
      credentials: 'same-origin',
      keepalive,
      headers: {
        'Accept-Language': language,
        ...(method === 'POST' ? { 'Countersign-Desk': '1', 'Content-Type': 'application/json' } : {}),
      },
      ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
    });
  } catch {
    throw new DeskError('network');
  }
  const text = await answer.text();
  const said = text ? JSON.parse(text) : undefined;
  if (!answer.ok) throw new DeskError(said?.code ?? 'internal', said?.detail ?? '');
  return said as T;
}

export const get = <T>(path: string) => call<T>('GET', path);
export const post = <T = void>(path: string, body?: unknown) => call<T>('POST', path, body);

/** A last word that is still sent while the page goes away. */
export const lastWord = (path: string) => void call('POST', path, {}, true).catch(() => undefined);

/** Bytes that came as base64, as an address that this page alone can open. */
export function objectUrl(base64: string, type: string): string {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return URL.createObjectURL(new Blob([bytes], { type }));
}
