import type { Session } from '@countersign/api-client';
import { Button, Icon, useText } from '@countersign/ui';
import { useState } from 'preact/hooks';
import { FailureNotice } from '../parts/failure-notice';
import { useAction } from '../session/use-action';
import { useSessionHandle } from '../session/use-session';

/** Looks like an address; whether it is one, only a mail shows. */
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** An address to be told at, where the server sends mail: asked for only while somebody waits, and never needed. */
export function TellByMail({ session }: { session: Session }) {
  const t = useText();
  const { client, refresh } = useSessionHandle();
  const { busy, failure, run } = useAction();
  const [wrong, setWrong] = useState(false);
  if (session.mail !== 'possible' && session.mail !== 'chosen') return null;
  const choose = (email: string | null) =>
    run(async () => {
      await client.tellByMail(email);
      await refresh();
    });
  if (session.mail === 'chosen')
    return (
      <section class="repeat-step">
        <p class="aside" role="status">
          <Icon name="check" size={20} />
          <span>{t('mail-kept')}</span>
        </p>
        <Button look="quiet" busy={busy} onClick={() => choose(null)}>
          {t('mail-forget')}
        </Button>
      </section>
    );
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget as HTMLFormElement).get('email') ?? '').trim();
    setWrong(!ADDRESS.test(email));
    if (ADDRESS.test(email)) choose(email);
  };
  return (
    <form class="repeat-step mail" onSubmit={send} noValidate>
      <h2>{t('mail-title')}</h2>
      <p class="hint">{t('mail-text')}</p>
      <div class="field">
        <label for="mail-address">{t('mail-label')}</label>
        <input
          id="mail-address"
          name="email"
          type="email"
          autoComplete="email"
          dir="ltr"
          maxLength={254}
          aria-invalid={wrong}
          aria-describedby={wrong ? 'mail-wrong' : undefined}
        />
        {wrong && (
          <p id="mail-wrong" class="field-error" role="alert">
            {t('mail-wrong')}
          </p>
        )}
      </div>
      <FailureNotice failure={failure} />
      <Button type="submit" look="secondary" busy={busy}>
        {t('mail-button')}
      </Button>
    </form>
  );
}
