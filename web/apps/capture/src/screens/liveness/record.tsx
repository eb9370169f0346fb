import { deviceHints, type Pace } from '@countersign/capture-sdk';
import { Button, Notice, ScreenHeading, Status, useText } from '@countersign/ui';
import { useEffect } from 'preact/hooks';
import { CameraHelp } from '../../parts/camera-help';
import { type CameraState, useCamera } from '../../parts/use-camera';
import { useTitle } from '../../parts/use-title';
import { useSessionHandle } from '../../session/use-session';
import { Digits } from './digits';
import { Surroundings } from './surroundings';
import { type RecordingState, useRecording } from './use-recording';

interface Props {
  digits: string;
  /** In which they are to be said (BCP 47); `null`: they are shown with the hands. */
  language: string | null;
  pace: Pace;
  onClip: (clip: Blob) => void;
}

/** The picture check and the recording, one screen: nothing jumps between looking and speaking. */
export function RecordScreen({ digits, language, pace, onClip }: Props) {
  const signed = language === null;
  const t = useText();
  const { video, camera, retry } = useCamera('face');
  const stream = camera.state === 'open' ? camera.stream : null;
  const { client } = useSessionHandle();
  // Nothing waits for it and nothing depends on it.
  useEffect(() => {
    if (stream) client.hint(deviceHints(stream)).catch(() => {});
  }, [client, stream]);
  const { state, start, stop } = useRecording(stream, digits.length, pace, onClip);
  useTitle(t('check-title'));
  const active = state.phase === 'counting' || state.phase === 'running';
  return (
    <>
      <ScreenHeading
        lead={!active && camera.state !== 'failed' && t(signed ? 'check-lead-signed' : 'check-lead')}
      >
        {state.phase === 'running'
          ? t(signed ? 'record-title-signed' : 'record-title')
          : active
            ? t('record-get-ready')
            : t('check-title')}
      </ScreenHeading>
      {camera.state === 'failed' ? (
        <CameraHelp problem={camera.problem} alternative={false} />
      ) : (
        <>
          <Digits
            digits={digits}
            language={language}
            current={state.phase === 'running' ? state.digit : null}
          />
          <div class={`mirror ${state.phase === 'running' ? 'mirror-recording' : ''}`}>
            <video ref={video} muted autoplay playsInline aria-label={t('check-video-label')} />
            <Oval />
            {camera.state === 'opening' && <p class="viewfinder-note">{t('check-opening')}</p>}
            {state.phase === 'counting' && (
              <p class="countdown" aria-hidden="true">
                {state.seconds}
              </p>
            )}
          </div>
          <RecordingBar state={state} />
          {stream && !active && <Surroundings stream={stream} video={video} />}
        </>
      )}
      <Announcement camera={camera} state={state} />
      {state.phase === 'failed' && (
        <Notice look="problem" title={t('record-failed-title')}>
          <p>{t('record-failed')}</p>
        </Notice>
      )}
      <div class="actions">
        {camera.state === 'failed' && (
          <Button icon="retake" onClick={retry}>
            {t('try-again')}
          </Button>
        )}
        {stream && !active && <Button onClick={start}>{t('check-record')}</Button>}
        {state.phase === 'running' && state.stoppable && (
          <Button look="secondary" onClick={stop}>
            {t('record-stop')}
          </Button>
        )}
      </div>
    </>
  );
}

/** Speaks before the recording and never during it: a screen reader's voice would be recorded too. */
function Announcement({ camera, state }: { camera: CameraState; state: RecordingState }) {
  const t = useText();
  const counting = state.phase === 'counting' && t('record-counting', { seconds: state.seconds });
  return <Status>{camera.state === 'opening' ? t('check-opening') : counting || ''}</Status>;
}

function RecordingBar({ state }: { state: RecordingState }) {
  const t = useText();
  if (state.phase !== 'running') return null;
  return (
    <div class="recording">
      <span class="recording-mark">{t('record-running')}</span>
      <progress max={1} value={1 - state.share} aria-label={t('record-left')} />
    </div>
  );
}

function Oval() {
  return (
    <svg class="oval" viewBox="0 0 300 400" aria-hidden="true">
      <path
        class="oval-shade"
        d="M-2000-2000h4300v4400h-4300ZM150 60c-56 0-92 48-92 128 0 92 44 152 92 152s92-60 92-152c0-80-36-128-92-128Z"
      />
      <path
        class="oval-line"
        d="M150 60c-56 0-92 48-92 128 0 92 44 152 92 152s92-60 92-152c0-80-36-128-92-128Z"
      />
    </svg>
  );
}
