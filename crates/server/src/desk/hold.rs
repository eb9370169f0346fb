//! `/desk/api/cases/{id}/hold`, `/leave`, `/assign`, `/urgent`

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::{Extension, Json};
use serde::{Deserialize, Serialize};

use super::access::Sitting;
use crate::ServerState;
use crate::problem::{ErrorCode, Problem};
use crate::v1::sessions::body::Body;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Hold {
    #[serde(default)]
    take_over: bool,
}

#[derive(Serialize)]
pub(super) struct Held {
    until: String,
}

pub(super) async fn hold(
    State(state): State<ServerState>,
    Extension(sitting): Extension<Sitting>,
    Path(id): Path<String>,
    Body(given): Body<Hold>,
) -> Result<Json<Held>, Problem> {
    let held = state.app.hold_case(&sitting.person, super::id(&id)?, given.take_over).await;
    held.map(|until| Json(Held { until: until.to_string() })).map_err(|error| super::problem(&error))
}

pub(super) async fn leave(
    State(state): State<ServerState>,
    Extension(sitting): Extension<Sitting>,
    Path(id): Path<String>,
) -> Result<StatusCode, Problem> {
    let left = state.app.leave_case(&sitting.person, super::id(&id)?).await;
    left.map(|()| StatusCode::NO_CONTENT).map_err(|error| super::problem(&error))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Assign {
    /// `per_…`; absent: anyone.
    #[serde(default)]
    person: Option<String>,
}

pub(super) async fn assign(
    State(state): State<ServerState>,
    Extension(sitting): Extension<Sitting>,
    Path(id): Path<String>,
    Body(given): Body<Assign>,
) -> Result<StatusCode, Problem> {
    let to = given.person.map(|id| id.parse()).transpose().map_err(|_| Problem::new(ErrorCode::NotFound))?;
    let done = state.app.assign_case(&sitting.person, super::id(&id)?, to).await;
    done.map(|()| StatusCode::NO_CONTENT).map_err(|error| super::problem(&error))
}

/// Puts a case or a request first.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Urge {
    /// A word of the list; absent: not urgent.
    #[serde(default)]
    pub(super) why: Option<String>,
}

pub(super) async fn urge(
    State(state): State<ServerState>,
    Extension(sitting): Extension<Sitting>,
    Path(id): Path<String>,
    Body(given): Body<Urge>,
) -> Result<StatusCode, Problem> {
    let done = state.app.urge_case(&sitting.person, super::id(&id)?, given.why.as_deref()).await;
    done.map(|()| StatusCode::NO_CONTENT).map_err(|error| super::problem(&error))
}
