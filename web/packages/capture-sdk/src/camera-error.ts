/** Why the camera or the microphone did not open; each has its own way out, so each has its own name. */
export type CameraFault = 'denied' | 'no-device' | 'busy' | 'insecure' | 'unsupported' | 'failed';

export class CameraError extends Error {
  readonly fault: CameraFault;

  constructor(fault: CameraFault, options?: ErrorOptions) {
    super(fault, options);
    this.name = 'CameraError';
    this.fault = fault;
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
