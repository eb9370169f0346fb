import {
  CameraError,
  type CameraFault,
  closeCamera,
  type Equipment,
  onAllowed,
  onCameraLost,
  openDocumentCamera,
  openFaceCamera,
} from '@countersign/capture-sdk';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

export interface CameraProblem {
  fault: CameraFault | 'lost';
  equipment: Equipment;
}

export type CameraState =
  | { state: 'opening' }
  | { state: 'open'; stream: MediaStream }
  | { state: 'failed'; problem: CameraProblem };

const OPENERS = { document: openDocumentCamera, face: openFaceCamera };
/** What the person can put right without this page hearing of it, other than by its own permission. */
const MENDED_BY_ALLOWING: CameraProblem['fault'][] = ['denied', 'dismissed', 'system'];

/** A camera that is open as long as the component that asked for it is on the page, and never longer. */
export function useCamera(kind: keyof typeof OPENERS) {
  const video = useRef<HTMLVideoElement>(null);
  const [camera, setCamera] = useState<CameraState>({ state: 'opening' });
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt opens the camera again
  useEffect(() => {
    let gone = false;
    let close = () => {};
    const fail = (problem: CameraProblem) => setCamera({ state: 'failed', problem });
    setCamera({ state: 'opening' });
    OPENERS[kind]().then(
      (stream) => {
        if (gone) return closeCamera(stream);
        const unwatch = onCameraLost(stream, () =>
          fail({ fault: 'lost', equipment: kind === 'face' ? 'both' : 'camera' }),
        );
        close = () => {
          unwatch();
          closeCamera(stream);
        };
        setCamera({ state: 'open', stream });
      },
      (error) => {
        if (gone) return;
        const known = error instanceof CameraError ? error : new CameraError('failed');
        fail({ fault: known.fault, equipment: known.equipment });
      },
    );
    return () => {
      gone = true;
      close();
    };
  }, [kind, attempt]);

  // Allowed in the settings meanwhile: nobody has to come back and press a button.
  const blocked = camera.state === 'failed' && MENDED_BY_ALLOWING.includes(camera.problem.fault);
  useEffect(() => (blocked ? onAllowed(kind === 'face', retry) : undefined), [blocked, kind, retry]);

  useEffect(() => {
    if (video.current) video.current.srcObject = camera.state === 'open' ? camera.stream : null;
  }, [camera]);

  return { video, camera, retry };
}
