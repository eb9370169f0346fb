import type { Difference } from '@countersign/api-client';
import { useText } from '@countersign/ui';

/** Which letters differ between what was typed and what the document says. Only the applicant is ever shown this. */
export function Differences({ differences }: { differences: Difference[] }) {
  const t = useText();
  return (
    <>
      {differences.map((difference) => (
        <dl key={difference.field} class="difference">
          <dt>{t(`difference-declared-${difference.field}`)}</dt>
          <dd>
            <Letters difference={difference} side="declared" />
          </dd>
          <dt>{t('difference-document')}</dt>
          <dd>
            <Letters difference={difference} side="document" />
          </dd>
        </dl>
      ))}
    </>
  );
}

function Letters({ difference, side }: { difference: Difference; side: 'declared' | 'document' }) {
  // Neighbouring letters of one kind become one run: read aloud as a text, not letter by letter.
  const runs: { at: number; text: string; marked: boolean }[] = [];
  for (const [at, letter] of difference.letters.entries()) {
    const text = letter[side] ?? '';
    const marked = letter.kind !== 'equal';
    const last = runs.at(-1);
    if (last && last.marked === marked) last.text += text;
    else runs.push({ at, text, marked });
  }
  return (
    <span class="letters" dir="auto">
      {runs.map((run) => (run.marked && run.text ? <mark key={run.at}>{run.text}</mark> : run.text))}
    </span>
  );
}
