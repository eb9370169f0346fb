//! `GET /v1/sessions/{id}/events`

use std::convert::Infallible;
use std::time::Duration;

use axum::Extension;
use axum::extract::{Path, Request, State};
use axum::http::header;
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use countersign_domain::SessionId;
use futures_util::stream::unfold;
use serde::Serialize;
use utoipa::ToSchema;

use crate::ServerState;
use crate::access::{self, Caller};
use crate::problem::Problem;
use crate::v1::errors;
use crate::v1::wire::StepWire;

/// How often the store is looked at. Another process may have changed the session, so that no signal inside this one would do.
const LOOK_EVERY: Duration = Duration::from_millis(700);
/// After so many looks the stream ends and the reader comes again: about ten minutes, less than what proxies allow.
const LOOKS: u32 = 850;

/// What is told of a session when it changes.
#[derive(Serialize, ToSchema)]
pub struct ProgressWire {
    /// As in the session.
    status: &'static str,
    attempt: u32,
    /// Each step with its state, without reasons.
    steps: Vec<StepWire>,
    /// As in the hand-off.
    handoff: &'static str,
    /// What both screens show, once a hand-off was opened.
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<String>,
    /// Whether a second device was refused.
    second_refused: bool,
}

/// Tells of changes as server-sent events named `session`, each a whole [`ProgressWire`]; `gone` when the secret opens nothing any more. Ends with
/// the session's final state.
#[utoipa::path(
    get, operation_id = "follow_session", path = "/v1/sessions/{id}/events", tag = "sessions", security(("api_key" = []), ("session_token" = []), ("handoff_secret" = [])),
    params(("id" = String, Path, description = "ses_…")),
    responses((status = 200, body = ProgressWire, content_type = "text/event-stream"), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn handler(
    State(state): State<ServerState>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
    request: Request,
) -> Result<impl IntoResponse, Problem> {
    let id = super::id(&id)?;
    caller.may_use(id)?;
    let secret = access::bearer(&request).unwrap_or_default().to_owned();
    drop(request);
    progress(&state, id).await?;
    let follower = Follower { state, id, secret, told: String::new(), looks: 0, over: false };
    let stream = Sse::new(unfold(follower, next)).keep_alive(KeepAlive::default());
    Ok(([(header::CACHE_CONTROL, "no-store")], stream))
}

struct Follower {
    state: ServerState,
    id: SessionId,
    secret: String,
    told: String,
    looks: u32,
    over: bool,
}

/// The next change; `None` ends the stream.
async fn next(mut follower: Follower) -> Option<(Result<Event, Infallible>, Follower)> {
    while !follower.over && follower.looks < LOOKS && !follower.state.is_stopping() {
        if follower.looks > 0 {
            tokio::time::sleep(LOOK_EVERY).await;
        }
        follower.looks += 1;
        let known = access::caller(&follower.state, Some(&follower.secret)).await;
        if !known.is_ok_and(|caller| caller.is_some_and(|caller| caller.may_use(follower.id).is_ok())) {
            follower.over = true;
            return Some((Ok(Event::default().event("gone").data("{}")), follower));
        }
        let Ok((text, is_final)) = progress(&follower.state, follower.id).await else { continue };
        follower.over = is_final;
        if text != follower.told {
            follower.told.clone_from(&text);
            return Some((Ok(Event::default().event("session").data(text)), follower));
        }
    }
    None
}

async fn progress(state: &ServerState, id: SessionId) -> Result<(String, bool), Problem> {
    let mut view = state.app.view(id).await.map_err(|error| errors::session(&error))?;
    let handoff = state.app.handoff(id).await.map_err(|error| crate::v1::handoffs::problem(&error))?;
    for step in &mut view.steps {
        step.reasons.clear();
    }
    let wire = ProgressWire {
        status: view.session.state.name(),
        attempt: view.session.attempt,
        steps: view.steps.iter().map(|step| StepWire::new(step, &state.texts, "en")).collect(),
        handoff: handoff.state,
        number: handoff.number,
        second_refused: handoff.second_refused,
    };
    let text = serde_json::to_string(&wire).map_err(|_| crate::problem::ErrorCode::Internal)?;
    Ok((text, view.session.state.is_final()))
}
