import { Icon, type IconName, useText } from '@countersign/ui';
import { useState } from 'preact/hooks';
import type { Breakdown } from '../../api';
import { language } from '../../language';

const ICONS: Record<Breakdown['result'], IconName> = {
  pass: 'check',
  fail: 'cross',
  doubt: 'alert',
  could_not_assess: 'info',
};
const ORDER: Breakdown['result'][] = ['fail', 'doubt', 'could_not_assess', 'pass'];

/** Every check's answer with its raw values and limits; what did not pass stands first and open. */
export function Breakdowns({ list }: { list: Breakdown[] }) {
  const t = useText();
  const [all, setAll] = useState(false);
  const sorted = [...list].sort((a, b) => ORDER.indexOf(a.result) - ORDER.indexOf(b.result));
  const shown = all ? sorted : sorted.filter((check) => check.result !== 'pass');
  const passed = sorted.length - sorted.filter((check) => check.result !== 'pass').length;
  return (
    <section class="panel" aria-labelledby="breakdown">
      <h2 id="breakdown">{t('breakdown-title')}</h2>
      <ul class="checks">
        {shown.map((check) => (
          <Check key={check.check} check={check} />
        ))}
      </ul>
      {passed > 0 && (
        <button type="button" class="plain" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('breakdown-fewer') : t('breakdown-all', { count: passed })}
        </button>
      )}
    </section>
  );
}

function Check({ check }: { check: Breakdown }) {
  const t = useText();
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 3 });
  const raw = Object.entries(check.raw);
  const limits = Object.entries(check.limits);
  return (
    <li class={`check check-${check.result}`}>
      <details open={check.result !== 'pass'}>
        <summary>
          <Icon name={ICONS[check.result]} size={18} />
          <span class="check-name">{check.check.replaceAll('_', ' ')}</span>
          <span class="check-result">{t(`result-${check.result}`)}</span>
          {check.score !== undefined && <span class="check-score">{number.format(check.score)}</span>}
        </summary>
        {check.reasons.map((reason) => (
          <p key={reason.title}>{reason.title}</p>
        ))}
        {raw.length > 0 && (
          <dl>
            {raw.map(([name, { value, unit }]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  {number.format(value)} <small>{unit}</small>
                </dd>
              </div>
            ))}
            {limits.map(([name, value]) => (
              <div key={`limit ${name}`} class="limit">
                <dt>{t('breakdown-limit', { name })}</dt>
                <dd>{number.format(value)}</dd>
              </div>
            ))}
          </dl>
        )}
      </details>
    </li>
  );
}
