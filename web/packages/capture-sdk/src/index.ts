export { closeCamera, onCameraLost, openDocumentCamera, openFaceCamera } from './camera';
export { CameraError, type CameraFault, cameraFault, type Equipment } from './camera-error';
export { onAllowed } from './circumstances';
export {
  APP_NAMES,
  BROWSER_NAMES,
  type Device,
  deviceOf,
  homeBrowser,
  type InApp,
  OS_NAMES,
  thisDevice,
} from './device';
export { type DeviceHint, deviceHints } from './device-hints';
export type { FrameHint } from './document-frame';
export { type DocumentReport, type Region, watchDocument } from './document-watch';
export {
  checkPhotoFile,
  type FileFault,
  type FileVerdict,
  PHOTO_LIMIT_BYTES,
  PHOTO_TYPES,
} from './file-check';
export { guidanceFor, type HelpStep, leaveAppSteps } from './guidance';
export { watchLevel } from './level';
export { CLIP_LIMIT_MS, CLIP_MINIMUM_MS, clipLengthMs, digitAt, type Pace } from './pacing';
export { takePhoto } from './photo';
export { canRecord, type Recording, record } from './recorder';
export { type Light, type Sound, SoundJudge, watchLight } from './surroundings';
