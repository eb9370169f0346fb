//! `/v1/handoffs` and `/v1/sessions/{id}/handoff`: the applicant goes on with another device.

pub mod confirm;
pub mod offer;
pub mod open;
pub mod state;
pub mod take;
pub mod take_back;

use countersign_workflow::handoff::HandoffError;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::ServerState;
use crate::problem::{ErrorCode, Problem};
use crate::v1::errors;

pub(crate) fn router() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new()
        .routes(routes!(offer::handler))
        .routes(routes!(state::handler))
        .routes(routes!(confirm::handler))
        .routes(routes!(open::handler))
        .routes(routes!(take::handler))
        .routes(routes!(take_back::handler))
}

pub(crate) fn problem(error: &HandoffError) -> Problem {
    match error {
        HandoffError::Unknown => ErrorCode::NotFound.into(),
        HandoffError::Expired => ErrorCode::HandoffExpired.into(),
        HandoffError::OpenedBefore => ErrorCode::HandoffOpened.into(),
        HandoffError::NotConfirmed => ErrorCode::HandoffWaiting.into(),
        HandoffError::Denied => ErrorCode::HandoffDenied.into(),
        HandoffError::Closed | HandoffError::NotOpened => {
            Problem::new(ErrorCode::StateConflict).saying(error.to_string())
        }
        HandoffError::Storage(error) => errors::storage(error),
    }
}
