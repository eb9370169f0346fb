//! `/desk/api/sign-in/passkey`, `/me/passkeys`

use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use countersign_workflow::desk::passkeys::Site;
use countersign_workflow::stored::Passkey;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::access::Sitting;
use super::sign_in::{opened, refused};
use crate::ServerState;
use crate::problem::{ErrorCode, Problem};
use crate::v1::sessions::body::Body;

/// Whether people may sign in with passkeys here.
#[derive(Serialize)]
pub(super) struct Ways {
    passkeys: bool,
}

/// A passkey as its owner sees it.
#[derive(Serialize)]
pub(super) struct PasskeyWire {
    id: String,
    label: String,
    created_at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    used_at: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NewPasskey {
    label: String,
    /// What the browser made, as its own `toJSON()` writes it.
    credential: Value,
}

impl From<Passkey> for PasskeyWire {
    fn from(passkey: Passkey) -> Self {
        Self {
            id: URL_SAFE_NO_PAD.encode(&passkey.credential),
            label: passkey.label,
            created_at: passkey.created_at.to_string(),
            used_at: passkey.used_at.map(|at| at.to_string()),
        }
    }
}

fn site(state: &ServerState) -> Result<Site, Problem> {
    Site::of(&state.options.base_url).ok_or_else(|| ErrorCode::NotFound.into())
}

/// What the library wrote for the browser goes out as it is.
fn json(text: String) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], text).into_response()
}

pub(super) async fn ways(State(state): State<ServerState>) -> Json<Ways> {
    Json(Ways { passkeys: site(&state).is_ok() })
}

pub(super) async fn begin_sign_in(State(state): State<ServerState>) -> Result<Response, Problem> {
    state.app.begin_sign_in(&site(&state)?).map(json).map_err(|error| super::problem(&error))
}

pub(super) async fn sign_in(State(state): State<ServerState>, Body(given): Body<Value>) -> Result<Response, Problem> {
    let entered = state.app.sign_in_with_passkey(&site(&state)?, &given.to_string()).await;
    let (person, secret) = entered.map_err(|error| refused(&error))?;
    opened(&state, &person, secret.expose())
}

pub(super) async fn list(
    State(state): State<ServerState>,
    Extension(sitting): Extension<Sitting>,
) -> Result<Json<Vec<PasskeyWire>>, Problem> {
    let found = state.app.passkeys(&sitting.person).await.map_err(|error| super::problem(&error))?;
    Ok(Json(found.into_iter().map(PasskeyWire::from).collect()))
}

pub(super) async fn begin(
    State(state): State<ServerState>,
    Extension(sitting): Extension<Sitting>,
) -> Result<Response, Problem> {
    let asked = state.app.begin_passkey(&site(&state)?, &sitting.person).await;
    asked.map(json).map_err(|error| super::problem(&error))
}

pub(super) async fn add(
    State(state): State<ServerState>,
    Extension(sitting): Extension<Sitting>,
    Body(given): Body<NewPasskey>,
) -> Result<StatusCode, Problem> {
    let added =
        state.app.add_passkey(&site(&state)?, &sitting.person, &given.label, &given.credential.to_string()).await;
    added.map(|()| StatusCode::CREATED).map_err(|error| super::problem(&error))
}

pub(super) async fn remove(
    State(state): State<ServerState>,
    Extension(sitting): Extension<Sitting>,
    Path(id): Path<String>,
) -> Result<StatusCode, Problem> {
    let removed = state.app.remove_passkey(&sitting.person, &id).await;
    removed.map(|()| StatusCode::NO_CONTENT).map_err(|error| super::problem(&error))
}
