//! `POST /v1/sessions/{id}/evidence/{kind}`

use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::{Extension, Json};
use countersign_domain::EvidenceKind;
use countersign_workflow::capture::{CaptureError, Upload};
use serde::Serialize;
use utoipa::ToSchema;

use crate::ServerState;
use crate::access::{Caller, Wanted};
use crate::problem::{ErrorCode, Problem};
use crate::v1::wire::ReasonWire;
use crate::v1::{errors, sessions};

/// Accepted evidence.
#[derive(Debug, Serialize, ToSchema)]
pub struct EvidenceWire {
    evidence_id: String,
    kind: &'static str,
    /// SHA-256 of the received bytes, hex.
    sha256: String,
    bytes: u64,
    /// The sniffed media type.
    media_type: String,
}

/// Takes a photo or the video. When this answers 201, the file outlives a crash.
#[utoipa::path(
    post, operation_id = "upload_evidence", path = "/v1/sessions/{id}/evidence/{kind}", tag = "evidence", security(("session_token" = [])),
    request_body(content_type = "application/octet-stream", description = "JPEG, PNG or WebP up to 10 MiB; WebM or MP4 up to 25 MiB and 15 s", content = Vec<u8>),
    params(
        ("id" = String, Path, description = "ses_…"),
        ("kind" = String, Path, description = "document_front, document_back or liveness_video"),
        ("Countersign-Challenge" = Option<String>, Header, description = "chl_…, for liveness_video"),
        ("Idempotency-Key" = String, Header, description = "1 to 200 visible characters")
    ),
    responses((status = 201, body = EvidenceWire), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn handler(
    State(state): State<ServerState>,
    Extension(caller): Extension<Caller>,
    Extension(wanted): Extension<Wanted>,
    Path((id, kind)): Path<(String, String)>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Result<(StatusCode, Json<EvidenceWire>), Problem> {
    let session = sessions::id(&id)?;
    caller.acts_as(session)?;
    let kind = EvidenceKind::from_name(&kind).ok_or_else(|| Problem::new(ErrorCode::NotFound))?;
    let challenge = match headers.get("countersign-challenge") {
        None => None,
        Some(value) => {
            let named = value.to_str().ok().and_then(|text| text.parse().ok());
            Some(named.ok_or_else(|| {
                Problem::new(ErrorCode::BadRequest).saying("Countersign-Challenge is not an id of the form chl_…")
            })?)
        }
    };
    let upload = Upload { session, kind, bytes: bytes.into(), challenge };
    match state.app.accept_upload(upload).await {
        Ok(found) => Ok((
            StatusCode::CREATED,
            Json(EvidenceWire {
                evidence_id: found.id.to_string(),
                kind: found.kind.name(),
                sha256: found.sha256.to_string(),
                bytes: found.bytes,
                media_type: found.media_type,
            }),
        )),
        Err(error) => {
            let language = sessions::language(&state, &wanted, session).await?;
            if let CaptureError::Refused(reason) = &error {
                let reason = ReasonWire::new(reason, &state.texts, &language).for_step(kind.step());
                return Err(Problem::new(ErrorCode::FileRefused).because(reason));
            }
            Err(errors::capture(&error, &state.texts, &language))
        }
    }
}
