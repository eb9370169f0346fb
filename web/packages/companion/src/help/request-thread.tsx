import { Button, useText } from '@countersign/ui';
import { useState } from 'preact/hooks';
import { type HelpRequest, type Link, sayMore } from './requests';

interface ThreadProps {
  link: Link;
  request: HelpRequest;
  onChanged: () => void;
}

/** A request with what was said on both sides. Saying more opens it again. */
export function RequestThread({ link, request, onChanged }: ThreadProps) {
  const t = useText();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const time = new Intl.DateTimeFormat(document.documentElement.lang || 'en', {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const send = async (event: Event) => {
    event.preventDefault();
    if (text.trim() === '' || busy) return;
    setBusy(true);
    setFailed(false);
    try {
      await sayMore(link, request.id, text.trim());
      setText('');
      onChanged();
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section class="help-thread" aria-label={t(`help-topic-${request.topic}`)}>
      <h3>
        {t(`help-topic-${request.topic}`)}{' '}
        <span class={`help-state help-${request.state}`}>{t(`help-state-${request.state}`)}</span>
      </h3>
      <ol>
        {request.messages.map((said) => (
          <li key={said.at + said.text} class={`help-from-${said.from}`}>
            <p>{said.text}</p>
            <small>
              {t(`help-from-${said.from}`)} · <time dateTime={said.at}>{time.format(new Date(said.at))}</time>
            </small>
          </li>
        ))}
      </ol>
      {request.files > 0 && <p class="help-hint">{t('help-files-count', { count: request.files })}</p>}
      <form onSubmit={send}>
        <label>
          {t(request.state === 'solved' ? 'help-reopen' : 'help-more')}
          <textarea
            rows={2}
            maxLength={2000}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </label>
        {failed && (
          <p class="help-problem" role="alert">
            {t('help-error-network')}
          </p>
        )}
        <Button type="submit" look="secondary" busy={busy}>
          {t('help-say')}
        </Button>
      </form>
    </section>
  );
}
