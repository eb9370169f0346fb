import { Icon, useText } from '@countersign/ui';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type Case, DeskError, get, lastWord, type Me, post } from '../../api';
import { Fault } from '../../parts/fault';
import { useKeys } from '../../parts/keys';
import { SlaClock, useNow } from '../../parts/time';
import { go } from '../../route';
import { Breakdowns } from './breakdown';
import { Decide } from './decide';
import { Documents } from './documents';
import { Fields } from './fields';
import { FilmPanel } from './film';
import { Hands } from './hands';
import { History } from './history';
import { nextCase } from './next';
import { Related } from './related';

/** A sign of life for the hold, well within the five minutes it lasts, in ms. */
const HOLD_AGAIN_MS = 60_000;

interface CaseProps {
  id: string;
  me: Me;
  onSignedOut: () => void;
}

export function CaseScreen({ id, me, onSignedOut }: CaseProps) {
  const t = useText();
  const [found, setFound] = useState<Case | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [holdError, setHoldError] = useState<unknown>(null);
  const look = useCallback(async () => {
    try {
      setFound(await get<Case>(`/cases/${id}`));
      setError(null);
    } catch (failure) {
      if (failure instanceof DeskError && failure.code === 'unauthenticated') onSignedOut();
      else setError(failure);
    }
  }, [id, onSignedOut]);
  const hold = useCallback(
    async (takeOver: boolean) => {
      if (!me.may_decide) return;
      try {
        await post(`/cases/${id}/hold`, { take_over: takeOver });
        setHoldError(null);
      } catch (failure) {
        setHoldError(failure);
      }
    },
    [id, me.may_decide],
  );
  useEffect(() => {
    document.title = t('page-title', { screen: t('case-title', { id: id.slice(-6) }) });
    hold(false).then(look);
    const timer = setInterval(() => hold(false), HOLD_AGAIN_MS);
    // Whoever closes the page lets go as well; otherwise a colleague would wait until the hold runs out.
    const leave = () => me.may_decide && lastWord(`/cases/${id}/leave`);
    addEventListener('pagehide', leave);
    return () => {
      clearInterval(timer);
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [hold, look, id, t, me.may_decide]);
  useKeys({ n: () => nextCase(id, me), Escape: () => go('/desk') });
  if (!found) return <Fault error={error} />;
  const takeOver = () => hold(true).then(look);
  return (
    <CaseBody
      found={found}
      me={me}
      error={error ?? holdError}
      onTakeOver={takeOver}
      onChanged={look}
      onDecided={() => nextCase(id, me)}
    />
  );
}

interface BodyProps {
  found: Case;
  me: Me;
  error: unknown;
  onTakeOver: () => void;
  onChanged: () => void;
  onDecided: () => void;
}

function CaseBody({ found, me, error, onTakeOver, onChanged, onDecided }: BodyProps) {
  const t = useText();
  const held = error instanceof DeskError && error.code === 'case_held';
  const measured = found.decisions.findLast((decision) => decision.breakdowns.length > 0);
  const current = found.evidence.filter((file) => file.decided_on);
  const shown = current.length > 0 ? current : found.evidence;
  const video = shown.findLast((file) => file.kind === 'liveness_video');
  const why = measured?.reasons ?? [];
  return (
    <div class="case">
      <CaseHead found={found} />
      {held && (
        <div class="held" role="alert">
          <Icon name="lock" size={20} />
          <p>{t('fault-case_held', { detail: (error as DeskError).detail })}</p>
          {me.role === 'admin' && (
            <button type="button" class="button button-secondary" onClick={onTakeOver}>
              {t('case-take-over')}
            </button>
          )}
        </div>
      )}
      {!held && <Fault error={error} />}
      <div class="case-columns">
        <div class="case-evidence">
          <Documents id={found.id} files={shown.filter((file) => file.kind !== 'liveness_video')} />
          {video && (
            <FilmPanel
              id={found.id}
              file={video}
              way={found.way}
              compared={measured?.breakdowns.find((check) => check.check === 'face_same_person')}
            />
          )}
        </div>
        <div class="case-facts">
          {why.length > 0 && (
            <section class="panel" aria-labelledby="why">
              <h2 id="why">{t('case-why')}</h2>
              <ul class="reasons">
                {why.map((reason) => (
                  <li key={`${reason.code}${reason.title}`}>
                    <Icon name="alert" size={18} />
                    <span>{reason.title}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <Fields fields={found.fields} />
          {measured && <Breakdowns list={measured.breakdowns} />}
          <Related list={found.related} />
          <History found={found} />
        </div>
        <div class="case-acts">
          {me.may_decide && found.decisions.length > 0 && (
            <Decide found={found} disabled={held} onDecided={onDecided} />
          )}
          {found.clock && <Hands found={found} me={me} onChanged={onChanged} />}
          <FaceLink found={found} />
        </div>
      </div>
    </div>
  );
}

/** The way to the page about the face, where a comparison was made. */
function FaceLink({ found }: { found: Case }) {
  const t = useText();
  const compared = found.decisions.some((decision) =>
    decision.breakdowns.some((check) => check.check === 'face_same_person'),
  );
  if (!compared) return null;
  const path = `/desk/cases/${found.id}/face`;
  return (
    <a
      class="button button-secondary"
      href={path}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        go(path);
      }}
    >
      {t('face-open')}
    </a>
  );
}

function CaseHead({ found }: { found: Case }) {
  const t = useText();
  const now = useNow(found.now);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const kind = found.fields.find((field) => field.field === 'document_type')?.declared;
  const country = found.fields.find((field) => field.field === 'issuing_country')?.declared;
  return (
    <header class="case-head">
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {kind ? t(`document-${kind}`) : t('document-unknown')} · {country ?? '—'}
        </h1>
        <p>
          <code>{found.id}</code> · {t(`status-${found.status}`)} ·{' '}
          {t('case-level', { level: found.level, attempt: found.attempt })}
          {found.external_ref && ` · ${found.external_ref}`}
        </p>
      </div>
      {found.clock && <SlaClock clock={found.clock} now={now} />}
    </header>
  );
}
