import { watchLevel } from '@countersign/capture-sdk';
import { Icon, useText } from '@countersign/ui';
import { useEffect, useState } from 'preact/hooks';

/** Level above which somebody is heard: a quiet voice at arm's length; room noise on phones stays under it. */
const HEARD = 0.25;

/** A hint for the person, of no weight to the server: it listens to the clip itself. */
export function SoundCheck({ stream }: { stream: MediaStream }) {
  const t = useText();
  const [level, setLevel] = useState(0);
  const [heard, setHeard] = useState(false);
  useEffect(
    () =>
      watchLevel(stream, (now) => {
        setLevel(now);
        if (now >= HEARD) setHeard(true);
      }),
    [stream],
  );
  return (
    <div class="sound">
      <Icon name="microphone" size={20} />
      <meter min={0} max={1} value={level} aria-label={t('check-sound')} />
      <span role="status">{heard ? t('check-sound-heard') : t('check-sound-quiet')}</span>
    </div>
  );
}
