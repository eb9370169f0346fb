import { Button, Icon, type IconName, useLanguage, useText } from '@countersign/ui';
import { type Level, money, ownText, type Standing, type Unlock } from './data';

const ICONS: Record<Standing, IconName> = {
  not_started: 'corners',
  open: 'clock',
  processing: 'clock',
  in_review: 'person',
  action_needed: 'retake',
  declined: 'cross',
  granted: 'check',
};
const STEPS: Record<string, IconName> = {
  consent: 'person',
  details: 'letters',
  document_front: 'id_card',
  document_back: 'id_card',
  liveness: 'microphone',
};

interface CardProps {
  level: Level;
  /** Whether it is what the person would do next; one button of the page stands out. */
  isNext: boolean;
  busy: boolean;
  onEnter: () => void;
}

/** One level: what it opens, where the person stands, what is missing, and the way in. */
export function LevelCard({ level, isNext, busy, onEnter }: CardProps) {
  const t = useText();
  const { level: number, state } = level;
  return (
    <section class={`level level-${state}`} aria-labelledby={`level-${number}`}>
      <header class="level-head">
        <h2 id={`level-${number}`}>{t('level-name', { level: number })}</h2>
        <span class="level-state">
          <Icon name={ICONS[state]} size={16} />
          {t(`level-state-${state}`)}
        </span>
      </header>
      {level.unlocks.length > 0 && (
        <>
          <h3>{t(state === 'granted' ? 'level-opened' : 'level-opens')}</h3>
          <ul class="unlocks">
            {level.unlocks.map((unlock) => (
              <UnlockLine key={unlock.word ?? unlock.text?.en} unlock={unlock} open={state === 'granted'} />
            ))}
          </ul>
        </>
      )}
      <Missing level={level} />
      <Waiting level={level} />
      {state !== 'granted' && state !== 'processing' && (
        <Button look={isNext ? 'primary' : 'secondary'} busy={busy} onClick={onEnter}>
          {t(`level-enter-${state}`, { level: number })}
        </Button>
      )}
    </section>
  );
}

function UnlockLine({ unlock, open }: { unlock: Unlock; open: boolean }) {
  const t = useText();
  const { tag } = useLanguage();
  const { word, text, limit } = unlock;
  return (
    <li>
      <Icon name={open ? 'check' : 'lock'} size={18} />
      <span>
        {word ? t(`unlock-${word}`) : ownText(text ?? {}, tag)}
        {limit && (
          <span class="unlock-limit">
            {t(`unlock-limit-${limit.per}`, { amount: money(limit.amount, limit.currency, tag) })}
          </span>
        )}
      </span>
    </li>
  );
}

function Missing({ level }: { level: Level }) {
  const t = useText();
  if (level.missing.length === 0) return null;
  return (
    <>
      <h3>{t(level.state === 'not_started' ? 'level-needs' : 'level-missing')}</h3>
      <ul class="missing">
        {level.missing.map((step) => (
          <li key={step}>
            <Icon name={STEPS[step] ?? 'info'} size={18} />
            <span>{t(`level-step-${step}`)}</span>
          </li>
        ))}
      </ul>
      {level.reasons.map((reason) => (
        <p key={reason.code} class="level-reason">
          <strong>{reason.title}.</strong> {reason.text}
        </p>
      ))}
    </>
  );
}

/** What the person can know while they wait, or until when they can go on. */
function Waiting({ level }: { level: Level }) {
  const t = useText();
  const { state, review, review_due_at: due, expires_at: until } = level;
  if (state === 'in_review' && due)
    return (
      <p class="level-clock">
        <Icon name="clock" size={18} />
        <span>
          {t('level-due', { until: new Date(due) })}
          {review && ` ${t('level-position', { position: review.position })}`}
        </span>
      </p>
    );
  if (state === 'processing') return <p class="level-clock">{t('level-processing')}</p>;
  if (state === 'declined') return <p>{t(level.may_appeal ? 'level-may-appeal' : 'level-declined')}</p>;
  if (until && (state === 'open' || state === 'action_needed'))
    return <p class="hint">{t('level-until', { until: new Date(until) })}</p>;
  return null;
}
