/** Why the camera or the microphone did not open; each has its own way out, so each has its own name. */
export type CameraFault =
  | 'denied'
  | 'dismissed'
  | 'system'
  | 'no-device'
  | 'busy'
  | 'insecure'
  | 'framed'
  | 'unsupported'
  | 'failed';

/** Which of the two it is about. */
export type Equipment = 'camera' | 'microphone' | 'both';

export class CameraError extends Error {
  readonly fault: CameraFault;
  readonly equipment: Equipment;

  constructor(fault: CameraFault, equipment: Equipment = 'camera', options?: ErrorOptions) {
    super(fault, options);
    this.name = 'CameraError';
    this.fault = fault;
    this.equipment = equipment;
  }
}

/** DOMException names of `getUserMedia`, as Media Capture and Streams (W3C) defines them; the rest are older browsers'. */
const FAULTS: Record<string, CameraFault> = {
  NotAllowedError: 'denied',
  PermissionDeniedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'no-device',
  DevicesNotFoundError: 'no-device',
  OverconstrainedError: 'no-device',
  NotReadableError: 'busy',
  TrackStartError: 'busy',
  AbortError: 'busy',
};

export function cameraFault(error: unknown): CameraFault {
  if (error instanceof CameraError) return error.fault;
  const name = typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
  return FAULTS[name] ?? 'failed';
}

/** What a page can find out besides the error itself. `null`: this browser does not tell. */
export interface Circumstances {
  /** `granted`, `denied` or `prompt`. */
  camera: PermissionState | null;
  microphone: PermissionState | null;
  hasCamera: boolean | null;
  hasMicrophone: boolean | null;
  /** In a frame of another page that does not pass the camera on. */
  framed: boolean;
}

/** The error, told apart by what surrounds it. `voice`: the microphone was asked for too. */
export function explain(error: unknown, voice: boolean, around: Circumstances): CameraError {
  const asked: Equipment = voice ? 'both' : 'camera';
  const fault = cameraFault(error);
  const wrap = (kind: CameraFault, equipment: Equipment = asked) =>
    new CameraError(kind, equipment, { cause: error });
  if (fault === 'no-device') return wrap(fault, missing(around, voice));
  if (fault !== 'denied') return wrap(fault);
  if (around.framed) return wrap('framed');
  const words = error instanceof Error ? error.message : '';
  // Chromium says which: "Permission dismissed", "Permission denied by system", "Permission denied".
  if (/dismissed/i.test(words)) return wrap('dismissed');
  if (/by system/i.test(words)) return wrap('system');
  const blocked = blockedOf(around, voice);
  if (blocked) return wrap('denied', blocked);
  // Allowed for the page and refused nevertheless: the system refuses the browser.
  const allowed = around.camera === 'granted' && (!voice || around.microphone === 'granted');
  if (allowed) return wrap('system');
  const open = around.camera === 'prompt' || (voice && around.microphone === 'prompt');
  return wrap(open ? 'dismissed' : 'denied');
}

function blockedOf({ camera, microphone }: Circumstances, voice: boolean): Equipment | null {
  const deaf = voice && microphone === 'denied';
  if (camera === 'denied') return deaf ? 'both' : 'camera';
  return deaf ? 'microphone' : null;
}

function missing({ hasCamera, hasMicrophone }: Circumstances, voice: boolean): Equipment {
  if (!voice || hasMicrophone) return 'camera';
  return hasCamera && hasMicrophone === false ? 'microphone' : 'both';
}
