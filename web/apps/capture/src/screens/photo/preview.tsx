import type { DocumentSide } from '@countersign/api-client';
import { Button, Meter, ScreenHeading, Status, useText } from '@countersign/ui';
import { useState } from 'preact/hooks';
import { FailureNotice } from '../../parts/failure-notice';
import { useObjectUrl } from '../../parts/use-object-url';
import { useSending } from '../../parts/use-sending';
import { useTitle } from '../../parts/use-title';
import { dropDraft } from '../../session/draft';
import { useAction } from '../../session/use-action';
import { useSessionHandle } from '../../session/use-session';

/** So long the person waits for a look, in ms; it takes one or two seconds. What it finds later is asked for later. */
const LOOK_MS = 20_000;
const patience = () => new Promise<null>((done) => setTimeout(done, LOOK_MS, null));

interface Props {
  side: DocumentSide;
  photo: Blob;
  onRetake: () => void;
}

/** The person looks before the server does: what they can read, it can read. */
export function PhotoPreview({ side, photo, onRetake }: Props) {
  const t = useText();
  const { client, link, refresh } = useSessionHandle();
  const { busy, failure, run } = useAction();
  const { share, waiting, sending } = useSending();
  const [looking, setLooking] = useState(false);
  const url = useObjectUrl(photo);
  const refused = failure?.kind === 'refused';
  useTitle(t('photo-check-title'));
  const send = () =>
    run(async () => {
      await client.sendPhoto(side, photo, sending());
      await dropDraft(link, side);
      setLooking(true);
      // A look that fails or dawdles costs nothing: the photo is there, and is judged with the rest.
      const look = await Promise.race([client.look(side).catch(() => null), patience()]);
      await refresh();
      setLooking(false);
      if (look?.asked_again) onRetake();
    });
  const doing = looking ? t('photo-looking') : waiting ? t('upload-waiting') : t('photo-sending');
  return (
    <>
      <ScreenHeading>{t('photo-check-title')}</ScreenHeading>
      <img class="preview" src={url} alt={t('photo-preview-alt')} />
      <FailureNotice failure={failure} />
      <Status>{busy ? doing : ''}</Status>
      {busy && <Meter label={doing} share={looking ? 1 : share} />}
      <div class="actions">
        {!refused && (
          <Button busy={busy} onClick={send}>
            {failure ? t('try-again') : t('photo-use')}
          </Button>
        )}
        {!busy && (
          <Button look={refused ? 'primary' : 'secondary'} icon="retake" onClick={onRetake}>
            {t('photo-retake')}
          </Button>
        )}
      </div>
    </>
  );
}
