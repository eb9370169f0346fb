import type { Session, StepName } from '@countersign/api-client';
import { Button, Icon, type IconName, ScreenHeading, useLanguage, useText } from '@countersign/ui';
import { useRef, useState } from 'preact/hooks';
import { FailureNotice } from '../parts/failure-notice';
import { useTitle } from '../parts/use-title';
import { useAction } from '../session/use-action';
import { useSessionHandle } from '../session/use-session';

/** The wording below has this version; change both together, and say so to the server. */
const CONSENT_VERSION = '2026-11';

interface Wording {
  /** Of the text that is shown, with what it leaves out or adds: the receipt says what was read. */
  version: string;
  points: { title: string; text: string; icon: IconName }[];
  check: string;
}

/** What is agreed to: a level without a video asks for no face and no voice, and one after another keeps what was given. */
function wordingFor(session: Session): Wording {
  const at = (step: StepName) => session.steps.find((found) => found.step === step)?.state;
  const filmed = at('liveness') !== 'not_needed';
  const kept = at('details') === 'done';
  const point = (name: string, icon: IconName, text = 'text') => ({
    title: `consent-${name}-title`,
    text: `consent-${name}-${text}`,
    icon,
  });
  const how = filmed ? 'text' : 'photos';
  return {
    version: [CONSENT_VERSION, filmed ? '' : '-photos', kept ? '-kept' : ''].join(''),
    points: [
      point('collect', 'id_card', how),
      ...(kept ? [point('kept', 'retake')] : []),
      point('use', 'person', how),
      point('who', 'lock'),
      point('keep', 'clock'),
      point('choice', 'check'),
    ],
    check: filmed ? 'consent-check' : 'consent-check-photos',
  };
}

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
  const { version, points, check } = wordingFor(session);
  const [agreed, setAgreed] = useState(false);
  const [missing, setMissing] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  useTitle(t('consent-title'));
  const send = () => {
    setMissing(!agreed);
    if (!agreed) return box.current?.focus();
    return run(async () => {
      await client.consent(version, tag);
      await refresh();
    });
  };
  return (
    <>
      <ScreenHeading lead={t('consent-lead')}>{t('consent-title')}</ScreenHeading>
      <div class="points">
        {points.map(({ title, text, icon }) => (
          <section key={title} class="point">
            <Icon name={icon} size={22} />
            <div>
              <h2>{t(title)}</h2>
              <p>{t(text)}</p>
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
          <span>{t(check)}</span>
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
        {t('consent-until', { until: new Date(session.expires_at) })} {t('consent-version', { version })}
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
