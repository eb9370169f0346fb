import { Button, Icon, ScreenHeading, useText } from '@countersign/ui';
import { useEffect, useRef, useState } from 'preact/hooks';
import { post, Refused } from '../call';
import { PartTexts } from '../texts';
import './handoff.css';

interface Opened {
  claim: string;
  number: string;
  session_id: string;
  level: number;
}

interface JoinProps {
  code: string;
  /** This device has the session now. */
  onTaken: (link: { id: string; token: string }) => void;
}

/** How often the second device asks whether the numbers were compared, in ms. */
const ASK_EVERY_MS = 1_200;

/** The second device: says who asks, for what, and shows the number that the first one must show. */
export function JoinPage(props: JoinProps) {
  return (
    <PartTexts part="handoff">
      <Join {...props} />
    </PartTexts>
  );
}

function Join({ code, onTaken }: JoinProps) {
  const t = useText();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [tries, setTries] = useState(0);
  const asked = useRef(-1);

  useEffect(() => {
    // One device opens a code once: drawing the page twice must not ask twice.
    if (asked.current === tries) return;
    asked.current = tries;
    post<Opened>('/v1/handoffs/open', { json: { code } })
      .then(setOpened)
      .catch((failure) => setRefused(failure instanceof Refused ? failure.code : 'internal'));
  }, [code, tries]);

  useEffect(() => {
    if (!opened || refused) return;
    const timer = setInterval(async () => {
      try {
        const taken = await post<{ session_id: string; token: string }>('/v1/handoffs/take', {
          secret: opened.claim,
        });
        clearInterval(timer);
        onTaken({ id: taken.session_id, token: taken.token });
      } catch (failure) {
        const why = failure instanceof Refused ? failure.code : 'internal';
        if (why === 'handoff_waiting' || why === 'network') return;
        clearInterval(timer);
        setRefused(why);
      }
    }, ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [opened, refused, onTaken]);

  if (refused) {
    const known = ['handoff_opened', 'handoff_expired', 'handoff_denied', 'network'];
    const why = known.includes(refused) ? refused : 'not_found';
    return (
      <div class="join">
        <ScreenHeading lead={t(`join-${why}-text`)}>{t(`join-${why}-title`)}</ScreenHeading>
        {why === 'network' && (
          <Button
            onClick={() => {
              setRefused(null);
              setTries((now) => now + 1);
            }}
          >
            {t('join-again')}
          </Button>
        )}
      </div>
    );
  }
  if (!opened) return <p role="status">{t('join-opening')}</p>;
  return (
    <div class="join">
      <ScreenHeading lead={t('join-lead', { host: location.host, level: opened.level })}>
        {t('join-title')}
      </ScreenHeading>
      <p class="handoff-number">{opened.number}</p>
      <p>{t('join-compare')}</p>
      <p class="handoff-hint">
        <Icon name="lock" size={18} /> {t('join-warning')}
      </p>
    </div>
  );
}
