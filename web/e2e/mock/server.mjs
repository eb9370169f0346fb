// TEST DOUBLE. It answers the applicant's contract from memory so that screens can be looked at without the real
// server. No journey runs against it, and nothing it says proves anything about verification.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const DIST = new URL('../../apps/capture/dist/', import.meta.url);
const TYPES = {
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  html: 'text/html; charset=utf-8',
};
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const STEPS = ['consent', 'details', 'document_front', 'document_back', 'liveness'];

export const reason = (code, title, text, step) => ({ code, title, text, retryable: true, step });

export function newSession(changes = {}) {
  return {
    id: 'ses_01k2mock7x',
    status: 'created',
    level: 2,
    expires_at: new Date(Date.now() + 3600_000).toISOString(),
    steps: STEPS.map((step) => ({ step, state: 'required', reasons: [] })),
    tries_left: 2,
    attempt: 1,
    may_appeal: false,
    way: 'usual',
    reasons: [],
    ...changes,
  };
}

/** Steps before `step` are done. */
export function at(step, changes = {}) {
  const session = newSession({ status: 'capturing', ...changes });
  for (const item of session.steps) {
    if (item.step === step) break;
    item.state = 'done';
  }
  session.declaration ??= {
    legal_name: 'Anna Maria Eriksson',
    birth_date: '1990-08-12',
    document_type: 'id_card',
    issuing_country: 'UTO',
  };
  return session;
}

/** Starts the double; `state.session` and `state.refuse` (path ending → problem) may be changed at any time. */
export async function startMock() {
  const state = { session: newSession(), refuse: {}, demo: true, requests: [] };
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const path = new URL(request.url, 'http://mock').pathname;
    state.requests.push({
      method: request.method,
      path,
      headers: request.headers,
      body: Buffer.concat(chunks),
    });
    if (path.startsWith('/v1/')) answer(state, request, path, Buffer.concat(chunks), response);
    else sendFile(path, response);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { state, url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

function sendFile(path, response) {
  const name = path.startsWith('/assets/') ? path.slice(1) : 'index.html';
  response.setHeader('Content-Security-Policy', CSP);
  response.setHeader('Content-Type', TYPES[name.split('.').pop()] ?? 'application/octet-stream');
  response.end(readFileSync(new URL(name, DIST)));
}

function answer(state, request, path, body, response) {
  const send = (status, value) => {
    response.statusCode = status;
    response.setHeader('Content-Type', status >= 400 ? 'application/problem+json' : 'application/json');
    response.end(value === undefined ? '' : JSON.stringify(value));
  };
  const refusal = Object.entries(state.refuse).find(([ending]) => path.endsWith(ending))?.[1];
  if (refusal) return send(refusal.status, refusal);
  const done = (step) => {
    state.session.status = 'capturing';
    Object.assign(
      state.session.steps.find((s) => s.step === step),
      { state: 'done', reasons: [] },
    );
  };
  if (request.method === 'GET') {
    if (path.endsWith('/service')) return send(200, { waiting: 2, by_hour: [] });
    return path === '/v1/demo' ? send(200, { enabled: state.demo }) : send(200, state.session);
  }
  if (path === '/v1/demo/sessions') {
    const { id } = state.session;
    return send(201, { session_id: id, token: 'cst_mock', url: `/verify/${id}#cst_mock` });
  }
  const verb = path.split('/').slice(4).join('/');
  switch (verb) {
    case 'consent':
      done('consent');
      return send(204);
    case 'declaration':
      state.session.declaration = JSON.parse(body.toString());
      if (state.session.declaration.document_type === 'passport')
        state.session.steps.find((s) => s.step === 'document_back').state = 'not_needed';
      done('details');
      return send(204);
    case 'evidence/document_front':
    case 'evidence/document_back':
      done(verb.slice('evidence/'.length));
      return send(201, { evidence_id: randomUUID(), sha256: '', bytes: body.length });
    case 'looks/document_front':
    case 'looks/document_back':
      return send(200, { asked_again: false, reasons: [] });
    case 'challenge':
      return send(201, {
        challenge_id: randomUUID(),
        digits: '471902',
        expires_at: new Date(Date.now() + 300_000).toISOString(),
        language: 'en',
      });
    case 'evidence/liveness_video':
      done('liveness');
      return send(201, { evidence_id: randomUUID(), sha256: '', bytes: body.length });
    case 'submit':
      state.session.status = 'processing';
      return send(202);
    default:
      return send(404, { type: 'about:blank', title: 'Not found', status: 404, code: 'not_found' });
  }
}
