//! `POST /v1/sessions/{id}/declaration`

use axum::Extension;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use countersign_domain::DocumentType;
use countersign_workflow::capture::DeclaredDetails;
use jiff::civil::Date;

use super::body::Body;
use crate::ServerState;
use crate::access::{Caller, Wanted};
use crate::problem::{ErrorCode, Problem};
use crate::v1::errors;
use crate::v1::wire::DeclarationWire;

/// Stores legal name, birth date and chosen document.
#[utoipa::path(
    post, operation_id = "declare_details", path = "/v1/sessions/{id}/declaration", tag = "sessions", request_body = DeclarationWire, security(("session_token" = [])),
    params(("id" = String, Path, description = "ses_…"), ("Idempotency-Key" = String, Header, description = "1 to 200 visible characters")),
    responses((status = 204), (status = "4XX", body = Problem, content_type = "application/problem+json"))
)]
pub async fn handler(
    State(state): State<ServerState>,
    Extension(caller): Extension<Caller>,
    Extension(wanted): Extension<Wanted>,
    Path(id): Path<String>,
    Body(declared): Body<DeclarationWire>,
) -> Result<StatusCode, Problem> {
    let id = super::id(&id)?;
    caller.acts_as(id)?;
    let refused = |what: &str| Problem::new(ErrorCode::DetailRefused).saying(what);
    let birth_date: Date = declared
        .birth_date
        .parse()
        .map_err(|_| refused("birth_date is no day of the calendar in the form YYYY-MM-DD"))?;
    let document_type = DocumentType::from_name(&declared.document_type)
        .ok_or_else(|| refused("document_type is one of passport, id_card, driving_licence"))?;
    let details = DeclaredDetails {
        legal_name: &declared.legal_name,
        birth_date,
        document_type,
        issuing_country: &declared.issuing_country,
    };
    let language = super::language(&state, &wanted, id).await?;
    let done = state.app.declare(id, &details).await;
    done.map(|_| StatusCode::NO_CONTENT).map_err(|error| errors::capture(&error, &state.texts, &language))
}
