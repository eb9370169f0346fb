import type { DocumentType } from '@countersign/api-client';
import { regionOf } from './countries';
import { DOCUMENT_TYPES } from './form';

export type DatePart = 'day' | 'month' | 'year';

/** States that issue no identity card to their citizens (passports and licences serve instead). */
const WITHOUT_ID_CARD = ['AUS', 'CAN', 'DNK', 'GBR', 'NZL', 'USA'];

/** What a country issues. Whoever has something else finds it among all of them: no country chosen, all types. */
export const typesOf = (country: string): DocumentType[] =>
  DOCUMENT_TYPES.filter((type) => type !== 'id_card' || !WITHOUT_ID_CARD.includes(country));

/** The order in which people of a country write a date, from the browser's CLDR; without a country, that of the page. */
export function dateOrder(country: string, tag: string): DatePart[] {
  const region = regionOf(country);
  // Without its script: with it the browser forgets the region.
  const locale = region ? `${new Intl.Locale('und', { region }).maximize().language}-${region}` : tag;
  const parts = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    calendar: 'gregory',
    numberingSystem: 'latn',
  }).formatToParts(new Date(0));
  const order = parts.map(({ type }) => type).filter(isPart);
  return order.length === 3 ? order : ['day', 'month', 'year'];
}

const isPart = (type: string): type is DatePart => type === 'day' || type === 'month' || type === 'year';
