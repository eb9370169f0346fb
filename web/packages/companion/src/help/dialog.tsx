import { useText } from '@countersign/ui';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { PartTexts } from '../texts';
import { NewRequestForm } from './new-request';
import { RequestThread } from './request-thread';
import { type HelpRequest, type Link, listRequests } from './requests';
import './help.css';

export interface HelpContext {
  link: Link;
  /** The step on the screen, and the reason that is told there. */
  step?: string;
  reason?: string;
  /** Everything is filled in for a report of the face comparison: one press sends it. */
  face?: boolean;
}

export function HelpDialog(props: HelpContext & { onClose: () => void }) {
  return (
    <PartTexts part="help">
      <Dialog {...props} />
    </PartTexts>
  );
}

function Dialog({ onClose, ...context }: HelpContext & { onClose: () => void }) {
  const t = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const [requests, setRequests] = useState<HelpRequest[] | null>(null);
  const [writes, setWrites] = useState(context.face ?? false);
  const { link } = context;
  const look = useCallback(
    () => listRequests(link).then(setRequests, () => setRequests((now) => now ?? [])),
    [link],
  );
  useEffect(() => {
    dialog.current?.showModal();
    look();
  }, [look]);
  const none = requests !== null && requests.length === 0;
  const changed = () => {
    setWrites(false);
    look();
  };
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help-title" onClose={onClose}>
      <header>
        <h2 id="help-title">{t(context.face && writes ? 'help-face-title' : 'help-title')}</h2>
        <button type="button" class="help-close" onClick={() => dialog.current?.close()}>
          {t('help-close')}
        </button>
      </header>
      {(writes || none) && <NewRequestForm context={context} onSent={changed} />}
      {!writes &&
        requests?.map((request) => (
          <RequestThread key={request.id} link={link} request={request} onChanged={look} />
        ))}
      {!writes && requests && requests.length > 0 && (
        <button type="button" class="button button-secondary" onClick={() => setWrites(true)}>
          {t('help-another')}
        </button>
      )}
    </dialog>
  );
}
