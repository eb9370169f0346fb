//! `POST /v1/sessions`

use axum::extract::State;
use axum::http::StatusCode;
use axum::{Extension, Json};
use countersign_domain::Session;
use countersign_workflow::sessions::NewSession;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::body::Body;
use crate::ServerState;
use crate::access::Caller;
use crate::problem::{ErrorCode, Problem};
use crate::v1::errors;

/// A new session.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewSessionWire {
    /// Whose; a new applicant when absent.
    #[serde(default)]
    applicant_id: Option<String>,
    /// Name of the policy.
    #[serde(default = "level_2")]
    #[schema(default = "level-2")]
    policy: String,
    /// Language of the journey (BCP 47).
    #[serde(default = "english")]
    #[schema(default = "en")]
    language: String,
    /// The integrator's reference, at most 100 characters; a pseudonym, it is stored in the clear.
    #[serde(default)]
    external_ref: Option<String>,
    /// Where the applicant is told by mail that something changed; kept under the session's key.
    #[serde(default)]
    email: Option<String>,
}

fn level_2() -> String {
    "level-2".into()
}

fn english() -> String {
    "en".into()
}

/// A session and what opens it.
#[derive(Debug, Serialize, ToSchema)]
pub struct CreatedSession {
    pub(crate) session_id: String,
    pub(crate) applicant_id: String,
    /// Opens this session for its applicant; shown once.
    pub(crate) token: String,
    /// The link for the applicant.
    pub(crate) url: String,
    pub(crate) expires_at: String,
}

/// Makes a session.
#[utoipa::path(
    post, operation_id = "create_session", path = "/v1/sessions", tag = "sessions", request_body = NewSessionWire, security(("api_key" = [])),
    params(("Idempotency-Key" = String, Header, description = "1 to 200 visible characters")),
    responses((status = 201, body = CreatedSession), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn handler(
    State(state): State<ServerState>,
    Extension(caller): Extension<Caller>,
    Body(new): Body<NewSessionWire>,
) -> Result<(StatusCode, Json<CreatedSession>), Problem> {
    caller.key()?;
    let applicant =
        match new.applicant_id {
            Some(id) => Some(id.parse().map_err(|_| {
                Problem::new(ErrorCode::BadRequest).saying("applicant_id is not an id of the form app_…")
            })?),
            None => None,
        };
    if new.external_ref.as_ref().is_some_and(|text| text.chars().count() > 100) || !is_language(&new.language) {
        return Err(Problem::new(ErrorCode::BadRequest)
            .saying("external_ref has at most 100 characters, language is a BCP 47 tag"));
    }
    let mail = new.email.as_deref().map(|text| super::mail::address(&state, text)).transpose()?;
    let (policy, language, external_ref) = (new.policy, new.language, new.external_ref);
    let new = NewSession { applicant, policy, language, external_ref, mail };
    created(&state, &new).await
}

pub(crate) async fn created(
    state: &ServerState,
    new: &NewSession,
) -> Result<(StatusCode, Json<CreatedSession>), Problem> {
    let (session, token) = state.app.create_session(new).await.map_err(|error| errors::session(&error))?;
    Ok((StatusCode::CREATED, Json(CreatedSession::new(state, &session, token.expose()))))
}

impl CreatedSession {
    pub(crate) fn new(state: &ServerState, session: &Session, token: &str) -> Self {
        Self {
            session_id: session.id.to_string(),
            applicant_id: session.applicant.to_string(),
            url: state.link(session.id, token),
            token: token.to_owned(),
            expires_at: session.expires_at.to_string(),
        }
    }
}

pub(crate) fn is_language(tag: &str) -> bool {
    (2..=35).contains(&tag.len()) && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}
