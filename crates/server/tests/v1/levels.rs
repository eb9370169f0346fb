//! Levels: what is granted, what is missing, and the way into a session.

use countersign_server::problem::ErrorCode;
use countersign_testkit::{Answer, Applicant, TestApp};
use jiff::SignedDuration;
use serde_json::{Value, json};

struct AtLevels<'a> {
    app: &'a TestApp,
    id: String,
    token: String,
}

fn word(found: &Value, name: &str) -> String {
    found[name].as_str().unwrap_or_else(|| panic!("no {name}: {found}")).to_owned()
}

impl<'a> AtLevels<'a> {
    async fn new(app: &'a TestApp) -> Self {
        let made = app.post("/v1/applicants").with(&app.integrator).json(&json!({})).send().await.expect(201);
        let id = word(&made, "id");
        let path = format!("/v1/applicants/{id}/links");
        let link = app.post(&path).with(&app.integrator).json(&json!({})).send().await.expect(201);
        let token = word(&link, "token");
        assert_eq!(word(&link, "url"), format!("https://verify.example/levels/{id}#{token}"));
        Self { app, id, token }
    }

    async fn ask(&self, secret: &str) -> Answer {
        self.app.get(&format!("/v1/applicants/{}/levels", self.id)).with(secret).send().await
    }

    async fn look(&self) -> Value {
        self.ask(&self.token).await.expect(200)
    }

    async fn enter(&self, level: u32) -> Answer {
        self.app.post(&format!("/v1/applicants/{}/levels/{level}/session", self.id)).with(&self.token).send().await
    }

    async fn entered(&self, level: u32) -> Applicant<'a> {
        let made = self.enter(level).await.expect(201);
        self.app.applicant_of(&word(&made, "session_id"), &word(&made, "token"))
    }
}

fn states(levels: &Value) -> Vec<String> {
    levels["levels"].as_array().expect("levels").iter().map(|level| word(level, "state")).collect()
}

#[tokio::test]
async fn level_1_is_reached_without_a_video_and_level_2_is_the_next() {
    let app = TestApp::start().await;
    let person = AtLevels::new(&app).await;
    let before = person.look().await;
    assert_eq!((&before["granted"], states(&before)), (&json!(0), vec!["not_started".into(); 2]));
    let steps = json!(["consent", "details", "document_front", "document_back"]);
    assert_eq!(before["levels"][0]["missing"], steps);
    assert_eq!(before["levels"][1]["missing"].as_array().expect("a list").len(), 5, "the video as well");
    assert_eq!(before["levels"][0]["unlocks"][2]["limit"]["amount"], 1000.0);

    let applicant = person.entered(1).await;
    assert_eq!(applicant.step("liveness").await, "not_needed");
    applicant.consent().await;
    applicant.declare("passport").await;
    let halfway = person.look().await;
    assert_eq!(states(&halfway), ["open", "not_started"]);
    assert_eq!(halfway["levels"][0]["missing"], json!(["document_front"]));
    applicant.post("/challenge").send().await.problem(ErrorCode::StepNotNeeded);
    applicant.photo("document_front", 1).await;
    applicant.submit().await;
    assert_eq!(states(&person.look().await), ["processing", "not_started"]);
    app.work().await;
    let decision = applicant.decision().await;
    let asked = decision["breakdowns"].as_array().expect("a list");
    assert!(asked.len() > 10 && asked.iter().all(|found| !word(found, "check").starts_with("liveness")), "{decision}");

    let after = person.look().await;
    assert_eq!((&after["granted"], states(&after)), (&json!(1), vec!["granted".into(), "not_started".into()]));
    assert_eq!(after["history"][0]["status"], "approved");
    person.enter(1).await.problem(ErrorCode::StateConflict);
    person.enter(3).await.problem(ErrorCode::NotFound);
}

