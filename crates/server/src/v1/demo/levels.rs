//! `POST /v1/demo/levels`

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;

use crate::ServerState;
use crate::problem::{ErrorCode, Problem};
use crate::v1::applicants::link::{LevelsLink, made};
use crate::v1::errors::storage;

/// Makes an applicant and opens their levels without a key. Demonstration only.
#[utoipa::path(
    post, operation_id = "create_demo_levels", path = "/v1/demo/levels", tag = "demo",
    params(("Idempotency-Key" = String, Header, description = "1 to 200 visible characters")),
    responses((status = 201, body = LevelsLink), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn handler(State(state): State<ServerState>) -> Result<(StatusCode, Json<LevelsLink>), Problem> {
    if !state.options.demo {
        return Err(ErrorCode::NotFound.into());
    }
    let applicant = state.app.create_applicant(Some("demo".into())).await.map_err(|error| storage(&error))?;
    made(&state, applicant.id, "en").await
}
