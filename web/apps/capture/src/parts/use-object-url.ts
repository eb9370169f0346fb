import { useEffect, useMemo } from 'preact/hooks';

/** An address for showing `blob` on this page, withdrawn when the page no longer shows it. */
export function useObjectUrl(blob: Blob): string {
  const url = useMemo(() => URL.createObjectURL(blob), [blob]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return url;
}
