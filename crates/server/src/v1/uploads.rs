//! `/v1/sessions/{id}/uploads`: files in pieces, for lines that break.

pub mod announce;
pub mod get;
pub mod piece;

use countersign_workflow::capture::{CaptureError, PieceError};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::ServerState;
use crate::problem::{ErrorCode, Problem};
use crate::v1::errors;
use crate::v1::wire::ReasonWire;

pub(crate) fn router() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new()
        .routes(routes!(announce::handler))
        .routes(routes!(get::handler))
        .routes(routes!(piece::handler))
}

/// Where an upload in pieces stands.
#[derive(Debug, Serialize, ToSchema)]
pub struct UploadWire {
    /// `upl_…`
    upload_id: String,
    /// The next byte that is wanted.
    offset: u64,
    /// The accepted evidence, once all bytes are there.
    #[serde(skip_serializing_if = "Option::is_none")]
    evidence_id: Option<String>,
}

pub(crate) fn problem(error: &PieceError, state: &ServerState, language: &str) -> Problem {
    match error {
        PieceError::UnknownUpload => ErrorCode::NotFound.into(),
        PieceError::TooLarge(_) => Problem::new(ErrorCode::TooLarge).saying(error.to_string()),
        PieceError::TooMany | PieceError::Offset(_) => Problem::new(ErrorCode::StateConflict).saying(error.to_string()),
        PieceError::Hash => Problem::new(ErrorCode::BadRequest).saying(error.to_string()),
        PieceError::Capture(CaptureError::Refused(reason)) => {
            Problem::new(ErrorCode::FileRefused).because(ReasonWire::new(reason, &state.texts, language))
        }
        PieceError::Capture(error) => errors::capture(error, &state.texts, language),
    }
}
