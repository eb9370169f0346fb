import { NetworkError } from './errors';

export interface Request {
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  body?: string | Blob;
  /** Called with the share of the body sent, 0 to 1. */
  onProgress?: (share: number) => void;
  timeoutMs: number;
}

export interface Answer {
  status: number;
  body: string;
}

export type Transport = (request: Request) => Promise<Answer>;

/** XMLHttpRequest, because fetch cannot report how much of a 10 MB photo has left the phone. */
export const xhrTransport: Transport = (request) =>
  new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open(request.method, request.url);
    for (const [name, value] of Object.entries(request.headers)) xhr.setRequestHeader(name, value);
    xhr.timeout = request.timeoutMs;
    xhr.upload.onprogress = (event) => {
      if (event.lengthComputable && event.total > 0) request.onProgress?.(event.loaded / event.total);
    };
    xhr.onload = () => resolve({ status: xhr.status, body: xhr.responseText });
    xhr.onerror = () => reject(new NetworkError());
    xhr.ontimeout = () => reject(new NetworkError());
    xhr.onabort = () => reject(new NetworkError());
    xhr.send(request.body ?? null);
  });
