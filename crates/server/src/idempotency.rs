//! Idempotency keys on every POST: the same request sent twice is done once and answered twice.
//!
//! Keys are stored as hashes and answers sealed with a key made of the caller's secret and the idempotency key, neither of which is
//! stored: an answer may hold a session token, and the database alone must not open it.

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use chacha20poly1305::aead::Aead;
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use countersign_workflow::stored::Claim;
use sha2::{Digest, Sha256};

use crate::ServerState;
use crate::access::{Caller, bearer};
use crate::problem::{ErrorCode, Problem};
use crate::v1::errors::storage;

const HEADER: &str = "idempotency-key";
/// JSON bodies hold a name and a date.
const JSON_MAX: usize = 64 << 10;
/// Room above the largest file, so that a file which is a little too large is refused with its reason and not cut off.
const FILE_SLACK: usize = 1 << 20;
/// Answers are small JSON documents.
const ANSWER_MAX: usize = 1 << 20;

struct Key {
    scope: String,
    name: String,
    cipher: XChaCha20Poly1305,
    /// Unique with the key of the cipher: one answer is sealed under it.
    nonce: XNonce,
}

/// Claims, runs and keeps, or gives the kept answer again.
pub(crate) async fn layer(State(state): State<ServerState>, request: Request, next: Next) -> Response {
    if request.method() != Method::POST {
        return next.run(request).await;
    }
    match answered(&state, request, next).await {
        Ok(response) => response,
        Err(problem) => problem.into_response(),
    }
}

async fn answered(state: &ServerState, request: Request, next: Next) -> Result<Response, Problem> {
    let key = key_of(&request)?;
    let is_file = ["/evidence/", "/uploads/", "/tickets/"].iter().any(|part| request.uri().path().contains(part));
    let limit = if is_file { state.app.limits().clip_bytes + FILE_SLACK } else { JSON_MAX };
    let (parts, body) = request.into_parts();
    let declared =
        parts.headers.get(header::CONTENT_LENGTH).and_then(|v| v.to_str().ok()).and_then(|v| v.parse::<usize>().ok());
    if declared.is_some_and(|length| length > limit) {
        return Err(Problem::new(ErrorCode::TooLarge).saying(format!("at most {limit} bytes")));
    }
    let body = to_bytes(body, limit)
        .await
        .map_err(|_| Problem::new(ErrorCode::TooLarge).saying(format!("incomplete, or more than {limit} bytes")))?;
    let request_hash = hash_of(parts.uri.path(), &parts.headers, &body);
    // On its own task, the claim with it: a caller who hangs up while the claim is being committed must not leave it open, nor the
    // work half told.
    let (state, request) = (state.clone(), Request::from_parts(parts, Body::from(body)));
    let done = tokio::spawn(async move { claimed(&state, &key, request_hash, request, next).await });
    done.await.map_err(|_| Problem::new(ErrorCode::Internal))?
}

/// Claims the key, then runs the request or gives the kept answer.
async fn claimed(
    state: &ServerState,
    key: &Key,
    request_hash: [u8; 32],
    request: Request,
    next: Next,
) -> Result<Response, Problem> {
    let claim = async {
        let mut tx = state.app.store().begin().await?;
        let claim = tx.claim_idempotency(&key.scope, &key.name, request_hash, state.app.now()).await?;
        tx.commit().await?;
        Ok(claim)
    };
    match claim.await.map_err(|error| storage(&error))? {
        Claim::New => {}
        Claim::Replay { status, content_type, body } => return replay(key, status, &content_type, &body),
        Claim::Mismatch => return Err(ErrorCode::IdempotencyKeyReused.into()),
        Claim::InProgress => return Err(ErrorCode::IdempotencyInProgress.into()),
    }
    // A task of its own inside: a handler that panics must not leave the claim open either.
    let response = match tokio::spawn(next.run(request)).await {
        Ok(response) => response,
        Err(_) => Problem::new(ErrorCode::Internal).into_response(),
    };
    Ok(keep(state, key, response).await)
}

fn key_of(request: &Request) -> Result<Key, Problem> {
    let text = request.headers().get(HEADER).and_then(|value| value.to_str().ok()).map(str::trim).unwrap_or_default();
    if text.is_empty() || text.len() > 200 {
        return Err(ErrorCode::IdempotencyKeyMissing.into());
    }
    let scope = request.extensions().get::<Caller>().map_or_else(|| "nobody".into(), Caller::scope);
    let secret = bearer(request).unwrap_or_default();
    let derived = |label: &str| -> [u8; 32] {
        let mut hasher = Sha256::new();
        for part in [label, secret, text] {
            hasher.update((part.len() as u64).to_le_bytes());
            hasher.update(part.as_bytes());
        }
        hasher.finalize().into()
    };
    let name = countersign_domain::Sha256(derived("name")).to_string();
    let cipher = XChaCha20Poly1305::new(&derived("seal").into());
    Ok(Key { scope, name, cipher, nonce: *XNonce::from_slice(&derived("nonce")[..24]) })
}

fn hash_of(path: &str, headers: &HeaderMap, body: &[u8]) -> [u8; 32] {
    let mut hasher = Sha256::new();
    for part in
        [path.as_bytes(), header_bytes(headers, "content-type"), header_bytes(headers, "countersign-challenge"), body]
    {
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    hasher.finalize().into()
}

fn header_bytes<'a>(headers: &'a HeaderMap, name: &str) -> &'a [u8] {
    headers.get(name).map(HeaderValue::as_bytes).unwrap_or_default()
}

/// Keeps an answer. Faults of ours are not kept: the same request may succeed later.
async fn keep(state: &ServerState, key: &Key, response: Response) -> Response {
    let (parts, body) = response.into_parts();
    let Ok(body) = to_bytes(body, ANSWER_MAX).await else {
        return Problem::new(ErrorCode::Internal).into_response();
    };
    let content_type = String::from_utf8_lossy(header_bytes(&parts.headers, "content-type")).into_owned();
    let sealed = key.cipher.encrypt(&key.nonce, &*body);
    let stored = async {
        let mut tx = state.app.store().begin().await?;
        match (parts.status.is_server_error() || parts.status == StatusCode::INSUFFICIENT_STORAGE, sealed) {
            (false, Ok(sealed)) => {
                tx.finish_idempotency(&key.scope, &key.name, parts.status.as_u16(), &content_type, &sealed).await?;
            }
            _ => tx.release_idempotency(&key.scope, &key.name).await?,
        }
        tx.commit().await
    };
    if let Err(error) = stored.await {
        tracing::error!(%error, "an answer could not be kept under its idempotency key");
    }
    Response::from_parts(parts, Body::from(body))
}

fn replay(key: &Key, status: u16, content_type: &str, sealed: &[u8]) -> Result<Response, Problem> {
    let body: Bytes =
        key.cipher.decrypt(&key.nonce, sealed).map_err(|_| Problem::new(ErrorCode::IdempotencyKeyReused))?.into();
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
    if let Some(value) = HeaderValue::from_str(content_type).ok().filter(|value| !value.is_empty()) {
        response.headers_mut().insert(header::CONTENT_TYPE, value);
    }
    response.headers_mut().insert("idempotency-replayed", HeaderValue::from_static("true"));
    Ok(response)
}
