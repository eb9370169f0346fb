import { Button, Icon, useText } from '@countersign/ui';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { get, post } from '../../api';
import { Fault } from '../../parts/fault';
import { moment } from '../../parts/time';
import { addPasskey, passkeysPossible } from '../../webauthn';

interface Passkey {
  id: string;
  label: string;
  created_at: string;
  used_at?: string;
}

/** Passkeys: the devices that sign this person in. */
export function Passkeys() {
  const t = useText();
  const [possible, setPossible] = useState<boolean | null>(null);
  const [passkeys, setPasskeys] = useState<Passkey[]>([]);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const look = useCallback(async () => {
    try {
      setPasskeys(await get<Passkey[]>('/me/passkeys'));
    } catch (failure) {
      setError(failure);
    }
  }, []);
  useEffect(() => {
    passkeysPossible().then(setPossible);
    look();
  }, [look]);
  const run = async (work: () => Promise<unknown>) => {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      await work();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
      await look();
    }
  };
  const add = (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const label = String(new FormData(form).get('label') ?? '').trim();
    if (label !== '') run(() => addPasskey(label).then(() => form.reset()));
  };
  return (
    <section class="panel" aria-labelledby="passkeys">
      <h2 id="passkeys">{t('passkeys-title')}</h2>
      <p class="soft">{t('passkeys-lead')}</p>
      {passkeys.length > 0 && (
        <ul class="passkeys">
          {passkeys.map((passkey) => (
            <li key={passkey.id}>
              <Icon name="lock" size={18} />
              <span>
                {passkey.label}
                <small>
                  {t('passkey-added', { at: moment(passkey.created_at) })}
                  {passkey.used_at && ` · ${t('passkey-used', { at: moment(passkey.used_at) })}`}
                </small>
              </span>
              <button
                type="button"
                class="plain"
                onClick={() => run(() => post(`/me/passkeys/${passkey.id}/remove`))}
              >
                {t('passkey-remove')}
                <span class="visually-hidden"> {passkey.label}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <Fault error={error} />
      {possible === false && <p>{t('passkeys-impossible')}</p>}
      {possible && (
        <form onSubmit={add}>
          <label>
            {t('passkey-label')}
            <input name="label" maxLength={60} required placeholder={t('passkey-example')} />
          </label>
          <Button type="submit" look="secondary" busy={busy}>
            {t('passkey-add')}
          </Button>
        </form>
      )}
    </section>
  );
}
