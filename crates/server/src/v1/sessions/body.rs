//! JSON bodies whose faults are problems that name the place and never repeat the content.

use axum::extract::{FromRequest, Request};
use axum::http::header;
use serde::de::DeserializeOwned;

use crate::problem::{ErrorCode, Problem};

/// A JSON body.
pub(crate) struct Body<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        let is_json =
            request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).is_some_and(|kind| {
                kind.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case("application/json")
            });
        if !is_json {
            return Err(
                Problem::new(ErrorCode::BadRequest).saying("the body is JSON with Content-Type: application/json")
            );
        }
        let bytes =
            axum::body::to_bytes(request.into_body(), 64 << 10).await.map_err(|_| Problem::new(ErrorCode::TooLarge))?;
        serde_json::from_slice(&bytes).map(Body).map_err(|error| {
            // serde's own message may repeat a value: only its place and its kind are told.
            let kind =
                if error.is_data() { "a field is missing, unknown or of another type" } else { "the JSON is broken" };
            Problem::new(ErrorCode::BadRequest).saying(format!(
                "{kind}, at line {} column {}",
                error.line(),
                error.column()
            ))
        })
    }
}
