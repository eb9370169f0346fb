import type { Difference } from '@countersign/api-client';
import { Button, Icon, ScreenHeading, useLanguage, useText } from '@countersign/ui';
import { useState } from 'preact/hooks';
import { Differences } from '../parts/differences';
import { FailureNotice } from '../parts/failure-notice';
import { useTitle } from '../parts/use-title';
import { useAction } from '../session/use-action';
import { useSessionHandle } from '../session/use-session';
import { Choice } from './details/fields';

interface Props {
  onConfirmed: () => void;
  onChange: () => void;
}

type Field = 'legal_name' | 'birth_date';
type Source = 'document' | 'declared';

/** What was read comes back before anything is judged: a slip of the finger costs a tap here, and a try later. */
export function ConfirmScreen({ onConfirmed, onChange }: Props) {
  const t = useText();
  const { client, session, refresh } = useSessionHandle();
  const { busy, failure, run } = useAction();
  const differences = session.differences ?? [];
  const [chosen, setChosen] = useState<Partial<Record<Field, Source>>>({});
  const { declaration } = session;
  useTitle(t('confirm-title'));
  if (!declaration) return null;
  const of = (field: Field): Source => chosen[field] ?? 'document';
  const send = () =>
    run(async () => {
      const changed = { ...declaration };
      for (const { field, document } of differences) if (of(field) === 'document') changed[field] = document;
      if (differences.some(({ field }) => of(field) === 'document')) await client.declare(changed);
      onConfirmed();
      await refresh();
    });
  return (
    <>
      <ScreenHeading lead={t(differences.length > 0 ? 'confirm-lead-differs' : 'confirm-lead')}>
        {t('confirm-title')}
      </ScreenHeading>
      {(['legal_name', 'birth_date'] as const).map((field) => {
        const difference = differences.find((found) => found.field === field);
        return difference ? (
          <Differing
            key={field}
            difference={difference}
            source={of(field)}
            onSource={(source) => setChosen({ ...chosen, [field]: source })}
          />
        ) : (
          <Agreeing
            key={field}
            field={field}
            value={declaration[field]}
            read={Boolean(session.reading?.[field])}
          />
        );
      })}
      <FailureNotice failure={failure} />
      <div class="actions">
        <Button busy={busy} onClick={send}>
          {t('confirm-button')}
        </Button>
        <Button look="quiet" onClick={onChange}>
          {t('confirm-change')}
        </Button>
      </div>
    </>
  );
}

function useShown() {
  const { tag } = useLanguage();
  return (field: Field, value: string) => {
    if (field !== 'birth_date') return value;
    const day = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });
    return day.format(new Date(`${value}T00:00:00Z`));
  };
}

function Agreeing({ field, value, read }: { field: Field; value: string; read: boolean }) {
  const t = useText();
  const shown = useShown();
  return (
    <section class="confirm">
      <h2>{t(`confirm-${field}`)}</h2>
      <p class="confirm-value">{shown(field, value)}</p>
      <p class={`hint ${read ? 'confirm-read' : ''}`}>
        {read && <Icon name="check" size={18} />}
        {t(read ? 'confirm-agrees' : 'confirm-not-read')}
      </p>
    </section>
  );
}

interface DifferingProps {
  difference: Difference;
  source: Source;
  onSource: (source: Source) => void;
}

function Differing({ difference, source, onSource }: DifferingProps) {
  const t = useText();
  const shown = useShown();
  const { field } = difference;
  return (
    <section class="confirm">
      <h2>{t(`confirm-${field}`)}</h2>
      <Differences differences={[difference]} />
      <fieldset class="field">
        <legend class="visually-hidden">{t('confirm-which')}</legend>
        <div class="choices">
          {(['document', 'declared'] as const).map((from) => (
            <Choice
              key={from}
              id={`${field}-${from}`}
              name={`${field}-from`}
              checked={source === from}
              onChoose={() => onSource(from)}
              hint={t(`confirm-${from}-hint`)}
            >
              {shown(field, difference[from])}
            </Choice>
          ))}
        </div>
      </fieldset>
    </section>
  );
}
