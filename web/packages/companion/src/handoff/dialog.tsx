import { Button, Icon, useText } from '@countersign/ui';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { post, Refused, sessionPath } from '../call';
import { follow, type Progress } from '../events';
import { PartTexts } from '../texts';
import './handoff.css';

interface Offered {
  qr: string;
  expires_at: string;
}

interface DialogProps {
  /** The session and the token that opens it on this device. */
  link: { id: string; token: string };
  onClose: () => void;
  /** Another device has the session; this one follows with the secret. */
  onPassed: (secret: string) => void;
}

export function HandoffDialog(props: DialogProps) {
  return (
    <PartTexts part="handoff">
      <Dialog {...props} />
    </PartTexts>
  );
}

/** Codes that nobody opens are replaced by themselves this often; then the person asks for the next. */
const CODES = 5;

function useOffer({ id, token }: DialogProps['link'], wanted: boolean) {
  const [offered, setOffered] = useState<Offered | null>(null);
  const [left, setLeft] = useState(0);
  const [error, setError] = useState<string | null>(null);
  const made = useRef(0);
  const offer = useCallback(async () => {
    setError(null);
    try {
      const found = await post<Offered>(`${sessionPath(id)}/handoff`, { secret: token });
      made.current += 1;
      setOffered(found);
    } catch (failure) {
      setError(failure instanceof Refused ? failure.code : 'internal');
    }
  }, [id, token]);
  useEffect(() => {
    if (wanted && !offered) offer();
  }, [wanted, offered, offer]);
  useEffect(() => {
    if (!offered || !wanted) return;
    const tick = () => {
      const seconds = Math.max(0, Math.ceil((Date.parse(offered.expires_at) - Date.now()) / 1000));
      // A clock that is wrong by a day must not make codes die at once: no code is older here than it can be.
      setLeft(Math.min(seconds, 120));
      if (seconds === 0 && made.current < CODES) offer();
    };
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [offered, wanted, offer]);
  const again = () => {
    made.current = 0;
    offer();
  };
  return { offered, left, error, again };
}

function Dialog({ link, onClose, onPassed }: DialogProps) {
  const t = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  const secret = useRef<string | null>(null);
  const [answered, setAnswered] = useState<'no' | 'yes' | null>(null);
  const passed = useCallback(() => {
    if (secret.current) onPassed(secret.current);
    else onClose();
  }, [onPassed, onClose]);
  useEffect(() => dialog.current?.showModal(), []);
  useEffect(
    () => follow({ id: link.id, secret: link.token }, { onProgress: setProgress, onGone: passed }),
    [link.id, link.token, passed],
  );
  const opened = progress?.handoff === 'opened' || progress?.handoff === 'confirmed';
  const { offered, left, error, again } = useOffer(link, !opened && answered === null);
  const say = async (equal: boolean) => {
    const said = await post<{ follow?: string }>(`${sessionPath(link.id)}/handoff/confirm`, {
      secret: link.token,
      json: { equal },
    });
    secret.current = said.follow ?? null;
    setAnswered(equal ? 'yes' : 'no');
  };
  return (
    <dialog ref={dialog} class="handoff" aria-labelledby="handoff-title" onClose={onClose}>
      <h2 id="handoff-title">{t('handoff-title')}</h2>
      {answered === 'no' && <p role="status">{t('handoff-denied')}</p>}
      {answered === 'yes' && <p role="status">{t('handoff-passing')}</p>}
      {!answered && opened && (
        <Compare number={progress?.number ?? ''} refused={progress?.second_refused} say={say} />
      )}
      {!answered && !opened && (
        <>
          <p>{t('handoff-scan')}</p>
          <div class="handoff-code">
            {offered && (
              <img
                src={`data:image/svg+xml,${encodeURIComponent(offered.qr)}`}
                alt={t('handoff-code')}
                width={240}
                height={240}
              />
            )}
          </div>
          {error ? (
            <p role="alert">{t('handoff-failed')}</p>
          ) : left > 0 ? (
            <p class="handoff-left">
              <Icon name="clock" size={18} /> {t('handoff-left', { seconds: left })}
            </p>
          ) : (
            offered && <Button onClick={again}>{t('handoff-again')}</Button>
          )}
          <p class="handoff-hint">{t('handoff-hint')}</p>
        </>
      )}
      <Button look="quiet" onClick={() => dialog.current?.close()}>
        {t('handoff-close')}
      </Button>
    </dialog>
  );
}

interface CompareProps {
  number: string;
  refused: boolean | undefined;
  say: (equal: boolean) => void;
}

function Compare({ number, refused, say }: CompareProps) {
  const t = useText();
  return (
    <div role="status">
      <p>{t('handoff-compare')}</p>
      <p class="handoff-number">{number}</p>
      {refused && <p class="handoff-warning">{t('handoff-second-tried')}</p>}
      <div class="handoff-answers">
        <Button onClick={() => say(true)}>{t('handoff-equal')}</Button>
        <Button look="secondary" onClick={() => say(false)}>
          {t('handoff-differs')}
        </Button>
      </div>
    </div>
  );
}
