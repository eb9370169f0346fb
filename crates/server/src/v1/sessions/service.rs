//! `GET /v1/sessions/{id}/service`

use axum::extract::{Path, State};
use axum::{Extension, Json};
use countersign_workflow::queue::Usual;
use serde::Serialize;
use utoipa::ToSchema;

use crate::ServerState;
use crate::access::Caller;
use crate::problem::Problem;
use crate::v1::errors;

/// How long cases waited for a person, measured.
#[derive(Debug, Serialize, ToSchema)]
pub struct UsualWire {
    /// Half of them no longer than so many minutes.
    half_minutes: u32,
    /// Nine in ten no longer than so many minutes.
    most_minutes: u32,
    /// From so many cases.
    cases: u32,
}

/// The same for one hour of the day.
#[derive(Debug, Serialize, ToSchema)]
pub struct HourWire {
    /// UTC, 0 to 23, in which the cases began to wait.
    hour_utc: u8,
    /// As measured.
    usual: UsualWire,
}

/// What somebody can know before they start.
#[derive(Debug, Serialize, ToSchema)]
pub struct ServiceWire {
    /// Cases that wait for a person now.
    waiting: u32,
    /// Of the last weeks; absent while there are too few to say.
    #[serde(skip_serializing_if = "Option::is_none")]
    usual: Option<UsualWire>,
    /// Hours with enough cases to say.
    by_hour: Vec<HourWire>,
}

impl From<Usual> for UsualWire {
    fn from(usual: Usual) -> Self {
        Self { half_minutes: usual.half, most_minutes: usual.most, cases: usual.cases }
    }
}

/// How many cases wait for a person now, and how long that usually takes. Most sessions never wait.
#[utoipa::path(
    get, operation_id = "get_service", path = "/v1/sessions/{id}/service", tag = "sessions", security(("api_key" = []), ("session_token" = [])),
    params(("id" = String, Path, description = "ses_…")),
    responses((status = 200, body = ServiceWire), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn handler(
    State(state): State<ServerState>,
    Extension(caller): Extension<Caller>,
    Path(id): Path<String>,
) -> Result<Json<ServiceWire>, Problem> {
    caller.may_use(super::id(&id)?)?;
    let found = state.app.service().await.map_err(|error| errors::storage(&error))?;
    let by_hour = found.by_hour.into_iter().map(|(hour_utc, usual)| HourWire { hour_utc, usual: usual.into() });
    Ok(Json(ServiceWire {
        waiting: found.waiting,
        usual: found.usual.map(UsualWire::from),
        by_hour: by_hour.collect(),
    }))
}
