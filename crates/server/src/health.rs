//! Liveness and readiness for whoever watches the process.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::ServerState;

/// The process answers.
pub(crate) async fn live() -> Json<serde_json::Value> {
    Json(json!({ "status": "ok" }))
}

/// The database answers and has this program's schema.
pub(crate) async fn ready(State(state): State<ServerState>) -> Response {
    match state.app.store().healthy().await {
        Ok(()) => Json(json!({ "status": "ready", "store": state.app.store().backend() })).into_response(),
        Err(error) => {
            tracing::error!(%error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, Json(json!({ "status": "not_ready", "part": "store" }))).into_response()
        }
    }
}
