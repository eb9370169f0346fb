import { CameraError, explain } from './camera-error';
import { circumstances } from './circumstances';

/**
 * A document needs every pixel the phone has (its zone letters are 1–2 % of the width); browsers give the
 * nearest they can to an `ideal`.
 */
const DOCUMENT_VIDEO: MediaTrackConstraints = {
  facingMode: { ideal: 'environment' },
  width: { ideal: 3840 },
  height: { ideal: 2160 },
};

const FACE_VIDEO: MediaTrackConstraints = {
  facingMode: { ideal: 'user' },
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 30 },
};

/**
 * Nothing plays while recording, so there is no echo to cancel; suppression eats consonants and hides the noise
 * that the server measures.
 */
const VOICE: MediaTrackConstraints = {
  echoCancellation: false,
  noiseSuppression: false,
  autoGainControl: true,
};

export const openDocumentCamera = () => open({ video: DOCUMENT_VIDEO, audio: false });

export const openFaceCamera = () => open({ video: FACE_VIDEO, audio: VOICE });

async function open(constraints: MediaStreamConstraints): Promise<MediaStream> {
  if (!window.isSecureContext) throw new CameraError('insecure');
  if (!navigator.mediaDevices?.getUserMedia) throw new CameraError('unsupported');
  try {
    return await navigator.mediaDevices.getUserMedia(constraints);
  } catch (error) {
    throw explain(error, constraints.audio !== false, await circumstances());
  }
}

export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** Calls back once when a track ends by itself: camera unplugged, taken by a call, or permission withdrawn. */
export function onCameraLost(stream: MediaStream, lost: () => void): () => void {
  const tracks = stream.getTracks();
  for (const track of tracks) track.addEventListener('ended', lost, { once: true });
  return () => {
    for (const track of tracks) track.removeEventListener('ended', lost);
  };
}
