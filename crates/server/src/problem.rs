//! RFC 9457 problems with a closed list of codes.

use std::any::Any;

use axum::Json;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

use crate::v1::wire::ReasonWire;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $status:ident, $title:literal;)*) => {
        /// Everything that can go wrong with a request. The codes are stable.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum ErrorCode { $($(#[$doc])* $name,)* }

        impl ErrorCode {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The stable code.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// Its HTTP status.
            pub fn status(self) -> StatusCode {
                match self { $(Self::$name => StatusCode::$status,)* }
            }

            /// One sentence.
            pub fn title(self) -> &'static str {
                match self { $(Self::$name => $title,)* }
            }
        }
    };
}

codes! {
    /// No or unknown key or token.
    Unauthenticated = "unauthenticated", UNAUTHORIZED, "A valid key or session token is needed.";
    /// The key may not do this.
    Forbidden = "forbidden", FORBIDDEN, "This key or token may not do this.";
    /// Nothing of that name here, or not for this caller.
    NotFound = "not_found", NOT_FOUND, "There is nothing of that name here.";
    /// The path exists, the method does not.
    MethodNotAllowed = "method_not_allowed", METHOD_NOT_ALLOWED, "This path does not take that method.";
    /// The body or a header is not as documented.
    BadRequest = "bad_request", BAD_REQUEST, "The request is not as documented.";
    /// POST without an idempotency key.
    IdempotencyKeyMissing = "idempotency_key_missing", BAD_REQUEST, "A POST needs an Idempotency-Key header of 1 to 200 visible characters.";
    /// The key was used for another request.
    IdempotencyKeyReused = "idempotency_key_reused", UNPROCESSABLE_ENTITY, "This Idempotency-Key was used for another request.";
    /// The same request is being answered.
    IdempotencyInProgress = "idempotency_in_progress", CONFLICT, "The same request is being answered right now.";
    /// A declared detail is refused.
    DetailRefused = "detail_refused", UNPROCESSABLE_ENTITY, "A declared detail cannot be taken.";
    /// The file is refused for the reasons given.
    FileRefused = "file_refused", UNPROCESSABLE_ENTITY, "The file cannot be taken.";
    /// The body is larger than allowed.
    TooLarge = "too_large", PAYLOAD_TOO_LARGE, "The body is larger than allowed.";
    /// Another step comes first.
    StepMissing = "step_missing", CONFLICT, "Another step comes first.";
    /// Not asked for this document.
    StepNotNeeded = "step_not_needed", CONFLICT, "Nothing of that kind is asked for here.";
    /// The session is in a state that does not allow it.
    StateConflict = "state_conflict", CONFLICT, "The session is in a state that does not allow this.";
    /// The session's time is over.
    SessionExpired = "session_expired", GONE, "The session has expired.";
    /// The challenge's time is over.
    ChallengeExpired = "challenge_expired", GONE, "The digits have expired; ask for new ones.";
    /// The challenge was used.
    ChallengeSpent = "challenge_spent", CONFLICT, "The digits were used before; ask for new ones.";
    /// Too many challenges.
    TooManyChallenges = "too_many_challenges", TOO_MANY_REQUESTS, "Too many digits were asked for in this session.";
    /// Name, password or code is wrong.
    SignInRefused = "sign_in_refused", UNAUTHORIZED, "Name, password or code is wrong.";
    /// Too many refused sign-ins.
    TooManyTries = "too_many_tries", TOO_MANY_REQUESTS, "Too many refused sign-ins; wait the seconds given in detail.";
    /// Somebody else has the case open.
    CaseHeld = "case_held", CONFLICT, "Another person has this case open.";
    /// The code's time is over.
    HandoffExpired = "handoff_expired", GONE, "The code has expired; a new one is on the first device.";
    /// Another device opened the code.
    HandoffOpened = "handoff_opened", CONFLICT, "Another device has opened this code.";
    /// The numbers were not compared yet.
    HandoffWaiting = "handoff_waiting", CONFLICT, "The numbers have not been compared yet.";
    /// The person said that the numbers differ.
    HandoffDenied = "handoff_denied", FORBIDDEN, "The person at the first device said that the numbers differ.";
    /// More than a person needs.
    TooManyRequests = "too_many_requests", TOO_MANY_REQUESTS, "There are too many of these already.";
    /// Nothing was decided yet.
    NotDecided = "not_decided", NOT_FOUND, "The session has not been decided yet.";
    /// No space left.
    StorageFull = "storage_full", INSUFFICIENT_STORAGE, "The server has no space left; nothing accepted before is lost.";
    /// The database or file store does not answer.
    Unavailable = "unavailable", SERVICE_UNAVAILABLE, "The server cannot do this right now; try again.";
    /// A fault of ours.
    Internal = "internal", INTERNAL_SERVER_ERROR, "The server had a problem; the request may be sent again.";
}

