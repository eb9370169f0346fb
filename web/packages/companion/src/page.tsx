import { useCallback } from 'preact/hooks';
import { FollowPage } from './handoff/follow';
import { JoinPage } from './handoff/join';
import { LevelsPage } from './levels/page';
import { keepToken, type Passage } from './passage';

interface PageProps {
  passage: Passage;
  /** Told when the levels are known: the highest that is granted. */
  onGranted?: (level: number) => void;
}

/** The page beside a session: of a device that takes one over or follows one that it passed on, or of the levels that sessions lead to. */
export function PassagePage({ passage, onGranted }: PageProps) {
  const enter = useCallback((link: { id: string; token: string }) => {
    keepToken(link.id, link.token);
    location.replace(`/verify/${link.id}`);
  }, []);
  const enterFrom = useCallback((link: { id: string; token: string }) => {
    keepToken(link.id, link.token);
    // A step of the history of its own: the back button leads to the levels.
    location.assign(`/verify/${link.id}`);
  }, []);
  const id = passage.kind === 'follow' ? passage.id : '';
  const secret = passage.kind === 'follow' ? passage.secret : '';
  const showResult = useCallback(() => enter({ id, token: secret }), [enter, id, secret]);
  const gone = useCallback(() => {
    sessionStorage.removeItem(`countersign.follow.${id}`);
    location.reload();
  }, [id]);
  if (passage.kind === 'levels')
    return <LevelsPage id={passage.id} secret={passage.secret} onEnter={enterFrom} onGranted={onGranted} />;
  if (passage.kind === 'join') return <JoinPage code={passage.code} onTaken={enter} />;
  return <FollowPage id={id} secret={secret} onResult={showResult} onReturned={enter} onGone={gone} />;
}
