//! `/desk/api/queue`

use axum::extract::State;
use axum::http::HeaderMap;
use axum::{Extension, Json};
use serde::Serialize;

use super::access::Sitting;
use super::wire::NamedWire;
use crate::ServerState;
use crate::problem::Problem;
use crate::v1::wire::ReasonWire;

#[derive(Serialize)]
pub(super) struct Queue {
    /// The server's time: clocks on screens are set by it.
    now: String,
    cases: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    id: String,
    level: u32,
    policy: String,
    attempt: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    document_type: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    issuing_country: Option<String>,
    since: String,
    target_at: String,
    due_at: String,
    reasons: Vec<ReasonWire>,
    #[serde(skip_serializing_if = "Option::is_none")]
    assignee: Option<NamedWire>,
    #[serde(skip_serializing_if = "Option::is_none")]
    holder: Option<NamedWire>,
    #[serde(skip_serializing_if = "Option::is_none")]
    urgent: Option<String>,
}

/// What waits, the most pressing first.
pub(super) async fn list(
    State(state): State<ServerState>,
    Extension(sitting): Extension<Sitting>,
    headers: HeaderMap,
) -> Result<Json<Queue>, Problem> {
    let language = super::language(&headers);
    let waiting = state.app.desk_queue(&sitting.person).await.map_err(|error| super::problem(&error))?;
    let cases = waiting.into_iter().map(|case| Entry {
        id: case.session.to_string(),
        level: case.level,
        policy: case.policy,
        attempt: case.attempt,
        document_type: case.document.as_ref().map(|(kind, _)| kind.name()),
        issuing_country: case.document.map(|(_, country)| country),
        since: case.since.to_string(),
        target_at: case.target.to_string(),
        due_at: case.due.to_string(),
        reasons: ReasonWire::list(&case.reasons, &state.texts, &language),
        assignee: case.assignee.map(NamedWire::from),
        holder: case.holder.map(NamedWire::from),
        urgent: case.urgent,
    });
    Ok(Json(Queue { now: state.app.now().to_string(), cases: cases.collect() }))
}
