//! `/desk/api/cases/{id}/decision`, `/desk/api/catalogue`

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::{Extension, Json};
use countersign_domain::{Audience, Outcome, Param, Reason, Remedy, Step};
use serde::{Deserialize, Serialize};

use super::access::Sitting;
use crate::ServerState;
use crate::problem::{ErrorCode, Problem};
use crate::v1::sessions::body::Body;

/// A reason that a person may give, with what it stands for.
#[derive(Serialize)]
pub(super) struct Entry {
    code: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    side: Option<&'static str>,
    /// `approved`, `declined` or `resubmission_requested`.
    outcome: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    step: Option<&'static str>,
    title: String,
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DecisionBody {
    /// The decision that was looked at, `dec_…`.
    after: String,
    outcome: String,
    reason: String,
    /// `front` or `back`, for a reason that has a side.
    #[serde(default)]
    side: Option<String>,
    #[serde(default)]
    steps: Vec<String>,
    note: String,
}

/// A reason whose only parameter is a side, or that has none.
fn reason(code: &str, side: Option<&str>) -> Option<Reason> {
    let given = |name: &str| (name == "side").then(|| side.map(|side| Param::Word(side.to_owned()))).flatten();
    Reason::from_parts(code, &given).ok()
}

fn outcome_of(reason: &Reason) -> Option<&'static str> {
    match (reason, reason.remedy()) {
        (Reason::ReviewedInOrder, _) => Some("approved"),
        (_, _) if reason.audience() != Audience::Applicant => None,
        (_, Remedy::Final) => Some("declined"),
        (_, Remedy::Redo(_)) => Some("resubmission_requested"),
        (_, Remedy::Wait) => None,
    }
}

/// Every reason that a person may give, in the order of the catalogue.
pub(super) async fn catalogue(
    State(state): State<ServerState>,
    Extension(_): Extension<Sitting>,
    headers: HeaderMap,
) -> Json<Vec<Entry>> {
    let language = super::language(&headers);
    let mut entries = Vec::new();
    for code in Reason::CODES {
        // One without a side first: a reason that has one cannot be made without, and one that has none is not doubled.
        let sides: &[Option<&'static str>] =
            if reason(code, None).is_some() { &[None] } else { &[Some("front"), Some("back")] };
        for side in sides {
            let Some(found) = reason(code, *side) else { continue };
            let Some(outcome) = outcome_of(&found) else { continue };
            let told = state.texts.reason(&found, &language);
            let step = match found.remedy() {
                Remedy::Redo(step) => Some(step.name()),
                Remedy::Wait | Remedy::Final => None,
            };
            entries.push(Entry { code, side: *side, outcome, step, title: told.title, text: told.fix });
        }
    }
    Json(entries)
}

/// Decides. Final until another signed decision.
pub(super) async fn decide(
    State(state): State<ServerState>,
    Extension(sitting): Extension<Sitting>,
    Path(id): Path<String>,
    Body(given): Body<DecisionBody>,
) -> Result<StatusCode, Problem> {
    let wrong = |what: &str| Problem::new(ErrorCode::BadRequest).saying(what);
    let steps: Option<Vec<Step>> = given.steps.iter().map(|name| Step::from_name(name)).collect();
    let outcome = match given.outcome.as_str() {
        "approved" => Outcome::Approved,
        "declined" => Outcome::Declined,
        "resubmission_requested" => Outcome::Resubmit(steps.ok_or_else(|| wrong("there is no such step"))?),
        _ => return Err(wrong("outcome is approved, declined or resubmission_requested")),
    };
    let reason = reason(&given.reason, given.side.as_deref())
        .filter(|reason| outcome_of(reason) == Some(outcome.name()))
        .ok_or_else(|| wrong("the reason is not one of the catalogue for this outcome"))?;
    let after = given.after.parse().map_err(|_| wrong("after is an id of the form dec_…"))?;
    let id = super::id(&id)?;
    let done = state.app.decide_at_desk(&sitting.person, id, after, outcome, Some(reason), &given.note).await;
    done.map(|()| StatusCode::CREATED).map_err(|error| super::problem(&error))
}
