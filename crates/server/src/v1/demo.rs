//! `/v1/demo`: for trying the product out; switched off unless the operator says otherwise.

pub mod get;
pub mod levels;
pub mod sessions;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::ServerState;

pub(crate) fn router() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new()
        .routes(routes!(get::handler))
        .routes(routes!(sessions::handler))
        .routes(routes!(levels::handler))
}
