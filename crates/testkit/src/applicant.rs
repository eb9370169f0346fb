//! An applicant with a session, who does the journey step by step.

use serde_json::{Value, json};

use crate::app::TestApp;
use crate::call::Call;
use crate::files;

/// An applicant and the session that their token opens.
pub struct Applicant<'a> {
    /// `ses_…`
    pub id: String,
    /// The session token.
    pub token: String,
    app: &'a TestApp,
}

/// What [`Applicant::declare`] declares.
pub const NAME: &str = "Anna Maria Eriksson";

impl<'a> Applicant<'a> {
    pub(crate) async fn new(app: &'a TestApp) -> Self {
        let made = app.post("/v1/sessions").with(&app.integrator).json(&json!({})).send().await.expect(201);
        let word = |name: &str| made[name].as_str().unwrap_or_else(|| panic!("no {name}: {made}")).to_owned();
        Self { id: word("session_id"), token: word("token"), app }
    }

    pub(crate) fn of(app: &'a TestApp, id: &str, token: &str) -> Self {
        Self { id: id.to_owned(), token: token.to_owned(), app }
    }

    /// The path of something in this session.
    pub fn path(&self, rest: &str) -> String {
        format!("/v1/sessions/{}{rest}", self.id)
    }

    /// A POST of this applicant, for example to `/consent`.
    pub fn post(&self, rest: &str) -> Call {
        self.app.post(&self.path(rest)).with(&self.token)
    }

    /// The session as the applicant sees it.
    pub async fn session(&self) -> Value {
        self.app.get(&self.path("")).with(&self.token).send().await.expect(200)
    }

    /// The state of one step, for example `required`.
    pub async fn step(&self, name: &str) -> String {
        let session = self.session().await;
        let steps = session["steps"].as_array().cloned().unwrap_or_default();
        let step = steps.iter().find(|step| step["step"] == name).unwrap_or_else(|| panic!("no {name}: {session}"));
        step["state"].as_str().unwrap_or_default().to_owned()
    }

    /// The last decision, as the integrator reads it.
    pub async fn decision(&self) -> Value {
        self.app.get(&self.path("/decision")).with(&self.app.integrator).send().await.expect(200)
    }

    /// Agrees.
    pub async fn consent(&self) {
        self.post("/consent").json(&json!({ "version": "2026-11", "language": "en" })).send().await.expect(204);
    }

    /// The body of a declaration in order.
    pub fn details(document: &str) -> Value {
        json!({ "legal_name": NAME, "birth_date": "1974-08-12", "document_type": document, "issuing_country": "UTO" })
    }

    /// Declares details in order, for `passport`, `id_card` or `driving_licence`.
    pub async fn declare(&self, document: &str) {
        self.post("/declaration").json(&Self::details(document)).send().await.expect(204);
    }

    /// An upload, for example of `document_front`.
    pub fn upload(&self, kind: &str, bytes: Vec<u8>) -> Call {
        self.post(&format!("/evidence/{kind}")).bytes("application/octet-stream", bytes)
    }

    /// Uploads a photo that is taken.
    pub async fn photo(&self, kind: &str, seed: u8) -> Value {
        self.upload(kind, files::jpeg(seed)).send().await.expect(201)
    }

    /// Asks for digits.
    pub async fn challenge(&self) -> Value {
        self.post("/challenge").send().await.expect(201)
    }

    /// The upload of a video that answers a challenge.
    pub fn answer(&self, challenge: &Value, seed: u8) -> Call {
        let id = challenge["challenge_id"].as_str().unwrap_or_default();
        self.upload("liveness_video", files::webm(seed)).header("countersign-challenge", id)
    }

    /// Asks for digits and uploads a video that is taken.
    pub async fn video(&self, seed: u8) -> Value {
        let challenge = self.challenge().await;
        self.answer(&challenge, seed).send().await.expect(201)
    }

    /// Consent, details and every photo and video of a document, not handed in yet.
    pub async fn capture(&self, document: &str) {
        self.consent().await;
        self.declare(document).await;
        self.photo("document_front", 1).await;
        if document != "passport" {
            self.photo("document_back", 2).await;
        }
        self.video(3).await;
    }

    /// Hands in what is there.
    pub async fn submit(&self) -> Value {
        self.post("/submit").send().await.expect(202)
    }

    /// The whole journey up to handing in.
    pub async fn hand_in(&self, document: &str) {
        self.capture(document).await;
        self.submit().await;
    }

    /// The whole journey up to the decision; gives the session.
    pub async fn decided(&self, document: &str) -> Value {
        self.hand_in(document).await;
        self.app.work().await;
        self.session().await
    }
}