#[tokio::test]
async fn coming_back_gives_the_same_session_and_the_former_token_ends() {
    let app = TestApp::start().await;
    let person = AtLevels::new(&app).await;
    let first = person.entered(2).await;
    let second = person.entered(2).await;
    assert_eq!(first.id, second.id);
    app.get(&first.path("")).with(&first.token).send().await.problem(ErrorCode::Unauthenticated);
    assert_eq!(second.session().await["status"], "created");
    app.clock.advance(SignedDuration::from_hours(23));
    app.app.withdraw(second.id.parse().expect("an id")).await.expect("withdrawn");
    assert_eq!(states(&person.look().await), ["not_started", "not_started"], "what is over is begun anew");
    assert_ne!(person.entered(2).await.id, first.id);
    app.clock.advance(SignedDuration::from_hours(1));
    person.ask(&person.token).await.problem(ErrorCode::Unauthenticated);
}

#[tokio::test]
async fn the_higher_level_holds_the_lower_and_nobody_else_looks() {
    let app = TestApp::start().await;
    let person = AtLevels::new(&app).await;
    let applicant = person.entered(2).await;
    assert_eq!(applicant.decided("passport").await["status"], "approved");
    let levels = person.look().await;
    assert_eq!((&levels["granted"], states(&levels)), (&json!(2), vec!["granted".into(); 2]));
    let stranger = AtLevels::new(&app).await;
    person.ask(&stranger.token).await.problem(ErrorCode::NotFound);
    person.ask(&applicant.token).await.problem(ErrorCode::NotFound);
    person.ask(&app.integrator).await.expect(200);
    app.get(&applicant.path("")).with(&person.token).send().await.problem(ErrorCode::NotFound);
}

/// Through Level 1, with a passport.
async fn granted_level_1<'a>(app: &'a TestApp, person: &AtLevels<'a>) -> Applicant<'a> {
    let first = person.entered(1).await;
    first.consent().await;
    first.declare("passport").await;
    first.photo("document_front", 1).await;
    first.submit().await;
    app.work().await;
    assert_eq!(person.look().await["granted"], 1);
    first
}

#[tokio::test]
async fn what_level_1_confirmed_is_not_asked_again_for_level_2_and_is_judged_anew() {
    let app = TestApp::start().await;
    let person = AtLevels::new(&app).await;
    let first = granted_level_1(&app, &person).await;
    assert_eq!(person.look().await["levels"][1]["missing"], json!(["consent", "liveness"]));

    let second = person.entered(2).await;
    let session = second.session().await;
    assert_eq!((word(&session, "status"), session["declaration"].is_null()), ("created".into(), false), "{session}");
    for (step, state) in [("consent", "required"), ("details", "done"), ("document_front", "done")] {
        assert_eq!(second.step(step).await, state, "{step}");
    }
    assert_eq!(second.step("liveness").await, "required");
    assert!(session["reading"].is_null(), "what was confirmed is not put before them again: {session}");
    // The copy is sealed with the second session's own key: it outlives the first.
    let mut tx = app.store().begin().await.expect("begins");
    assert!(tx.erase_session_key(first.id.parse().expect("an id")).await.expect("erased"));
    tx.commit().await.expect("kept");
    second.consent().await;
    second.video(3).await;
    second.submit().await;
    app.work().await;
    let decision = second.decision().await;
    let asked = decision["breakdowns"].as_array().expect("a list");
    assert!(asked.iter().any(|found| word(found, "check").starts_with("document")), "judged anew: {decision}");
    assert_eq!(second.session().await["status"], "approved");
    assert_eq!(person.look().await["granted"], 2);
}

#[tokio::test]
async fn what_is_long_ago_is_asked_again() {
    let app = TestApp::start().await;
    let person = AtLevels::new(&app).await;
    granted_level_1(&app, &person).await;
    app.clock.advance(SignedDuration::from_hours(24 * 31));
    let path = format!("/v1/applicants/{}/links", person.id);
    let link = app.post(&path).with(&app.integrator).json(&json!({})).send().await.expect(201);
    let again = AtLevels { app: &app, id: person.id.clone(), token: word(&link, "token") };
    assert_eq!(again.look().await["levels"][1]["missing"].as_array().expect("a list").len(), 5);
    assert_eq!(again.entered(2).await.step("details").await, "required");
}
