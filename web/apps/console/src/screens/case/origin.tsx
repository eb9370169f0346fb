import { useText } from '@countersign/ui';
import type { Origin } from '../../api';

/** What a received file says of itself: a hint for people, with no weight in any verdict. */
export function OriginList({ origin }: { origin: Origin }) {
  const t = useText();
  return (
    <details class="origin">
      <summary>{t('origin-title')}</summary>
      <dl>
        {origin.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`origin-${name}`)}</dt>
            <dd>{value === 'yes' || value === 'no' ? t(`origin-is-${value}`) : value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
