import type { Circumstances } from './camera-error';

type Device = 'camera' | 'microphone';

/** Asks the browser for its permission on one device; `null` where it does not tell. */
async function permission(name: Device): Promise<PermissionStatus | null> {
  try {
    return await navigator.permissions.query({ name: name as PermissionName });
  } catch {
    return null;
  }
}

export async function circumstances(): Promise<Circumstances> {
  const [camera, microphone, kinds] = await Promise.all([
    permission('camera'),
    permission('microphone'),
    deviceKinds(),
  ]);
  return {
    camera: camera?.state ?? null,
    microphone: microphone?.state ?? null,
    hasCamera: kinds?.includes('videoinput') ?? null,
    hasMicrophone: kinds?.includes('audioinput') ?? null,
    framed: window.top !== window.self && !passesOn('camera'),
  };
}

async function deviceKinds(): Promise<MediaDeviceKind[] | null> {
  try {
    return (await navigator.mediaDevices.enumerateDevices()).map((device) => device.kind);
  } catch {
    return null;
  }
}

/** Whether the page around a frame lets it use the device; browsers that do not say are taken at their error. */
function passesOn(device: Device): boolean {
  const policy = (document as { featurePolicy?: { allowsFeature: (name: string) => boolean } }).featurePolicy;
  return policy ? policy.allowsFeature(device) : true;
}

/** Calls back when the person allows what was refused, here or in the settings of browser or system. */
export function onAllowed(voice: boolean, allowed: () => void): () => void {
  const watched: PermissionStatus[] = [];
  let gone = false;
  const look = () => {
    if (!gone && watched.length > 0 && watched.every((status) => status.state === 'granted')) allowed();
  };
  Promise.all([permission('camera'), voice ? permission('microphone') : null]).then((found) => {
    if (gone) return;
    watched.push(...found.filter((status) => status !== null));
    for (const status of watched) status.addEventListener('change', look);
  });
  return () => {
    gone = true;
    for (const status of watched) status.removeEventListener('change', look);
  };
}
