import { Button, Mark, useText } from '@countersign/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Me, post } from '../api';
import { Fault } from '../parts/fault';
import { passkeysPossible, signInWithPasskey } from '../webauthn';

/** Name, password and code together: which of them was wrong is told to nobody. */
export function SignInScreen({ onSignedIn }: { onSignedIn: (me: Me) => void }) {
  const t = useText();
  const form = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [passkeys, setPasskeys] = useState(false);
  useEffect(() => {
    document.title = t('page-title', { screen: t('sign-in-title') });
    heading.current?.focus();
    passkeysPossible().then(setPasskeys);
  }, [t]);

  const enter = async () => {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      onSignedIn(await signInWithPasskey<Me>());
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  const send = async (event: Event) => {
    event.preventDefault();
    if (busy || !form.current) return;
    const given = new FormData(form.current);
    const field = (name: string) => String(given.get(name) ?? '');
    setBusy(true);
    setError(null);
    try {
      const code = field('code').replace(/\s/g, '');
      onSignedIn(await post<Me>('/sign-in', { name: field('name'), password: field('password'), code }));
    } catch (failure) {
      setError(failure);
      setBusy(false);
    }
  };

  return (
    <main class="sign-in">
      <form ref={form} onSubmit={send}>
        <header>
          <Mark />
          <h1 ref={heading} tabIndex={-1}>
            {t('sign-in-title')}
          </h1>
          <p>{t('sign-in-lead')}</p>
        </header>
        <label>
          {t('sign-in-name')}
          <input name="name" autoComplete="username" required maxLength={60} />
        </label>
        <label>
          {t('sign-in-password')}
          <input name="password" type="password" autoComplete="current-password" required />
        </label>
        <label>
          {t('sign-in-code')}
          <input
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            pattern="[0-9 ]{6,7}"
            required
            aria-describedby="code-hint"
          />
        </label>
        <p id="code-hint" class="hint">
          {t('sign-in-code-hint')}
        </p>
        <Fault error={error} />
        <Button type="submit" busy={busy}>
          {t('sign-in-button')}
        </Button>
        {passkeys && (
          <Button look="secondary" icon="lock" busy={busy} onClick={enter}>
            {t('sign-in-passkey')}
          </Button>
        )}
      </form>
    </main>
  );
}
