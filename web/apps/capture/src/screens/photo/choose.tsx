import type { Reason } from '@countersign/api-client';
import { Button, IconList, ScreenHeading, useText } from '@countersign/ui';
import { InAppNotice } from '../../parts/camera-help';
import { ReasonNotices } from '../../parts/failure-notice';
import { useTitle } from '../../parts/use-title';
import { FileButton, FileProblemNotice, useFilePicker } from './file-button';
import type { View } from './photo';
import { DocumentSketch } from './sketch';

interface Props extends View {
  reasons: Reason[];
  onCamera: () => void;
  onFile: (photo: Blob) => void;
}

export function ChoosePhoto({ page, document, reasons, onCamera, onFile }: Props) {
  const t = useText();
  const { problem, pick } = useFilePicker(onFile);
  const title = t(`photo-title-${page}`, { document });
  useTitle(title);
  return (
    <>
      <ScreenHeading lead={t(`photo-lead-${page}`)}>{title}</ScreenHeading>
      <ReasonNotices reasons={reasons} />
      <InAppNotice />
      <DocumentSketch page={page} />
      <IconList
        items={[
          { icon: 'corners', text: t('photo-tip-corners') },
          { icon: 'light', text: t('photo-tip-glare') },
          { icon: 'letters', text: t('photo-tip-sharp') },
        ]}
      />
      <FileProblemNotice problem={problem} />
      <div class="actions">
        <Button icon="camera" onClick={onCamera}>
          {t('photo-camera')}
        </Button>
        <FileButton look="secondary" onPick={pick} />
        <p class="hint">{t('photo-file-hint')}</p>
      </div>
    </>
  );
}
