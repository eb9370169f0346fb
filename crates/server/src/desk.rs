//! The desk's own interface, under `/desk/api`: what the console in `web/apps/console` asks for. It follows the console and is no part of
//! `/v1`; integrators use that.
//!
//! A person is known by a cookie that scripts cannot read and other sites cannot send. What changes something also needs a header
//! that a form of another site cannot set.

mod access;
mod case;
mod decision;
mod evidence;
mod flight;
mod hold;
mod passkeys;
mod people;
mod queue;
mod sign_in;
mod tickets;
mod wire;

use axum::Router;
use axum::http::HeaderMap;
use axum::routing::{get, post};
use countersign_domain::SessionId;
use countersign_workflow::desk::DeskError;

use crate::ServerState;
use crate::problem::{ErrorCode, Problem};
use crate::v1::errors;

/// Where it lies; also the path of its cookie, without `/api`.
pub(crate) const BASE: &str = "/desk/api";

/// Every endpoint of the desk.
pub(crate) fn router(state: &ServerState) -> Router<ServerState> {
    let open = Router::new()
        .route("/sign-in", get(passkeys::ways).post(sign_in::sign_in))
        .route("/sign-in/passkey/begin", post(passkeys::begin_sign_in))
        .route("/sign-in/passkey", post(passkeys::sign_in))
        .route("/me", get(sign_in::me));
    let known = Router::new()
        .route("/sign-out", post(sign_in::sign_out))
        .route("/me/password", post(sign_in::password))
        .route("/me/passkeys", get(passkeys::list).post(passkeys::add))
        .route("/me/passkeys/begin", post(passkeys::begin))
        .route("/me/passkeys/{id}/remove", post(passkeys::remove))
        .route("/people", get(people::list))
        .route("/queue", get(queue::list))
        .route("/catalogue", get(decision::catalogue))
        .route("/cases/{id}", get(case::get))
        .route("/cases/{id}/flight", get(flight::get))
        .route("/cases/{id}/hold", post(hold::hold))
        .route("/cases/{id}/leave", post(hold::leave))
        .route("/cases/{id}/assign", post(hold::assign))
        .route("/cases/{id}/urgent", post(hold::urge))
        .route("/cases/{id}/decision", post(decision::decide))
        .route("/cases/{id}/evidence/{evidence}/photo", get(evidence::photo))
        .route("/cases/{id}/evidence/{evidence}/film", get(evidence::film))
        .route("/cases/{id}/evidence/{evidence}/marks", get(evidence::marks))
        .route("/cases/{id}/evidence/{evidence}/moments", get(evidence::moments))
        .route("/tickets", get(tickets::list))
        .route("/tickets/{id}", get(tickets::get))
        .route("/tickets/{id}/answer", post(tickets::answer))
        .route("/tickets/{id}/urgent", post(tickets::urge))
        .route("/tickets/{id}/files/{at}", get(tickets::file))
        .layer(axum::middleware::from_fn_with_state(state.clone(), access::known));
    open.merge(known).layer(axum::middleware::from_fn(access::same_origin))
}

fn id(text: &str) -> Result<SessionId, Problem> {
    crate::v1::sessions::id(text)
}

/// The language of the reasons: the console says which it speaks.
fn language(headers: &HeaderMap) -> String {
    let said = headers.get("accept-language").and_then(|value| value.to_str().ok()).unwrap_or("en");
    said.split([',', ';']).next().unwrap_or("en").trim().chars().take(35).collect()
}

fn problem(error: &DeskError) -> Problem {
    match error {
        DeskError::NotAllowed => ErrorCode::Forbidden.into(),
        DeskError::Unknown => ErrorCode::NotFound.into(),
        DeskError::Held { by, .. } => Problem::new(ErrorCode::CaseHeld).saying(by.clone()),
        DeskError::Name | DeskError::Password | DeskError::Passkey => {
            Problem::new(ErrorCode::BadRequest).saying(error.to_string())
        }
        DeskError::Undecodable => ErrorCode::Unavailable.into(),
        DeskError::Review(error) => errors::review(error),
        DeskError::Storage(error) => errors::storage(error),
    }
}
