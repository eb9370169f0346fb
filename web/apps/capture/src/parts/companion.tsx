import type { Session } from '@countersign/api-client';
import { type Passage, readPassage } from '@countersign/companion/passage';
import { useEffect, useState } from 'preact/hooks';
import { listenToPage, tellGranted, tellPage } from '../session/embedded';
import type { Link } from '../session/link';
import { Frame } from './frame';

type Companion = typeof import('@countersign/companion');

/** The hand-off is loaded after the screen: it is not needed to begin. */
function useCompanion(): Companion | null {
  const [loaded, setLoaded] = useState<Companion | null>(null);
  useEffect(() => {
    import('@countersign/companion').then(setLoaded).catch(() => undefined);
  }, []);
  return loaded;
}

/** Whether this page belongs to a session that is on another device or on its way to this one, or to levels. Read once: reading clears the address. */
export const passage: Passage | null = readPassage();

listenToPage();

export function Elsewhere({ passage }: { passage: Passage }) {
  const companion = useCompanion();
  return <Frame>{companion && <companion.PassagePage passage={passage} onGranted={tellGranted} />}</Frame>;
}

const OPEN = ['created', 'capturing', 'resubmission_requested'];

/** What stands below every screen: another device, and people who help. */
export function Tools({ link, session }: { link: Link; session: Session }) {
  const companion = useCompanion();
  useEffect(() => tellPage(session), [session]);
  if (!companion) return null;
  const step = session.steps.find((found) => found.state === 'required' || found.state === 'redo')?.step;
  return (
    <companion.SessionTools
      link={link}
      open={OPEN.includes(session.status)}
      {...(step ? { step } : {})}
      reasons={session.reasons.map((reason) => reason.code)}
    />
  );
}
