//! `GET /v1/applicants/{id}/levels`

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use axum::{Extension, Json};
use countersign_workflow::levels::{LevelView, LevelsView, Past};
use countersign_workflow::policy_file::{Unlock, UnlockText};
use serde::Serialize;
use utoipa::ToSchema;

use crate::ServerState;
use crate::access::{Caller, Wanted};
use crate::problem::Problem;
use crate::texts::Texts;
use crate::v1::wire::{ReasonWire, ReviewWire};

/// An applicant's levels.
#[derive(Debug, Serialize, ToSchema)]
pub struct LevelsWire {
    applicant_id: String,
    /// The highest granted level; 0: none.
    granted: u32,
    /// Every offered level, lowest first.
    levels: Vec<LevelWire>,
    /// Sessions, newest first.
    history: Vec<PastWire>,
}

/// One level.
#[derive(Debug, Serialize, ToSchema)]
pub struct LevelWire {
    level: u32,
    /// `not_started`, `open`, `processing`, `in_review`, `action_needed`, `declined` or `granted`.
    state: &'static str,
    /// What it opens.
    unlocks: Vec<UnlockWire>,
    /// Steps that are missing, in order.
    missing: Vec<&'static str>,
    /// Why steps are asked again, or why it was refused.
    reasons: Vec<ReasonWire>,
    /// Until when what was begun can be finished.
    #[serde(skip_serializing_if = "Option::is_none")]
    expires_at: Option<String>,
    /// Until when a person has looked, while `in_review`.
    #[serde(skip_serializing_if = "Option::is_none")]
    review_due_at: Option<String>,
    /// While `in_review`: where it stands in the queue.
    #[serde(skip_serializing_if = "Option::is_none")]
    review: Option<ReviewWire>,
    /// Whether a decline may still be put before a person.
    may_appeal: bool,
}

/// One thing that a level opens.
#[derive(Debug, Serialize, ToSchema)]
pub struct UnlockWire {
    /// A word that every language has a text for.
    #[serde(skip_serializing_if = "Option::is_none")]
    word: Option<String>,
    /// The operator's own text, by language; English is there.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    text: BTreeMap<String, String>,
    /// Up to how much.
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<LimitWire>,
}

/// Up to how much.
#[derive(Debug, Serialize, ToSchema)]
pub struct LimitWire {
    amount: f64,
    /// ISO 4217.
    currency: String,
    /// `day`, `month` or `year`.
    per: String,
}

/// A session of the past or present.
#[derive(Debug, Serialize, ToSchema)]
pub struct PastWire {
    session_id: String,
    level: u32,
    /// As of a session.
    status: &'static str,
    created_at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    decided_at: Option<String>,
}

impl LevelsWire {
    fn new(view: LevelsView, texts: &Texts, language: &str) -> Self {
        Self {
            applicant_id: view.applicant.to_string(),
            granted: view.granted,
            levels: view.levels.into_iter().map(|level| LevelWire::new(level, texts, language)).collect(),
            history: view.history.into_iter().map(PastWire::from).collect(),
        }
    }
}

impl LevelWire {
    fn new(view: LevelView, texts: &Texts, language: &str) -> Self {
        let reasons = view.session.as_ref().map(|found| found.reasons.as_slice()).unwrap_or_default();
        let open = view.session.as_ref().filter(|found| found.session.state.accepts_evidence());
        let due = view.session.as_ref().and_then(|found| found.session.state.review_due());
        Self {
            level: view.level,
            state: view.standing.name(),
            missing: view.missing.iter().map(|step| step.name()).collect(),
            reasons: ReasonWire::list(reasons, texts, language),
            expires_at: open.map(|found| found.session.expires_at.to_string()),
            review_due_at: due.map(|at| at.to_string()),
            review: view.session.as_ref().and_then(|found| found.place).map(ReviewWire::new),
            may_appeal: view.session.as_ref().is_some_and(|found| found.may_appeal),
            unlocks: view.unlocks.into_iter().map(UnlockWire::from).collect(),
        }
    }
}

impl From<Unlock> for UnlockWire {
    fn from(unlock: Unlock) -> Self {
        let (word, text) = match unlock.text {
            UnlockText::Word(word) => (Some(word), BTreeMap::new()),
            UnlockText::Own(text) => (None, text),
        };
        let limit = unlock.limit.map(|(amount, currency, per)| LimitWire { amount, currency, per });
        Self { word, text, limit }
    }
}

impl From<Past> for PastWire {
    fn from(past: Past) -> Self {
        Self {
            session_id: past.session.to_string(),
            level: past.level,
            status: past.status,
            created_at: past.created_at.to_string(),
            decided_at: past.decided_at.map(|at| at.to_string()),
        }
    }
}

/// What an applicant was granted, what each level opens and asks, and what was done before.
#[utoipa::path(
    get, operation_id = "get_levels", path = "/v1/applicants/{id}/levels", tag = "applicants", security(("api_key" = []), ("levels_token" = [])),
    params(("id" = String, Path, description = "app_…")),
    responses((status = 200, body = LevelsWire), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn handler(
    State(state): State<ServerState>,
    Extension(caller): Extension<Caller>,
    Extension(wanted): Extension<Wanted>,
    Path(id): Path<String>,
) -> Result<Json<LevelsWire>, Problem> {
    let id = super::id(&id)?;
    caller.may_see_levels(id)?;
    let view = state.app.levels(id, &state.options.levels).await.map_err(|error| super::problem(&error))?;
    let own = match &caller {
        Caller::AtLevels(link) => link.language.clone(),
        _ => "en".to_owned(),
    };
    let language = wanted.0.iter().find(|tag| state.texts.speaks(tag)).cloned().unwrap_or(own);
    Ok(Json(LevelsWire::new(view, &state.texts, &language)))
}
