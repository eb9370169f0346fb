import { Button, Notice, ScreenHeading, useLanguage, useText } from '@countersign/ui';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { get, post, Refused } from '../call';
import { PartTexts } from '../texts';
import { LevelCard } from './card';
import { type Levels, nextOf, pauseFor } from './data';
import { History } from './history';
import './levels.css';

interface LevelsProps {
  id: string;
  /** Opens the levels; empty when the link was not whole. */
  secret: string;
  /** The way into a session. */
  onEnter: (link: { id: string; token: string }) => void;
  onGranted?: ((level: number) => void) | undefined;
}

/** What an applicant was granted, what each level opens and asks, and the way into a session. */
export function LevelsPage(props: LevelsProps) {
  return (
    <PartTexts part="levels">
      <Page {...props} />
    </PartTexts>
  );
}

function Page({ id, secret, onEnter, onGranted }: LevelsProps) {
  const t = useText();
  const { levels, gone, failed, refresh } = useLevels(id, secret, onGranted);
  const [entering, setEntering] = useState<number | null>(null);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    document.title = t('levels-title');
  }, [t]);
  const enter = async (level: number) => {
    if (entering !== null) return;
    setEntering(level);
    setRefused(false);
    try {
      const path = `/v1/applicants/${encodeURIComponent(id)}/levels/${level}/session`;
      const { session_id, token } = await post<{ session_id: string; token: string }>(path, { secret });
      onEnter({ id: session_id, token });
    } catch {
      setEntering(null);
      setRefused(true);
      await refresh();
    }
  };
  if (gone) return <ScreenHeading lead={t('levels-gone-text')}>{t('levels-gone-title')}</ScreenHeading>;
  if (!levels)
    return failed ? (
      <>
        <ScreenHeading lead={t('levels-failed-text')}>{t('levels-failed-title')}</ScreenHeading>
        <div class="actions">
          <Button icon="retake" onClick={refresh}>
            {t('levels-again')}
          </Button>
        </div>
      </>
    ) : null;
  const next = nextOf(levels);
  return (
    <div class="levels">
      <ScreenHeading lead={t('levels-lead', { granted: levels.granted })}>{t('levels-title')}</ScreenHeading>
      {refused && <Notice look="problem" title={t('levels-refused')} />}
      {levels.levels.map((level) => (
        <LevelCard
          key={level.level}
          level={level}
          isNext={level.level === next}
          busy={entering === level.level}
          onEnter={() => enter(level.level)}
        />
      ))}
      <History history={levels.history} />
    </div>
  );
}

/** The levels, asked again while they may change by themselves and when the person comes back to the page. */
function useLevels(id: string, secret: string, onGranted: ((level: number) => void) | undefined) {
  const { tag } = useLanguage();
  const [levels, setLevels] = useState<Levels | null>(null);
  const [gone, setGone] = useState(secret === '');
  const [failed, setFailed] = useState(false);
  const refresh = useCallback(async () => {
    if (secret === '') return;
    try {
      const found = await get<Levels>(`/v1/applicants/${encodeURIComponent(id)}/levels`, { secret });
      setLevels(found);
      setFailed(false);
      onGranted?.(found.granted);
    } catch (error) {
      if (error instanceof Refused && ['unauthenticated', 'not_found'].includes(error.code)) setGone(true);
      else setFailed(true);
    }
  }, [id, secret, onGranted]);
  // Asked again when the language changes: reasons are worded by the server.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tag is in the header that goes with the question
  useEffect(() => {
    refresh();
  }, [refresh, tag]);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') refresh();
    };
    // A page that was kept for the back button is shown again as it was: it asks anew.
    addEventListener('pageshow', look);
    document.addEventListener('visibilitychange', look);
    const timer = levels ? setInterval(look, pauseFor(levels)) : undefined;
    return () => {
      removeEventListener('pageshow', look);
      document.removeEventListener('visibilitychange', look);
      clearInterval(timer);
    };
  }, [refresh, levels]);
  return { levels, gone, failed, refresh };
}
