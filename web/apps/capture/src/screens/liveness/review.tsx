import { Button, Meter, ScreenHeading, Status, useText } from '@countersign/ui';
import { FailureNotice } from '../../parts/failure-notice';
import { useObjectUrl } from '../../parts/use-object-url';
import { useSending } from '../../parts/use-sending';
import { useTitle } from '../../parts/use-title';
import { type Failure, useAction } from '../../session/use-action';
import { useSessionHandle } from '../../session/use-session';

interface Props {
  challengeId: string;
  clip: Blob;
  renewing: boolean;
  renewFailure: Failure | null;
  onAgain: () => void;
}

export function ReviewScreen({ challengeId, clip, renewing, renewFailure, onAgain }: Props) {
  const t = useText();
  const { client, refresh } = useSessionHandle();
  const { busy, failure, run } = useAction();
  const { share, waiting, sending } = useSending();
  const url = useObjectUrl(clip);
  const doing = waiting ? t('upload-waiting') : t('review-sending');
  const refused = failure?.kind === 'refused';
  useTitle(t('review-title'));
  const send = () =>
    run(async () => {
      await client.sendClip(challengeId, clip, sending());
      await refresh();
    });
  return (
    <>
      <ScreenHeading lead={t('review-lead')}>{t('review-title')}</ScreenHeading>
      {/* biome-ignore lint/a11y/useMediaCaption: the person's own six digits, seconds old; the page shows them as text */}
      <video class="preview" src={url} controls playsInline aria-label={t('review-video-label')} />
      <FailureNotice failure={failure ?? renewFailure} />
      <Status>{busy ? doing : ''}</Status>
      {busy && <Meter label={doing} share={share} />}
      <div class="actions">
        {!refused && (
          <Button busy={busy} onClick={send}>
            {failure ? t('try-again') : t('review-send')}
          </Button>
        )}
        {!busy && (
          <Button look={refused ? 'primary' : 'secondary'} icon="retake" busy={renewing} onClick={onAgain}>
            {t('review-again')}
          </Button>
        )}
      </div>
    </>
  );
}
