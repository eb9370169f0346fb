//! `POST /v1/sessions/{id}/review`

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::{Extension, Json};
use countersign_domain::{Outcome, Reason, Step};
use serde::Deserialize;
use utoipa::ToSchema;

use super::body::Body;
use crate::ServerState;
use crate::access::Caller;
use crate::problem::{ErrorCode, Problem};
use crate::v1::errors;
use crate::v1::wire::DecisionWire;

/// A reviewer's decision.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReviewWire {
    /// `approved`, `declined` or `resubmission_requested`.
    outcome: String,
    /// A code of the reason catalogue without parameters, for example `reviewed_in_order`.
    reason: String,
    /// Steps to do again, for `resubmission_requested`.
    #[serde(default)]
    steps: Vec<String>,
    /// For other reviewers, at most 2,000 characters; never shown to the applicant.
    #[serde(default)]
    note: String,
}

/// Decides a case that waits for a person. Final until another signed decision.
#[utoipa::path(
    post, operation_id = "review_session", path = "/v1/sessions/{id}/review", tag = "sessions", request_body = ReviewWire, security(("api_key" = [])),
    params(("id" = String, Path, description = "ses_…"), ("Idempotency-Key" = String, Header, description = "1 to 200 visible characters")),
    responses((status = 201, body = DecisionWire), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn handler(
    State(state): State<ServerState>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
    Body(review): Body<ReviewWire>,
) -> Result<(StatusCode, Json<DecisionWire>), Problem> {
    let key = caller.reviewer()?;
    let id = super::id(&id)?;
    let wrong = |what: &str| Problem::new(ErrorCode::BadRequest).saying(what);
    let steps: Option<Vec<Step>> = review.steps.iter().map(|name| Step::from_name(name)).collect();
    let steps = steps.ok_or_else(|| wrong("steps are consent, details, document_front, document_back, liveness"))?;
    let outcome = match review.outcome.as_str() {
        "approved" => Outcome::Approved,
        "declined" => Outcome::Declined,
        "resubmission_requested" => Outcome::Resubmit(steps),
        _ => return Err(wrong("outcome is approved, declined or resubmission_requested")),
    };
    let reason = Reason::from_parts(&review.reason, &|_| None)
        .map_err(|_| wrong("reason is no code of the catalogue without parameters"))?;
    let (_, decision) =
        state.app.review(id, key, outcome, Some(reason), &review.note).await.map_err(|error| errors::review(&error))?;
    Ok((StatusCode::CREATED, Json(DecisionWire::new(&decision, &state.texts, "en"))))
}
