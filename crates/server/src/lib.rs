//! The HTTP interface and the embedded web application.
//!
//! One endpoint, one file: the path of the file is the path of the URL. Behaviour lives in `workflow`; here requests become
//! calls and answers become JSON. Every error is an RFC 9457 problem with a code of the closed list in [`problem`].

mod access;
mod assets;
mod desk;
mod health;
mod idempotency;
pub mod problem;
mod state;
pub mod texts;
pub mod v1;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::get;
use utoipa::OpenApi;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa_axum::router::OpenApiRouter;

pub use state::{ServerOptions, ServerState};
pub use texts::Texts;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Countersign",
        description = "Identity verification: applicants, sessions, evidence, decisions. Errors are RFC 9457 problems; every POST needs an Idempotency-Key.",
        license(name = "Apache-2.0", identifier = "Apache-2.0")
    ),
    modifiers(&Security)
)]
struct Document;

struct Security;

impl utoipa::Modify for Security {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let bearer = |description: &str| {
            SecurityScheme::Http(
                HttpBuilder::new().scheme(HttpAuthScheme::Bearer).description(Some(description)).build(),
            )
        };
        let components = document.components.get_or_insert_with(Default::default);
        components.add_security_scheme("api_key", bearer("An integrator's or reviewer's key, `csk_…`"));
        components.add_security_scheme(
            "handoff_secret",
            bearer("Of a device that passed a session on (`chf_…`) or opened a hand-off (`chc_…`)"),
        );
        components.add_security_scheme(
            "levels_token",
            bearer("Of the page of levels, `cal_…`: opens its applicant's levels only"),
        );
        components
            .add_security_scheme("session_token", bearer("An applicant's token, `cst_…`: opens its own session only"));
    }
}

fn described() -> (Router<ServerState>, utoipa::openapi::OpenApi) {
    OpenApiRouter::with_openapi(Document::openapi()).merge(v1::router()).split_for_parts()
}

/// The whole interface: `/v1`, health, the OpenAPI document and the web application.
pub fn router(state: ServerState) -> Router {
    let (v1, _) = described();
    let v1 = v1
        .layer(axum::middleware::from_fn_with_state(state.clone(), idempotency::layer))
        .layer(axum::middleware::from_fn_with_state(state.clone(), access::layer));
    Router::new()
        .merge(v1)
        .nest(desk::BASE, desk::router(&state))
        .route("/health", get(health::live))
        .route("/ready", get(health::ready))
        .route("/openapi.json", get(openapi_document))
        .fallback(assets::serve)
        .layer(DefaultBodyLimit::disable())
        .layer(tower_http::catch_panic::CatchPanicLayer::custom(problem::from_panic))
        .layer(axum::middleware::from_fn(problem::only_problems))
        .layer(axum::middleware::from_fn(assets::security_headers))
        .layer(tower_http::compression::CompressionLayer::new())
        .with_state(state)
}

/// The OpenAPI 3.1 document, pretty-printed JSON.
pub fn openapi() -> Result<String, serde_json::Error> {
    described().1.to_pretty_json().map(|text| text + "\n")
}

async fn openapi_document() -> axum::Json<utoipa::openapi::OpenApi> {
    axum::Json(described().1)
}
