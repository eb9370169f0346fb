import { Button, Icon, ScreenHeading, Status, useText } from '@countersign/ui';
import { useEffect, useState } from 'preact/hooks';
import { FailureNotice } from '../parts/failure-notice';
import { useTitle } from '../parts/use-title';
import { useAction } from '../session/use-action';
import { useSessionHandle } from '../session/use-session';

/** The server is asked this often, in ms, while it works. */
const POLL_MS = 1000;
/** After this long, in ms, the page admits that it takes longer than usual (the goal is 5 s). */
const LONG_MS = 20_000;

/** All evidence is there: starts the check where that has not happened yet, then asks until there is an outcome. */
export function ProgressScreen({ submit }: { submit: boolean }) {
  const t = useText();
  const { client, refresh } = useSessionHandle();
  const { busy, failure, run } = useAction();
  const long = useLongWait();
  useTitle(t('progress-title'));

  const start = () =>
    run(async () => {
      await client.submit();
      await refresh();
    });
  // biome-ignore lint/correctness/useExhaustiveDependencies: submitted once for each time all steps are done
  useEffect(() => {
    if (submit) void start();
  }, [submit]);
  useEffect(() => {
    if (submit) return;
    const timer = setInterval(() => refresh().catch(() => undefined), POLL_MS);
    return () => clearInterval(timer);
  }, [submit, refresh]);

  return (
    <>
      <ScreenHeading lead={t('progress-lead')}>{t('progress-title')}</ScreenHeading>
      {failure ? (
        <>
          <FailureNotice failure={failure} />
          <p>{t('progress-submit-failed')}</p>
          <div class="actions">
            <Button icon="retake" busy={busy} onClick={start}>
              {t('try-again')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <div class="working" aria-hidden="true">
            <span />
          </div>
          <ul class="icon-list">
            <li>
              <Icon name="check" size={22} />
              <span>{t('progress-sent')}</span>
            </li>
            <li>
              <Icon name="id_card" size={22} />
              <span>{t('progress-reading')}</span>
            </li>
            <li>
              <Icon name="person" size={22} />
              <span>{t('progress-comparing')}</span>
            </li>
          </ul>
          {long && <p class="aside">{t('progress-long')}</p>}
          <Status>{long ? t('progress-long') : ''}</Status>
        </>
      )}
    </>
  );
}

function useLongWait(): boolean {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, []);
  return long;
}
