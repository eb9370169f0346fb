import { useText } from '@countersign/ui';
import { useEffect, useState } from 'preact/hooks';
import type { Clock } from '../api';
import { language } from '../language';

const MINUTE = 60_000;

/** The time by the server's clock: the person's own may be wrong by a day. */
export function useNow(serverNow: string): number {
  const [offset] = useState(() => Date.parse(serverNow) - Date.now());
  const [now, setNow] = useState(() => Date.now() + offset);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now() + offset), 15_000);
    return () => clearInterval(timer);
  }, [offset]);
  return now;
}

/** `3 h 05 min`; the sign is left to the words around it. */
export function span(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / MINUTE);
  const hours = Math.floor(minutes / 60);
  const unit = (value: number, name: 'hour' | 'minute') =>
    new Intl.NumberFormat(language, { style: 'unit', unit: name, unitDisplay: 'narrow' }).format(value);
  return hours > 0 ? `${unit(hours, 'hour')} ${unit(minutes % 60, 'minute')}` : unit(minutes, 'minute');
}

export const moment = (at: string) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));

/** Which promise runs: the target of a day, the promise behind it, or neither any more. */
export function clockState(clock: Clock, now: number): 'good' | 'late' | 'broken' {
  if (now >= Date.parse(clock.due_at)) return 'broken';
  return now >= Date.parse(clock.target_at) ? 'late' : 'good';
}

/** What is left of the target, then of the promise; the bar fills over both. */
export function SlaClock({ clock, now }: { clock: Clock; now: number }) {
  const t = useText();
  const state = clockState(clock, now);
  const next = Date.parse(state === 'good' ? clock.target_at : clock.due_at);
  const whole = Date.parse(clock.due_at) - Date.parse(clock.since);
  const share = Math.min(1, Math.max(0, (now - Date.parse(clock.since)) / whole));
  const left = span(next - now);
  return (
    <span class={`sla sla-${state}`}>
      <span class="sla-words">{t(`sla-${state}`, { left })}</span>
      <progress max={1} value={share} aria-label={t('sla-bar')} />
    </span>
  );
}
