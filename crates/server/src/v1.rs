//! Version 1 of the interface. Folder = path.

pub mod applicants;
pub mod demo;
pub(crate) mod errors;
pub mod evidence;
pub mod sessions;
pub mod wire;

use utoipa_axum::router::OpenApiRouter;

use crate::ServerState;

/// Every endpoint under `/v1`.
pub(crate) fn router() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new()
        .merge(applicants::router())
        .merge(sessions::router())
        .merge(evidence::router())
        .merge(demo::router())
}
