//! Who sits at the desk.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use countersign_workflow::stored::Person;

use crate::ServerState;
use crate::problem::{ErrorCode, Problem};
use crate::v1::errors::storage;

/// The cookie that holds a login's secret.
const COOKIE: &str = "countersign_desk";
/// The console sends it with everything that changes something.
const OWN_HEADER: &str = "countersign-desk";

/// A person and the secret of their login.
#[derive(Clone)]
pub(crate) struct Sitting {
    pub(crate) person: Person,
    pub(crate) secret: String,
}

/// The `Set-Cookie` value that opens a login; an empty secret ends it.
pub(crate) fn cookie(state: &ServerState, secret: &str) -> String {
    let secure = if state.options.base_url.starts_with("https://") { "; Secure" } else { "" };
    let ends = if secret.is_empty() { "; Max-Age=0" } else { "" };
    format!("{COOKIE}={secret}; Path=/desk; HttpOnly; SameSite=Strict{secure}{ends}")
}

fn secret(headers: &HeaderMap) -> Option<String> {
    let pairs = headers.get_all(header::COOKIE).into_iter().filter_map(|value| value.to_str().ok());
    pairs
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == COOKIE)
        .map(|(_, value)| value.to_owned())
}

/// Refuses what another site's page sends: it cannot set our header without asking, and we answer no such question.
pub(crate) async fn same_origin(request: Request, next: Next) -> Response {
    let headers = request.headers();
    let site = headers.get("sec-fetch-site").and_then(|value| value.to_str().ok());
    let foreign = site.is_some_and(|site| site != "same-origin");
    let changes = request.method() != Method::GET && request.method() != Method::HEAD;
    if foreign || (changes && !headers.contains_key(OWN_HEADER)) {
        return Problem::new(ErrorCode::Forbidden).into_response();
    }
    next.run(request).await
}

/// The person whose login the request carries.
pub(crate) async fn sitting(state: &ServerState, headers: &HeaderMap) -> Result<Option<Sitting>, Problem> {
    let Some(secret) = secret(headers) else { return Ok(None) };
    let person = state.app.person_of_login(&secret).await.map_err(|error| storage(&error))?;
    Ok(person.map(|person| Sitting { person, secret }))
}

/// Finds the person and puts them into the request.
pub(crate) async fn known(State(state): State<ServerState>, mut request: Request, next: Next) -> Response {
    // The headers are copied out: a request body cannot be shared across threads, and this future must be able to move.
    let headers = request.headers().clone();
    match sitting(&state, &headers).await {
        Ok(Some(sitting)) => {
            request.extensions_mut().insert(sitting);
            next.run(request).await
        }
        Ok(None) => Problem::new(ErrorCode::Unauthenticated).into_response(),
        Err(problem) => problem.into_response(),
    }
}
