import { useText } from '@countersign/ui';
import type { Case } from '../../api';
import { go } from '../../route';

/** Other sessions of the same applicant, with the same face, or with the very same file. */
export function Related({ list }: { list: Case['related'] }) {
  const t = useText();
  if (list.length === 0) return null;
  return (
    <section class="panel" aria-labelledby="related">
      <h2 id="related">{t('related-title')}</h2>
      <ul class="related">
        {list.map(({ session, status, by }) => (
          <li key={session + by}>
            <a
              href={`/desk/cases/${session}`}
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey) return;
                event.preventDefault();
                go(`/desk/cases/${session}`);
              }}
            >
              <code>{session.slice(-6)}</code>
            </a>
            <span>
              {by === 'applicant' || by === 'face'
                ? t(`related-${by}`)
                : t('related-file', { kind: t(`evidence-${by}`) })}
            </span>
            <span class="soft">{t(`status-${status}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
