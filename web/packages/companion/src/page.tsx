import { useCallback } from 'preact/hooks';
import { FollowPage } from './handoff/follow';
import { JoinPage } from './handoff/join';
import { keepToken, type Passage } from './passage';

/** The page of a device that takes a session over, or follows one that it passed on. */
export function PassagePage({ passage }: { passage: Passage }) {
  const enter = useCallback((link: { id: string; token: string }) => {
    keepToken(link.id, link.token);
    location.replace(`/verify/${link.id}`);
  }, []);
  const id = passage.kind === 'follow' ? passage.id : '';
  const secret = passage.kind === 'follow' ? passage.secret : '';
  const showResult = useCallback(() => enter({ id, token: secret }), [enter, id, secret]);
  const gone = useCallback(() => {
    sessionStorage.removeItem(`countersign.follow.${id}`);
    location.reload();
  }, [id]);
  if (passage.kind === 'join') return <JoinPage code={passage.code} onTaken={enter} />;
  return <FollowPage id={id} secret={secret} onResult={showResult} onReturned={enter} onGone={gone} />;
}
