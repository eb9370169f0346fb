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

export interface Session {
  id: string;
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

/** RFC 9457 body of every refusal. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail?: string;
  reasons?: Reason[];
}
