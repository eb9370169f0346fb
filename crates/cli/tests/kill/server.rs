//! The real binary on a folder of its own, started, killed and started again.

use std::fs::OpenOptions;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde_json::Value;

use crate::http::{Answer, Body, send};

/// A running server. Dropping it kills it, like everything else here.
pub struct Server {
    child: Child,
    pub address: String,
}

impl Server {
    /// Starts on a free port and waits until it listens.
    pub fn start(folder: &Path, more: &[&str]) -> Self {
        let log = OpenOptions::new().create(true).append(true).open(folder.join("server.log")).expect("a log");
        let mut child = Command::new(env!("CARGO_BIN_EXE_countersign"))
            .env("COUNTERSIGN_HOME", concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
            .args(["serve", "--demo", "--listen", "127.0.0.1:0", "--data-dir"])
            .arg(folder.join("data"))
            .args(more)
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .expect("the binary starts");
        let mut line = String::new();
        BufReader::new(child.stdout.take().expect("piped")).read_line(&mut line).expect("its first line");
        let Some(address) = line.trim().strip_prefix("listening on http://").map(str::to_owned) else {
            let log = std::fs::read_to_string(folder.join("server.log")).unwrap_or_default();
            panic!("the server does not listen: {line}{log}");
        };
        Self { child, address }
    }

    /// SIGKILL: nothing is finished, flushed or told.
    pub fn kill(mut self) {
        self.end();
    }

    fn end(&mut self) {
        // Fails only when it has ended already, which `wait` then tells.
        self.child.kill().ok();
        self.child.wait().expect("it ends");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.end();
    }
}

/// An applicant's session, whichever server answers for it.
pub struct Applicant {
    pub session: String,
    pub token: String,
}

impl Applicant {
    pub fn new(server: &Server) -> Self {
        let made = send(&server.address, "POST", "/v1/demo/sessions", "", "start", &Body::Nothing).expect("an answer");
        assert_eq!(made.status, 201, "{made:?}");
        Self { session: text(&made.json["session_id"]), token: text(&made.json["token"]) }
    }

    /// A POST below the session; each is sent under an idempotency key of its own.
    pub fn post(&self, address: &str, path: &str, key: &str, body: &Body) -> Option<Answer> {
        send(address, "POST", &format!("/v1/sessions/{}/{path}", self.session), &self.token, key, body)
    }

    /// A POST that must be answered with `status`.
    pub fn done(&self, server: &Server, path: &str, key: &str, body: &Body, status: u16) -> Value {
        let answer = self.post(&server.address, path, key, body).expect("an answer");
        assert_eq!(answer.status, status, "{path}: {answer:?}");
        answer.json
    }

    /// The session as its applicant sees it.
    pub fn seen(&self, server: &Server) -> Value {
        let path = format!("/v1/sessions/{}", self.session);
        let answer = send(&server.address, "GET", &path, &self.token, "", &Body::Nothing).expect("an answer");
        assert_eq!(answer.status, 200, "{answer:?}");
        answer.json
    }

    /// The state of a step.
    pub fn step(&self, server: &Server, name: &str) -> String {
        let session = self.seen(server);
        let steps = session["steps"].as_array().expect("steps");
        text(&steps.iter().find(|step| step["step"] == name).expect("the step")["state"])
    }
}

pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("text, not {value}")).to_owned()
}
