//! `/v1/sessions`

pub mod appeal;
pub(crate) mod body;
pub mod challenge;
pub mod consent;
pub mod create;
pub mod decision;
pub mod declaration;
pub mod events;
pub mod get;
pub mod hints;
pub mod look;
pub mod mail;
pub mod review;
pub mod service;
pub mod submit;
pub mod way;
pub mod withdraw;

use countersign_domain::SessionId;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::ServerState;
use crate::access::{Caller, Wanted};
use crate::problem::{ErrorCode, Problem};
use crate::v1::errors;
use crate::v1::wire::SessionWire;

pub(crate) fn router() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new()
        .routes(routes!(create::handler))
        .routes(routes!(get::handler))
        .routes(routes!(events::handler))
        .routes(routes!(consent::handler))
        .routes(routes!(declaration::handler))
        .routes(routes!(challenge::handler))
        .routes(routes!(submit::handler))
        .routes(routes!(withdraw::handler))
        .routes(routes!(decision::handler))
        .routes(routes!(review::handler))
        .routes(routes!(look::handler))
        .routes(routes!(appeal::handler))
        .routes(routes!(way::handler))
        .routes(routes!(hints::handler))
        .routes(routes!(mail::handler))
        .routes(routes!(service::handler))
}

/// A session id of the path; what is no id is not found.
pub(crate) fn id(text: &str) -> Result<SessionId, Problem> {
    text.parse().map_err(|_| ErrorCode::NotFound.into())
}

/// The session as this caller may see it.
pub(crate) async fn shown(
    state: &ServerState,
    caller: &Caller,
    wanted: &Wanted,
    id: SessionId,
) -> Result<SessionWire, Problem> {
    let view = state.app.view(id).await.map_err(|error| errors::session(&error))?;
    let language = language(state, wanted, id).await?;
    let wire = SessionWire::new(&view, &state.texts, &language, matches!(caller, Caller::Applicant(_)));
    if caller.acts_as(id).is_err() {
        return Ok(wire);
    }
    let differences = state.app.differences(id).await.map_err(|error| errors::session(&error))?;
    Ok(wire.telling(&differences))
}

/// The language of a session's texts: the one that is asked for where there are texts in it, else the session's own.
pub(crate) async fn language(state: &ServerState, wanted: &Wanted, id: SessionId) -> Result<String, Problem> {
    if let Some(known) = wanted.0.iter().find(|tag| state.texts.speaks(tag)) {
        return Ok(known.clone());
    }
    state.app.language(id).await.map_err(|error| errors::storage(&error))
}
