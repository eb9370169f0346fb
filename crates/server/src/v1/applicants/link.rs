//! `POST /v1/applicants/{id}/links`

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::{Extension, Json};
use countersign_domain::ApplicantId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::ServerState;
use crate::access::Caller;
use crate::problem::{ErrorCode, Problem};
use crate::v1::sessions::body::Body;
use crate::v1::sessions::create::is_language;

/// A link to make.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewLink {
    /// Language of the sessions that are begun from it (BCP 47).
    #[serde(default = "english")]
    #[schema(default = "en")]
    language: String,
}

fn english() -> String {
    "en".into()
}

/// What opens the levels of one applicant.
#[derive(Debug, Serialize, ToSchema)]
pub struct LevelsLink {
    applicant_id: String,
    /// Opens the levels for the applicant; shown once.
    token: String,
    /// The page.
    url: String,
    expires_at: String,
}

/// Opens the page of levels for its applicant, for a day: what is granted, what is missing, and the way into a session.
#[utoipa::path(
    post, operation_id = "create_levels_link", path = "/v1/applicants/{id}/links", tag = "applicants", request_body = NewLink, security(("api_key" = [])),
    params(("id" = String, Path, description = "app_…"), ("Idempotency-Key" = String, Header, description = "1 to 200 visible characters")),
    responses((status = 201, body = LevelsLink), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn handler(
    State(state): State<ServerState>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
    Body(new): Body<NewLink>,
) -> Result<(StatusCode, Json<LevelsLink>), Problem> {
    caller.key()?;
    if !is_language(&new.language) {
        return Err(Problem::new(ErrorCode::BadRequest).saying("language is a BCP 47 tag"));
    }
    made(&state, super::id(&id)?, &new.language).await
}

pub(crate) async fn made(
    state: &ServerState,
    applicant: ApplicantId,
    language: &str,
) -> Result<(StatusCode, Json<LevelsLink>), Problem> {
    let opened = state.app.open_levels(applicant, language).await;
    let (secret, expires_at) = opened.map_err(|error| super::problem(&error))?;
    let link = LevelsLink {
        applicant_id: applicant.to_string(),
        url: state.levels_link(applicant, secret.expose()),
        token: secret.expose().to_owned(),
        expires_at: expires_at.to_string(),
    };
    Ok((StatusCode::CREATED, Json(link)))
}
