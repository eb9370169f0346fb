import { Icon, useText } from '@countersign/ui';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type Breakdown, type Case, type Decision, DeskError, get } from '../../api';
import { language } from '../../language';
import { Fault } from '../../parts/fault';
import { useKeys } from '../../parts/keys';
import { moment } from '../../parts/time';
import { go } from '../../route';
import { Documents } from './documents';
import { FilmPanel } from './film';
import { Related } from './related';

interface Props {
  id: string;
  onSignedOut: () => void;
}

/**
 * Why a face did not fit: every try with its distance and its limits, the videos moment by moment, the device, and other sessions that have something in
 * common. For finding out, not for deciding.
 */
export function InvestigationScreen({ id, onSignedOut }: Props) {
  const t = useText();
  const [found, setFound] = useState<Case | null>(null);
  const [error, setError] = useState<unknown>(null);
  const look = useCallback(async () => {
    try {
      setFound(await get<Case>(`/cases/${id}`));
    } catch (failure) {
      if (failure instanceof DeskError && failure.code === 'unauthenticated') onSignedOut();
      else setError(failure);
    }
  }, [id, onSignedOut]);
  useEffect(() => {
    document.title = t('page-title', { screen: t('face-title') });
    look();
  }, [look, t]);
  useKeys({ Escape: () => go(`/desk/cases/${id}`) });
  if (!found) return <Fault error={error} />;
  return <Investigation found={found} />;
}

const faceOf = (decision: Decision): Breakdown | undefined =>
  decision.breakdowns.find((check) => check.check === 'face_same_person');

function Investigation({ found }: { found: Case }) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const tries = found.decisions.filter(faceOf);
  const compared = tries.map(faceOf).at(-1);
  const videos = found.evidence.filter((file) => file.kind === 'liveness_video').reverse();
  const fronts = found.evidence.filter((file) => file.kind === 'document_front');
  const front = fronts.findLast((file) => file.decided_on) ?? fronts.at(-1);
  return (
    <div class="investigation">
      <header class="case-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {t('face-title')}
          </h1>
          <p>
            <a
              href={`/desk/cases/${found.id}`}
              onClick={(event) => {
                event.preventDefault();
                go(`/desk/cases/${found.id}`);
              }}
            >
              <code>{found.id}</code>
            </a>{' '}
            · {t(`status-${found.status}`)}
          </p>
        </div>
      </header>
      <div class="case-columns">
        <div class="case-evidence">
          {front && <Documents id={found.id} files={[front]} />}
          {videos.slice(0, 1).map((file) => (
            <FilmPanel key={file.id} id={found.id} file={file} way={found.way} compared={compared} />
          ))}
          {videos.length > 1 && (
            <details class="panel">
              <summary>{t('face-earlier-videos', { count: videos.length - 1 })}</summary>
              {videos.slice(1).map((file) => (
                <FilmPanel key={file.id} id={found.id} file={file} way={found.way} compared={compared} />
              ))}
            </details>
          )}
        </div>
        <div class="case-facts">
          <Tries tries={tries} />
          {found.decisions.length > 0 && <FlightRecord id={found.id} />}
          <Devices found={found} />
          <Related list={found.related} />
          {found.related.length === 0 && <p class="panel soft">{t('face-no-related')}</p>}
        </div>
      </div>
    </div>
  );
}

/** Each try: what was measured, against which limits, with which nets. */
function Tries({ tries }: { tries: Decision[] }) {
  const t = useText();
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 3 });
  return (
    <section class="panel" aria-labelledby="tries">
      <h2 id="tries">{t('face-tries')}</h2>
      <ol class="tries">
        {tries.map((decision) => {
          const check = faceOf(decision);
          if (!check) return null;
          return (
            <li key={decision.id} class={`check check-${check.result}`}>
              <h3>
                {t('face-try', { attempt: decision.attempt })} · {t(`result-${check.result}`)}
              </h3>
              <p class="soft">{moment(decision.at)}</p>
              {check.reasons.map((reason) => (
                <p key={reason.title}>{reason.title}</p>
              ))}
              <dl>
                {Object.entries(check.raw).map(([name, { value, unit }]) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>
                      {number.format(value)} <small>{unit}</small>
                    </dd>
                  </div>
                ))}
                {Object.entries(check.limits).map(([name, value]) => (
                  <div key={`limit ${name}`} class="limit">
                    <dt>{t('breakdown-limit', { name })}</dt>
                    <dd>{number.format(value)}</dd>
                  </div>
                ))}
                {Object.entries(check.models).map(([name, hash]) => (
                  <div key={`model ${name}`} class="limit">
                    <dt>{name}</dt>
                    <dd>
                      <code>{hash.slice(0, 12)}</code>
                    </dd>
                  </div>
                ))}
              </dl>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** All of the last comparison on one page of its own, which can be kept or, without pictures, passed on. */
function FlightRecord({ id }: { id: string }) {
  const t = useText();
  const record = `/desk/api/cases/${id}/flight`;
  const forms = { page: record, shared: `${record}?pictures=none`, data: `${record}?form=json` };
  return (
    <section class="panel" aria-labelledby="flight">
      <h2 id="flight">{t('flight-title')}</h2>
      <p class="soft">{t('flight-text')}</p>
      <ul class="related">
        {Object.entries(forms).map(([form, path]) => (
          <li key={form}>
            <Icon name="info" size={18} />
            <a href={path} target="_blank" rel="noreferrer">
              {t(`flight-${form}`)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the person told of their device when they asked for help. */
function Devices({ found }: { found: Case }) {
  const t = useText();
  return (
    <section class="panel" aria-labelledby="devices">
      <h2 id="devices">{t('face-requests')}</h2>
      {found.tickets.length === 0 && <p class="soft">{t('face-no-requests')}</p>}
      <ul class="related">
        {found.tickets.map((ticket) => (
          <li key={ticket.id}>
            <Icon name="info" size={18} />
            <span>
              <a href={`/desk/tickets/${ticket.id}`}>{t(`topic-${ticket.topic}`)}</a>
              <small>
                {ticket.device ?? t('face-no-device')} · {moment(ticket.made_at)}
              </small>
            </span>
            <span class="soft">{t(`ticket-${ticket.state}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
