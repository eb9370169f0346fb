import { useText } from '@countersign/ui';
import { useState } from 'preact/hooks';
import { type Evidence, get, type Mark } from '../../api';
import { Fault } from '../../parts/fault';

/** Where the readers found things, asked for once somebody wants to see it: it is measured anew and takes seconds. */
export function useMarks(id: string, file: Evidence) {
  const [marks, setMarks] = useState<Mark[] | null>(null);
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const toggle = async () => {
    setShown((now) => !now);
    if (marks || busy) return;
    setBusy(true);
    try {
      setMarks(await get<Mark[]>(`/cases/${id}/evidence/${file.id}/marks`));
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return { marks: shown ? marks : null, shown, busy, error, toggle };
}

/** The kinds in the order in which they are drawn and named. */
const KINDS = ['outline', 'zone', 'print', 'portrait', 'other_face'];
const kindOf = (mark: Mark) => (KINDS.includes(mark.kind) ? mark.kind : 'altered');

/** Lines over the picture; each kind has its own, and its name below. */
export function MarkLayer({ marks }: { marks: Mark[] }) {
  return (
    <svg class="marks" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
      {marks.map((mark) => (
        <polygon
          key={`${mark.kind}${mark.corners.join()}`}
          class={`mark-${kindOf(mark)}`}
          points={mark.corners.map((corner) => corner.join(',')).join(' ')}
        />
      ))}
    </svg>
  );
}

interface BarProps {
  marks: Mark[] | null;
  shown: boolean;
  busy: boolean;
  error: unknown;
  onToggle: () => void;
}

export function MarkBar({ marks, shown, busy, error, onToggle }: BarProps) {
  const t = useText();
  const kinds = [...KINDS, 'altered'].filter((kind) => marks?.some((mark) => kindOf(mark) === kind));
  return (
    <div class="mark-bar">
      <button type="button" class="plain" aria-pressed={shown} onClick={onToggle}>
        {t('marks-show')}
      </button>
      {busy && <span role="status">{t('marks-measuring')}</span>}
      {marks && (
        <ul class="mark-names">
          {kinds.map((kind) => (
            <li key={kind} class={`mark-name mark-${kind}`}>
              {t(`mark-${kind}`)} {marks.filter((mark) => kindOf(mark) === kind).length}
            </li>
          ))}
        </ul>
      )}
      <Fault error={error} />
    </div>
  );
}
