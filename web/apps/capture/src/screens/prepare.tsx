import type { Service, StepName, Usual } from '@countersign/api-client';
import { Button, Icon, IconList, ScreenHeading, useLanguage, useText } from '@countersign/ui';
import { useEffect, useState } from 'preact/hooks';
import { useTitle } from '../parts/use-title';
import { useSessionHandle } from '../session/use-session';

/** What to have at hand, how long it takes and who may go another way: all before anything is asked. */
export function PrepareScreen({ onReady }: { onReady: () => void }) {
  const t = useText();
  const { session } = useSessionHandle();
  const service = useService();
  const state = (name: StepName) => session.steps.find(({ step }) => step === name)?.state;
  const filmed = state('liveness') !== 'not_needed';
  useTitle(t('prepare-title'));
  return (
    <>
      <ScreenHeading lead={t('prepare-lead')}>{t('prepare-title')}</ScreenHeading>
      <IconList
        items={[
          ...(state('document_front') === 'done'
            ? []
            : [{ icon: 'id_card' as const, text: t('prepare-document') }]),
          { icon: 'light', text: t('prepare-light') },
          ...(filmed ? [{ icon: 'microphone' as const, text: t('prepare-quiet') }] : []),
          { icon: 'clock', text: t('prepare-time') },
        ]}
      />
      {service && <Waiting service={service} />}
      {filmed && (
        <section class="prepare-ways">
          <h2>{t('prepare-ways-title')}</h2>
          <p>{t('prepare-ways-text')}</p>
        </section>
      )}
      <div class="actions">
        <Button onClick={onReady}>{t('prepare-button')}</Button>
      </div>
    </>
  );
}

function useService(): Service | null {
  const { client } = useSessionHandle();
  const [service, setService] = useState<Service | null>(null);
  useEffect(() => {
    // Not knowing it stops nobody.
    client.service().then(setService, () => undefined);
  }, [client]);
  return service;
}

/** Who may have to wait for a person, how long others waited, and at which hours of this day it is shortest. */
function Waiting({ service }: { service: Service }) {
  const t = useText();
  const { tag } = useLanguage();
  const { usual, waiting } = service;
  const best = bestHours(service);
  const time = new Intl.DateTimeFormat(tag, { hour: 'numeric', minute: '2-digit' });
  const at = (hour: number) => {
    const day = new Date();
    day.setUTCHours(hour, 0, 0, 0);
    return time.format(day);
  };
  return (
    <p class="aside">
      <Icon name="info" size={20} />
      <span>
        {t('prepare-waiting', { count: waiting })}{' '}
        {usual &&
          t('prepare-usual', {
            half: spell(tag, usual.half_minutes),
            most: spell(tag, usual.most_minutes),
          })}{' '}
        {best !== null && t('prepare-best', { from: at(best), until: at(best + 1) })}
      </span>
    </p>
  );
}

/** Minutes up to two hours, then hours, in the language's own words. */
export function spell(tag: string, minutes: number): string {
  const [value, unit] = minutes < 120 ? [Math.max(1, minutes), 'minute'] : [Math.round(minutes / 60), 'hour'];
  return new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

/** The hour (UTC) in which people waited shortest; `null` while fewer than three hours are known. */
function bestHours({ by_hour }: Service): number | null {
  if (by_hour.length < 3) return null;
  const shortest = (usual: Usual) => usual.half_minutes;
  const best = by_hour.reduce((one, other) => (shortest(other.usual) < shortest(one.usual) ? other : one));
  return best.hour_utc;
}
