//! `/desk/api/sign-in`, `/sign-out`, `/me`, `/me/password`

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use countersign_workflow::desk::May;
use countersign_workflow::desk::sign_in::SignInError;
use countersign_workflow::stored::Person;
use serde::{Deserialize, Serialize};

use super::access::{Sitting, cookie};
use crate::ServerState;
use crate::problem::{ErrorCode, Problem};
use crate::v1::errors::storage;
use crate::v1::sessions::body::Body;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SignIn {
    name: String,
    password: String,
    code: String,
}

#[derive(Serialize)]
pub(super) struct Me {
    id: String,
    name: String,
    role: &'static str,
    may_see_evidence: bool,
    may_decide: bool,
    may_answer: bool,
}

impl Me {
    fn new(person: &Person) -> Self {
        Self {
            id: person.id.to_string(),
            name: person.name.clone(),
            role: person.role.name(),
            may_see_evidence: person.role.may_see_evidence(),
            may_decide: person.role.may_decide(),
            may_answer: person.role.may_answer(),
        }
    }
}

pub(super) async fn sign_in(State(state): State<ServerState>, Body(given): Body<SignIn>) -> Result<Response, Problem> {
    if given.password.len() > 1_000 || given.name.len() > 300 {
        return Err(ErrorCode::SignInRefused.into());
    }
    let entered = state.app.sign_in(&given.name, &given.password, &given.code).await;
    let (person, secret) = entered.map_err(|error| refused(&error))?;
    opened(&state, &person, secret.expose())
}

pub(super) fn refused(error: &SignInError) -> Problem {
    match error {
        SignInError::Refused => Problem::new(ErrorCode::SignInRefused),
        SignInError::Wait { seconds } => Problem::new(ErrorCode::TooManyTries).saying(seconds.to_string()),
        SignInError::Desk(error) => super::problem(error),
    }
}

/// The answer that opens a login.
pub(super) fn opened(state: &ServerState, person: &Person, secret: &str) -> Result<Response, Problem> {
    with_cookie(state, secret, Json(Me::new(person)).into_response())
}

fn with_cookie(state: &ServerState, secret: &str, mut response: Response) -> Result<Response, Problem> {
    let value = HeaderValue::from_str(&cookie(state, secret)).map_err(|_| ErrorCode::Internal)?;
    response.headers_mut().insert(header::SET_COOKIE, value);
    Ok(response)
}

/// Who sits here; `null`: nobody, which is no fault.
pub(super) async fn me(State(state): State<ServerState>, headers: HeaderMap) -> Result<Json<Option<Me>>, Problem> {
    let sitting = super::access::sitting(&state, &headers).await?;
    Ok(Json(sitting.map(|sitting| Me::new(&sitting.person))))
}

pub(super) async fn sign_out(
    State(state): State<ServerState>,
    Extension(sitting): Extension<Sitting>,
) -> Result<Response, Problem> {
    state.app.sign_out(&sitting.person, &sitting.secret).await.map_err(|error| storage(&error))?;
    with_cookie(&state, "", StatusCode::NO_CONTENT.into_response())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NewPassword {
    old: String,
    new: String,
}

pub(super) async fn password(
    State(state): State<ServerState>,
    Extension(sitting): Extension<Sitting>,
    Body(given): Body<NewPassword>,
) -> Result<Response, Problem> {
    let changed = state.app.change_password(&sitting.person, &given.old, &given.new).await;
    changed.map_err(|error| super::problem(&error))?;
    with_cookie(&state, "", StatusCode::NO_CONTENT.into_response())
}
