//! `/v1/applicants`

pub mod create;
pub mod enter;
pub mod get;
pub mod levels;
pub mod link;

use countersign_domain::ApplicantId;
use countersign_workflow::levels::LevelError;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::ServerState;
use crate::problem::{ErrorCode, Problem};
use crate::v1::errors;

pub(crate) fn router() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new()
        .routes(routes!(create::handler))
        .routes(routes!(get::handler))
        .routes(routes!(link::handler))
        .routes(routes!(levels::handler))
        .routes(routes!(enter::handler))
}

/// An applicant's id of the path; what is no id is not found.
pub(crate) fn id(text: &str) -> Result<ApplicantId, Problem> {
    text.parse().map_err(|_| ErrorCode::NotFound.into())
}

pub(crate) fn problem(error: &LevelError) -> Problem {
    match error {
        LevelError::Unknown => ErrorCode::NotFound.into(),
        LevelError::Granted => Problem::new(ErrorCode::StateConflict).saying("the level has been granted"),
        LevelError::Session(error) => errors::session(error),
        LevelError::Storage(error) => errors::storage(error),
    }
}

/// An applicant.
#[derive(Debug, serde::Serialize, utoipa::ToSchema)]
pub struct ApplicantWire {
    id: String,
    /// The integrator's reference.
    #[serde(skip_serializing_if = "Option::is_none")]
    external_id: Option<String>,
    created_at: String,
}

impl ApplicantWire {
    fn new(applicant: countersign_workflow::stored::Applicant) -> Self {
        Self {
            id: applicant.id.to_string(),
            external_id: applicant.external_id,
            created_at: applicant.created_at.to_string(),
        }
    }
}
