//! `POST /v1/sessions/{id}/consent`

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::Deserialize;
use utoipa::ToSchema;

use super::body::Body;
use crate::ServerState;
use crate::access::Caller;
use crate::problem::{ErrorCode, Problem};
use crate::v1::errors;

/// Which text was agreed to.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsentWire {
    /// Version of the text that was shown.
    #[schema(example = "2026-11")]
    version: String,
    /// Language it was shown in (BCP 47).
    #[schema(example = "en")]
    language: String,
}

/// Stores the receipt of consent. It comes before everything else.
#[utoipa::path(
    post, operation_id = "give_consent", path = "/v1/sessions/{id}/consent", tag = "sessions", request_body = ConsentWire, security(("session_token" = [])),
    params(("id" = String, Path, description = "ses_…"), ("Idempotency-Key" = String, Header, description = "1 to 200 visible characters")),
    responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn handler(
    State(state): State<ServerState>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
    Body(consent): Body<ConsentWire>,
) -> Result<StatusCode, Problem> {
    let id = super::id(&id)?;
    caller.acts_as(id)?;
    if !is_word(&consent.version) || !is_word(&consent.language) {
        return Err(Problem::new(ErrorCode::BadRequest)
            .saying("version and language have 1 to 35 letters a-z, digits, dots or hyphens"));
    }
    let given = state.app.give_consent(id, &consent.version, &consent.language).await;
    given.map(|_| StatusCode::NO_CONTENT).map_err(|error| errors::capture(&error, &state.texts, &consent.language))
}

/// What the receipt keeps unchanged.
fn is_word(text: &str) -> bool {
    (1..=35).contains(&text.len()) && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '.')
}
