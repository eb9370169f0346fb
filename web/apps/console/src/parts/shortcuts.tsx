import { useText } from '@countersign/ui';
import { useEffect, useRef } from 'preact/hooks';

const KEYS: [string, string][] = [
  ['j', 'next-row'],
  ['k', 'last-row'],
  ['Enter', 'open'],
  ['q', 'queue'],
  ['t', 'inbox'],
  ['n', 'next-case'],
  ['a', 'approve'],
  ['r', 'again'],
  ['d', 'decline'],
  ['Space', 'play'],
  ['z', 'zoom'],
  ['m', 'marks'],
  ['?', 'help'],
];

export function Shortcuts({ onClose }: { onClose: () => void }) {
  const t = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="shortcuts" aria-labelledby="shortcuts-title" onClose={onClose}>
      <h2 id="shortcuts-title">{t('shortcuts-title')}</h2>
      <dl>
        {KEYS.map(([key, name]) => (
          <div key={key}>
            <dt>
              <kbd>{key === 'Space' ? t('key-space') : key}</kbd>
            </dt>
            <dd>{t(`shortcut-${name}`)}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="button button-secondary" onClick={() => dialog.current?.close()}>
        {t('close')}
      </button>
    </dialog>
  );
}
