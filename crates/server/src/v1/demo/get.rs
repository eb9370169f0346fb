//! `GET /v1/demo`

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use crate::ServerState;

/// Whether the start page may make sessions.
#[derive(Debug, Serialize, ToSchema)]
pub struct DemoWire {
    enabled: bool,
}

/// Says whether anyone may start a session.
#[utoipa::path(get, operation_id = "get_demo", path = "/v1/demo", tag = "demo", responses((status = 200, body = DemoWire)))]
pub async fn handler(State(state): State<ServerState>) -> Json<DemoWire> {
    Json(DemoWire { enabled: state.options.demo })
}
