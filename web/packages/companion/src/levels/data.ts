/** What the server tells of an applicant's levels. */
export interface Levels {
  applicant_id: string;
  granted: number;
  levels: Level[];
  history: Past[];
}

export type Standing =
  | 'not_started'
  | 'open'
  | 'processing'
  | 'in_review'
  | 'action_needed'
  | 'declined'
  | 'granted';

export interface Level {
  level: number;
  state: Standing;
  unlocks: Unlock[];
  missing: string[];
  reasons: { code: string; title: string; text: string }[];
  expires_at?: string;
  review_due_at?: string;
  review?: { position: number; likely_until?: string };
  may_appeal: boolean;
}

export interface Unlock {
  word?: string;
  text?: Record<string, string>;
  limit?: { amount: number; currency: string; per: string };
}

export interface Past {
  session_id: string;
  level: number;
  status: string;
  created_at: string;
  decided_at?: string;
}

/** Asked again this often while something changes by itself, in ms. */
export function pauseFor(levels: Levels): number {
  return levels.levels.some((level) => level.state === 'processing') ? 2_000 : 15_000;
}

/** The level that somebody would do next: the lowest that is neither granted nor refused. */
export function nextOf(levels: Levels): number | null {
  const open = levels.levels.filter((level) => level.state !== 'granted' && level.state !== 'declined');
  return open[0]?.level ?? null;
}

/** The operator's own text in the page's language, its base, or English. */
export function ownText(text: Record<string, string>, tag: string): string {
  return text[tag] ?? text[tag.split('-')[0] ?? ''] ?? text.en ?? '';
}

/** An amount as it is written in the page's language, without decimals where there are none. */
export function money(amount: number, currency: string, tag: string): string {
  const digits = Number.isInteger(amount) ? { maximumFractionDigits: 0 } : {};
  return new Intl.NumberFormat(tag, { style: 'currency', currency, ...digits }).format(amount);
}
