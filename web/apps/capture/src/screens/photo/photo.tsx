import type { DocumentSide, SessionStep } from '@countersign/api-client';
import { useState } from 'preact/hooks';
import { useSessionHandle } from '../../session/use-session';
import { DocumentCamera } from './camera';
import { ChoosePhoto } from './choose';
import { PhotoPreview } from './preview';

type Stage = { name: 'choose' } | { name: 'camera' } | { name: 'preview'; photo: Blob };

/** One side of the document: choose how, take or pick, look, send. The photo stays here until the server has it. */
export function PhotoScreen({ side, step }: { side: DocumentSide; step: SessionStep }) {
  const { session } = useSessionHandle();
  const [stage, setStage] = useState<Stage>({ name: 'choose' });
  const type = session.declaration?.document_type;
  const page = type === 'passport' ? 'passport' : side === 'document_front' ? 'front' : 'back';
  const preview = (photo: Blob) => setStage({ name: 'preview', photo });
  const choose = () => setStage({ name: 'choose' });
  const view = { page, document: type ?? 'other' } as const;
  switch (stage.name) {
    case 'choose':
      return (
        <ChoosePhoto
          {...view}
          reasons={step.reasons}
          onCamera={() => setStage({ name: 'camera' })}
          onFile={preview}
        />
      );
    case 'camera':
      return <DocumentCamera {...view} onPhoto={preview} onFile={preview} onCancel={choose} />;
    case 'preview':
      return <PhotoPreview side={side} photo={stage.photo} onRetake={choose} />;
  }
}

/** Which page of which document this is: `page` words the screen, `document` names the thing. */
export interface View {
  page: 'passport' | 'front' | 'back';
  document: string;
}
