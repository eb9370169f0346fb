import { checkPhotoFile, type FileFault, PHOTO_TYPES } from '@countersign/capture-sdk';
import { Button, Notice, useText } from '@countersign/ui';
import { useRef, useState } from 'preact/hooks';

export interface FileProblem {
  fault: FileFault;
  bytes: number;
}

/** Picks a photo from the device and checks it before anything is sent. */
export function useFilePicker(onFile: (photo: Blob) => void) {
  const [problem, setProblem] = useState<FileProblem | null>(null);
  const pick = async (file: File) => {
    const verdict = await checkPhotoFile(file);
    if ('fault' in verdict) return setProblem({ fault: verdict.fault, bytes: file.size });
    setProblem(null);
    // The declared type follows the bytes, not the file's name.
    onFile(new Blob([file], { type: verdict.type }));
  };
  return { problem, pick };
}

export function FileButton({ onPick, look }: { onPick: (file: File) => void; look: 'secondary' | 'quiet' }) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        class="visually-hidden"
        type="file"
        tabIndex={-1}
        aria-hidden="true"
        accept={[...PHOTO_TYPES, '.heic', '.heif'].join(',')}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // Emptied, so that the same file can be picked again after it was changed.
          event.currentTarget.value = '';
          if (file) onPick(file);
        }}
      />
      <Button look={look} icon="upload" onClick={() => input.current?.click()}>
        {t('photo-file')}
      </Button>
    </>
  );
}

export function FileProblemNotice({ problem }: { problem: FileProblem | null }) {
  const t = useText();
  if (!problem) return null;
  return (
    <Notice look="problem" title={t(`photo-file-fault-${problem.fault}-title`)}>
      <p>{t(`photo-file-fault-${problem.fault}`, { megabytes: problem.bytes / (1024 * 1024) })}</p>
    </Notice>
  );
}
