import { DeskError, get, post } from './api';

/** What a browser that knows the field's JSON forms has beside the old interface. */
interface Forms {
  parseCreationOptionsFromJSON?: (json: unknown) => PublicKeyCredentialCreationOptions;
  parseRequestOptionsFromJSON?: (json: unknown) => PublicKeyCredentialRequestOptions;
}

const forms = () => globalThis.PublicKeyCredential as unknown as Forms | undefined;

/** Whether this browser and this server can do passkeys. */
export async function passkeysPossible(): Promise<boolean> {
  if (!forms()?.parseCreationOptionsFromJSON) return false;
  const ways = await get<{ passkeys: boolean }>('/sign-in').catch(() => ({ passkeys: false }));
  return ways.passkeys;
}

function jsonOf(credential: Credential | null): unknown {
  if (!credential) throw new DeskError('passkey');
  return (credential as PublicKeyCredential).toJSON();
}

/** The person took another way, waited too long, or has this passkey already: told as one. */
async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DOMException) throw new DeskError('passkey');
    throw error;
  }
}

/** Has a device make a passkey and keeps it under a name. */
export function addPasskey(label: string): Promise<void> {
  return told(async () => {
    const asked = await post<unknown>('/me/passkeys/begin');
    const options = forms()?.parseCreationOptionsFromJSON?.(asked);
    if (!options) throw new DeskError('passkey');
    const credential = jsonOf(await navigator.credentials.create({ publicKey: options }));
    await post('/me/passkeys', { label, credential });
  });
}

/** Signs in with a passkey of this device, or of one that the browser finds. */
export function signInWithPasskey<T>(): Promise<T> {
  return told(async () => {
    const asked = await post<unknown>('/sign-in/passkey/begin');
    const options = forms()?.parseRequestOptionsFromJSON?.(asked);
    if (!options) throw new DeskError('passkey');
    return post<T>('/sign-in/passkey', jsonOf(await navigator.credentials.get({ publicKey: options })));
  });
}
