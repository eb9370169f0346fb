import type { Reason, Session, SessionStatus } from '@countersign/api-client';
import { wayBack } from '@countersign/companion/passage';
import { Button, Icon, type IconName, Notice, ScreenHeading, useText } from '@countersign/ui';
import { useEffect } from 'preact/hooks';
import { Differences } from '../parts/differences';
import { FailureNotice, ReasonNotices } from '../parts/failure-notice';
import { useTitle } from '../parts/use-title';
import { stepsOf } from '../session/screen';
import { useAction } from '../session/use-action';
import { useSessionHandle } from '../session/use-session';
import { TellByMail } from './mail';

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
  const back = wayBack();
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
      {outcome === 'review' && <Review session={session} />}
      {outcome === 'declined' && (
        <>
          <Why reasons={session.reasons} />
          <Appeal session={session} />
        </>
      )}
      {back && (
        <p class="way-back">
          <a href={back}>{t('result-levels')}</a>
        </p>
      )}
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

/** A person's answer comes within hours: asked for this often, in ms, while somebody looks. */
const POLL_MS = 15_000;

/** The promise as a clock, where the case stands, and what people usually waited. */
function Review({ session }: { session: Session }) {
  const t = useText();
  const { refresh } = useSessionHandle();
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') refresh().catch(() => undefined);
    };
    const timer = setInterval(look, POLL_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [refresh]);
  const { review, review_due_at: due, reasons } = session;
  return (
    <>
      <dl class="facts">
        {due && (
          <div>
            <dt>{t('review-promise')}</dt>
            <dd>{t('review-until', { until: new Date(due) })}</dd>
          </div>
        )}
        {review?.likely_until && (
          <div>
            <dt>{t('review-likely')}</dt>
            <dd>{t('review-until', { until: new Date(review.likely_until) })}</dd>
          </div>
        )}
        {review && (
          <div>
            <dt>{t('review-position')}</dt>
            <dd>{t('review-position-text', { position: review.position })}</dd>
          </div>
        )}
      </dl>
      <ReasonNotices reasons={reasons} />
      <p class="aside">
        <Icon name="info" size={20} />
        <span>{t('review-live')}</span>
      </p>
      <TellByMail session={session} />
    </>
  );
}

/** The way back to a human, once. */
function Appeal({ session }: { session: Session }) {
  const t = useText();
  const { client, refresh } = useSessionHandle();
  const { busy, failure, run } = useAction();
  if (!session.may_appeal) return null;
  const send = () =>
    run(async () => {
      await client.appeal();
      await refresh();
    });
  return (
    <section class="repeat-step">
      <h2>{t('appeal-title')}</h2>
      <p>{t('appeal-text')}</p>
      <FailureNotice failure={failure} />
      <div class="actions">
        <Button look="secondary" icon="person" busy={busy} onClick={send}>
          {t('appeal-button')}
        </Button>
      </div>
    </section>
  );
}
