import { Button, Icon, ScreenHeading, useText } from '@countersign/ui';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { post, Refused } from '../call';
import { follow, type Progress } from '../events';
import { PartTexts } from '../texts';
import './handoff.css';

interface FollowProps {
  id: string;
  secret: string;
  /** Everything is handed in and answered: this device shows the result. */
  onResult: () => void;
  /** This device has the session again. */
  onReturned: (link: { id: string; token: string }) => void;
  /** The secret opens nothing any more. */
  onGone: () => void;
}

const OPEN = ['created', 'capturing', 'processing', 'resubmission_requested'];

/** The first device, while the other one has the session: what is done there shows here as it happens. */
export function FollowPage(props: FollowProps) {
  return (
    <PartTexts part="handoff">
      <Follow {...props} />
    </PartTexts>
  );
}

function Follow({ id, secret, onResult, onReturned, onGone }: FollowProps) {
  const t = useText();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [failed, setFailed] = useState(false);
  const onProgress = useCallback(
    (next: Progress) => {
      setProgress(next);
      if (!OPEN.includes(next.status)) onResult();
    },
    [onResult],
  );
  useEffect(() => follow({ id, secret }, { onProgress, onGone }), [id, secret, onProgress, onGone]);
  const takeBack = async () => {
    setFailed(false);
    try {
      const taken = await post<{ session_id: string; token: string }>('/v1/handoffs/take-back', { secret });
      onReturned({ id: taken.session_id, token: taken.token });
    } catch (failure) {
      if (failure instanceof Refused && failure.code === 'unauthenticated') onGone();
      else setFailed(true);
    }
  };
  const steps = progress?.steps.filter((step) => step.state !== 'not_needed') ?? [];
  const done = steps.filter((step) => step.state === 'done').length;
  return (
    <div class="follow">
      <ScreenHeading lead={t('follow-lead')}>{t('follow-title')}</ScreenHeading>
      <ul class="follow-steps">
        {steps.map(({ step, state }) => (
          <li key={step} class={state === 'done' ? 'follow-done' : undefined}>
            <Icon name={state === 'done' ? 'check' : 'clock'} size={20} />
            <span>
              {t(`follow-${step}`)}
              <span class="visually-hidden">
                , {t(state === 'done' ? 'follow-is-done' : 'follow-is-open')}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <p role="status">
        {progress?.status === 'processing'
          ? t('follow-checking')
          : t('follow-count', { done, total: steps.length })}
      </p>
      {failed && <p role="alert">{t('follow-failed')}</p>}
      <Button look="secondary" onClick={takeBack}>
        {t('follow-take-back')}
      </Button>
    </div>
  );
}
