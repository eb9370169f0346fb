import { Icon, useText } from '@countersign/ui';
import type { Field } from '../../api';

/** What was declared beside what the document says; letters that differ are marked in both. */
export function Fields({ fields }: { fields: Field[] }) {
  const t = useText();
  return (
    <section class="panel" aria-labelledby="fields">
      <h2 id="fields">{t('fields-title')}</h2>
      <table class="fields">
        <thead>
          <tr>
            <th scope="col">{t('fields-field')}</th>
            <th scope="col">{t('fields-declared')}</th>
            <th scope="col">{t('fields-document')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <Row key={field.field} field={field} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ field }: { field: Field }) {
  const t = useText();
  const compared = field.letters.length > 0;
  const differs = field.letters.some((letter) => letter.kind !== 'equal');
  const value = (text: string) => (field.field === 'document_type' ? t(`document-${text}`) : text);
  return (
    <tr class={differs ? 'field-differs' : undefined}>
      <th scope="row">{t(`field-${field.field}`)}</th>
      <td>{compared ? <Letters field={field} side="declared" /> : value(field.declared)}</td>
      <td>
        {compared ? (
          <>
            <Letters field={field} side="document" />
            <span class={differs ? 'verdict verdict-fail' : 'verdict verdict-pass'}>
              <Icon name={differs ? 'alert' : 'check'} size={16} />
              {t(differs ? 'fields-differ' : 'fields-equal')}
            </span>
          </>
        ) : (
          <span class="soft">{t('fields-unread')}</span>
        )}
      </td>
    </tr>
  );
}

function Letters({ field, side }: { field: Field; side: 'declared' | 'document' }) {
  const runs: { at: number; text: string; marked: boolean }[] = [];
  for (const [at, letter] of field.letters.entries()) {
    const text = letter[side] ?? '';
    const marked = letter.kind !== 'equal';
    const last = runs.at(-1);
    if (last && last.marked === marked) last.text += text;
    else runs.push({ at, text, marked });
  }
  return (
    <span class="letters" dir="auto">
      {runs.map((run) => (run.marked && run.text ? <mark key={run.at}>{run.text}</mark> : run.text))}
    </span>
  );
}
