//! Waiting for a person: the place in the queue, measured times, and the way back to a human after a decline.

use countersign_server::problem::ErrorCode;
use countersign_testkit::{Applicant, TestApp};
use jiff::SignedDuration;
use serde_json::{Value, json};

async fn in_review(app: &TestApp) -> Applicant<'_> {
    app.examiner.measures(|found| found.comparison.as_mut().expect("compared").fused = Some(0.6));
    let applicant = app.applicant().await;
    assert_eq!(applicant.decided("passport").await["status"], "in_review");
    applicant
}

async fn decide(app: &TestApp, of: &Applicant<'_>, outcome: &str, reason: &str) {
    let body = json!({ "outcome": outcome, "reason": reason });
    app.post(&of.path("/review")).with(&app.reviewer).json(&body).send().await.expect(201);
}

async fn service(app: &TestApp, of: &Applicant<'_>) -> Value {
    app.get(&of.path("/service")).with(&of.token).send().await.expect(200)
}

#[tokio::test]
async fn a_waiting_case_has_a_place_and_no_guess_without_measurements() {
    let app = TestApp::start().await;
    let first = in_review(&app).await;
    app.clock.advance(SignedDuration::from_secs(60));
    let second = in_review(&app).await;
    assert_eq!(first.session().await["review"], json!({ "position": 1 }));
    assert_eq!(second.session().await["review"], json!({ "position": 2 }));
    assert_eq!(service(&app, &first).await["waiting"], 2);
    decide(&app, &first, "approved", "reviewed_in_order").await;
    assert_eq!(second.session().await["review"], json!({ "position": 1 }));
    assert!(first.session().await["review"].is_null());
}

#[tokio::test]
async fn the_expected_time_comes_from_cases_that_were_decided() {
    let app = TestApp::start().await;
    for minutes in [10, 20, 30, 40, 50] {
        let applicant = in_review(&app).await;
        app.clock.advance(SignedDuration::from_mins(minutes));
        decide(&app, &applicant, "approved", "reviewed_in_order").await;
    }
    let applicant = in_review(&app).await;
    let found = service(&app, &applicant).await;
    assert_eq!(found["usual"], json!({ "half_minutes": 30, "most_minutes": 50, "cases": 5 }), "{found}");
    let session = applicant.session().await;
    let until: jiff::Timestamp = session["review"]["likely_until"].as_str().expect("told").parse().expect("a time");
    assert_eq!(until.duration_since(app.app.now()), SignedDuration::from_mins(50));
}

#[tokio::test]
async fn a_decline_can_be_put_before_a_person_once() {
    let app = TestApp::start().await;
    let applicant = in_review(&app).await;
    assert_eq!(applicant.session().await["may_appeal"], false);
    applicant.post("/appeal").send().await.problem(ErrorCode::StateConflict);
    decide(&app, &applicant, "declined", "reviewed_not_acceptable").await;
    assert_eq!(applicant.session().await["may_appeal"], true);
    let session = applicant.post("/appeal").send().await.expect(200);
    assert_eq!(session["status"], "in_review");
    assert!(session["review_due_at"].is_string());
    decide(&app, &applicant, "declined", "reviewed_not_acceptable").await;
    assert_eq!(applicant.session().await["may_appeal"], false);
    applicant.post("/appeal").send().await.problem(ErrorCode::StateConflict);
}

#[tokio::test]
async fn who_does_not_speak_is_never_refused_for_it_and_a_person_looks() {
    let app = TestApp::start().await;
    app.examiner.measures(|found| {
        let clip = found.clip.as_mut().expect("a clip");
        clip.sound.as_mut().expect("sound").silent = true;
        clip.digits.as_mut().expect("digits").matched = 0;
        clip.mouth = None;
    });
    let spoken = app.applicant().await;
    assert_eq!(spoken.decided("passport").await["status"], "resubmission_requested", "the usual way needs a voice");
    let signed = app.applicant().await;
    signed.consent().await;
    signed.post("/way").json(&json!({ "way": "without_speech" })).send().await.expect(204);
    assert_eq!(signed.session().await["way"], "without_speech");
    assert_eq!(signed.decided("passport").await["status"], "in_review");
    signed.post("/way").json(&json!({ "way": "usual" })).send().await.problem(ErrorCode::StateConflict);
}

#[tokio::test]
async fn reasons_come_in_the_language_that_is_asked_for() {
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    let session = app.get(&applicant.path("")).with(&applicant.token).header("accept-language", "xx, en;q=0.5");
    assert_eq!(session.send().await.expect(200)["status"], "created", "an unknown language is no fault");
}
