import { useText } from '@countersign/ui';
import { useState } from 'preact/hooks';
import { post } from '../api';
import { Fault } from './fault';

/** As in `crates/workflow/src/desk/hold.rs`. */
const WHY = ['travel', 'payment_blocked', 'vulnerable_person', 'promise_at_risk'];

interface UrgencyProps {
  /** `/cases/ses_…` or `/tickets/tic_…` */
  path: string;
  urgent: string | undefined;
  onChanged: () => void;
}

/** Puts a case or a request first, for a reason of the list, or back in its row. */
export function Urgency({ path, urgent, onChanged }: UrgencyProps) {
  const t = useText();
  const [error, setError] = useState<unknown>(null);
  const change = async (why: string) => {
    setError(null);
    try {
      await post(`${path}/urgent`, why ? { why } : {});
      onChanged();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <>
      <label class="choice-line">
        {t('urgency')}
        <select value={urgent ?? ''} onChange={(event) => change(event.currentTarget.value)}>
          <option value="">{t('urgency-none')}</option>
          {WHY.map((why) => (
            <option key={why} value={why}>
              {t(`urgent-${why}`)}
            </option>
          ))}
        </select>
      </label>
      <Fault error={error} />
    </>
  );
}
