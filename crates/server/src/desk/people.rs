//! `/desk/api/people`

use axum::extract::State;
use axum::{Extension, Json};
use countersign_workflow::desk::May;
use serde::Serialize;

use super::access::Sitting;
use crate::ServerState;
use crate::problem::Problem;

#[derive(Serialize)]
pub(super) struct Colleague {
    id: String,
    name: String,
    role: &'static str,
    may_decide: bool,
}

/// Who works at the desk now.
pub(super) async fn list(
    State(state): State<ServerState>,
    Extension(_): Extension<Sitting>,
) -> Result<Json<Vec<Colleague>>, Problem> {
    let people = state.app.people().await.map_err(|error| super::problem(&error))?;
    let there = people.into_iter().filter(|person| person.disabled_at.is_none());
    let wire = there.map(|person| Colleague {
        id: person.id.to_string(),
        role: person.role.name(),
        may_decide: person.role.may_decide(),
        name: person.name,
    });
    Ok(Json(wire.collect()))
}
