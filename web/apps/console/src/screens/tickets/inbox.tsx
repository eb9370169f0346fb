import { Icon, useText } from '@countersign/ui';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { DeskError, get, type TicketEntry } from '../../api';
import { Fault } from '../../parts/fault';
import { useKeys } from '../../parts/keys';
import { moment } from '../../parts/time';
import { go } from '../../route';

const STATES = ['open', 'answered', 'solved'] as const;
type State = (typeof STATES)[number];
/** How often the inbox looks for what is new, in ms. */
const LOOK_AGAIN_MS = 20_000;

export function InboxScreen({ onSignedOut }: { onSignedOut: () => void }) {
  const t = useText();
  const [state, setState] = useState<State>('open');
  const [tickets, setTickets] = useState<TicketEntry[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const look = useCallback(async () => {
    try {
      setTickets(await get<TicketEntry[]>(`/tickets?state=${state}`));
      setError(null);
    } catch (failure) {
      if (failure instanceof DeskError && failure.code === 'unauthenticated') onSignedOut();
      else setError(failure);
    }
  }, [state, onSignedOut]);
  useEffect(() => {
    document.title = t('page-title', { screen: t('inbox-title') });
    heading.current?.focus();
  }, [t]);
  useEffect(() => {
    look();
    const timer = setInterval(look, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [look]);
  const move = (by: number) => {
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    links[Math.min(links.length - 1, Math.max(0, at < 0 ? 0 : at + by))]?.focus();
  };
  useKeys({ j: () => move(1), k: () => move(-1) });
  return (
    <section class="queue">
      <header class="queue-head">
        <h1 ref={heading} tabIndex={-1}>
          {t('inbox-title')}
        </h1>
        {tickets && <p role="status">{t('inbox-count', { count: tickets.length })}</p>}
      </header>
      <div class="queue-tools">
        <fieldset class="filters">
          <legend class="visually-hidden">{t('inbox-filter')}</legend>
          {STATES.map((name) => (
            <label key={name}>
              <input type="radio" name="state" checked={state === name} onChange={() => setState(name)} />
              <span>{t(`ticket-${name}`)}</span>
            </label>
          ))}
        </fieldset>
      </div>
      <Fault error={error} />
      {tickets?.length === 0 && <p class="empty">{t('inbox-empty')}</p>}
      <ul ref={list} class="cases">
        {tickets?.map((ticket) => (
          <Row key={ticket.id} ticket={ticket} />
        ))}
      </ul>
    </section>
  );
}

function Row({ ticket }: { ticket: TicketEntry }) {
  const t = useText();
  const path = `/desk/tickets/${ticket.id}`;
  return (
    <li class="case-row">
      <a
        href={path}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          go(path);
        }}
      >
        <span class="case-what">
          <strong>{t(`topic-${ticket.topic}`)}</strong>
          <code>{ticket.id.slice(-6)}</code>
        </span>
        <span class="case-why">
          {ticket.step ? t(`step-${ticket.step}`) : t('ticket-no-step')}
          {ticket.reason && <small>{ticket.reason.replaceAll('_', ' ')}</small>}
        </span>
        <span class="case-tags">
          {ticket.urgent && (
            <span class="tag tag-urgent">
              <Icon name="alert" size={14} /> {t(`urgent-${ticket.urgent}`)}
            </span>
          )}
          <span class="tag">{t(`status-${ticket.session_status}`)}</span>
        </span>
        <time dateTime={ticket.made_at}>{moment(ticket.made_at)}</time>
      </a>
    </li>
  );
}
