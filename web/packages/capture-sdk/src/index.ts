export { closeCamera, onCameraLost, openDocumentCamera, openFaceCamera } from './camera';
export { CameraError, type CameraFault, cameraFault } from './camera-error';
export {
  checkPhotoFile,
  type FileFault,
  type FileVerdict,
  PHOTO_LIMIT_BYTES,
  PHOTO_TYPES,
} from './file-check';
export { watchLevel } from './level';
export { CLIP_LIMIT_MS, CLIP_MINIMUM_MS, clipLengthMs, digitAt, type Pace } from './pacing';
export { takePhoto } from './photo';
export { canRecord, type Recording, record } from './recorder';
