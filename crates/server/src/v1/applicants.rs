//! `/v1/applicants`

pub mod create;
pub mod get;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::ServerState;

pub(crate) fn router() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new().routes(routes!(create::handler)).routes(routes!(get::handler))
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
