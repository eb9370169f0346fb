import { type DocumentReport, type Region, watchDocument } from '@countersign/capture-sdk';
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** A hint stays for at least so long, in ms, so that it can be read. */
const HINT_MS = 700;

type Hint = DocumentReport['hint'];

interface Watched {
  hint: Hint;
  steady: number;
}

/** What is wrong with the picture now, and `onReady` once when nothing has been wrong for long enough. */
export function useWatch(
  stream: MediaStream | null,
  video: RefObject<HTMLVideoElement | null>,
  frame: RefObject<HTMLElement | null>,
  onReady: () => void,
): Watched {
  const [seen, setSeen] = useState<Watched>({ hint: 'search', steady: 0 });
  const ready = useRef(onReady);
  ready.current = onReady;
  useEffect(() => {
    if (!stream || !video.current) return;
    const live = video.current;
    let shown: Hint = 'search';
    let since = 0;
    let done = false;
    return watchDocument(
      live,
      () => regionOf(live, frame.current),
      ({ hint, steady }) => {
        const now = performance.now();
        if (hint !== shown && now - since >= HINT_MS) {
          shown = hint;
          since = now;
        }
        setSeen({ hint: shown, steady });
        if (steady < 1) done = false;
        else if (!done) {
          done = true;
          ready.current();
        }
      },
    );
  }, [stream, video, frame]);
  return seen;
}

/** Where the frame on the screen lies in the video, which fills its box and is cut at two of its sides. */
function regionOf(video: HTMLVideoElement, frame: HTMLElement | null): Region | null {
  if (!frame || video.videoWidth === 0) return null;
  const box = video.getBoundingClientRect();
  const inner = frame.getBoundingClientRect();
  const scale = Math.max(box.width / video.videoWidth, box.height / video.videoHeight);
  if (!(scale > 0)) return null;
  const [wide, high] = [video.videoWidth * scale, video.videoHeight * scale];
  return {
    left: (inner.left - box.left + (wide - box.width) / 2) / wide,
    top: (inner.top - box.top + (high - box.height) / 2) / high,
    width: inner.width / wide,
    height: inner.height / high,
  };
}
