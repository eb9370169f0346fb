//! `POST /v1/applicants/{id}/levels/{level}/session`

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::{Extension, Json};

use crate::ServerState;
use crate::access::Caller;
use crate::problem::{ErrorCode, Problem};
use crate::v1::sessions::create::CreatedSession;

/// The way into a level: the session that it stands on, with a new token (the former one opens nothing any more), or a new session.
#[utoipa::path(
    post, operation_id = "enter_level", path = "/v1/applicants/{id}/levels/{level}/session", tag = "applicants", security(("levels_token" = [])),
    params(("id" = String, Path, description = "app_…"), ("level" = u32, Path), ("Idempotency-Key" = String, Header, description = "1 to 200 visible characters")),
    responses((status = 201, body = CreatedSession), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn handler(
    State(state): State<ServerState>,
    Extension(caller): Extension<Caller>,
    Path((id, level)): Path<(String, u32)>,
) -> Result<(StatusCode, Json<CreatedSession>), Problem> {
    let id = super::id(&id)?;
    let link = match caller {
        Caller::AtLevels(link) if link.applicant == id => link,
        Caller::Key(_) => return Err(ErrorCode::Forbidden.into()),
        _ => return Err(ErrorCode::NotFound.into()),
    };
    let entered = state.app.enter_level(&link, level, &state.options.levels).await;
    let (session, token) = entered.map_err(|error| super::problem(&error))?;
    Ok((StatusCode::CREATED, Json(CreatedSession::new(&state, &session, token.expose()))))
}
