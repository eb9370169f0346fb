import { takePhoto } from '@countersign/capture-sdk';
import { Button, Notice, ScreenHeading, Status, useText } from '@countersign/ui';
import { useRef, useState } from 'preact/hooks';
import { CameraNotice } from '../../parts/camera-notice';
import { useCamera } from '../../parts/use-camera';
import { useTitle } from '../../parts/use-title';
import { FileButton, FileProblemNotice, useFilePicker } from './file-button';
import type { View } from './photo';

interface Props extends View {
  onPhoto: (photo: Blob) => void;
  onFile: (photo: Blob) => void;
  onCancel: () => void;
}

/** The live picture with a frame the shape of the document, and a shutter. */
export function DocumentCamera({ page, document, onPhoto, onFile, onCancel }: Props) {
  const t = useText();
  const { video, camera, retry } = useCamera('document');
  const { problem, pick } = useFilePicker(onFile);
  const [failed, setFailed] = useState(false);
  const shooting = useRef(false);
  const title = t(`photo-title-${page}`, { document });
  useTitle(title);
  const shoot = async () => {
    if (shooting.current || !video.current) return;
    shooting.current = true;
    try {
      onPhoto(await takePhoto(video.current));
    } catch {
      setFailed(true);
    } finally {
      shooting.current = false;
    }
  };
  return (
    <>
      <ScreenHeading lead={camera.state !== 'failed' && t('photo-camera-hint')}>{title}</ScreenHeading>
      {camera.state === 'failed' ? (
        <CameraNotice fault={camera.fault} voice={false} />
      ) : (
        <div class={`viewfinder viewfinder-${page === 'passport' ? 'page' : 'card'}`}>
          <video ref={video} muted autoplay playsInline aria-label={t('photo-camera-label')} />
          <div class="viewfinder-frame" aria-hidden="true">
            <i />
            <i />
            <i />
            <i />
          </div>
          {camera.state === 'opening' && <p class="viewfinder-note">{t('photo-camera-opening')}</p>}
        </div>
      )}
      <Status>{camera.state === 'opening' ? t('photo-camera-opening') : ''}</Status>
      {failed && (
        <Notice look="problem" title={t('photo-frame-failed-title')}>
          <p>{t('photo-frame-failed')}</p>
        </Notice>
      )}
      <FileProblemNotice problem={problem} />
      <div class="actions">
        {camera.state === 'open' && (
          <Button icon="camera" onClick={shoot}>
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
