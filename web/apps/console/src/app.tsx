import { useEffect, useState } from 'preact/hooks';
import { get, type Me } from './api';
import { Shell } from './parts/shell';
import { useRoute } from './route';
import { AccountScreen } from './screens/account/account';
import { CaseScreen } from './screens/case/case';
import { InvestigationScreen } from './screens/case/investigation';
import { QueueScreen } from './screens/queue';
import { SignInScreen } from './screens/sign-in';
import { InboxScreen } from './screens/tickets/inbox';
import { TicketScreen } from './screens/tickets/ticket';

export function App() {
  const [me, setMe] = useState<Me | null | 'loading'>('loading');
  useEffect(() => {
    get<Me | null>('/me')
      .then(setMe)
      .catch(() => setMe(null));
  }, []);
  if (me === 'loading') return null;
  if (!me) return <SignInScreen onSignedIn={setMe} />;
  return <Desk me={me} onSignedOut={() => setMe(null)} />;
}

function Desk({ me, onSignedOut }: { me: Me; onSignedOut: () => void }) {
  const route = useRoute();
  const screen = (() => {
    switch (route.name) {
      case 'case':
        // The key gives every case a screen of its own: nothing of the last one stays.
        return <CaseScreen key={route.id} id={route.id} me={me} onSignedOut={onSignedOut} />;
      case 'investigation':
        return <InvestigationScreen key={route.id} id={route.id} onSignedOut={onSignedOut} />;
      case 'account':
        return <AccountScreen onSignedOut={onSignedOut} />;
      case 'ticket':
        return <TicketScreen key={route.id} id={route.id} me={me} onSignedOut={onSignedOut} />;
      case 'inbox':
        return <InboxScreen onSignedOut={onSignedOut} />;
      default:
        // Who may not see evidence has no queue: their work is the inbox.
        if (!me.may_see_evidence) return <InboxScreen onSignedOut={onSignedOut} />;
        return <QueueScreen me={me} onSignedOut={onSignedOut} />;
    }
  })();
  return (
    <Shell me={me} route={route} onSignedOut={onSignedOut}>
      {screen}
    </Shell>
  );
}
