//! `POST /v1/sessions/{id}/looks/{kind}`

use axum::extract::{Path, State};
use axum::{Extension, Json};
use countersign_domain::EvidenceKind;
use countersign_workflow::capture::LookError;
use serde::Serialize;
use utoipa::ToSchema;

use crate::ServerState;
use crate::access::{Caller, Wanted};
use crate::problem::{ErrorCode, Problem};
use crate::v1::errors;
use crate::v1::wire::ReasonWire;

/// What a first look at the latest photo of a side found.
#[derive(Debug, Serialize, ToSchema)]
pub struct LookWire {
    /// Whether another photo is asked for now; the step is then `redo` with these reasons.
    asked_again: bool,
    /// Why the photo cannot be read; empty when it can.
    reasons: Vec<ReasonWire>,
}

/// Looks at the latest photo of a side: can it be read? Takes about a second.
///
/// An unreadable one is asked for again at once, at most as often as the policy says; after that it is kept and judged with the rest.
#[utoipa::path(
    post, operation_id = "look_at_photo", path = "/v1/sessions/{id}/looks/{kind}", tag = "evidence", security(("session_token" = [])),
    params(
        ("id" = String, Path, description = "ses_…"),
        ("kind" = String, Path, description = "document_front or document_back"),
        ("Idempotency-Key" = String, Header, description = "1 to 200 visible characters")
    ),
    responses((status = 200, body = LookWire), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn handler(
    State(state): State<ServerState>,
    Extension(caller): Extension<Caller>,
    Extension(wanted): Extension<Wanted>,
    Path((id, kind)): Path<(String, String)>,
) -> Result<Json<LookWire>, Problem> {
    let id = super::id(&id)?;
    caller.acts_as(id)?;
    let kind = EvidenceKind::from_name(&kind)
        .filter(|kind| *kind != EvidenceKind::LivenessVideo)
        .ok_or_else(|| Problem::new(ErrorCode::NotFound))?;
    let language = super::language(&state, &wanted, id).await?;
    match state.app.look_at_photo(id, kind).await {
        Ok(look) => Ok(Json(LookWire {
            asked_again: look.asked_again,
            reasons: ReasonWire::list(&look.unreadable, &state.texts, &language),
        })),
        Err(LookError::NoPhoto) => Err(Problem::new(ErrorCode::StepMissing).steps([kind.step().name()])),
        Err(LookError::Capture(error)) => Err(errors::capture(&error, &state.texts, &language)),
        Err(LookError::Process(error)) => Err(errors::process(&error)),
    }
}
