import type { CameraFault } from '@countersign/capture-sdk';
import { Notice, useText } from '@countersign/ui';

/** These read differently when the microphone is asked for too, or when a file could be sent instead. */
const WITH_VOICE: string[] = ['denied', 'no-device'];
const SAYS_FILE_ITSELF: string[] = ['no-device'];

export function CameraNotice({ fault, voice }: { fault: CameraFault | 'lost'; voice: boolean }) {
  const t = useText();
  const id = `camera-${fault}${voice && WITH_VOICE.includes(fault) ? '-voice' : ''}`;
  return (
    <Notice look="problem" title={t(`${id}-title`)}>
      <p>
        {t(id)} {!voice && !SAYS_FILE_ITSELF.includes(fault) && t('camera-alternative')}
      </p>
    </Notice>
  );
}
