/** The wire forms of the applicant's half of `/v1`. Dates are ISO 8601, countries ISO 3166-1 alpha-3. */

export type SessionStatus =
  | 'created'
  | 'capturing'
  | 'processing'
  | 'approved'
  | 'declined'
  | 'in_review'
  | 'resubmission_requested'
  | 'expired'
  | 'withdrawn';

export type StepName = 'consent' | 'details' | 'document_front' | 'document_back' | 'liveness';
export type StepState = 'required' | 'done' | 'redo' | 'not_needed';
export type DocumentType = 'passport' | 'id_card' | 'driving_licence';
export type DocumentSide = 'document_front' | 'document_back';

/** Why something was refused, in the server's own words: what happened (`title`) and what to do now (`text`). */
export interface Reason {
  code: string;
  title: string;
  text: string;
  retryable: boolean;
  step?: StepName;
}

export interface SessionStep {
  step: StepName;
  state: StepState;
  reasons: Reason[];
}

export interface Declaration {
  legal_name: string;
  /** `YYYY-MM-DD` */
  birth_date: string;
  document_type: DocumentType;
  issuing_country: string;
}

export type LetterKind = 'equal' | 'changed' | 'missing' | 'extra';

/** A declared field that is not the document's, letter by letter. `missing`: on the document only; `extra`: declared only. */
export interface Difference {
  field: 'legal_name' | 'birth_date';
  declared: string;
  document: string;
  letters: { kind: LetterKind; declared?: string; document?: string }[];
}

/** Where a case stands among those that wait for a person; the times only when there were enough cases to say. */
export interface Review {
  position: number;
  likely_from?: string;
  likely_until?: string;
}

export type Way = 'usual' | 'without_speech';

export interface Session {
  id: string;
  attempt: number;
  review_due_at?: string | null;
  review?: Review | null;
  may_appeal: boolean;
  /** Whether changes are told by mail: this server sends none, it could, or it does. */
  mail?: 'off' | 'possible' | 'chosen';
  way: Way;
  /** What the document says, each only where it was read. */
  reading?: { legal_name?: string; birth_date?: string } | null;
  status: SessionStatus;
  level: number | string;
  expires_at: string;
  steps: SessionStep[];
  tries_left: number;
  reasons: Reason[];
  decided_at?: string | null;
  declaration?: Declaration | null;
  differences?: Difference[];
}

export interface Challenge {
  challenge_id: string;
  /** Six decimal digits, to be spoken in this order. */
  digits: string;
  expires_at: string;
  language: string;
}

/** What a first look at a photo found; `asked_again`: another one is wanted now. */
export interface Look {
  asked_again: boolean;
  reasons: Reason[];
}

export interface Usual {
  half_minutes: number;
  most_minutes: number;
  cases: number;
}

export interface Service {
  waiting: number;
  usual?: Usual | null;
  by_hour: { hour_utc: number; usual: Usual }[];
}

/** Where an upload in pieces stands. */
export interface UploadState {
  upload_id: string;
  offset: number;
  evidence_id?: string;
}

export interface Evidence {
  evidence_id: string;
  sha256: string;
  bytes: number;
}

export interface DemoSession {
  session_id: string;
  token: string;
  url: string;
}

export interface DemoLevels {
  url: string;
}

/** RFC 9457 body of every refusal. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail?: string;
  reasons?: Reason[];
}
