import { useText } from '@countersign/ui';
import { useEffect, useRef } from 'preact/hooks';
import { Passkeys } from './passkeys';
import { PasswordForm } from './password';

/** What a person signs in with, theirs to change. */
export function AccountScreen({ onSignedOut }: { onSignedOut: () => void }) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = t('page-title', { screen: t('account-title') });
    heading.current?.focus();
  }, [t]);
  return (
    <section class="account">
      <h1 ref={heading} tabIndex={-1}>
        {t('account-title')}
      </h1>
      <Passkeys />
      <PasswordForm onChanged={onSignedOut} />
    </section>
  );
}
