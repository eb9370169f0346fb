import type { DocumentSide, Session, SessionStep, StepName } from '@countersign/api-client';

/** What the applicant sees next; it follows from the session alone, so a reload lands on the same place. */
export type Screen =
  | { name: 'consent' | 'details' | 'liveness'; step: SessionStep }
  | { name: 'photo'; side: DocumentSide; step: SessionStep }
  | { name: 'progress'; submit: boolean }
  | { name: 'result' };

const ORDER: StepName[] = ['consent', 'details', 'document_front', 'document_back', 'liveness'];

/** The steps this session has, in the order they are done. */
export function stepsOf(session: Session): SessionStep[] {
  return ORDER.flatMap((name) => session.steps.filter((s) => s.step === name && s.state !== 'not_needed'));
}

/** `repeatSeen`: the person has read what is to be repeated, and asked to begin. */
export function screenFor(session: Session, repeatSeen: boolean): Screen {
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
      return repeatSeen ? openStep(session) : { name: 'result' };
    case 'created':
    case 'capturing':
      return openStep(session);
  }
}

function openStep(session: Session): Screen {
  const step = stepsOf(session).find((s) => s.state === 'required' || s.state === 'redo');
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
