import type { Reason, SessionStatus } from '@countersign/api-client';
import { Button, Icon, type IconName, Notice, ScreenHeading, useText } from '@countersign/ui';
import { Differences } from '../parts/differences';
import { ReasonNotices } from '../parts/failure-notice';
import { useTitle } from '../parts/use-title';
import { stepsOf } from '../session/screen';
import { useSessionHandle } from '../session/use-session';

type Outcome = 'approved' | 'review' | 'resubmission' | 'declined' | 'expired' | 'withdrawn';

const OUTCOMES: Partial<Record<SessionStatus, { outcome: Outcome; icon: IconName }>> = {
  approved: { outcome: 'approved', icon: 'check' },
  in_review: { outcome: 'review', icon: 'person' },
  resubmission_requested: { outcome: 'resubmission', icon: 'retake' },
  declined: { outcome: 'declined', icon: 'cross' },
  expired: { outcome: 'expired', icon: 'clock' },
  withdrawn: { outcome: 'withdrawn', icon: 'cross' },
};

export function ResultScreen({ onRepeat }: { onRepeat: () => void }) {
  const t = useText();
  const { session } = useSessionHandle();
  const { outcome, icon } = OUTCOMES[session.status] ?? { outcome: 'review', icon: 'person' };
  const count = stepsOf(session).filter((step) => step.state === 'redo').length;
  useTitle(t(`result-${outcome}-title`));
  return (
    <div class={`result result-${outcome}`}>
      <span class="seal">
        <Icon name={icon} size={36} />
      </span>
      <ScreenHeading lead={t(`result-${outcome}-text`, { count })}>
        {t(`result-${outcome}-title`)}
      </ScreenHeading>
      {outcome === 'resubmission' && <Repeat onRepeat={onRepeat} />}
      {outcome === 'declined' && <Why reasons={session.reasons} />}
      <p class="small-print">
        {t('result-reference')}: <span class="reference">{session.id}</span>
      </p>
    </div>
  );
}

function Why({ reasons }: { reasons: Reason[] }) {
  const t = useText();
  if (reasons.length === 0) return null;
  return (
    <section class="repeat-step">
      <h2>{t('result-declined-reasons')}</h2>
      {reasons.map((reason) => (
        <Notice key={reason.code} look="info" title={reason.title} level={3}>
          <p>{reason.text}</p>
        </Notice>
      ))}
    </section>
  );
}

/** Only what failed, each with the exact reason and what to do about it. */
function Repeat({ onRepeat }: { onRepeat: () => void }) {
  const t = useText();
  const { session } = useSessionHandle();
  const steps = stepsOf(session).filter((step) => step.state === 'redo');
  const told = new Set(steps.flatMap((step) => step.reasons.map((reason) => reason.code)));
  return (
    <>
      {steps.map((step) => (
        <section key={step.step} class="repeat-step">
          <h2>{t(`step-${step.step}`)}</h2>
          <ReasonNotices reasons={step.reasons} level={3} />
          {step.step === 'details' && <Differences differences={session.differences ?? []} />}
        </section>
      ))}
      <ReasonNotices reasons={session.reasons.filter((reason) => !told.has(reason.code))} />
      <div class="actions">
        <Button icon="retake" onClick={onRepeat}>
          {t('result-resubmission-button')}
        </Button>
      </div>
      <p class="hint">{t('result-tries-left', { count: Math.max(0, session.tries_left - 1) })}</p>
    </>
  );
}
