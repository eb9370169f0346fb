import { Icon, useLanguage, useText } from '@countersign/ui';
import type { Past } from './data';

/** What was begun and what came of it, newest first. */
export function History({ history }: { history: Past[] }) {
  const t = useText();
  const { tag } = useLanguage();
  const day = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <section class="level-history" aria-labelledby="level-history">
      <h2 id="level-history">{t('history-title')}</h2>
      {history.length === 0 ? (
        <p class="hint">{t('history-empty')}</p>
      ) : (
        <ol>
          {history.map((past) => (
            <li key={past.session_id}>
              <Icon name="clock" size={18} />
              <span>
                <strong>{t('level-name', { level: past.level })}</strong> · {t(`history-${past.status}`)}
                <time dateTime={past.decided_at ?? past.created_at}>
                  {day.format(new Date(past.decided_at ?? past.created_at))}
                </time>
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
