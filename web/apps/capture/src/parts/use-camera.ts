import {
  type CameraFault,
  cameraFault,
  closeCamera,
  onCameraLost,
  openDocumentCamera,
  openFaceCamera,
} from '@countersign/capture-sdk';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

export type CameraState =
  | { state: 'opening' }
  | { state: 'open'; stream: MediaStream }
  | { state: 'failed'; fault: CameraFault | 'lost' };

const OPENERS = { document: openDocumentCamera, face: openFaceCamera };

/** A camera that is open as long as the component that asked for it is on the page, and never longer. */
export function useCamera(kind: keyof typeof OPENERS) {
  const video = useRef<HTMLVideoElement>(null);
  const [camera, setCamera] = useState<CameraState>({ state: 'opening' });
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt opens the camera again
  useEffect(() => {
    let gone = false;
    let close = () => {};
    setCamera({ state: 'opening' });
    OPENERS[kind]().then(
      (stream) => {
        if (gone) return closeCamera(stream);
        const unwatch = onCameraLost(stream, () => setCamera({ state: 'failed', fault: 'lost' }));
        close = () => {
          unwatch();
          closeCamera(stream);
        };
        setCamera({ state: 'open', stream });
      },
      (error) => {
        if (!gone) setCamera({ state: 'failed', fault: cameraFault(error) });
      },
    );
    return () => {
      gone = true;
      close();
    };
  }, [kind, attempt]);

  useEffect(() => {
    if (video.current) video.current.srcObject = camera.state === 'open' ? camera.stream : null;
  }, [camera]);

  return { video, camera, retry: useCallback(() => setAttempt((count) => count + 1), []) };
}
