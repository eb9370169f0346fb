import type { DocumentSide, SessionStep } from '@countersign/api-client';
import { useEffect, useState } from 'preact/hooks';
import { dropDraft, findDraft, keepDraft } from '../../session/draft';
import { useSessionHandle } from '../../session/use-session';
import { LoadingScreen } from '../message';
import { DocumentCamera } from './camera';
import { ChoosePhoto } from './choose';
import { PhotoPreview } from './preview';

type Stage = { name: 'looking' } | { name: 'choose' } | { name: 'camera' } | { name: 'preview'; photo: Blob };

/** One side of the document: choose how, take or pick, look, send. The photo stays here until the server has it, also over a reload. */
export function PhotoScreen({ side, step }: { side: DocumentSide; step: SessionStep }) {
  const { session, link } = useSessionHandle();
  const [stage, setStage] = useState<Stage>({ name: 'looking' });
  useEffect(() => {
    findDraft(link, side).then((photo) => setStage(photo ? { name: 'preview', photo } : { name: 'choose' }));
  }, [link, side]);
  const type = session.declaration?.document_type;
  const page = type === 'passport' ? 'passport' : side === 'document_front' ? 'front' : 'back';
  const preview = (photo: Blob) => {
    setStage({ name: 'preview', photo });
    keepDraft(link, side, photo);
  };
  const choose = () => {
    setStage({ name: 'choose' });
    dropDraft(link, side);
  };
  const view = { page, document: type ?? 'other' } as const;
  switch (stage.name) {
    case 'looking':
      return <LoadingScreen />;
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
