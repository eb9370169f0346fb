//! `/desk/api/cases/{id}/flight`: how face and sound of the last decision were compared, as one page or as data.

use std::sync::LazyLock;

use axum::Extension;
use axum::extract::{Path, Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use countersign_workflow::flight::STYLE;
use serde::Deserialize;
use sha2::{Digest as _, Sha256};

use super::access::Sitting;
use crate::ServerState;
use crate::problem::Problem;

/// The page shows what lies inside it and loads nothing; its one style is named by its hash.
static POLICY: LazyLock<String> = LazyLock::new(|| {
    let style = STANDARD.encode(Sha256::digest(STYLE));
    format!(
        "default-src 'none'; img-src data:; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
});

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wanted {
    pictures: Option<Pictures>,
    form: Option<Form>,
}

/// A word that is not one of these is refused: somebody who misspells it must not get the pictures and pass them on.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Pictures {
    /// Every picture is left out, so that the page can be shared.
    None,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Form {
    /// Data instead of a page.
    Json,
}

/// The look is on record before this answers.
pub(super) async fn get(
    State(state): State<ServerState>,
    Extension(sitting): Extension<Sitting>,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Problem> {
    let as_data = wanted.form.is_some();
    let pictures = !as_data && wanted.pictures.is_none();
    let record = state.app.flight_record(&sitting.person, super::id(&id)?, pictures).await;
    let record = record.map_err(|error| super::problem(&error))?;
    let (kind, body) =
        if as_data { ("application/json", record.json.to_string()) } else { ("text/html; charset=utf-8", record.html) };
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CONTENT_SECURITY_POLICY, POLICY.as_str()),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
    ];
    Ok((headers, body).into_response())
}
