import type { DocumentSide } from '@countersign/api-client';
import type { Link } from './link';

/**
 * A photo that was taken and not sent yet, kept over a reload. It lies in the browser's own store, sealed with a key made of the session's token: the token
 * lives in this tab only, so that nobody opens the photo once the tab is closed. Where the browser keeps nothing, all goes on without.
 */
const STORE = 'drafts';
/** What was not sent in this time, in ms, is removed. */
const KEPT_MS = 24 * 60 * 60_000;
const NONCE_BYTES = 12;

interface Draft {
  at: number;
  type: string;
  nonce: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
}

const nameOf = (link: Link, side: DocumentSide) => `${link.id}/${side}`;

async function keyOf({ id, token }: Link): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(`countersign draft ${id} ${token}`);
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return crypto.subtle.importKey('raw', hash, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open('countersign', 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return settled(request);
}

async function inStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open();
  try {
    return await settled(work(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

/** Keeps a photo. A browser that is full, private or old keeps none, which is no fault: it only has to be taken again after a reload. */
export async function keepDraft(link: Link, side: DocumentSide, photo: Blob): Promise<void> {
  try {
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
    const plain = await photo.arrayBuffer();
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, await keyOf(link), plain);
    const draft: Draft = { at: Date.now(), type: photo.type, nonce, sealed };
    await inStore('readwrite', (store) => store.put(draft, nameOf(link, side)));
  } catch {
    // As above.
  }
}

/** The photo that was not sent yet, if there is one. */
export async function findDraft(link: Link, side: DocumentSide): Promise<Blob | null> {
  try {
    await forgetOld();
    const draft: Draft | undefined = await inStore('readonly', (store) => store.get(nameOf(link, side)));
    if (!draft) return null;
    const open = { name: 'AES-GCM', iv: draft.nonce };
    const plain = await crypto.subtle.decrypt(open, await keyOf(link), draft.sealed);
    return new Blob([plain], { type: draft.type });
  } catch {
    return null;
  }
}

/** Forgets a photo: it was sent, or another one is to be taken. */
export async function dropDraft(link: Link, side: DocumentSide): Promise<void> {
  try {
    await inStore('readwrite', (store) => store.delete(nameOf(link, side)));
  } catch {
    // As above.
  }
}

async function forgetOld(): Promise<void> {
  const names = await inStore('readonly', (store) => store.getAllKeys());
  for (const name of names) {
    const draft: Draft | undefined = await inStore('readonly', (store) => store.get(name));
    // A clock that was put back makes a photo of the future; it is old as well.
    if (draft && Math.abs(Date.now() - draft.at) > KEPT_MS)
      await inStore('readwrite', (store) => store.delete(name));
  }
}
