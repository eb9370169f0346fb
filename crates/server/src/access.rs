//! Who calls: an integrator or reviewer by key, an applicant by session token. Nothing under `/v1` is read before this is known.

use axum::extract::{Request, State};
use axum::http::{Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use countersign_domain::{ApplicantId, SessionId};
use countersign_workflow::handoff::{CLAIM_PREFIX, FOLLOW_PREFIX};
use countersign_workflow::keys::{KEY_PREFIX, TOKEN_PREFIX};
use countersign_workflow::levels::LEVELS_PREFIX;
use countersign_workflow::stored::{ApiKey, ApplicantLink, Role};

use crate::ServerState;
use crate::problem::{ErrorCode, Problem};
use crate::v1::errors::storage;

/// Who calls.
#[derive(Clone)]
pub(crate) enum Caller {
    /// A key.
    Key(ApiKey),
    /// An applicant, for this session only.
    Applicant(SessionId),
    /// The device that passed a session on, with its secret: it looks, and may take the session back.
    Follower(SessionId, String),
    /// The device that opened a hand-off, with its secret.
    Opener(String),
    /// An applicant at the page of their levels.
    AtLevels(ApplicantLink),
    /// Nobody; the demonstration endpoints only.
    Nobody,
}

impl Caller {
    /// An integrator's scope for idempotency keys.
    pub(crate) fn scope(&self) -> String {
        match self {
            Self::Key(key) => key.id.to_string(),
            Self::Applicant(session) | Self::Follower(session, _) => session.to_string(),
            Self::AtLevels(link) => link.applicant.to_string(),
            Self::Opener(_) => "opener".into(),
            Self::Nobody => "nobody".into(),
        }
    }

    /// Proves that the caller may see and act in a session. A foreign session is not told apart from one that does not exist.
    pub(crate) fn may_use(&self, session: SessionId) -> Result<(), Problem> {
        match self {
            Self::Key(_) => Ok(()),
            Self::Applicant(own) | Self::Follower(own, _) if *own == session => Ok(()),
            _ => Err(ErrorCode::NotFound.into()),
        }
    }

    /// Proves that the caller may look at an applicant's levels: an integrator, or who was given the link.
    pub(crate) fn may_see_levels(&self, applicant: ApplicantId) -> Result<(), Problem> {
        match self {
            Self::Key(_) => Ok(()),
            Self::AtLevels(link) if link.applicant == applicant => Ok(()),
            _ => Err(ErrorCode::NotFound.into()),
        }
    }

    /// Proves that an applicant acts for themselves: consent, details and evidence are not an integrator's to give.
    pub(crate) fn acts_as(&self, session: SessionId) -> Result<(), Problem> {
        match self {
            Self::Applicant(own) if *own == session => Ok(()),
            Self::Applicant(_) => Err(ErrorCode::NotFound.into()),
            _ => Err(ErrorCode::Forbidden.into()),
        }
    }

    /// The key of an integrator, reviewer or administrator.
    pub(crate) fn key(&self) -> Result<&ApiKey, Problem> {
        match self {
            Self::Key(key) => Ok(key),
            _ => Err(ErrorCode::Forbidden.into()),
        }
    }

    /// The secret of a device that opened a hand-off.
    pub(crate) fn claim(&self) -> Result<&str, Problem> {
        match self {
            Self::Opener(secret) => Ok(secret),
            _ => Err(ErrorCode::Forbidden.into()),
        }
    }

    /// The session and secret of a device that follows.
    pub(crate) fn follower(&self) -> Result<(SessionId, &str), Problem> {
        match self {
            Self::Follower(session, secret) => Ok((*session, secret)),
            _ => Err(ErrorCode::Forbidden.into()),
        }
    }

    /// The key of a reviewer or administrator.
    pub(crate) fn reviewer(&self) -> Result<&ApiKey, Problem> {
        self.key().and_then(|key| match key.role {
            Role::Reviewer | Role::Admin => Ok(key),
            Role::Integrator => Err(ErrorCode::Forbidden.into()),
        })
    }
}

/// The languages a caller asks for (`Accept-Language`), best first as they stand; their weights are not read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted(pub(crate) Vec<String>);

impl Wanted {
    fn of(request: &Request) -> Self {
        let text =
            request.headers().get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let tag = |part: &str| part.split(';').next().unwrap_or_default().trim().to_owned();
        Self(text.split(',').map(tag).filter(|tag| !tag.is_empty()).take(5).collect())
    }
}

/// Finds the caller and puts it into the request.
pub(crate) async fn layer(State(state): State<ServerState>, mut request: Request, next: Next) -> Response {
    let demo = request.uri().path().starts_with("/v1/demo");
    let open = demo || request.uri().path() == "/v1/handoffs/open";
    // The secret is copied out: a request body cannot be shared across threads, and this future must be able to move.
    let secret = bearer(&request).map(str::to_owned);
    let wanted = Wanted::of(&request);
    request.extensions_mut().insert(wanted);
    match caller(&state, secret.as_deref()).await {
        Ok(Some(caller)) => request.extensions_mut().insert(caller),
        // Switched off, nothing of a stranger's request is read or kept, not even its idempotency key.
        Ok(None) if demo && !state.options.demo && request.method() == Method::POST => {
            return Problem::new(ErrorCode::NotFound).into_response();
        }
        Ok(None) if open => request.extensions_mut().insert(Caller::Nobody),
        Ok(None) => {
            let mut response = Problem::new(ErrorCode::Unauthenticated).into_response();
            response.headers_mut().insert(header::WWW_AUTHENTICATE, header::HeaderValue::from_static("Bearer"));
            return response;
        }
        Err(problem) => return problem.into_response(),
    };
    next.run(request).await
}

pub(crate) async fn caller(state: &ServerState, secret: Option<&str>) -> Result<Option<Caller>, Problem> {
    let Some(secret) = secret else { return Ok(None) };
    if secret.starts_with(KEY_PREFIX) {
        let key = state.app.key_of(secret).await.map_err(|error| storage(&error))?;
        return Ok(key.map(Caller::Key));
    }
    if secret.starts_with(TOKEN_PREFIX) {
        let session = state.app.session_of_token(secret).await.map_err(|error| storage(&error))?;
        return Ok(session.map(|session| Caller::Applicant(session.id)));
    }
    if secret.starts_with(FOLLOW_PREFIX) {
        let session = state.app.session_of_follower(secret).await.map_err(|error| storage(&error))?;
        return Ok(session.map(|session| Caller::Follower(session, secret.to_owned())));
    }
    if secret.starts_with(LEVELS_PREFIX) {
        let link = state.app.link_of_levels(secret).await.map_err(|error| storage(&error))?;
        return Ok(link.map(Caller::AtLevels));
    }
    if secret.starts_with(CLAIM_PREFIX) {
        return Ok(Some(Caller::Opener(secret.to_owned())));
    }
    Ok(None)
}

/// The secret of an `Authorization: Bearer` header.
pub(crate) fn bearer(request: &Request) -> Option<&str> {
    request.headers().get(header::AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ").map(str::trim)
}
