import type { DocumentSide, Session, SessionStep, StepName } from '@countersign/api-client';

/** What the applicant sees next; it follows from the session alone, so a reload lands on the same place. */
export type Screen =
  | { name: 'consent' | 'details' | 'liveness'; step: SessionStep }
  | { name: 'photo'; side: DocumentSide; step: SessionStep }
  | { name: 'prepare' | 'confirm' }
  | { name: 'progress'; submit: boolean }
  | { name: 'result' };

const ORDER: StepName[] = ['consent', 'details', 'document_front', 'document_back', 'liveness'];

/** The steps this session has, in the order they are done. */
export function stepsOf(session: Session): SessionStep[] {
  return ORDER.flatMap((name) => session.steps.filter((s) => s.step === name && s.state !== 'not_needed'));
}

/** What the page itself remembers of a person's way, besides what the server knows. */
export interface Seen {
  /** What is to be repeated was read, and the person asked to begin. */
  repeat: boolean;
  /** What is needed was read. */
  prepared: boolean;
  /** What was read from the document was confirmed. */
  confirmed: boolean;
}

export function screenFor(session: Session, seen: Seen): Screen {
  switch (session.status) {
    case 'approved':
    case 'declined':
    case 'in_review':
    case 'expired':
    case 'withdrawn':
      return { name: 'result' };
    case 'processing':
      return { name: 'progress', submit: false };
    case 'resubmission_requested':
      return seen.repeat ? openStep(session, seen) : { name: 'result' };
    case 'created':
      return seen.prepared ? openStep(session, seen) : { name: 'prepare' };
    case 'capturing':
      return openStep(session, seen);
  }
}

function openStep(session: Session, seen: Seen): Screen {
  const step = stepsOf(session).find((s) => s.state === 'required' || s.state === 'redo');
  // Asked once the document is read and before the video: what differs is put right without a try being lost.
  const read = session.reading?.legal_name || session.reading?.birth_date;
  if (read && !seen.confirmed && (!step || step.step === 'liveness')) return { name: 'confirm' };
  if (!step) return { name: 'progress', submit: true };
  switch (step.step) {
    case 'document_front':
    case 'document_back':
      return { name: 'photo', side: step.step, step };
    default:
      return { name: step.step, step };
  }
}

/** True while a later question to the server may bring another answer. */
export const isWaiting = (session: Session): boolean => session.status === 'processing';
