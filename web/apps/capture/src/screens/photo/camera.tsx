import { takePhoto } from '@countersign/capture-sdk';
import { Button, Notice, ScreenHeading, Status, useText } from '@countersign/ui';
import type { Ref } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { CameraHelp } from '../../parts/camera-help';
import { useCamera } from '../../parts/use-camera';
import { useTitle } from '../../parts/use-title';
import { FileButton, FileProblemNotice, useFilePicker } from './file-button';
import type { View } from './photo';
import { useWatch } from './use-watch';

interface Props extends View {
  onPhoto: (photo: Blob) => void;
  onFile: (photo: Blob) => void;
  onCancel: () => void;
}

/** The live picture with a frame the shape of the document; it takes the photo by itself, or when asked to. */
export function DocumentCamera({ page, document, onPhoto, onFile, onCancel }: Props) {
  const t = useText();
  const { video, camera, retry } = useCamera('document');
  const { problem, pick } = useFilePicker(onFile);
  const frame = useRef<HTMLDivElement>(null);
  const [byItself, setByItself] = useState(true);
  const { failed, shoot } = useShutter(onPhoto);
  const title = t(`photo-title-${page}`, { document });
  useTitle(title);
  const stream = camera.state === 'open' ? camera.stream : null;
  const { hint, steady } = useWatch(stream, video, frame, () => byItself && shoot(video.current));
  const advice = stream ? t(`photo-hint-${hint}`) : '';
  return (
    <>
      <ScreenHeading lead={camera.state !== 'failed' && t('photo-camera-hint')}>{title}</ScreenHeading>
      {camera.state === 'failed' ? (
        <CameraHelp problem={camera.problem} alternative />
      ) : (
        <div
          class={`viewfinder viewfinder-${page === 'passport' ? 'page' : 'card'}`}
          data-hint={stream ? hint : ''}
        >
          <video ref={video} muted autoplay playsInline aria-label={t('photo-camera-label')} />
          <GuideFrame frame={frame} steady={byItself ? steady : 0} />
          {advice && (
            <p class="viewfinder-hint" aria-hidden="true">
              {advice}
            </p>
          )}
          {camera.state === 'opening' && <p class="viewfinder-note">{t('photo-camera-opening')}</p>}
        </div>
      )}
      <Status>{camera.state === 'opening' ? t('photo-camera-opening') : advice}</Status>
      {failed && (
        <Notice look="problem" title={t('photo-frame-failed-title')}>
          <p>{t('photo-frame-failed')}</p>
        </Notice>
      )}
      <FileProblemNotice problem={problem} />
      {stream && (
        <label class="switch">
          <input
            type="checkbox"
            checked={byItself}
            onChange={(event) => setByItself(event.currentTarget.checked)}
          />
          <span>{t('photo-by-itself')}</span>
        </label>
      )}
      <div class="actions">
        {stream && (
          <Button icon="camera" onClick={() => shoot(video.current)}>
            {t('photo-shutter')}
          </Button>
        )}
        {camera.state === 'failed' && (
          <Button icon="retake" onClick={retry}>
            {t('try-again')}
          </Button>
        )}
        <div class="actions-pair">
          <FileButton look={camera.state === 'failed' ? 'secondary' : 'quiet'} onPick={pick} />
          <Button look="quiet" onClick={onCancel}>
            {t('back')}
          </Button>
        </div>
      </div>
    </>
  );
}

/** Corners, and a line that closes around the document while all is well. */
function GuideFrame({ frame, steady }: { frame: Ref<HTMLDivElement>; steady: number }) {
  return (
    <div ref={frame} class="viewfinder-frame" aria-hidden="true">
      <i />
      <i />
      <i />
      <i />
      <svg class="viewfinder-ring" width="100%" height="100%" aria-hidden="true">
        <rect x="1.5" y="1.5" rx="14" pathLength="1" stroke-dasharray={`${steady} 1`} />
      </svg>
    </div>
  );
}

function useShutter(onPhoto: (photo: Blob) => void) {
  const [failed, setFailed] = useState(false);
  const shooting = useRef(false);
  const shoot = async (video: HTMLVideoElement | null) => {
    if (shooting.current || !video) return;
    shooting.current = true;
    try {
      onPhoto(await takePhoto(video));
    } catch {
      setFailed(true);
    } finally {
      shooting.current = false;
    }
  };
  return { failed, shoot };
}
