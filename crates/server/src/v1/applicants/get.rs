//! `GET /v1/applicants/{id}`

use axum::extract::{Path, State};
use axum::{Extension, Json};
use countersign_domain::ApplicantId;

use super::ApplicantWire;
use crate::ServerState;
use crate::access::Caller;
use crate::problem::{ErrorCode, Problem};
use crate::v1::errors::storage;

/// An applicant by id.
#[utoipa::path(
    get, operation_id = "get_applicant", path = "/v1/applicants/{id}", tag = "applicants", security(("api_key" = [])),
    params(("id" = String, Path, description = "app_…")),
    responses((status = 200, body = ApplicantWire), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn handler(
    State(state): State<ServerState>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
) -> Result<Json<ApplicantWire>, Problem> {
    caller.key()?;
    let id: ApplicantId = id.parse().map_err(|_| Problem::new(ErrorCode::NotFound))?;
    let applicant = state.app.applicant(id).await.map_err(|error| storage(&error))?;
    applicant.map(|applicant| Json(ApplicantWire::new(applicant))).ok_or_else(|| ErrorCode::NotFound.into())
}
