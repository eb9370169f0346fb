//! Where a session stands: its name and exactly the facts of that state,
//! for example `{"v":1,"state":"in_review","decision":"dec_…","since":1795000000000,"due":1795086400000}`.

use countersign_domain::{DecisionId, SessionState};
use serde::{Deserialize, Serialize};

use super::steps::{from_names, names};
use super::{Unreadable, id, parse, print, time, version};
use crate::error::StorageError;

#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StateV1 {
    v: u32,
    state: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    decision: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    since: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    steps: Option<Vec<String>>,
}

/// Writes the newest form.
pub fn write_state(state: &SessionState) -> Result<String, StorageError> {
    let mut form = StateV1 { v: 1, state: state.name().into(), ..StateV1::default() };
    match state {
        SessionState::Created | SessionState::Capturing => {}
        SessionState::Processing { since } => form.since = Some(since.as_millisecond()),
        SessionState::InReview { decision, since, due } => {
            form.decision = Some(decision.to_string());
            form.since = Some(since.as_millisecond());
            form.due = Some(due.as_millisecond());
        }
        SessionState::ResubmissionRequested { decision, steps } => {
            form.decision = Some(decision.to_string());
            form.steps = Some(names(steps));
        }
        SessionState::Approved { decision, at } | SessionState::Declined { decision, at } => {
            form.decision = Some(decision.to_string());
            form.at = Some(at.as_millisecond());
        }
        SessionState::Expired { at } | SessionState::Withdrawn { at } => form.at = Some(at.as_millisecond()),
    }
    print(&form)
}

/// Reads any form ever written. A fact that is missing, or one that the state does not have, is no state.
pub fn read_state(text: &str) -> Result<SessionState, Unreadable> {
    match version(text)? {
        1 => read_v1(parse(text)?),
        other => Err(Unreadable::Version(other)),
    }
}

fn read_v1(mut form: StateV1) -> Result<SessionState, Unreadable> {
    let name = std::mem::take(&mut form.state);
    let state = match name.as_str() {
        "created" => SessionState::Created,
        "capturing" => SessionState::Capturing,
        "processing" => SessionState::Processing { since: moment(&mut form.since, "since")? },
        "in_review" => SessionState::InReview {
            decision: decision(&mut form)?,
            since: moment(&mut form.since, "since")?,
            due: moment(&mut form.due, "due")?,
        },
        "resubmission_requested" => SessionState::ResubmissionRequested {
            decision: decision(&mut form)?,
            steps: from_names(&form.steps.take().filter(|steps| !steps.is_empty()).ok_or(Unreadable::Field("steps"))?)?,
        },
        "approved" => SessionState::Approved { decision: decision(&mut form)?, at: moment(&mut form.at, "at")? },
        "declined" => SessionState::Declined { decision: decision(&mut form)?, at: moment(&mut form.at, "at")? },
        "expired" => SessionState::Expired { at: moment(&mut form.at, "at")? },
        "withdrawn" => SessionState::Withdrawn { at: moment(&mut form.at, "at")? },
        _ => return Err(Unreadable::Field("state")),
    };
    let left =
        [form.since.is_some(), form.due.is_some(), form.at.is_some(), form.decision.is_some(), form.steps.is_some()];
    if left.contains(&true) {
        return Err(Unreadable::Field("state"));
    }
    Ok(state)
}

fn moment(ms: &mut Option<i64>, field: &'static str) -> Result<jiff::Timestamp, Unreadable> {
    time(ms.take().ok_or(Unreadable::Field(field))?, field)
}

fn decision(form: &mut StateV1) -> Result<DecisionId, Unreadable> {
    id(&form.decision.take().ok_or(Unreadable::Field("decision"))?, "decision")
}
