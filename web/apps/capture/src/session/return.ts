/** Away for longer than this, in ms, somebody may have gone on elsewhere: another tab, another device, a person at the desk. */
const AWAY_MS = 30_000;

interface Surroundings {
  page: Pick<Document, 'addEventListener' | 'removeEventListener' | 'visibilityState'>;
  window: Pick<Window, 'addEventListener' | 'removeEventListener'>;
  now: () => number;
}

/**
 * Tells when the page is looked at again after it stood still: kept for the back button, frozen by the browser to save power, or long in the background.
 * Its clocks did not run meanwhile, and what it shows may be over.
 */
export function onReturn(
  back: () => void,
  { page, window, now }: Surroundings = {
    page: document,
    window: globalThis.window,
    now: Date.now,
  },
): () => void {
  let leftAt: number | null = null;
  const seen = () => {
    if (page.visibilityState === 'hidden') leftAt = now();
    else if (leftAt !== null && now() - leftAt > AWAY_MS) {
      leftAt = null;
      back();
    }
  };
  const kept = (event: Event) => {
    if ((event as PageTransitionEvent).persisted) back();
  };
  page.addEventListener('visibilitychange', seen);
  page.addEventListener('resume', back);
  window.addEventListener('pageshow', kept);
  return () => {
    page.removeEventListener('visibilitychange', seen);
    page.removeEventListener('resume', back);
    window.removeEventListener('pageshow', kept);
  };
}
