import type { Page } from '@playwright/test';

export interface Link {
  id: string;
  token: string;
}

/** What the journeys look at of where a session stands. */
interface Standing {
  status: string;
  declaration?: { legal_name: string };
  review?: { likely_until?: string };
}

/** A session made through the interface, and what is done in it the same way: the journeys begin at the step they are about. */
export class Prepared {
  readonly link: Link;
  readonly #url: string;
  #count = 0;

  private constructor(url: string, link: Link) {
    this.#url = url;
    this.link = link;
  }

  static async start(url: string): Promise<Prepared> {
    const answer = await fetch(`${url}/v1/demo/sessions`, {
      method: 'POST',
      headers: { 'Idempotency-Key': crypto.randomUUID() },
    });
    const { session_id, token } = (await answer.json()) as { session_id: string; token: string };
    return new Prepared(url, { id: session_id, token });
  }

  /** The session that a page is in. */
  static async of(page: Page, url: string): Promise<Prepared> {
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const token = await page.evaluate((of) => sessionStorage.getItem(`countersign.token.${of}`), id);
    return new Prepared(url, { id, token: token ?? '' });
  }

  /** Where the link leads; `origin` when the page is to be reached by another name. */
  address(origin = this.#url, search = ''): string {
    return `${origin}/verify/${this.link.id}${search}#${this.link.token}`;
  }

  async post(path: string, body?: unknown): Promise<Response> {
    this.#count += 1;
    const answer = await fetch(`${this.#url}/v1/sessions/${this.link.id}${path}`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${this.link.token}`,
        'Idempotency-Key': `prepared-${this.#count}`,
        'Content-Type': body instanceof Uint8Array ? 'application/octet-stream' : 'application/json',
      },
      body: body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body ?? {}),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  }

  /** Where the session stands. */
  async get(): Promise<Standing> {
    const headers = { Authorization: `Bearer ${this.link.token}` };
    return (await fetch(`${this.#url}/v1/sessions/${this.link.id}`, { headers })).json();
  }

  consent(): Promise<Response> {
    return this.post('/consent', { version: '2026-11', language: 'en' });
  }

  declare(documentType: string, name = 'Anna Maria Eriksson', birthDate = '1974-08-12'): Promise<Response> {
    return this.post('/declaration', {
      legal_name: name,
      birth_date: birthDate,
      document_type: documentType,
      issuing_country: 'UTO',
    });
  }

  /** Up to the first photo. */
  async toPhotos(documentType = 'passport'): Promise<this> {
    await this.consent();
    await this.declare(documentType);
    return this;
  }

  async open(page: Page, origin?: string, search?: string): Promise<void> {
    await page.goto(this.address(origin, search));
  }
}
