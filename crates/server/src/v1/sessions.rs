//! `/v1/sessions`

pub(crate) mod body;
pub mod challenge;
pub mod consent;
pub mod create;
pub mod decision;
pub mod declaration;
pub mod get;
pub mod review;
pub mod submit;
pub mod withdraw;

use countersign_domain::SessionId;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::ServerState;
use crate::access::Caller;
use crate::problem::{ErrorCode, Problem};
use crate::v1::errors;
use crate::v1::wire::SessionWire;

pub(crate) fn router() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new()
        .routes(routes!(create::handler))
        .routes(routes!(get::handler))
        .routes(routes!(consent::handler))
        .routes(routes!(declaration::handler))
        .routes(routes!(challenge::handler))
        .routes(routes!(submit::handler))
        .routes(routes!(withdraw::handler))
        .routes(routes!(decision::handler))
        .routes(routes!(review::handler))
}

/// A session id of the path; what is no id is not found.
pub(crate) fn id(text: &str) -> Result<SessionId, Problem> {
    text.parse().map_err(|_| ErrorCode::NotFound.into())
}

/// The session as this caller may see it.
pub(crate) async fn shown(state: &ServerState, caller: &Caller, id: SessionId) -> Result<SessionWire, Problem> {
    let view = state.app.view(id).await.map_err(|error| errors::session(&error))?;
    let language = language(state, id).await?;
    let wire = SessionWire::new(&view, &state.texts, &language, matches!(caller, Caller::Applicant(_)));
    if caller.acts_as(id).is_err() {
        return Ok(wire);
    }
    let differences = state.app.differences(id).await.map_err(|error| errors::session(&error))?;
    Ok(wire.telling(&differences))
}

/// The language of a session's texts.
pub(crate) async fn language(state: &ServerState, id: SessionId) -> Result<String, Problem> {
    state.app.language(id).await.map_err(|error| errors::storage(&error))
}
