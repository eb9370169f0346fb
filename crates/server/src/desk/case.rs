//! `/desk/api/cases/{id}`

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::{Extension, Json};

use super::access::Sitting;
use super::wire::CaseWire;
use crate::ServerState;
use crate::problem::Problem;

/// One case, whole. The look is on record before this answers.
pub(super) async fn get(
    State(state): State<ServerState>,
    Extension(sitting): Extension<Sitting>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<Json<CaseWire>, Problem> {
    let view = state.app.open_case(&sitting.person, super::id(&id)?).await.map_err(|error| super::problem(&error))?;
    let now = state.app.now().to_string();
    Ok(Json(CaseWire::new(view, &sitting.person, now, &state.texts, &super::language(&headers))))
}
