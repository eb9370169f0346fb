//! `POST /v1/sessions/{id}/hints`

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use countersign_domain::DeviceHint;
use serde::Deserialize;
use utoipa::ToSchema;

use super::body::Body;
use crate::ServerState;
use crate::access::Caller;
use crate::problem::{ErrorCode, Problem};
use crate::v1::errors;

/// What the page says of the camera and the browser.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HintsWire {
    /// Each of `camera_ordinary`, `camera_virtual`, `camera_unnamed`, `browser_steered`.
    #[schema(example = json!(["camera_ordinary"]), max_items = 4)]
    hints: Vec<String>,
}

/// Puts hints on record for the people who look at doubtful cases. They weigh nothing toward a pass, and a session without them is none the worse.
#[utoipa::path(
    post, operation_id = "hint_device", path = "/v1/sessions/{id}/hints", tag = "sessions", request_body = HintsWire, security(("session_token" = [])),
    params(("id" = String, Path, description = "ses_…"), ("Idempotency-Key" = String, Header, description = "1 to 200 visible characters")),
    responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn handler(
    State(state): State<ServerState>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
    Body(told): Body<HintsWire>,
) -> Result<StatusCode, Problem> {
    let id = super::id(&id)?;
    caller.acts_as(id)?;
    let hints: Option<Vec<DeviceHint>> = told.hints.iter().map(|name| DeviceHint::from_name(name)).collect();
    let hints = hints.ok_or_else(|| {
        let saying = "hints are of camera_ordinary, camera_virtual, camera_unnamed, browser_steered";
        Problem::new(ErrorCode::BadRequest).saying(saying)
    })?;
    let done = state.app.hint_device(id, &hints).await;
    done.map(|()| StatusCode::NO_CONTENT).map_err(|error| errors::capture(&error, &state.texts, "en"))
}
