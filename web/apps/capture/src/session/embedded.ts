import type { Session } from '@countersign/api-client';
import { HELLO, THEME, type ToPage, type ToVerification } from '@countersign/web-sdk/messages';

/** The page around this one, when there is one: who may frame us is said by the server's content security policy. */
let port: MessagePort | null = null;
let last: ToPage | null = null;

const KNOWN = Object.values(THEME);

/** Takes colours and sizes and nothing else: a value that could load something is left out. */
function dress(variables: Record<string, string>): void {
  for (const [name, value] of Object.entries(variables)) {
    if (!KNOWN.includes(name) || /url\(|[;{}<>]/i.test(value) || value.length > 200) continue;
    document.documentElement.style.setProperty(name, value);
  }
}

/** Waits for the page around this one to say hello; without one nothing ever happens here. */
export function listenToPage(): void {
  if (window.parent === window) return;
  addEventListener('message', (event) => {
    if (event.source !== window.parent || event.data !== HELLO || !event.ports[0]) return;
    port?.close();
    port = event.ports[0];
    port.onmessage = (told: MessageEvent<ToVerification>) => {
      if (told.data.kind === 'theme') dress(told.data.variables);
    };
    tell({ kind: 'ready' });
    if (last) tell(last);
    new ResizeObserver(() => tell({ kind: 'height', pixels: document.documentElement.scrollHeight })).observe(
      document.body,
    );
  });
}

function tell(what: ToPage): void {
  port?.postMessage(what);
}

/** Tells where the session stands: a status and a step, nothing of what was entered or shown. */
export function tellPage(session: Session): void {
  const step = session.steps.find((found) => found.state === 'required' || found.state === 'redo')?.step;
  const next: ToPage = { kind: 'progress', status: session.status, ...(step ? { step } : {}) };
  if (JSON.stringify(next) === JSON.stringify(last)) return;
  last = next;
  tell(next);
}

/** Tells which level is granted, on the page of levels. */
export function tellGranted(granted: number): void {
  const next: ToPage = { kind: 'levels', granted };
  if (JSON.stringify(next) === JSON.stringify(last)) return;
  last = next;
  tell(next);
}
