import { Button, useText } from '@countersign/ui';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { DeskError, get, type Me, objectUrl, post, type Ticket } from '../../api';
import { Fault } from '../../parts/fault';
import { useKeys } from '../../parts/keys';
import { moment } from '../../parts/time';
import { Urgency } from '../../parts/urgency';
import { go } from '../../route';

interface TicketProps {
  id: string;
  me: Me;
  onSignedOut: () => void;
}

/** One request for help: where it came from, what was said, and the answer. */
export function TicketScreen({ id, me, onSignedOut }: TicketProps) {
  const t = useText();
  const [ticket, setTicket] = useState<Ticket | null>(null);
  const [error, setError] = useState<unknown>(null);
  const look = useCallback(async () => {
    try {
      setTicket(await get<Ticket>(`/tickets/${id}`));
      setError(null);
    } catch (failure) {
      if (failure instanceof DeskError && failure.code === 'unauthenticated') onSignedOut();
      else setError(failure);
    }
  }, [id, onSignedOut]);
  useEffect(() => {
    document.title = t('page-title', { screen: t('ticket-title', { id: id.slice(-6) }) });
    look();
  }, [look, id, t]);
  useKeys({ Escape: () => go('/desk/tickets') });
  if (!ticket) return <Fault error={error} />;
  return (
    <div class="ticket">
      <TicketHead ticket={ticket} />
      <Fault error={error} />
      <div class="ticket-columns">
        <div class="ticket-thread">
          <ol class="messages">
            {ticket.messages.map((message) => (
              <li key={message.at + message.text} class={message.person ? 'message message-desk' : 'message'}>
                <p>{message.text}</p>
                <small>
                  {message.person ?? t('ticket-applicant')} · {moment(message.at)}
                </small>
              </li>
            ))}
          </ol>
          {Array.from({ length: ticket.files }, (_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: files are added and never change place
            <TicketFile key={at} id={id} at={at} />
          ))}
          <Answer id={id} onAnswered={look} />
        </div>
        <aside class="panel">
          <h2>{t('ticket-where')}</h2>
          <dl class="ticket-facts">
            <Fact name={t('ticket-session')}>
              {me.may_see_evidence ? (
                <a href={`/desk/cases/${ticket.session}`}>
                  <code>{ticket.session.slice(-6)}</code>
                </a>
              ) : (
                <code>{ticket.session}</code>
              )}{' '}
              {t(`status-${ticket.session_status}`)}
            </Fact>
            <Fact name={t('ticket-step')}>{ticket.step ? t(`step-${ticket.step}`) : '—'}</Fact>
            <Fact name={t('ticket-attempt')}>{ticket.attempt}</Fact>
            <Fact name={t('ticket-reason')}>{ticket.reason?.replaceAll('_', ' ') ?? '—'}</Fact>
            <Fact name={t('ticket-device')}>{ticket.device ?? '—'}</Fact>
            <Fact name={t('ticket-language')}>{ticket.language}</Fact>
          </dl>
          {ticket.state !== 'solved' && (
            <Urgency path={`/tickets/${id}`} urgent={ticket.urgent} onChanged={look} />
          )}
        </aside>
      </div>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: preact.ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function TicketHead({ ticket }: { ticket: Ticket }) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <header class="case-head">
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {t(`topic-${ticket.topic}`)}
        </h1>
        <p>
          <code>{ticket.id}</code> · {t(`ticket-${ticket.state}`)} · {moment(ticket.made_at)}
          {ticket.urgent && ` · ${t(`urgent-${ticket.urgent}`)}`}
        </p>
      </div>
    </header>
  );
}

function TicketFile({ id, at }: { id: string; at: number }) {
  const t = useText();
  const [url, setUrl] = useState('');
  const [error, setError] = useState<unknown>(null);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  const open = () =>
    get<{ jpeg: string }>(`/tickets/${id}/files/${at}`)
      .then((file) => setUrl(objectUrl(file.jpeg, 'image/jpeg')))
      .catch(setError);
  if (error) return <Fault error={error} />;
  if (url) return <img class="ticket-file" src={url} alt={t('ticket-file', { number: at + 1 })} />;
  return (
    <button type="button" class="button button-secondary" onClick={open}>
      {t('ticket-open-file', { number: at + 1 })}
    </button>
  );
}

function Answer({ id, onAnswered }: { id: string; onAnswered: () => void }) {
  const t = useText();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const send = async (solved: boolean) => {
    if (text.trim() === '' || busy) return;
    setBusy(true);
    setError(null);
    try {
      await post(`/tickets/${id}/answer`, { text: text.trim(), solved });
      setText('');
      onAnswered();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form class="ticket-answer" onSubmit={(event) => event.preventDefault()}>
      <label>
        {t('ticket-answer')}
        <textarea
          rows={4}
          maxLength={2000}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <Fault error={error} />
      <div class="ticket-actions">
        <Button busy={busy} onClick={() => send(false)}>
          {t('ticket-send')}
        </Button>
        <Button look="secondary" busy={busy} onClick={() => send(true)}>
          {t('ticket-send-solved')}
        </Button>
      </div>
    </form>
  );
}
