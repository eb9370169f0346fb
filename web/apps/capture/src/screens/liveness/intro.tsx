import type { Reason, Way } from '@countersign/api-client';
import type { Pace } from '@countersign/capture-sdk';
import { Button, IconList, ScreenHeading, useText } from '@countersign/ui';
import { InAppNotice } from '../../parts/camera-help';
import { FailureNotice, ReasonNotices } from '../../parts/failure-notice';
import { useTitle } from '../../parts/use-title';
import type { Failure } from '../../session/use-action';
import { Choice } from '../details/fields';

const PACES: Pace[] = ['steady', 'slow'];

interface Props {
  reasons: Reason[];
  pace: Pace;
  onPace: (pace: Pace) => void;
  busy: boolean;
  failure: Failure | null;
  onShow: () => void;
  way: Way;
  onWay: (way: Way) => void;
}

export function LivenessIntro({ reasons, pace, onPace, busy, failure, onShow, way, onWay }: Props) {
  const t = useText();
  const signed = way === 'without_speech';
  useTitle(t('liveness-title'));
  return (
    <>
      <ScreenHeading lead={t(signed ? 'liveness-lead-signed' : 'liveness-lead')}>
        {t('liveness-title')}
      </ScreenHeading>
      <ReasonNotices reasons={reasons} />
      <InAppNotice />
      <IconList
        items={[
          { icon: 'digits', text: t('liveness-step-digits') },
          { icon: 'camera', text: t('liveness-step-camera') },
          signed
            ? { icon: 'person', text: t('liveness-step-sign') }
            : { icon: 'microphone', text: t('liveness-step-speak') },
          { icon: 'play', text: t('liveness-step-review') },
        ]}
      />
      <fieldset class="field">
        <legend>{t('liveness-pace')}</legend>
        <div class="choices choices-row">
          {PACES.map((choice) => (
            <Choice
              key={choice}
              id={`pace-${choice}`}
              name="pace"
              checked={pace === choice}
              onChoose={() => onPace(choice)}
              hint={t(`liveness-pace-${choice}-hint`)}
            >
              {t(`liveness-pace-${choice}`)}
            </Choice>
          ))}
        </div>
        <p class="hint">{t('liveness-pace-note')}</p>
      </fieldset>
      {signed ? (
        <div class="way">
          <p>{t('liveness-signed')}</p>
          <Button look="quiet" busy={busy} onClick={() => onWay('usual')}>
            {t('liveness-speak-after-all')}
          </Button>
        </div>
      ) : (
        <details class="more">
          <summary>{t('liveness-other')}</summary>
          <p>{t('liveness-other-speech')}</p>
          <Button look="secondary" busy={busy} onClick={() => onWay('without_speech')}>
            {t('liveness-without-speech')}
          </Button>
          <p>{t('liveness-other-text')}</p>
        </details>
      )}
      <FailureNotice failure={failure} />
      <div class="actions">
        <Button busy={busy} onClick={onShow}>
          {t('liveness-show')}
        </Button>
      </div>
    </>
  );
}
