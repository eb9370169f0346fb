//! `POST /v1/sessions/{id}/handoff`

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::{Extension, Json};
use serde::Serialize;
use utoipa::ToSchema;

use crate::ServerState;
use crate::access::Caller;
use crate::problem::Problem;
use crate::v1::sessions;

/// A code for another device.
#[derive(Serialize, ToSchema)]
pub struct OfferedWire {
    /// The address that the other device opens, once.
    url: String,
    /// The same as a QR code, SVG.
    qr: String,
    expires_at: String,
}

/// Makes a code with which another device may go on. It lasts two minutes and replaces the one before.
#[utoipa::path(
    post, operation_id = "offer_handoff", path = "/v1/sessions/{id}/handoff", tag = "handoffs", security(("session_token" = [])),
    params(("id" = String, Path, description = "ses_…"), ("Idempotency-Key" = String, Header, description = "1 to 200 visible characters")),
    responses((status = 201, body = OfferedWire), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn handler(
    State(state): State<ServerState>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
) -> Result<(StatusCode, Json<OfferedWire>), Problem> {
    let id = sessions::id(&id)?;
    caller.acts_as(id)?;
    let offered = state.app.offer_handoff(id).await.map_err(|error| super::problem(&error))?;
    let url = format!("{}/join#{}", state.options.base_url, offered.code.expose());
    let qr = countersign_workflow::handoff::picture(&url);
    Ok((StatusCode::CREATED, Json(OfferedWire { url, qr, expires_at: offered.expires_at.to_string() })))
}