/// A problem document (`application/problem+json`).
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    /// `urn:countersign:problem:<code>`.
    #[serde(rename = "type")]
    kind: String,
    /// One sentence, the same for every problem of this code.
    title: &'static str,
    /// HTTP status.
    status: u16,
    /// Stable code.
    code: &'static str,
    /// What is special about this one. Never personal data.
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<String>,
    /// Reasons with their texts, for a refused file.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    reasons: Vec<ReasonWire>,
    /// Steps that come first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    steps: Vec<&'static str>,
}

impl Problem {
    /// A problem without details.
    pub fn new(code: ErrorCode) -> Self {
        Self {
            kind: format!("urn:countersign:problem:{}", code.code()),
            title: code.title(),
            status: code.status().as_u16(),
            code: code.code(),
            detail: None,
            reasons: vec![],
            steps: vec![],
        }
    }

    /// Adds a detail.
    #[must_use]
    pub fn saying(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// Adds a reason.
    #[must_use]
    pub fn because(mut self, reason: ReasonWire) -> Self {
        self.reasons.push(reason);
        self
    }

    /// Adds steps.
    #[must_use]
    pub fn steps(mut self, steps: impl IntoIterator<Item = &'static str>) -> Self {
        self.steps.extend(steps);
        self
    }
}

impl From<ErrorCode> for Problem {
    fn from(code: ErrorCode) -> Self {
        Self::new(code)
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, Json(self)).into_response();
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        response
    }
}

/// Refusals of the framework itself (a method that a path does not take, a path that is no UTF-8) as problems like all others.
pub(crate) async fn only_problems(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let status = response.status();
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let is_plain = kind.is_empty() || kind.starts_with("text/plain");
    // Plain 404 is a page that is not in this binary: it speaks to a person.
    if !is_plain || status == StatusCode::NOT_FOUND || !(status.is_client_error() || status.is_server_error()) {
        return response;
    }
    let code = match status {
        StatusCode::METHOD_NOT_ALLOWED => ErrorCode::MethodNotAllowed,
        StatusCode::PAYLOAD_TOO_LARGE => ErrorCode::TooLarge,
        status if status.is_client_error() => ErrorCode::BadRequest,
        _ => ErrorCode::Internal,
    };
    let mut problem = Problem::new(code).into_response();
    if let Some(allowed) = response.headers().get(header::ALLOW) {
        problem.headers_mut().insert(header::ALLOW, allowed.clone());
    }
    problem
}

/// A handler that panicked: logged by the panic hook, told without detail.
pub(crate) fn from_panic(_: Box<dyn Any + Send + 'static>) -> Response {
    tracing::error!("a request handler panicked");
    Problem::new(ErrorCode::Internal).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_titles_are_sentences() {
        let mut codes: Vec<&str> = ErrorCode::ALL.iter().map(|code| code.code()).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), ErrorCode::ALL.len());
        assert!(ErrorCode::ALL.iter().all(|code| code.title().ends_with('.')));
    }
}
