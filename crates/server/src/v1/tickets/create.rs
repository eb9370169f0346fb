//! `POST /v1/sessions/{id}/tickets`

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::{Extension, Json};
use countersign_workflow::support::NewTicket;
use serde::Deserialize;
use utoipa::ToSchema;

use super::TicketWire;
use crate::ServerState;
use crate::access::Caller;
use crate::problem::Problem;
use crate::v1::sessions;
use crate::v1::sessions::body::Body;

/// A request for help.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewTicketWire {
    /// `camera`, `photo`, `video`, `details`, `face`, `result` or `other`.
    topic: String,
    /// What is wrong, 1 to 2,000 characters.
    text: String,
    /// The step at which help is asked for.
    #[serde(default)]
    step: Option<String>,
    /// The code of the reason that was shown.
    #[serde(default)]
    reason: Option<String>,
    /// Why it is urgent: `travel`, `payment_blocked`, `vulnerable_person`.
    #[serde(default)]
    urgent: Option<String>,
    /// Browser, system and device, as shown to the person and corrected by them; at most 500 characters.
    #[serde(default)]
    device: Option<String>,
}

/// Asks for help. An urgent request puts a case that waits for a person first.
#[utoipa::path(
    post, operation_id = "create_ticket", path = "/v1/sessions/{id}/tickets", tag = "tickets", request_body = NewTicketWire, security(("session_token" = [])),
    params(("id" = String, Path, description = "ses_…"), ("Idempotency-Key" = String, Header, description = "1 to 200 visible characters")),
    responses((status = 201, body = TicketWire), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn handler(
    State(state): State<ServerState>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
    Body(new): Body<NewTicketWire>,
) -> Result<(StatusCode, Json<TicketWire>), Problem> {
    let id = sessions::id(&id)?;
    caller.acts_as(id)?;
    let new = NewTicket {
        topic: new.topic,
        step: new.step,
        reason: new.reason,
        urgent: new.urgent,
        device: new.device,
        text: new.text,
    };
    let made = state.app.ask_for_help(id, new).await.map_err(|error| super::problem(&error, &state.texts, "en"))?;
    Ok((StatusCode::CREATED, Json(TicketWire::new(&made))))
}
