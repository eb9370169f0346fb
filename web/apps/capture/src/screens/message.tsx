import { Button, ScreenHeading, useText } from '@countersign/ui';
import { useTitle } from '../parts/use-title';

/** Screens that only say where the person stands. */
export function LoadingScreen() {
  const t = useText();
  return (
    <p class="loading" role="status">
      <span class="spinner" aria-hidden="true" />
      {t('loading')}
    </p>
  );
}

export function NoLinkScreen() {
  const t = useText();
  useTitle(t('nolink-title'));
  return <ScreenHeading lead={t('nolink-text')}>{t('nolink-title')}</ScreenHeading>;
}

export function BadLinkScreen() {
  const t = useText();
  useTitle(t('badlink-title'));
  return <ScreenHeading lead={t('badlink-text')}>{t('badlink-title')}</ScreenHeading>;
}

export function OfflineScreen({ server, onRetry }: { server: boolean; onRetry: () => void }) {
  const t = useText();
  const kind = server ? 'server' : 'offline';
  useTitle(t(`${kind}-title`));
  return (
    <>
      <ScreenHeading lead={t(`${kind}-text`)}>{t(`${kind}-title`)}</ScreenHeading>
      <div class="actions">
        <Button icon="retake" onClick={onRetry}>
          {t('try-again')}
        </Button>
      </div>
    </>
  );
}
