import { useText } from '@countersign/ui';
import { useState } from 'preact/hooks';
import { type Breakdown, type Evidence, get, type Moment } from '../../api';
import { language } from '../../language';
import { Fault } from '../../parts/fault';

/** Width and height of the graph in its own units. */
const [WIDTH, HEIGHT] = [600, 120];
/** The largest distance drawn; two strangers are rarely further apart. */
const FARTHEST = 1.2;

interface MomentsProps {
  id: string;
  file: Evidence;
  /** The check that compared, with its limits. */
  compared: Breakdown | undefined;
  /** Where the film stands, in seconds. */
  at: number;
  onSeek: (second: number) => void;
}

/**
 * The flight recorder of the face: mouth and distance to the portrait, moment by moment, measured anew when somebody asks. A distance that
 * jumps in the middle of a video is another face; one that is high throughout is another person, or a bad portrait.
 */
export function Moments({ id, file, compared, at, onSeek }: MomentsProps) {
  const t = useText();
  const [moments, setMoments] = useState<Moment[] | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const measure = async () => {
    setBusy(true);
    setError(null);
    try {
      setMoments(await get<Moment[]>(`/cases/${id}/evidence/${file.id}/moments`));
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  if (!moments) {
    return (
      <div class="mark-bar">
        <button type="button" class="plain" aria-disabled={busy} onClick={() => !busy && measure()}>
          {t('moments-measure')}
        </button>
        {busy && <span role="status">{t('marks-measuring')}</span>}
        <Fault error={error} />
      </div>
    );
  }
  return <Graph moments={moments} compared={compared} at={at} onSeek={onSeek} />;
}

type GraphProps = Omit<MomentsProps, 'id' | 'file'> & { moments: Moment[] };

function Graph({ moments, compared, at, onSeek }: GraphProps) {
  const t = useText();
  const end = Math.max(0.1, moments.at(-1)?.at_s ?? 0);
  const x = (second: number) => (second / end) * WIDTH;
  const y = (distance: number) => HEIGHT - (Math.min(distance, FARTHEST) / FARTHEST) * HEIGHT;
  const mouth = moments.flatMap(({ at_s, mouth: open }) =>
    open === undefined ? [] : [[at_s, open] as const],
  );
  const widest = Math.max(0.1, ...mouth.map(([, open]) => open));
  const distances = moments.filter((moment) => moment.distance !== undefined);
  const number = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const limits = ['max_same_distance', 'min_other_distance'].flatMap((name) => compared?.limits[name] ?? []);
  const seen = moments.filter((moment) => moment.face).length;
  return (
    <figure class="moments">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('moments-graph')}>
        {limits.map((limit) => (
          <line key={limit} class="moment-limit" x1={0} x2={WIDTH} y1={y(limit)} y2={y(limit)} />
        ))}
        <polyline
          class="moment-mouth"
          points={mouth
            .map(([second, open]) => `${x(second)},${HEIGHT - (open / widest) * HEIGHT * 0.4}`)
            .join(' ')}
        />
        {distances.map((moment) => (
          <circle
            key={moment.at_s}
            class="moment-distance"
            cx={x(moment.at_s)}
            cy={y(moment.distance ?? 0)}
            r={4}
          />
        ))}
        <line class="moment-now" x1={x(at)} x2={x(at)} y1={0} y2={HEIGHT} />
      </svg>
      <figcaption>
        {t('moments-words', { seen, total: moments.length })} {limits.length > 0 && t('moments-limits')}
      </figcaption>
      <ul class="moment-list">
        {distances.map((moment) => (
          <li key={moment.at_s}>
            <button type="button" class="chip" onClick={() => onSeek(moment.at_s)}>
              {number.format(moment.at_s)} s · {number.format(moment.distance ?? 0)}
            </button>
          </li>
        ))}
      </ul>
    </figure>
  );
}
