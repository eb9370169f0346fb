//! Version 1 of the interface. Folder = path.

pub(crate) mod applicants;
pub(crate) mod demo;
pub(crate) mod errors;
pub(crate) mod evidence;
pub(crate) mod handoffs;
pub(crate) mod sessions;
pub(crate) mod tickets;
pub(crate) mod uploads;
pub mod wire;

use utoipa_axum::router::OpenApiRouter;

use crate::ServerState;

/// Every endpoint under `/v1`.
pub(crate) fn router() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new()
        .merge(applicants::router())
        .merge(sessions::router())
        .merge(evidence::router())
        .merge(uploads::router())
        .merge(handoffs::router())
        .merge(tickets::router())
        .merge(demo::router())
}
