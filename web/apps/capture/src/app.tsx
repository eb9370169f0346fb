import type { Session } from '@countersign/api-client';
import { useState } from 'preact/hooks';
import { Elsewhere, passage, Tools } from './parts/companion';
import { Frame } from './parts/frame';
import { ConfirmScreen } from './screens/confirm';
import { ConsentScreen } from './screens/consent';
import { DetailsScreen } from './screens/details/details';
import { LivenessScreen } from './screens/liveness/liveness';
import { BadLinkScreen, LoadingScreen, NoLinkScreen, OfflineScreen } from './screens/message';
import { PhotoScreen } from './screens/photo/photo';
import { PrepareScreen } from './screens/prepare';
import { ProgressScreen } from './screens/progress';
import { ResultScreen } from './screens/result';
import { StartScreen } from './screens/start';
import { enter, type Link, readEntry } from './session/link';
import { screenFor } from './session/screen';
import { useConfirmed } from './session/use-confirmed';
import { SessionContext, useSession } from './session/use-session';

export function App() {
  const [entry, setEntry] = useState(() => readEntry({ location, history, storage: sessionStorage }));
  if (passage) return <Elsewhere passage={passage} />;
  if (entry.kind === 'session') return <SessionApp link={entry.link} />;
  if (entry.kind === 'incomplete')
    return (
      <Frame>
        <NoLinkScreen />
      </Frame>
    );
  const begin = (link: Link) => {
    enter(link, { history, storage: sessionStorage });
    setEntry({ kind: 'session', link });
  };
  return (
    <Frame>
      <StartScreen onStart={begin} />
    </Frame>
  );
}

function SessionApp({ link }: { link: Link }) {
  const { client, state, refresh } = useSession(link);
  const retry = () => refresh().catch(() => undefined);
  switch (state.phase) {
    case 'loading':
      return (
        <Frame>
          <LoadingScreen />
        </Frame>
      );
    case 'bad-link':
      return (
        <Frame>
          <BadLinkScreen />
        </Frame>
      );
    case 'offline':
    case 'server-problem':
      return (
        <Frame>
          <OfflineScreen server={state.phase === 'server-problem'} onRetry={retry} />
        </Frame>
      );
    case 'ready':
      return (
        <SessionContext.Provider value={{ client, link, session: state.session, refresh }}>
          <Frame session={state.session}>
            <CurrentScreen session={state.session} />
            <Tools link={link} session={state.session} />
          </Frame>
        </SessionContext.Provider>
      );
  }
}

function CurrentScreen({ session }: { session: Session }) {
  // Which request to repeat has been read: the next one, with its own time, is shown again.
  const [repeatSeen, setRepeatSeen] = useState<string | null>(null);
  const [prepared, setPrepared] = useState(false);
  const [changing, setChanging] = useState(false);
  const request = session.decided_at ?? 'first';
  const confirmed = useConfirmed(session);
  const screen = screenFor(session, { repeat: repeatSeen === request, prepared, confirmed: confirmed.value });
  const details = session.steps.find((step) => step.step === 'details');
  if (changing && details) return <DetailsScreen step={details} onDone={() => setChanging(false)} />;
  switch (screen.name) {
    case 'prepare':
      return <PrepareScreen onReady={() => setPrepared(true)} />;
    case 'confirm':
      return <ConfirmScreen onConfirmed={confirmed.confirm} onChange={() => setChanging(true)} />;
    case 'consent':
      return <ConsentScreen />;
    case 'details':
      return <DetailsScreen step={screen.step} />;
    case 'photo':
      // The key gives the back its own screen, heading focus and empty camera.
      return <PhotoScreen key={screen.side} side={screen.side} step={screen.step} />;
    case 'liveness':
      return <LivenessScreen step={screen.step} />;
    case 'progress':
      return <ProgressScreen submit={screen.submit} />;
    case 'result':
      // An answer that arrives while somebody waits is a screen of its own: its heading takes the focus and is read.
      return <ResultScreen key={session.status} onRepeat={() => setRepeatSeen(request)} />;
  }
}
