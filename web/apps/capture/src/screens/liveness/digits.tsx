import { Button, ScreenHeading, Status, useText } from '@countersign/ui';
import { useTitle } from '../../parts/use-title';

/** All digits, always; `current` is the one to say now (−1: none yet). */
export function Digits({ digits, current = null }: { digits: string; current?: number | null }) {
  const t = useText();
  const look = (index: number) =>
    current === null ? '' : index === current ? 'now' : index < current ? 'said' : 'next';
  return (
    <p class="digits">
      <span class="visually-hidden">{t('digits-label', { digits: [...digits].join(' ') })}</span>
      {[...digits].map((digit, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a digit is its place, and may occur twice
        <span key={index} class={`digit ${look(index)}`} aria-hidden="true">
          {digit}
        </span>
      ))}
    </p>
  );
}

interface Props {
  digits: string;
  renewed: boolean;
  onOpen: () => void;
}

export function DigitsScreen({ digits, renewed, onOpen }: Props) {
  const t = useText();
  useTitle(t('digits-title'));
  return (
    <>
      <ScreenHeading lead={t('digits-lead')}>{t('digits-title')}</ScreenHeading>
      <Status>{renewed ? t('digits-renewed') : ''}</Status>
      <Digits digits={digits} />
      <div class="actions">
        <Button icon="camera" onClick={onOpen}>
          {t('digits-open')}
        </Button>
      </div>
    </>
  );
}
