//! `POST /v1/sessions/{id}/challenge`

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::{Extension, Json};
use serde::Serialize;
use utoipa::ToSchema;

use crate::ServerState;
use crate::access::{Caller, Wanted};
use crate::problem::Problem;
use crate::v1::errors;

/// Digits to recite, once and soon.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChallengeWire {
    challenge_id: String,
    /// Four to eight digits.
    #[schema(example = "471902")]
    digits: String,
    /// When they end.
    expires_at: String,
    /// Language in which they are said (BCP 47).
    language: String,
}

/// Gives digits to recite. Each is used up by one upload.
#[utoipa::path(
    post, operation_id = "issue_challenge", path = "/v1/sessions/{id}/challenge", tag = "sessions", security(("session_token" = [])),
    params(("id" = String, Path, description = "ses_…"), ("Idempotency-Key" = String, Header, description = "1 to 200 visible characters")),
    responses((status = 201, body = ChallengeWire), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn handler(
    State(state): State<ServerState>,
    Extension(caller): Extension<Caller>,
    Extension(wanted): Extension<Wanted>,
    Path(id): Path<String>,
) -> Result<(StatusCode, Json<ChallengeWire>), Problem> {
    let id = super::id(&id)?;
    caller.acts_as(id)?;
    let wished = wanted.0.first().map(String::as_str);
    let challenge =
        state.app.issue_challenge(id, wished).await.map_err(|error| errors::capture(&error, &state.texts, "en"))?;
    let wire = ChallengeWire {
        challenge_id: challenge.id.to_string(),
        digits: challenge.digits.text(),
        expires_at: challenge.expires_at.to_string(),
        language: challenge.language,
    };
    Ok((StatusCode::CREATED, Json(wire)))
}
