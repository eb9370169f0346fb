import { Button, useText } from '@countersign/ui';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Case, type CatalogueEntry, DeskError, get, post } from '../../api';
import { Fault } from '../../parts/fault';
import { useKeys } from '../../parts/keys';

type Outcome = CatalogueEntry['outcome'];
const OUTCOMES: { outcome: Outcome; key: string }[] = [
  { outcome: 'approved', key: 'a' },
  { outcome: 'resubmission_requested', key: 'r' },
  { outcome: 'declined', key: 'd' },
];
const NOTES: Record<Outcome, string[]> = {
  approved: ['same-person', 'name-variant', 'photo-good-enough'],
  resubmission_requested: ['not-readable', 'not-comparable'],
  declined: ['other-person', 'not-genuine'],
};

interface DecideProps {
  found: Case;
  disabled: boolean;
  onDecided: () => void;
}

const nameOf = (entry: CatalogueEntry) => (entry.side ? `${entry.code}:${entry.side}` : entry.code);

/** The decision: what, why by the catalogue, and a note for colleagues. None of the three may be missing. */
export function Decide({ found, disabled, onDecided }: DecideProps) {
  const t = useText();
  const [catalogue, setCatalogue] = useState<CatalogueEntry[] | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    get<CatalogueEntry[]>('/catalogue').then(setCatalogue).catch(setError);
  }, []);
  const fitting = useMemo(
    () =>
      (catalogue ?? []).filter(
        (entry) => entry.outcome === outcome && (!entry.step || found.steps.includes(entry.step)),
      ),
    [catalogue, outcome, found.steps],
  );
  // Where an outcome has one reason, it is that: also when the key was pressed before the catalogue came.
  const [only, ...others] = (catalogue ?? []).filter((entry) => entry.outcome === outcome);
  const entry = fitting.find((known) => nameOf(known) === reason) ?? (others.length === 0 ? only : undefined);
  const choose = (next: Outcome) => {
    if (disabled) return;
    setOutcome(next);
    setMissing(null);
    setReason('');
    requestAnimationFrame(() => select.current?.focus());
  };
  useKeys(Object.fromEntries(OUTCOMES.map(({ outcome: name, key }) => [key, () => choose(name)])));

  const sign = async (event: Event) => {
    event.preventDefault();
    if (!outcome) return setMissing('outcome');
    if (!entry) return setMissing('reason');
    if (note.trim() === '') return setMissing('note');
    setBusy(true);
    setError(null);
    setMissing(null);
    try {
      await post(`/cases/${found.id}/decision`, {
        after: found.decisions.at(-1)?.id,
        outcome,
        reason: entry.code,
        ...(entry.side ? { side: entry.side } : {}),
        steps: entry.step ? [entry.step] : [],
        note: note.trim(),
      });
      onDecided();
    } catch (failure) {
      setError(failure instanceof DeskError ? failure : new DeskError('internal'));
      setBusy(false);
    }
  };

  return (
    <form class="decide" aria-labelledby="decide" onSubmit={sign} noValidate>
      <h2 id="decide">{t('decide-title')}</h2>
      <fieldset disabled={disabled}>
        <legend class="visually-hidden">{t('decide-outcome')}</legend>
        <div class="outcomes">
          {OUTCOMES.map(({ outcome: name, key }) => (
            <label key={name} class={`outcome outcome-${name}`}>
              <input type="radio" name="outcome" checked={outcome === name} onChange={() => choose(name)} />
              <span>{t(`decide-${name}`)}</span>
              <kbd>{key}</kbd>
            </label>
          ))}
        </div>
        {outcome && (
          <>
            <label>
              {t('decide-reason')}
              <select
                ref={select}
                value={entry ? nameOf(entry) : ''}
                aria-invalid={missing === 'reason' || undefined}
                onChange={(event) => setReason(event.currentTarget.value)}
              >
                <option value="">{t('decide-choose')}</option>
                {fitting.map((known) => (
                  <option key={nameOf(known)} value={nameOf(known)}>
                    {known.title}
                  </option>
                ))}
              </select>
            </label>
            <Told entry={entry} />
            <label>
              {t('decide-note')}
              <textarea
                rows={3}
                maxLength={2000}
                value={note}
                aria-invalid={missing === 'note' || undefined}
                onInput={(event) => setNote(event.currentTarget.value)}
              />
            </label>
            <div class="chips">
              {NOTES[outcome].map((name) => (
                <button
                  key={name}
                  type="button"
                  class="chip"
                  onClick={() => setNote((now) => [now.trim(), t(`note-${name}`)].filter(Boolean).join(' '))}
                >
                  {t(`note-${name}`)}
                </button>
              ))}
            </div>
          </>
        )}
        {missing && (
          <p class="fault" role="alert">
            {t(`decide-missing-${missing}`)}
          </p>
        )}
        <Fault error={error} />
        <Button type="submit" busy={busy || (catalogue === null && error === null)}>
          {t('decide-sign')}
        </Button>
        <p class="hint">{t('decide-final')}</p>
      </fieldset>
    </form>
  );
}

/** What the applicant will read. */
function Told({ entry }: { entry: CatalogueEntry | undefined }) {
  const t = useText();
  if (!entry) return null;
  return (
    <div class="told">
      <strong>{t('decide-told')}</strong>
      <p>{entry.title}</p>
      <p>{entry.text}</p>
    </div>
  );
}
