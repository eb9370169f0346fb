import { type Light, type Sound, SoundJudge, watchLevel, watchLight } from '@countersign/capture-sdk';
import { Icon, type IconName, useText } from '@countersign/ui';
import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

interface Props {
  stream: MediaStream;
  video: RefObject<HTMLVideoElement | null>;
}

/** Light and sound before the recording. Hints for the person, of no weight to the server: it looks and listens itself. */
export function Surroundings({ stream, video }: Props) {
  const t = useText();
  const [level, setLevel] = useState(0);
  const [sound, setSound] = useState<Sound>('silent');
  const [light, setLight] = useState<Light | null>(null);
  useEffect(() => {
    const judge = new SoundJudge();
    return watchLevel(stream, (now) => {
      setLevel(now);
      setSound(judge.after(now));
    });
  }, [stream]);
  useEffect(() => (video.current ? watchLight(video.current, setLight) : undefined), [video]);
  return (
    <ul class="surroundings">
      <Row icon="light" look={light === 'good' ? 'good' : light ? 'warn' : 'wait'}>
        {t(light ? `check-light-${light}` : 'check-light-wait')}
      </Row>
      <Row icon="microphone" look={sound === 'heard' ? 'good' : sound === 'noisy' ? 'warn' : 'wait'}>
        <meter min={0} max={1} value={level} aria-label={t('check-sound')} />
        <span>{t(`check-sound-${sound}`)}</span>
      </Row>
    </ul>
  );
}

interface RowProps {
  icon: IconName;
  look: 'good' | 'warn' | 'wait';
  children: preact.ComponentChildren;
}

function Row({ icon, look, children }: RowProps) {
  return (
    <li class={`surrounding surrounding-${look}`}>
      <Icon name={look === 'good' ? 'check' : look === 'warn' ? 'alert' : icon} size={20} />
      <span role="status">{children}</span>
    </li>
  );
}
