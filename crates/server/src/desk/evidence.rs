//! `/desk/api/cases/{id}/evidence/{evidence}/photo`, `/film`: made anew from what the sandbox decoded.

use axum::extract::{Path, State};
use axum::{Extension, Json};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use countersign_domain::EvidenceId;
use serde::Serialize;

use super::access::Sitting;
use crate::ServerState;
use crate::problem::{ErrorCode, Problem};

#[derive(Serialize)]
pub(super) struct PhotoWire {
    /// Base64.
    jpeg: String,
    /// Pixels of the received photo.
    width: u32,
    height: u32,
    /// What the file says of its origin, by name; a hint.
    origin: Vec<(&'static str, String)>,
}

#[derive(Serialize)]
pub(super) struct FilmWire {
    /// Base64; all frames, `columns` in a row.
    sheet: String,
    /// Base64.
    #[serde(skip_serializing_if = "Option::is_none")]
    wav: Option<String>,
    columns: u32,
    frames: usize,
    width: u32,
    height: u32,
    frame_rate: f64,
    duration_s: f64,
    origin: Vec<(&'static str, String)>,
}

fn evidence_id(text: &str) -> Result<EvidenceId, Problem> {
    text.parse().map_err(|_| ErrorCode::NotFound.into())
}

pub(super) async fn photo(
    State(state): State<ServerState>,
    Extension(sitting): Extension<Sitting>,
    Path((id, evidence)): Path<(String, String)>,
) -> Result<Json<PhotoWire>, Problem> {
    let shown = state.app.show_photo(&sitting.person, super::id(&id)?, evidence_id(&evidence)?).await;
    let shown = shown.map_err(|error| super::problem(&error))?;
    let said = shown.metadata;
    let mut origin = Vec::new();
    for (name, value) in
        [("make", said.make), ("model", said.model), ("software", said.software), ("taken_at", said.taken_at)]
    {
        origin.extend(value.map(|value| (name, value)));
    }
    for (name, there) in [("exif", said.has_exif), ("c2pa", said.has_c2pa), ("position", said.has_position)] {
        origin.push((name, if there { "yes" } else { "no" }.to_owned()));
    }
    Ok(Json(PhotoWire { jpeg: STANDARD.encode(&shown.jpeg), width: shown.size.0, height: shown.size.1, origin }))
}

pub(super) async fn film(
    State(state): State<ServerState>,
    Extension(sitting): Extension<Sitting>,
    Path((id, evidence)): Path<(String, String)>,
) -> Result<Json<FilmWire>, Problem> {
    let shown = state.app.show_film(&sitting.person, super::id(&id)?, evidence_id(&evidence)?).await;
    let shown = shown.map_err(|error| super::problem(&error))?;
    let facts = shown.facts;
    let origin = vec![
        ("container", facts.container),
        ("video_codec", facts.video_codec),
        ("audio_codec", facts.audio_codec),
        ("picture", format!("{} × {}", facts.width, facts.height)),
        ("frame_rate", format!("{:.1}", facts.frame_rate)),
        ("audio_rate", facts.audio_rate.to_string()),
    ];
    Ok(Json(FilmWire {
        sheet: STANDARD.encode(&shown.sheet),
        wav: shown.sound.map(|sound| STANDARD.encode(&sound)),
        columns: shown.columns,
        frames: shown.frames,
        width: shown.size.0,
        height: shown.size.1,
        frame_rate: shown.frame_rate,
        duration_s: shown.duration_s,
        origin,
    }))
}

#[derive(Serialize)]
pub(super) struct MarkWire {
    kind: &'static str,
    /// Shares of width and height.
    corners: [(f64, f64); 4],
}

pub(super) async fn marks(
    State(state): State<ServerState>,
    Extension(sitting): Extension<Sitting>,
    Path((id, evidence)): Path<(String, String)>,
) -> Result<Json<Vec<MarkWire>>, Problem> {
    let found = state.app.show_marks(&sitting.person, super::id(&id)?, evidence_id(&evidence)?).await;
    let found = found.map_err(|error| super::problem(&error))?;
    Ok(Json(found.into_iter().map(|mark| MarkWire { kind: mark.kind, corners: mark.corners }).collect()))
}

#[derive(Serialize)]
pub(super) struct MomentWire {
    at_s: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    face: Option<[f64; 4]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mouth: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    distance: Option<f64>,
}

pub(super) async fn moments(
    State(state): State<ServerState>,
    Extension(sitting): Extension<Sitting>,
    Path((id, evidence)): Path<(String, String)>,
) -> Result<Json<Vec<MomentWire>>, Problem> {
    let found = state.app.show_moments(&sitting.person, super::id(&id)?, evidence_id(&evidence)?).await;
    let found = found.map_err(|error| super::problem(&error))?;
    let wire = found.into_iter().map(|moment| MomentWire {
        at_s: moment.at_s,
        face: moment.face,
        mouth: moment.mouth,
        distance: moment.distance,
    });
    Ok(Json(wire.collect()))
}
