import { Button, useText } from '@countersign/ui';
import { useState } from 'preact/hooks';
import { post } from '../../api';
import { Fault } from '../../parts/fault';

/** As the server asks; said before it is sent. */
const SHORTEST = 12;

/** Another password. Every login ends with it, this one too. */
export function PasswordForm({ onChanged }: { onChanged: () => void }) {
  const t = useText();
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<'short' | 'unequal' | null>(null);
  const [error, setError] = useState<unknown>(null);
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    const given = new FormData(event.currentTarget as HTMLFormElement);
    const field = (name: string) => String(given.get(name) ?? '');
    const fault =
      [...field('new')].length < SHORTEST ? 'short' : field('new') !== field('again') ? 'unequal' : null;
    setWrong(fault);
    setError(null);
    if (fault) return;
    setBusy(true);
    try {
      await post('/me/password', { old: field('old'), new: field('new') });
      onChanged();
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };
  return (
    <form class="panel" aria-labelledby="password" onSubmit={send}>
      <h2 id="password">{t('password-title')}</h2>
      <p class="soft">{t('password-lead')}</p>
      <label>
        {t('password-old')}
        <input name="old" type="password" autoComplete="current-password" required />
      </label>
      <label>
        {t('password-new')}
        <input name="new" type="password" autoComplete="new-password" required />
      </label>
      <label>
        {t('password-again')}
        <input name="again" type="password" autoComplete="new-password" required />
      </label>
      {wrong && (
        <p class="fault" role="alert">
          {t(`password-${wrong}`, { shortest: SHORTEST })}
        </p>
      )}
      <Fault error={error} />
      <Button type="submit" busy={busy}>
        {t('password-change')}
      </Button>
    </form>
  );
}
