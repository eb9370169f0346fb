import { DemoClient, type SessionStep } from '@countersign/api-client';
import { Button, Notice, ScreenHeading, useLanguage, useText } from '@countersign/ui';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { FailureNotice, ReasonNotices } from '../../parts/failure-notice';
import { useTitle } from '../../parts/use-title';
import { useAction } from '../../session/use-action';
import { useSessionHandle } from '../../session/use-session';
import { countries } from './countries';
import { BirthField, CountryField, NameField, TypeField } from './fields';
import { type Entries, entriesFrom, type FieldErrors, type FieldName, validate } from './form';

/** Where a field's first control is, for the summary's links. */
const FOCUS: Record<FieldName, string> = {
  name: 'name',
  birth: 'birth',
  type: 'type-passport',
  country: 'country',
};

/** A group gives the focus to its first box. */
function focusField(id: string): void {
  const found = document.getElementById(id);
  const box = found?.matches('fieldset') ? found.querySelector('input') : found;
  box?.focus();
}

interface Props {
  step: SessionStep;
  /** Called once the details are taken, when they are changed in between. */
  onDone?: () => void;
}

export function DetailsScreen({ step, onDone }: Props) {
  const t = useText();
  const { client, session, refresh } = useSessionHandle();
  const { busy, failure, run } = useAction();
  const [entries, setEntries] = useState<Entries>(() => entriesFrom(session.declaration));
  const [errors, setErrors] = useState<FieldErrors>({});
  const [attempts, setAttempts] = useState(0);
  const demo = useDemo();
  const { tag } = useLanguage();
  const list = useMemo(() => countries(tag, demo ? t('country-UTO') : null), [tag, demo, t]);
  useTitle(t('details-title'));

  const set = (change: Partial<Entries>) => setEntries((now) => ({ ...now, ...change }));
  const send = () => {
    const verdict = validate(entries, new Date());
    if ('errors' in verdict) {
      setErrors(verdict.errors);
      setAttempts((count) => count + 1);
      return;
    }
    setErrors({});
    return run(async () => {
      await client.declare(verdict.declaration);
      await refresh();
      onDone?.();
    });
  };
  const field = { entries, errors, set };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void send();
      }}
    >
      <ScreenHeading lead={t('details-lead')}>{t('details-title')}</ScreenHeading>
      <ReasonNotices reasons={step.reasons} />
      <ErrorSummary errors={errors} attempts={attempts} />
      <CountryField {...field} list={list} />
      <TypeField {...field} />
      <NameField {...field} />
      <BirthField {...field} tag={tag} />
      <FailureNotice failure={failure} />
      <div class="actions">
        <Button type="submit" busy={busy}>
          {t('continue')}
        </Button>
      </div>
    </form>
  );
}

/** Takes the focus at each failed attempt, so that the list is read out and its links are next. */
function ErrorSummary({ errors, attempts }: { errors: FieldErrors; attempts: number }) {
  const t = useText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempts > 0) box.current?.focus();
  }, [attempts]);
  const entries = Object.entries(errors) as [FieldName, string][];
  if (entries.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1} class="summary">
      <Notice look="problem" title={t('details-error-summary')} announce={false}>
        <ul>
          {entries.map(([name, message]) => (
            <li key={name}>
              <a
                href={`#${FOCUS[name]}`}
                onClick={(event) => {
                  event.preventDefault();
                  focusField(FOCUS[name]);
                }}
              >
                {t(message)}
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

/** Whether invented documents are welcome here. Not knowing means no: the list is then simply without Utopia. */
function useDemo(): boolean {
  const [demo, setDemo] = useState(false);
  useEffect(() => {
    new DemoClient().enabled().then(setDemo, () => undefined);
  }, []);
  return demo;
}
