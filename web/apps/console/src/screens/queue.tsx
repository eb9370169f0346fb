import { Icon, useText } from '@countersign/ui';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { DeskError, get, type Me, type Queue, type QueueEntry } from '../api';
import { Fault } from '../parts/fault';
import { useKeys } from '../parts/keys';
import { clockState, SlaClock, useNow } from '../parts/time';
import { go } from '../route';

const FILTERS = ['all', 'mine', 'free', 'late', 'urgent'] as const;
type Filter = (typeof FILTERS)[number];
/** How often the queue looks for what is new, in ms. */
const LOOK_AGAIN_MS = 20_000;

export function QueueScreen({ me, onSignedOut }: { me: Me; onSignedOut: () => void }) {
  const t = useText();
  const [queue, setQueue] = useState<Queue | null>(null);
  const [error, setError] = useState<unknown>(null);
  const look = useCallback(async () => {
    try {
      setQueue(await get<Queue>('/queue'));
      setError(null);
    } catch (failure) {
      if (failure instanceof DeskError && failure.code === 'unauthenticated') onSignedOut();
      else setError(failure);
    }
  }, [onSignedOut]);
  useEffect(() => {
    document.title = t('page-title', { screen: t('queue-title') });
    look();
    const timer = setInterval(look, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [look, t]);
  return (
    <section class="queue">
      <Heading count={queue?.cases.length} />
      <Fault error={error} />
      {queue && <Cases queue={queue} me={me} />}
    </section>
  );
}

function Heading({ count }: { count: number | undefined }) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <header class="queue-head">
      <h1 ref={heading} tabIndex={-1}>
        {t('queue-title')}
      </h1>
      {count !== undefined && <p role="status">{t('queue-count', { count })}</p>}
    </header>
  );
}

function Cases({ queue, me }: { queue: Queue; me: Me }) {
  const t = useText();
  const now = useNow(queue.now);
  const [filter, setFilter] = useState<Filter>('all');
  const list = useRef<HTMLUListElement>(null);
  const fits = (entry: QueueEntry) => {
    switch (filter) {
      case 'mine':
        return entry.assignee?.id === me.id || entry.holder?.id === me.id;
      case 'free':
        return !entry.holder && !entry.assignee;
      case 'late':
        return clockState(entry, now) !== 'good';
      case 'urgent':
        return entry.urgent !== undefined;
      default:
        return true;
    }
  };
  const shown = queue.cases.filter(fits);
  const move = (by: number) => {
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    links[Math.min(links.length - 1, Math.max(0, at < 0 ? 0 : at + by))]?.focus();
  };
  const free = shown.find((entry) => !entry.holder || entry.holder.id === me.id);
  useKeys({ j: () => move(1), k: () => move(-1), n: () => free && go(`/desk/cases/${free.id}`) });
  return (
    <>
      <div class="queue-tools">
        <fieldset class="filters">
          <legend class="visually-hidden">{t('queue-filter')}</legend>
          {FILTERS.map((name) => (
            <label key={name}>
              <input type="radio" name="filter" checked={filter === name} onChange={() => setFilter(name)} />
              <span>{t(`queue-filter-${name}`)}</span>
            </label>
          ))}
        </fieldset>
        {free && me.may_decide && (
          <button type="button" class="button button-primary" onClick={() => go(`/desk/cases/${free.id}`)}>
            {t('queue-next')} <kbd>n</kbd>
          </button>
        )}
      </div>
      {shown.length === 0 && <p class="empty">{t('queue-empty')}</p>}
      <ul ref={list} class="cases">
        {shown.map((entry) => (
          <Row key={entry.id} entry={entry} now={now} me={me} />
        ))}
      </ul>
    </>
  );
}

function Row({ entry, now, me }: { entry: QueueEntry; now: number; me: Me }) {
  const t = useText();
  const path = `/desk/cases/${entry.id}`;
  const first = entry.reasons[0];
  const kind = entry.document_type ? t(`document-${entry.document_type}`) : t('document-unknown');
  const held = entry.holder && entry.holder.id !== me.id;
  return (
    <li class={held ? 'case-row case-row-held' : 'case-row'}>
      <a
        href={path}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          go(path);
        }}
      >
        <span class="case-what">
          <strong>
            {kind} · {entry.issuing_country ?? '—'}
          </strong>
          <code>{entry.id.slice(-6)}</code>
        </span>
        <span class="case-why">
          {first?.title ?? t('queue-no-reason')}
          {entry.reasons.length > 1 && (
            <small>{t('queue-more-reasons', { count: entry.reasons.length - 1 })}</small>
          )}
        </span>
        <span class="case-tags">
          {entry.urgent && (
            <span class="tag tag-urgent">
              <Icon name="alert" size={14} /> {t(`urgent-${entry.urgent}`)}
            </span>
          )}
          {entry.attempt > 1 && <span class="tag">{t('queue-attempt', { attempt: entry.attempt })}</span>}
          {entry.holder ? (
            <span class="tag">
              <Icon name="lock" size={14} /> {t('queue-held', { name: entry.holder.name })}
            </span>
          ) : (
            entry.assignee && <span class="tag">{entry.assignee.name}</span>
          )}
        </span>
        <SlaClock clock={entry} now={now} />
      </a>
    </li>
  );
}
