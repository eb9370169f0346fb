/** What page and verification tell each other over a private channel. Version 1. */
export const HELLO = 'countersign:hello/1';

/** Where a session stands, as in the interface. */
export type CountersignStatus =
  | 'created'
  | 'capturing'
  | 'processing'
  | 'approved'
  | 'declined'
  | 'in_review'
  | 'resubmission_requested'
  | 'expired'
  | 'withdrawn';

export interface ProgressDetail {
  status: CountersignStatus;
  /** The step on the screen; absent when nothing is left to do. */
  step?: string;
}

export interface LevelsDetail {
  /** The highest granted level; 0: none. */
  granted: number;
}

export interface DoneDetail {
  status: CountersignStatus;
}

/** The variables of the host's page that dress the verification, and what they are called there. */
export const THEME: Record<string, string> = {
  '--countersign-accent': '--accent',
  '--countersign-on-accent': '--on-accent',
  '--countersign-ground': '--ground',
  '--countersign-surface': '--surface',
  '--countersign-ink': '--ink',
  '--countersign-radius': '--radius',
  '--countersign-font': '--font',
};

export type ToVerification = { kind: 'theme'; variables: Record<string, string> };
export type ToPage =
  | { kind: 'ready' }
  | ({ kind: 'progress' } & ProgressDetail)
  | { kind: 'levels'; granted: number }
  | { kind: 'height'; pixels: number };
