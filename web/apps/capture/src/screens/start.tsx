import { DemoClient } from '@countersign/api-client';
import { Button, Icon, IconList, ScreenHeading, useText } from '@countersign/ui';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { FailureNotice } from '../parts/failure-notice';
import { useTitle } from '../parts/use-title';
import type { Link } from '../session/link';
import { type Failure, failureOf } from '../session/use-action';
import { LoadingScreen, NoLinkScreen, OfflineScreen } from './message';

/** The page without a session: a demonstration starts one here, any other server sends people to their link. */
export function StartScreen({ onStart }: { onStart: (link: Link) => void }) {
  const demo = useMemo(() => new DemoClient(), []);
  const [door, setDoor] = useState<'asking' | 'open' | 'closed' | 'network' | 'server'>('asking');
  const ask = () => {
    setDoor('asking');
    demo.enabled().then(
      (enabled) => setDoor(enabled ? 'open' : 'closed'),
      (error) => setDoor(failureOf(error).kind === 'network' ? 'network' : 'server'),
    );
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, on arrival
  useEffect(ask, []);
  if (door === 'asking') return <LoadingScreen />;
  if (door === 'closed') return <NoLinkScreen />;
  if (door !== 'open') return <OfflineScreen server={door === 'server'} onRetry={ask} />;
  return <DemoStart demo={demo} onStart={onStart} />;
}

function DemoStart({ demo, onStart }: { demo: DemoClient; onStart: (link: Link) => void }) {
  const t = useText();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  useTitle(t('start-title'));
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setFailure(null);
    try {
      await work();
    } catch (error) {
      setFailure(failureOf(error));
      setBusy(false);
    }
  };
  const start = () =>
    attempt(async () => {
      const { session_id, token } = await demo.start();
      onStart({ id: session_id, token });
    });
  const levels = () =>
    attempt(async () => {
      const { pathname, hash } = new URL((await demo.levels()).url);
      location.assign(pathname + hash);
    });
  return (
    <>
      <ScreenHeading lead={t('start-lead')}>{t('start-title')}</ScreenHeading>
      <IconList
        items={[
          { icon: 'id_card', text: t('start-need-document') },
          { icon: 'camera', text: t('start-need-camera') },
          { icon: 'light', text: t('start-need-light') },
        ]}
      />
      <p class="aside">
        <Icon name="info" size={20} />
        <span>
          <strong>{t('demo-mark')}.</strong> {t('start-demo-note')}
        </span>
      </p>
      <FailureNotice failure={failure} />
      <div class="actions">
        <Button busy={busy} onClick={start}>
          {t('start-button')}
        </Button>
        <Button look="quiet" busy={busy} onClick={levels}>
          {t('start-levels')}
        </Button>
      </div>
    </>
  );
}
