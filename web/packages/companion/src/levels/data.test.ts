import { describe, expect, it } from 'vitest';
import { type Level, type Levels, money, nextOf, ownText, pauseFor } from './data';

const level = (number: number, state: Level['state']): Level => ({
  level: number,
  state,
  unlocks: [],
  missing: [],
  reasons: [],
  may_appeal: false,
});
const levels = (...list: Level[]): Levels => ({ applicant_id: 'app', granted: 0, levels: list, history: [] });

describe('levels', () => {
  it('name the next one to do', () => {
    expect(nextOf(levels(level(1, 'not_started'), level(2, 'not_started')))).toBe(1);
    expect(nextOf(levels(level(1, 'granted'), level(2, 'open')))).toBe(2);
    expect(nextOf(levels(level(1, 'granted'), level(2, 'granted')))).toBeNull();
    expect(nextOf(levels(level(1, 'declined'), level(2, 'not_started')))).toBe(2);
  });

  it('are asked for often only while the server works', () => {
    expect(pauseFor(levels(level(1, 'processing')))).toBeLessThan(pauseFor(levels(level(1, 'in_review'))));
  });

  it('say amounts and the operator’s words in the page’s language', () => {
    expect(money(1000, 'EUR', 'en')).toBe('€1,000');
    expect(money(1000, 'EUR', 'de')).toBe('1.000\u00a0€');
    expect(money(0.5, 'EUR', 'en')).toBe('€0.50');
    expect(ownText({ en: 'Sell', de: 'Verkaufen' }, 'de-AT')).toBe('Verkaufen');
    expect(ownText({ en: 'Sell' }, 'fr')).toBe('Sell');
  });
});
