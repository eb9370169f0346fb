//! Requests to the app and what it answers. Every answer is proved to keep the promises that hold for all of them.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, header};
use countersign_server::problem::ErrorCode;
use serde_json::Value;
use tower::ServiceExt as _;

/// A request in the making.
#[derive(Clone, Debug)]
pub struct Call {
    router: Router,
    method: Method,
    path: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    proved: bool,
}

/// An answer.
#[derive(Clone, Debug)]
pub struct Answer {
    /// HTTP status.
    pub status: u16,
    /// Headers.
    pub headers: HeaderMap,
    /// Body.
    pub bytes: Vec<u8>,
}

impl Call {
    pub(crate) fn new(router: Router, method: Method, path: &str, idempotency_key: Option<String>) -> Self {
        let headers = idempotency_key.map(|key| ("idempotency-key".to_owned(), key)).into_iter().collect();
        Self { router, method, path: path.to_owned(), headers, body: vec![], proved: true }
    }

    /// Sets a header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.retain(|(known, _)| known != name);
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Leaves a header out.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(known, _)| known != name);
        self
    }

    /// Authenticates with a key or session token.
    #[must_use]
    pub fn with(self, secret: &str) -> Self {
        self.header("authorization", &format!("Bearer {secret}"))
    }

    /// Names the request for repetition; without this every call has a key of its own.
    #[must_use]
    pub fn named(self, idempotency_key: &str) -> Self {
        self.header("idempotency-key", idempotency_key)
    }

    /// Leaves the proof of the promises out, for a test that looks at them itself.
    #[must_use]
    pub fn unproved(mut self) -> Self {
        self.proved = false;
        self
    }

    /// A JSON body.
    #[must_use]
    pub fn json(self, value: &Value) -> Self {
        self.bytes("application/json", value.to_string().into_bytes())
    }

    /// Any body.
    #[must_use]
    pub fn bytes(mut self, content_type: &str, body: Vec<u8>) -> Self {
        self.body = body;
        self.header("content-type", content_type)
    }

    /// Sends the request.
    pub async fn send(self) -> Answer {
        let mut request = Request::builder().method(self.method).uri(&self.path);
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        let request = request.body(Body::from(self.body)).unwrap_or_else(|error| panic!("the request: {error}"));
        let response = self.router.oneshot(request).await.unwrap_or_else(|never| match never {});
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap_or_else(|error| panic!("the answer's body: {error}"));
        let answer = Answer { status: parts.status.as_u16(), headers: parts.headers, bytes: bytes.into() };
        if self.proved {
            answer.prove_promises(&self.path);
        }
        answer
    }
}

/// Whether an address belongs to an interface and not to a page.
fn is_interface(path: &str) -> bool {
    path.starts_with("/v1") || path.starts_with("/desk/api")
}

impl Answer {
    /// One header's text; empty when absent.
    pub fn header(&self, name: impl AsRef<str>) -> &str {
        self.headers.get(name.as_ref()).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// The body as JSON; `null` for an empty one.
    #[track_caller]
    pub fn json(&self) -> Value {
        if self.bytes.is_empty() {
            return Value::Null;
        }
        serde_json::from_slice(&self.bytes).unwrap_or_else(|error| panic!("no JSON ({error}): {}", self.text()))
    }

    /// Proves the status and gives the body.
    #[track_caller]
    pub fn expect(self, status: u16) -> Value {
        assert_eq!(self.status, status, "{}", self.text());
        self.json()
    }

    /// Proves a problem by its code and gives it.
    #[track_caller]
    pub fn problem(self, code: ErrorCode) -> Value {
        let problem = self.json();
        assert_eq!(problem["code"], code.code(), "{problem}");
        assert_eq!(self.status, code.status().as_u16(), "{problem}");
        problem
    }

    /// What holds for every answer: security headers, no caching of what is not an asset, and problems as RFC 9457 has them.
    #[track_caller]
    fn prove_promises(&self, path: &str) {
        let policy = self.header(header::CONTENT_SECURITY_POLICY);
        assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{path}: {policy}");
        assert!(!policy.contains("unsafe"), "{path}: {policy}");
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
        ] {
            assert_eq!(self.header(name), value, "{path}: {name}");
        }
        if is_interface(path) {
            assert_eq!(self.header("cache-control"), "no-store", "{path}");
        }
        if is_interface(path) && self.status >= 400 {
            assert_eq!(
                self.header("content-type"),
                "application/problem+json",
                "{path}: {} {}",
                self.status,
                self.text()
            );
            let problem = self.json();
            let known = ErrorCode::ALL.iter().find(|code| problem["code"] == code.code());
            let known = known.unwrap_or_else(|| panic!("{path}: a code that is not on the list: {problem}"));
            assert_eq!(
                (self.status, &problem["status"]),
                (known.status().as_u16(), &Value::from(self.status)),
                "{path}"
            );
            assert_eq!(problem["type"], format!("urn:countersign:problem:{}", known.code()), "{path}");
            assert_eq!(problem["title"], known.title(), "{path}");
        }
    }
}
