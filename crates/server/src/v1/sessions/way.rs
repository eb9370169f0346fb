//! `POST /v1/sessions/{id}/way`

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use countersign_domain::Accommodation;
use serde::Deserialize;
use utoipa::ToSchema;

use super::body::Body;
use crate::ServerState;
use crate::access::Caller;
use crate::problem::{ErrorCode, Problem};
use crate::v1::errors;

/// How the applicant goes through the journey.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WayWire {
    /// `usual`, or `without_speech`: the digits are shown with the hands or signed, and a person decides.
    #[schema(example = "without_speech")]
    way: String,
}

/// Chooses the way, until everything is handed in. Each counts as much as the others.
#[utoipa::path(
    post, operation_id = "choose_way", path = "/v1/sessions/{id}/way", tag = "sessions", request_body = WayWire, security(("session_token" = [])),
    params(("id" = String, Path, description = "ses_…"), ("Idempotency-Key" = String, Header, description = "1 to 200 visible characters")),
    responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn handler(
    State(state): State<ServerState>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
    Body(chosen): Body<WayWire>,
) -> Result<StatusCode, Problem> {
    let id = super::id(&id)?;
    caller.acts_as(id)?;
    let way = match chosen.way.as_str() {
        "usual" => None,
        name => Some(
            Accommodation::from_name(name)
                .ok_or_else(|| Problem::new(ErrorCode::BadRequest).saying("way is one of usual, without_speech"))?,
        ),
    };
    let done = state.app.choose_way(id, way).await;
    done.map(|()| StatusCode::NO_CONTENT).map_err(|error| errors::capture(&error, &state.texts, "en"))
}
