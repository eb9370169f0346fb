//! As much HTTP/1.1 as the test needs, on a plain socket: one request a connection.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::Value;

/// Longer than any answer of a busy machine takes: only a server that hangs runs into it.
const PATIENCE: Duration = Duration::from_mins(1);

/// A request body and its media type.
pub enum Body<'a> {
    Nothing,
    Json(Value),
    File { bytes: &'a [u8], challenge: Option<&'a str> },
}

/// An answer that arrived whole.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub json: Value,
}

/// Sends a request; `None` when the server went away before its whole answer was there.
pub fn send(address: &str, method: &str, path: &str, token: &str, key: &str, body: &Body) -> Option<Answer> {
    let mut socket = TcpStream::connect(address).ok()?;
    socket.set_read_timeout(Some(PATIENCE)).ok()?;
    let (kind, bytes, challenge) = match body {
        Body::Nothing => (None, vec![], None),
        Body::Json(value) => (Some("application/json"), value.to_string().into_bytes(), None),
        Body::File { bytes, challenge } => (Some("application/octet-stream"), bytes.to_vec(), *challenge),
    };
    let mut head = format!(
        "{method} {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nContent-Length: {}\r\n",
        bytes.len()
    );
    let fields = [
        ("Content-Type", kind.map(str::to_owned)),
        ("Authorization", (!token.is_empty()).then(|| format!("Bearer {token}"))),
        ("Idempotency-Key", (method == "POST").then(|| key.to_owned())),
        ("Countersign-Challenge", challenge.map(str::to_owned)),
    ];
    for (name, value) in fields {
        if let Some(value) = value {
            head.extend([name, ": ", &value, "\r\n"]);
        }
    }
    socket.write_all((head + "\r\n").as_bytes()).ok()?;
    socket.write_all(&bytes).ok()?;
    let mut answer = Vec::new();
    socket.read_to_end(&mut answer).ok()?;
    parse(&answer)
}

fn parse(answer: &[u8]) -> Option<Answer> {
    let end = answer.windows(4).position(|window| window == b"\r\n\r\n")?;
    let head = std::str::from_utf8(&answer[..end]).ok()?.to_ascii_lowercase();
    let status = head.split(' ').nth(1)?.parse().ok()?;
    let body = &answer[end + 4..];
    // Half an answer is no acknowledgement; 204 has no body to tell the length of.
    let told = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    let length = if status == 204 { 0 } else { told?.trim().parse().ok()? };
    (length == body.len()).then_some(())?;
    Some(Answer { status, json: serde_json::from_slice(body).unwrap_or(Value::Null) })
}
