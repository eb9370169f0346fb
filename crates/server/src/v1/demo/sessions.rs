//! `POST /v1/demo/sessions`

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use countersign_workflow::sessions::NewSession;

use crate::ServerState;
use crate::problem::{ErrorCode, Problem};
use crate::v1::sessions::create::{CreatedSession, created};

/// Makes a session without a key. Demonstration only.
#[utoipa::path(
    post, operation_id = "create_demo_session", path = "/v1/demo/sessions", tag = "demo",
    params(("Idempotency-Key" = String, Header, description = "1 to 200 visible characters")),
    responses((status = 201, body = CreatedSession), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn handler(State(state): State<ServerState>) -> Result<(StatusCode, Json<CreatedSession>), Problem> {
    if !state.options.demo {
        return Err(ErrorCode::NotFound.into());
    }
    let new = NewSession {
        applicant: None,
        policy: "demo".into(),
        language: "en".into(),
        external_ref: Some("demo".into()),
        mail: None,
    };
    created(&state, &new).await
}
