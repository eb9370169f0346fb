import { Button, Icon, type IconName, ScreenHeading, useLanguage, useText } from '@countersign/ui';
import { useRef, useState } from 'preact/hooks';
import { FailureNotice } from '../parts/failure-notice';
import { useTitle } from '../parts/use-title';
import { useAction } from '../session/use-action';
import { useSessionHandle } from '../session/use-session';

/** The wording below has this version; change both together, and say so to the server. */
const CONSENT_VERSION = '2026-11';

const POINTS: [string, IconName][] = [
  ['collect', 'id_card'],
  ['use', 'person'],
  ['who', 'lock'],
  ['keep', 'clock'],
  ['choice', 'check'],
];

/** Consent comes before any camera, is given by an act of its own, and can be refused without a dead end. */
export function ConsentScreen() {
  const [refused, setRefused] = useState(false);
  return refused ? <Refused onBack={() => setRefused(false)} /> : <Ask onRefuse={() => setRefused(true)} />;
}

function Ask({ onRefuse }: { onRefuse: () => void }) {
  const t = useText();
  const { client, session, refresh } = useSessionHandle();
  const { tag } = useLanguage();
  const { busy, failure, run } = useAction();
  const [agreed, setAgreed] = useState(false);
  const [missing, setMissing] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  useTitle(t('consent-title'));
  const send = () => {
    setMissing(!agreed);
    if (!agreed) return box.current?.focus();
    return run(async () => {
      await client.consent(CONSENT_VERSION, tag);
      await refresh();
    });
  };
  return (
    <>
      <ScreenHeading lead={t('consent-lead')}>{t('consent-title')}</ScreenHeading>
      <div class="points">
        {POINTS.map(([point, icon]) => (
          <section key={point} class="point">
            <Icon name={icon} size={22} />
            <div>
              <h2>{t(`consent-${point}-title`)}</h2>
              <p>{t(`consent-${point}-text`)}</p>
            </div>
          </section>
        ))}
      </div>
      <div class={`agree ${missing && !agreed ? 'invalid' : ''}`}>
        <label>
          <input
            ref={box}
            type="checkbox"
            checked={agreed}
            aria-invalid={missing && !agreed}
            aria-describedby={missing && !agreed ? 'agree-error' : undefined}
            onChange={(event) => setAgreed(event.currentTarget.checked)}
          />
          <span>{t('consent-check')}</span>
        </label>
        {missing && !agreed && (
          <p class="field-error" id="agree-error">
            <Icon name="alert" size={18} />
            {t('consent-missing')}
          </p>
        )}
      </div>
      <FailureNotice failure={failure} />
      <div class="actions">
        <Button busy={busy} onClick={send}>
          {t('consent-button')}
        </Button>
        <Button look="quiet" onClick={onRefuse}>
          {t('consent-refuse')}
        </Button>
      </div>
      <p class="small-print">
        {t('consent-until', { until: new Date(session.expires_at) })}{' '}
        {t('consent-version', { version: CONSENT_VERSION })}
      </p>
    </>
  );
}

function Refused({ onBack }: { onBack: () => void }) {
  const t = useText();
  useTitle(t('refused-title'));
  return (
    <>
      <ScreenHeading lead={t('refused-text')}>{t('refused-title')}</ScreenHeading>
      <div class="actions">
        <Button look="secondary" onClick={onBack}>
          {t('refused-back')}
        </Button>
      </div>
    </>
  );
}
