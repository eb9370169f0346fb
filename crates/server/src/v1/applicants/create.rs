//! `POST /v1/applicants`

use axum::extract::State;
use axum::http::StatusCode;
use axum::{Extension, Json};
use serde::Deserialize;
use utoipa::ToSchema;

use super::ApplicantWire;
use crate::ServerState;
use crate::access::Caller;
use crate::problem::{ErrorCode, Problem};
use crate::v1::errors::storage;
use crate::v1::sessions::body::Body;

/// A new applicant.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewApplicant {
    /// The integrator's reference, 1 to 100 characters; a pseudonym, it is stored in the clear.
    #[serde(default)]
    external_id: Option<String>,
}

/// Makes an applicant.
#[utoipa::path(
    post, operation_id = "create_applicant", path = "/v1/applicants", tag = "applicants", request_body = NewApplicant, security(("api_key" = [])),
    params(("Idempotency-Key" = String, Header, description = "1 to 200 visible characters")),
    responses((status = 201, body = ApplicantWire), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn handler(
    State(state): State<ServerState>,
    Extension(caller): Extension<Caller>,
    Body(new): Body<NewApplicant>,
) -> Result<(StatusCode, Json<ApplicantWire>), Problem> {
    caller.key()?;
    if new.external_id.as_ref().is_some_and(|id| id.is_empty() || id.chars().count() > 100) {
        return Err(Problem::new(ErrorCode::BadRequest).saying("external_id has 1 to 100 characters"));
    }
    let applicant = state.app.create_applicant(new.external_id).await.map_err(|error| storage(&error))?;
    Ok((StatusCode::CREATED, Json(ApplicantWire::new(applicant))))
}
