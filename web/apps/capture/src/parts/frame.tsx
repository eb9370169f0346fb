import type { Session } from '@countersign/api-client';
import { Icon, Mark, useLanguage, useText } from '@countersign/ui';
import type { ComponentChildren } from 'preact';
import { LANGUAGES } from '../session/language';
import { stepsOf } from '../session/screen';

/** The page around every screen: name above, steps beside (wide) or above (narrow), promise below. */
export function Frame({ session, children }: { session?: Session; children: ComponentChildren }) {
  const t = useText();
  return (
    <div class="page">
      <a class="skip" href="#main">
        {t('skip-to-content')}
      </a>
      <header class="masthead">
        <Mark />
        <span class="name">{t('app-name')}</span>
        <LanguageChoice />
      </header>
      <div class="columns">
        {session && <Steps session={session} />}
        <main id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
      <footer class="footer">
        <Icon name="lock" size={16} />
        <span>{t('footer-promise')}</span>
      </footer>
    </div>
  );
}

function Steps({ session }: { session: Session }) {
  const t = useText();
  const steps = stepsOf(session);
  const open = steps.findIndex((s) => s.state === 'required' || s.state === 'redo');
  const current = open < 0 ? steps.length - 1 : open;
  return (
    <nav class="steps" aria-label={t('steps-label')}>
      {open >= 0 && (
        <p class="steps-position">
          {t('steps-position', { current: current + 1, total: steps.length })}
          <span> · {t(`step-${steps[current]?.step}`)}</span>
        </p>
      )}
      <ol>
        {steps.map(({ step, state }, index) => {
          const look =
            state === 'done' ? 'done' : index === current ? 'current' : state === 'redo' ? 'redo' : 'todo';
          return (
            <li key={step} class={`step step-${look}`} aria-current={index === open ? 'step' : undefined}>
              <span class="step-dot">{state === 'done' && <Icon name="check" size={16} />}</span>
              <span class="step-name">
                {t(`step-${step}`)}
                <span class="visually-hidden">, {t(`step-state-${look}`)}</span>
              </span>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** Each language by its own name: whoever is lost in a foreign one finds the way back. */
function LanguageChoice() {
  const t = useText();
  const { tag, choose } = useLanguage();
  if (LANGUAGES.length < 2) return null;
  return (
    <label class="language">
      <Icon name="globe" size={20} />
      <span class="visually-hidden">{t('language')}</span>
      <select value={tag} onChange={(event) => choose(event.currentTarget.value)}>
        {LANGUAGES.map(([code, name]) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
