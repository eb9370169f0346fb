/** What the server accepts for a document photo; said here too so that nobody waits for an upload to be refused. */
export const PHOTO_LIMIT_BYTES = 10 * 1024 * 1024;
export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;

export type PhotoType = (typeof PHOTO_TYPES)[number];
export type FileFault = 'empty' | 'too-large' | 'heic' | 'wrong-type';
export type FileVerdict = { type: PhotoType } | { fault: FileFault };

/** Bytes that `sniff` needs. */
const HEAD_BYTES = 16;
const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1'];

/** Looks at the first bytes, because names and declared types of files from a phone are often wrong. */
export async function checkPhotoFile(file: Blob): Promise<FileVerdict> {
  if (file.size === 0) return { fault: 'empty' };
  const kind = sniff(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
  if (kind === 'heic') return { fault: 'heic' };
  if (kind === null) return { fault: 'wrong-type' };
  if (file.size > PHOTO_LIMIT_BYTES) return { fault: 'too-large' };
  return { type: kind };
}

function sniff(head: Uint8Array): PhotoType | 'heic' | null {
  const text = (from: number, to: number) => String.fromCharCode(...head.subarray(from, to));
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'image/jpeg';
  if (head[0] === 0x89 && text(1, 4) === 'PNG') return 'image/png';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp';
  if (text(4, 8) === 'ftyp' && HEIC_BRANDS.includes(text(8, 12))) return 'heic';
  return null;
}
