//! The web applications, built into the binary: the applicant's at `/`, the desk's console at `/desk`, the element for other pages at `/sdk`.

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::ServerState;
use crate::problem::{ErrorCode, Problem};

const FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/assets.rs"));
const MISSING: &str =
    "The web application is not in this binary. Build it first (make web), then build the binary again.\n";
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; \
                      connect-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// A file of the application; every other page address gives the application itself, which finds its way by the address.
pub(crate) async fn serve(State(state): State<ServerState>, request: Request) -> Response {
    let path = request.uri().path().trim_start_matches('/');
    if path.starts_with("v1/") || path == "v1" {
        return Problem::new(ErrorCode::NotFound).into_response();
    }
    if request.method() != Method::GET && request.method() != Method::HEAD {
        return Problem::new(ErrorCode::MethodNotAllowed).into_response();
    }
    let file = |name: &str| FILES.iter().find(|(known, _)| *known == name).map(|(_, bytes)| *bytes);
    if let Some(bytes) = file(path) {
        return answer(path, bytes);
    }
    if path.starts_with("assets/")
        || path.starts_with("desk/assets/")
        || path.starts_with("desk/api/")
        || path.contains('.')
    {
        return Problem::new(ErrorCode::NotFound).into_response();
    }
    let page = if path == "desk" || path.starts_with("desk/") { "desk/index.html" } else { "index.html" };
    match file(page) {
        Some(bytes) if page == "index.html" => embeddable(&state, answer(page, bytes)),
        Some(bytes) => answer(page, bytes),
        None => (StatusCode::NOT_FOUND, MISSING).into_response(),
    }
}

/// The applicant's pages may be shown inside those pages that the operator names; the desk's never.
fn embeddable(state: &ServerState, mut response: Response) -> Response {
    let origins = &state.options.embed_origins;
    if !origins.is_empty() {
        let policy = POLICY.replace("frame-ancestors 'none'", &format!("frame-ancestors {}", origins.join(" ")));
        if let Ok(value) = HeaderValue::from_str(&policy) {
            response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, value);
        }
    }
    response
}

fn answer(name: &str, bytes: &'static [u8]) -> Response {
    let mut response = Response::new(Body::from(bytes));
    let cache = if name.starts_with("assets/") || name.starts_with("desk/assets/") {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type(name)));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    response
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        _ => "application/octet-stream",
    }
}

/// Headers of every answer: nothing foreign runs, nothing is framed, nothing is sniffed, nothing of a session is kept by a cache.
pub(crate) async fn security_headers(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(POLICY));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert("permissions-policy", HeaderValue::from_static("camera=(self), microphone=(self), geolocation=()"));
    headers.insert("cross-origin-opener-policy", HeaderValue::from_static("same-origin"));
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}
