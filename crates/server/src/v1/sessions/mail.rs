//! `POST /v1/sessions/{id}/mail`

use axum::extract::{Path, State};
use axum::{Extension, Json};
use countersign_workflow::mail::Address;
use serde::Deserialize;
use utoipa::ToSchema;

use super::body::Body;
use crate::ServerState;
use crate::access::{Caller, Wanted};
use crate::problem::{ErrorCode, Problem};
use crate::v1::errors::storage;
use crate::v1::wire::SessionWire;

/// Where the applicant wants to be told.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MailWire {
    /// An e-mail address; absent: not any more.
    #[serde(default)]
    email: Option<String>,
}

/// An address, where mail can be sent at all.
pub(crate) fn address(state: &ServerState, text: &str) -> Result<Address, Problem> {
    if !state.app.mails() {
        return Err(Problem::new(ErrorCode::BadRequest).saying("this server sends no mail"));
    }
    Address::parse(text).ok_or_else(|| Problem::new(ErrorCode::BadRequest).saying("email is no address"))
}

/// Keeps where the applicant wants to be told that something changed, or forgets it. The address is sealed with the session's key and goes with it.
#[utoipa::path(
    post, operation_id = "choose_mail", path = "/v1/sessions/{id}/mail", tag = "sessions", request_body = MailWire, security(("session_token" = [])),
    params(("id" = String, Path, description = "ses_…"), ("Idempotency-Key" = String, Header, description = "1 to 200 visible characters")),
    responses((status = 200, body = SessionWire), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn handler(
    State(state): State<ServerState>,
    Extension(caller): Extension<Caller>,
    Extension(wanted): Extension<Wanted>,
    Path(id): Path<String>,
    Body(given): Body<MailWire>,
) -> Result<Json<SessionWire>, Problem> {
    let id = super::id(&id)?;
    caller.acts_as(id)?;
    let to = given.email.as_deref().map(|text| address(&state, text)).transpose()?;
    let language = super::language(&state, &wanted, id).await?;
    let kept = state.app.choose_mail(id, to.as_ref(), &language).await.map_err(|error| storage(&error))?;
    if !kept {
        return Err(ErrorCode::NotFound.into());
    }
    super::shown(&state, &caller, &wanted, id).await.map(Json)
}
