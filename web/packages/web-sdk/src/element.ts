import { HELLO, THEME, type ToPage } from './messages';

/** Nothing more is to be done by the applicant now. */
const DONE = ['approved', 'declined', 'in_review', 'expired', 'withdrawn'];
/** On a server that renders pages there are no elements: the class is there, and nothing else. */
const Base: typeof HTMLElement = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);
/** Without a word from inside for this long something is wrong: the page may not be allowed to show it. */
const SILENCE_MS = 20_000;

/**
 * `<countersign-verify session-url="https://verify.example.org/verify/ses_…#cst_…">`
 *
 * Events, all bubbling: `countersign-ready`, `countersign-progress` (`detail.status`, `detail.step`), `countersign-done` (`detail.status`),
 * `countersign-error` (`detail.reason`: `address` or `silence`). What the applicant sees never reaches the page around it; what counts is what your
 * server reads from the interface, never an event of a browser.
 */
export class CountersignVerify extends Base {
  static readonly observedAttributes: string[] = ['session-url'];
  /** Where its pages lie. */
  protected readonly path: string = '/verify/';
  #frame: HTMLIFrameElement | null = null;
  #port: MessagePort | null = null;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #done = '';

  connectedCallback(): void {
    this.#show();
  }

  disconnectedCallback(): void {
    this.#clear();
  }

  attributeChangedCallback(_: string, before: string | null, after: string | null): void {
    if (this.isConnected && before !== after) this.#show();
  }

  /** Reads the variables of the page again, for example after it turned dark. */
  refreshTheme(): void {
    const style = getComputedStyle(this);
    const variables: Record<string, string> = {};
    for (const [ours, theirs] of Object.entries(THEME)) {
      const value = style.getPropertyValue(ours).trim();
      if (value) variables[theirs] = value;
    }
    this.#port?.postMessage({ kind: 'theme', variables });
  }

  #clear(): void {
    clearTimeout(this.#silence);
    this.#port?.close();
    this.#frame?.remove();
    this.#port = null;
    this.#frame = null;
  }

  #show(): void {
    this.#clear();
    const address = this.#address();
    if (!address) {
      this.#fail('address');
      return;
    }
    const frame = document.createElement('iframe');
    frame.allow = 'camera; microphone; fullscreen';
    frame.title = this.getAttribute('label') ?? 'Identity verification';
    frame.referrerPolicy = 'no-referrer';
    // Through the object model and not as a style attribute: the strictest content security policy allows it.
    Object.assign(frame.style, {
      border: '0',
      width: '100%',
      height: '100%',
      minHeight: '40rem',
      display: 'block',
    });
    if (getComputedStyle(this).display === 'inline') this.style.display = 'block';
    frame.addEventListener('load', () => this.#greet(frame, address.origin));
    frame.src = address.href;
    this.#frame = frame;
    this.append(frame);
    this.#silence = setTimeout(() => this.#fail('silence'), SILENCE_MS);
  }

  #address(): URL | null {
    try {
      const address = new URL(
        this.getAttribute((this.constructor as typeof CountersignVerify).observedAttributes[0] ?? '') ?? '',
      );
      const safe = address.protocol === 'https:' || ['localhost', '127.0.0.1'].includes(address.hostname);
      return safe && address.pathname.startsWith(this.path) ? address : null;
    } catch {
      return null;
    }
  }

  /** Hands the verification one end of a private channel; nobody else's messages are listened to. */
  #greet(frame: HTMLIFrameElement, origin: string): void {
    this.#port?.close();
    const channel = new MessageChannel();
    this.#port = channel.port1;
    channel.port1.onmessage = (event: MessageEvent<ToPage>) => this.#hear(event.data);
    frame.contentWindow?.postMessage(HELLO, origin, [channel.port2]);
  }

  #hear(told: ToPage): void {
    clearTimeout(this.#silence);
    switch (told.kind) {
      case 'ready':
        this.refreshTheme();
        this.#tell('ready', {});
        return;
      case 'height':
        if (this.#frame && this.hasAttribute('auto-height')) this.#frame.style.height = `${told.pixels}px`;
        return;
      case 'levels':
        // Back from a session: the next one may be done again.
        this.#done = '';
        this.#tell('levels', { granted: told.granted });
        return;
      case 'progress': {
        const { status, step } = told;
        this.#tell('progress', step ? { status, step } : { status });
        if (DONE.includes(status) && this.#done !== status) {
          this.#done = status;
          this.#tell('done', { status });
        }
      }
    }
  }

  #fail(reason: 'address' | 'silence'): void {
    this.#tell('error', { reason });
  }

  #tell(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(`countersign-${name}`, { bubbles: true, composed: true, detail }));
  }
}

/**
 * `<countersign-levels levels-url="https://verify.example.org/levels/app_…#cal_…">`
 *
 * The page of levels, and the sessions that are begun from it. Beside the events of a verification, `countersign-levels` (`detail.granted`).
 */
export class CountersignLevels extends CountersignVerify {
  static override readonly observedAttributes = ['levels-url'];
  protected override readonly path = '/levels/';
}
