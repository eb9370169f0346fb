import type { Challenge, SessionStep } from '@countersign/api-client';
import type { Pace } from '@countersign/capture-sdk';
import { useState } from 'preact/hooks';
import { useAction } from '../../session/use-action';
import { useSessionHandle } from '../../session/use-session';
import { DigitsScreen } from './digits';
import { LivenessIntro } from './intro';
import { RecordScreen } from './record';
import { ReviewScreen } from './review';

type Stage =
  | { name: 'intro' }
  | { name: 'digits'; challenge: Challenge; renewed: boolean }
  | { name: 'record'; challenge: Challenge }
  | { name: 'review'; challenge: Challenge; clip: Blob };

/**
 * Digits first, camera second: they can be read in one's own time before anything runs, and the camera is open
 * only while it is needed. Each recording belongs to one challenge; another try asks for another.
 */
export function LivenessScreen({ step }: { step: SessionStep }) {
  const { client, session, refresh } = useSessionHandle();
  const { busy, failure, run } = useAction();
  const [stage, setStage] = useState<Stage>({ name: 'intro' });
  const [pace, setPace] = useState<Pace>('steady');
  const [spoken, setSpoken] = useState<string>();
  const ask = (renewed: boolean, language = spoken) =>
    run(async () => setStage({ name: 'digits', challenge: await client.challenge(language), renewed }));

  switch (stage.name) {
    case 'intro':
      return (
        <LivenessIntro
          reasons={step.reasons}
          pace={pace}
          onPace={setPace}
          busy={busy}
          failure={failure}
          onShow={() => ask(false)}
          way={session.way}
          onWay={(way) =>
            run(async () => {
              await client.choose(way);
              await refresh();
            })
          }
        />
      );
    case 'digits':
      return (
        <DigitsScreen
          // New digits are a new screen: the heading takes the focus again.
          key={stage.challenge.challenge_id}
          digits={stage.challenge.digits}
          language={stage.challenge.language}
          renewed={stage.renewed}
          signed={session.way === 'without_speech'}
          busy={busy}
          failure={failure}
          onEnglish={() => {
            setSpoken('en');
            void ask(true, 'en');
          }}
          onOpen={() => setStage({ name: 'record', challenge: stage.challenge })}
        />
      );
    case 'record':
      return (
        <RecordScreen
          digits={stage.challenge.digits}
          language={session.way === 'without_speech' ? null : stage.challenge.language}
          pace={pace}
          onClip={(clip) => setStage({ name: 'review', challenge: stage.challenge, clip })}
        />
      );
    case 'review':
      return (
        <ReviewScreen
          challengeId={stage.challenge.challenge_id}
          clip={stage.clip}
          renewing={busy}
          renewFailure={failure}
          onAgain={() => ask(true)}
        />
      );
  }
}
