import { describe, expect, it } from 'vitest';
import { type Answer, ApiError, NetworkError, type Request, SessionClient } from './index';

type Script = (Answer | 'cut')[];

function client(script: Script) {
  const sent: Request[] = [];
  const waited: number[] = [];
  const session = new SessionClient('s1', 'secret', {
    transport: async (request) => {
      sent.push(request);
      const next = script.shift();
      if (next === undefined) throw new Error('more calls than scripted');
      if (next === 'cut') throw new NetworkError();
      return next;
    },
    pause: async (ms) => void waited.push(ms),
    patienceMs: 0,
  });
  return { session, sent, waited };
}

const key = (request: Request | undefined) => request?.headers['Idempotency-Key'];

describe('SessionClient', () => {
  it('repeats an unanswered call under the same key and then succeeds', async () => {
    const { session, sent, waited } = client(['cut', 'cut', { status: 204, body: '' }]);
    await session.consent('2026-11', 'en');
    expect(sent).toHaveLength(3);
    expect(key(sent[0])).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(sent.map(key)).size).toBe(1);
    expect(waited).toEqual([400, 1200]);
  });

  it('keeps the key when the person tries the same photo again after the line was lost', async () => {
    const photo = new Blob(['x'], { type: 'image/jpeg' });
    const done = { status: 201, body: '{"evidence_id":"e","sha256":"","bytes":1}' };
    const { session, sent } = client(['cut', 'cut', 'cut', done]);
    await expect(session.sendPhoto('document_front', photo)).rejects.toBeInstanceOf(NetworkError);
    await session.sendPhoto('document_front', photo);
    expect(new Set(sent.map(key)).size).toBe(1);
  });

  it('takes a new key for another photo, and after an answer', async () => {
    const done = { status: 201, body: '{"evidence_id":"e","sha256":"","bytes":1}' };
    const { session, sent } = client(['cut', 'cut', 'cut', done, done]);
    const photo = () => new Blob(['x'], { type: 'image/jpeg' });
    await expect(session.sendPhoto('document_front', photo())).rejects.toBeInstanceOf(NetworkError);
    const second = photo();
    await session.sendPhoto('document_front', second);
    await session.sendPhoto('document_front', second);
    expect(new Set(sent.map(key)).size).toBe(3);
  });

  it('does not repeat a refusal, and hands over its reasons', async () => {
    const reasons = [{ code: 'photo.blurred', title: 'Blurred', text: 'Hold still.', retryable: true }];
    const body = JSON.stringify({ type: 't', title: 'No', status: 422, code: 'refused', reasons });
    const { session, sent } = client([{ status: 422, body }]);
    const failure = await session.submit().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ApiError);
    expect((failure as ApiError).reasons).toEqual(reasons);
    expect(sent).toHaveLength(1);
  });

  it('names an answer it cannot read instead of passing it on', async () => {
    const { session } = client([{ status: 502, body: '<html>bad gateway</html>' }]);
    const failure = await session.get().catch((error: unknown) => error);
    expect((failure as ApiError).problem).toMatchObject({ status: 502, code: 'unreadable_answer' });
  });

  it('sends the token in a header and never in the address, and the clip with its challenge', async () => {
    const { session, sent } = client([{ status: 201, body: '{}' }]);
    await session.sendClip('c9', new Blob(['v'], { type: 'video/webm' }));
    expect(sent[0]?.headers.Authorization).toBe('Bearer secret');
    expect(sent[0]?.headers['Countersign-Challenge']).toBe('c9');
    expect(sent[0]?.headers['Content-Type']).toBe('video/webm');
    expect(sent[0]?.url).toBe('/v1/sessions/s1/evidence/liveness_video');
  });

  it('sends a long file in pieces and goes on where the server says', async () => {
    const photo = new Blob([new Uint8Array(700 * 1024)], { type: 'image/jpeg' });
    const at = (offset: number, rest = {}) => ({
      status: 200,
      body: JSON.stringify({ upload_id: 'upl_1', offset, ...rest }),
    });
    const elsewhere = { status: 409, body: '{"title":"No","code":"state_conflict"}' };
    const { session, sent } = client([
      at(0),
      elsewhere,
      at(600 * 1024),
      at(700 * 1024, { evidence_id: 'e' }),
    ]);
    const shares: number[] = [];
    await session.sendPhoto('document_front', photo, { onProgress: (share) => shares.push(share) });
    expect(sent.map(({ method, url }) => `${method} ${url.split('/').slice(4).join('/')}`)).toEqual([
      'POST uploads',
      'POST uploads/upl_1',
      'GET uploads/upl_1',
      'POST uploads/upl_1',
    ]);
    expect(sent[3]?.headers['Upload-Offset']).toBe(String(600 * 1024));
    expect(sent[3]?.body).toHaveProperty('size', 100 * 1024);
    expect(shares[0]).toBe(0);
    expect(JSON.parse(String(sent[0]?.body))).toMatchObject({ kind: 'document_front', bytes: 700 * 1024 });
  });
});
