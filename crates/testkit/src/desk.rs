//! People of the desk, signed in.

use countersign_workflow::desk::people::Enrolment;
use countersign_workflow::stored::DeskRole;
use serde_json::{Value, json};
use totp_rs::{Builder, Secret};

use crate::app::TestApp;
use crate::call::Call;

/// Someone at the desk.
pub struct AtDesk<'a> {
    /// Their cookie.
    pub cookie: String,
    app: &'a TestApp,
}

/// The code that a person's generator shows at the app's time.
pub fn code(app: &TestApp, enrolment: &Enrolment) -> String {
    let totp = Builder::new().with_secret(Secret::new(enrolment.person.totp.as_slice().into())).build_noncompliant();
    totp.generate(app.app.now().as_second().unsigned_abs()).to_string()
}

impl TestApp {
    /// Adds a person.
    pub async fn person(&self, name: &str, role: DeskRole) -> Enrolment {
        self.app.add_person(name, role).await.unwrap_or_else(|error| panic!("a person: {error}"))
    }

    /// The request that signs in.
    pub fn sign_in(&self, name: &str, password: &str, code: &str) -> Call {
        let body = json!({ "name": name, "password": password, "code": code });
        self.post("/desk/api/sign-in").header("countersign-desk", "1").json(&body)
    }

    /// Adds a person and signs them in.
    pub async fn at_desk(&self, name: &str, role: DeskRole) -> AtDesk<'_> {
        let enrolment = self.person(name, role).await;
        let answer = self.sign_in(name, &enrolment.password, &code(self, &enrolment)).send().await;
        let cookie = answer.header("set-cookie").split(';').next().unwrap_or_default().to_owned();
        answer.expect(200);
        AtDesk { cookie, app: self }
    }
}

impl AtDesk<'_> {
    /// A GET below `/desk/api`.
    pub fn get(&self, path: &str) -> Call {
        self.app.get(&format!("/desk/api{path}")).header("cookie", &self.cookie)
    }

    /// A POST below `/desk/api`.
    pub fn post(&self, path: &str, body: &Value) -> Call {
        let call = self.app.post(&format!("/desk/api{path}")).header("cookie", &self.cookie);
        call.header("countersign-desk", "1").json(body)
    }

    /// Takes a case in hand and gives it.
    pub async fn open(&self, session: &str) -> Value {
        self.post(&format!("/cases/{session}/hold"), &json!({})).send().await.expect(200);
        self.get(&format!("/cases/{session}")).send().await.expect(200)
    }

    /// The body of a decision on a case as it was opened.
    pub fn ruling(case: &Value, outcome: &str, reason: &str) -> Value {
        let after = case["decisions"].as_array().and_then(|list| list.last()).map(|last| last["id"].clone());
        json!({ "after": after, "outcome": outcome, "reason": reason, "note": "looked at both" })
    }
}
