//! `POST /v1/sessions/{id}/uploads`

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::{Extension, Json};
use countersign_domain::EvidenceKind;
use countersign_workflow::capture::Announced;
use serde::Deserialize;
use utoipa::ToSchema;

use super::UploadWire;
use crate::ServerState;
use crate::access::{Caller, Wanted};
use crate::problem::{ErrorCode, Problem};
use crate::v1::sessions::{self, body::Body};

/// A file that is going to arrive in pieces.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnnouncedWire {
    /// `document_front`, `document_back` or `liveness_video`.
    kind: String,
    /// Its length.
    #[schema(minimum = 1)]
    bytes: u64,
    /// Its SHA-256, hex.
    sha256: String,
    /// `chl_…`, for a video.
    #[serde(default)]
    challenge_id: Option<String>,
}

/// Announces a file, or finds the same one announced before, with the byte at which to go on.
#[utoipa::path(
    post, operation_id = "announce_upload", path = "/v1/sessions/{id}/uploads", tag = "evidence", request_body = AnnouncedWire, security(("session_token" = [])),
    params(("id" = String, Path, description = "ses_…"), ("Idempotency-Key" = String, Header, description = "1 to 200 visible characters")),
    responses((status = 200, body = UploadWire), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn handler(
    State(state): State<ServerState>,
    Extension(caller): Extension<Caller>,
    Extension(wanted): Extension<Wanted>,
    Path(id): Path<String>,
    Body(new): Body<AnnouncedWire>,
) -> Result<(StatusCode, Json<UploadWire>), Problem> {
    let id = sessions::id(&id)?;
    caller.acts_as(id)?;
    let bad = |what: &str| Problem::new(ErrorCode::BadRequest).saying(what);
    let challenge = new.challenge_id.map(|text| text.parse()).transpose();
    let announced = Announced {
        kind: EvidenceKind::from_name(&new.kind).ok_or_else(|| bad("kind names no evidence"))?,
        bytes: new.bytes,
        sha256: new.sha256.parse().map_err(|_| bad("sha256 is not 64 hexadecimal characters"))?,
        challenge: challenge.map_err(|_| bad("challenge_id is not an id of the form chl_…"))?,
    };
    let language = sessions::language(&state, &wanted, id).await?;
    let (upload, offset) =
        state.app.announce_upload(id, &announced).await.map_err(|error| super::problem(&error, &state, &language))?;
    Ok((StatusCode::OK, Json(UploadWire { upload_id: upload.to_string(), offset, evidence_id: None })))
}
