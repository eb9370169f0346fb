import { useText } from '@countersign/ui';
import type { Case, Decision } from '../../api';
import { moment } from '../../parts/time';

interface Line {
  at: string;
  text: string;
  note?: string;
  look?: boolean;
}

/** What happened, who decided, who looked; newest first. */
export function History({ found }: { found: Case }) {
  const t = useText();
  const decided = (decision: Decision): Line => ({
    at: decision.at,
    text: t(decision.signed_by ? 'history-signed' : 'history-policy', {
      outcome: t(`status-${decision.outcome}`),
      name: decision.signed_by ?? '',
      reason: decision.reasons[0]?.title ?? '',
    }),
    ...(decision.note ? { note: decision.note } : {}),
  });
  const happened = ({ kind, subject }: Case['history'][number]) => {
    const event = t(`event-${kind.replace('.', '-')}`);
    return kind === 'session.device_hinted'
      ? t('history-hint', { event, hint: t(`hint-${subject}`) })
      : event;
  };
  const lines: Line[] = [
    ...found.decisions.map(decided),
    ...found.history
      .filter((event) => event.kind !== 'session.decided')
      .map((event) => ({ at: event.at, text: happened(event) })),
    ...found.looks
      .filter((look) => look.action !== 'case.decided')
      .map((look) => ({
        at: look.at,
        text: t(`look-${look.action.replace('.', '-')}`, { name: look.name }),
        look: true,
      })),
  ].sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return (
    <section class="panel" aria-labelledby="history">
      <h2 id="history">{t('history-title')}</h2>
      <ol class="history">
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of record are added and never change
          <li key={index} class={line.look ? 'history-look' : undefined}>
            <time dateTime={line.at}>{moment(line.at)}</time>
            <span>
              {line.text}
              {line.note && <q>{line.note}</q>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
