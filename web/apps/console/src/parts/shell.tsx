import { Icon, Mark, useText } from '@countersign/ui';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { type Me, post } from '../api';
import { go, type Route } from '../route';
import { useKeys } from './keys';
import { Shortcuts } from './shortcuts';

interface ShellProps {
  me: Me;
  route: Route;
  onSignedOut: () => void;
  children: ComponentChildren;
}

/** The frame of every page: where to go, who sits here, and the way out. */
export function Shell({ me, route, onSignedOut, children }: ShellProps) {
  const t = useText();
  const [help, setHelp] = useState(false);
  useKeys({ '?': () => setHelp((open) => !open), q: () => go('/desk'), t: () => go('/desk/tickets') });
  const leave = () => post('/sign-out').finally(onSignedOut);
  return (
    <div class="desk">
      <a class="skip" href="#main">
        {t('skip-to-content')}
      </a>
      <header class="desk-head">
        <span class="desk-brand">
          <Mark />
          <span class="name">{t('app-name')}</span>
        </span>
        <nav aria-label={t('nav-label')}>
          {me.may_see_evidence && (
            <Place
              to="/desk"
              here={['queue', 'case', 'investigation'].includes(route.name)}
              label={t('nav-queue')}
            />
          )}
          {me.may_answer && (
            <Place
              to="/desk/tickets"
              here={
                ['inbox', 'ticket'].includes(route.name) || (!me.may_see_evidence && route.name === 'queue')
              }
              label={t('nav-inbox')}
            />
          )}
        </nav>
        <span class="desk-who">
          <a
            class="desk-me"
            href="/desk/account"
            aria-current={route.name === 'account' ? 'page' : undefined}
            onClick={(event) => {
              event.preventDefault();
              go('/desk/account');
            }}
          >
            <Icon name="person" size={18} />
            <span>
              {me.name}
              <small>{t(`role-${me.role}`)}</small>
            </span>
          </a>
          <button type="button" class="plain" onClick={() => setHelp(true)} aria-label={t('shortcuts-open')}>
            <kbd>?</kbd>
          </button>
          <button type="button" class="plain" onClick={leave}>
            {t('sign-out')}
          </button>
        </span>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      {help && <Shortcuts onClose={() => setHelp(false)} />}
    </div>
  );
}

function Place({ to, here, label }: { to: string; here: boolean; label: string }) {
  return (
    <a
      href={to}
      aria-current={here ? 'page' : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        go(to);
      }}
    >
      {label}
    </a>
  );
}
