import type { Declaration, DocumentType } from '@countersign/api-client';

/** What stands in the fields, as typed. */
export interface Entries {
  name: string;
  day: string;
  month: string;
  year: string;
  type: DocumentType | '';
  country: string;
}

export type FieldName = 'name' | 'birth' | 'type' | 'country';
/** The message that belongs to each field in error, by its id in the locale. */
export type FieldErrors = Partial<Record<FieldName, string>>;

/** The oldest person on record lived 122 years; beyond this a year is a slip of the finger. */
const OLDEST_YEARS = 130;

export const DOCUMENT_TYPES: DocumentType[] = ['passport', 'id_card', 'driving_licence'];

export function entriesFrom(declared: Declaration | null | undefined): Entries {
  const [year = '', month = '', day = ''] = declared?.birth_date.split('-') ?? [];
  return {
    name: declared?.legal_name ?? '',
    day: day.replace(/^0/, ''),
    month: month.replace(/^0/, ''),
    year,
    type: declared?.document_type ?? '',
    country: declared?.issuing_country ?? '',
  };
}

/** Signs that only steer the direction of writing; they come along unseen when a name is pasted. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
/** What the server takes for a name: letters and marks of every script, digits, and what stands between. */
const NAME = /^(?:[\p{L}\p{M}\p{N} '’.,·‐‑ʻʼ/׳״・-]|\u200c|\u200d)+$/u;

/** Digits of any script as those of the server. */
const asAscii = (text: string) =>
  text.replace(/\p{Nd}/gu, (digit) => {
    // Every script's digits stand in one row, from zero on.
    const code = digit.codePointAt(0) ?? 0;
    let zero = code;
    while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String((code - zero) % 10);
  });

export function validate(
  entries: Entries,
  today: Date,
): { declaration: Declaration } | { errors: FieldErrors } {
  const errors: FieldErrors = {};
  const name = entries.name.replace(DIRECTION, '').trim().replace(/\s+/g, ' ');
  const birth = birthDate(entries, today);
  if (name === '') errors.name = 'details-error-name';
  else if (!NAME.test(name) || !/\p{L}/u.test(name)) errors.name = 'details-error-name-signs';
  if ('error' in birth) errors.birth = birth.error;
  if (entries.type === '') errors.type = 'details-error-type';
  if (entries.country === '') errors.country = 'details-error-country';
  if ('error' in birth || entries.type === '' || Object.keys(errors).length > 0) return { errors };
  return {
    declaration: {
      legal_name: name,
      birth_date: birth.date,
      document_type: entries.type,
      issuing_country: entries.country,
    },
  };
}

function birthDate({ day, month, year }: Entries, today: Date): { date: string } | { error: string } {
  const parts = [year, month, day].map((part) => asAscii(part.trim()));
  if (parts.includes('')) return { error: 'details-error-birth-missing' };
  if (!/^\d{4} \d{1,2} \d{1,2}$/.test(parts.join(' '))) return { error: 'details-error-birth-invalid' };
  const [y = 0, m = 0, d = 0] = parts.map(Number);
  // setUTCFullYear, because Date.UTC takes the years 0 to 99 for 1900 to 1999.
  const date = new Date(0);
  date.setUTCFullYear(y, m - 1, d);
  if (date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d)
    return { error: 'details-error-birth-invalid' };
  if (date.getTime() > today.getTime()) return { error: 'details-error-birth-future' };
  if (today.getUTCFullYear() - y > OLDEST_YEARS) return { error: 'details-error-birth-old' };
  return { date: date.toISOString().slice(0, 10) };
}
