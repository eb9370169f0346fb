import { Button, useText } from '@countersign/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Refused } from '../call';
import { describeDevice } from './device';
import type { HelpContext } from './dialog';
import { attachFile, sendRequest } from './requests';

const TOPICS = ['camera', 'photo', 'video', 'details', 'face', 'result', 'other'];
const URGENT = ['travel', 'payment_blocked', 'vulnerable_person'];
const TOPIC_OF_STEP: Record<string, string> = {
  details: 'details',
  document_front: 'photo',
  document_back: 'photo',
  liveness: 'video',
};

/** What went wrong, in one form; device and place are filled in and can be changed or emptied. */
export function NewRequestForm({ context, onSent }: { context: HelpContext; onSent: () => void }) {
  const t = useText();
  const form = useRef<HTMLFormElement>(null);
  const [device, setDevice] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => {
    describeDevice().then(setDevice);
  }, []);
  const topic = context.face ? 'face' : (TOPIC_OF_STEP[context.step ?? ''] ?? 'other');

  const send = async (event: Event) => {
    event.preventDefault();
    if (!form.current || busy) return;
    const given = new FormData(form.current);
    const word = (name: string) => String(given.get(name) ?? '').trim();
    if (word('text') === '') return setError('empty');
    setBusy(true);
    setError(null);
    try {
      const made = await sendRequest(context.link, {
        topic: word('topic') || topic,
        text: word('text'),
        ...(context.step ? { step: context.step } : {}),
        ...(context.reason ? { reason: context.reason } : {}),
        ...(word('urgent') ? { urgent: word('urgent') } : {}),
        ...(word('device') ? { device: word('device') } : {}),
      });
      for (const file of given.getAll('files')) {
        if (file instanceof File && file.size > 0) await attachFile(context.link, made.id, file);
      }
      onSent();
    } catch (failure) {
      setError(failure instanceof Refused ? failure.code : 'internal');
      setBusy(false);
    }
  };
  const known = ['empty', 'network', 'file_refused', 'too_many_requests', 'too_large'];
  return (
    <form ref={form} class="help-form" onSubmit={send} noValidate>
      {!context.face && (
        <label>
          {t('help-topic')}
          <select name="topic" value={topic}>
            {TOPICS.map((name) => (
              <option key={name} value={name}>
                {t(`help-topic-${name}`)}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        {t('help-text')}
        <textarea
          name="text"
          rows={4}
          maxLength={2000}
          defaultValue={context.face ? t('help-face-text') : ''}
        />
      </label>
      <label>
        {t('help-files')}
        <input type="file" name="files" multiple accept="image/jpeg,image/png,image/webp" />
      </label>
      <label>
        {t('help-urgent')}
        <select name="urgent">
          <option value="">{t('help-urgent-no')}</option>
          {URGENT.map((name) => (
            <option key={name} value={name}>
              {t(`help-urgent-${name}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('help-device')}
        <input
          name="device"
          maxLength={500}
          value={device}
          onInput={(event) => setDevice(event.currentTarget.value)}
        />
        <small>{t('help-device-hint')}</small>
      </label>
      {error && (
        <p class="help-problem" role="alert">
          {t(`help-error-${known.includes(error) ? error : 'internal'}`)}
        </p>
      )}
      <Button type="submit" busy={busy}>
        {t('help-send')}
      </Button>
    </form>
  );
}
