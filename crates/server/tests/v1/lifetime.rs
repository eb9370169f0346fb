//! Expiry and withdrawal.

use countersign_server::problem::ErrorCode;
use countersign_testkit::{Applicant, TestApp, files};
use jiff::SignedDuration;
use serde_json::json;

async fn all_gone(applicant: &Applicant<'_>) {
    let consent = json!({ "version": "2026-11", "language": "en" });
    for call in [
        applicant.post("/consent").json(&consent),
        applicant.post("/declaration").json(&Applicant::details("passport")),
        applicant.post("/challenge"),
        applicant.upload("document_front", files::jpeg(50)),
        applicant.post("/submit"),
    ] {
        call.send().await.problem(ErrorCode::SessionExpired);
    }
}

#[tokio::test]
async fn an_expired_session_takes_nothing_and_says_so_before_and_after_the_worker_notes_it() {
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    applicant.capture("passport").await;
    app.clock.advance(SignedDuration::from_mins(1440));
    all_gone(&applicant).await;
    assert_eq!(app.app.expire_due().await.expect("expires"), 1);
    assert_eq!(applicant.session().await["status"], "expired");
    all_gone(&applicant).await;
    assert_eq!(app.app.expire_due().await.expect("expires"), 0);
    applicant.post("/withdraw").send().await.problem(ErrorCode::StateConflict);
}

#[tokio::test]
async fn what_was_handed_in_in_time_does_not_expire() {
    let app = TestApp::start().await;
    let (handed_in, decided) = (app.applicant().await, app.applicant().await);
    decided.decided("passport").await;
    handed_in.hand_in("passport").await;
    app.clock.advance(SignedDuration::from_mins(1440));
    assert_eq!(app.app.expire_due().await.expect("expires"), 0);
    app.work().await;
    for applicant in [handed_in, decided] {
        assert_eq!(applicant.session().await["status"], "approved");
    }
}

#[tokio::test]
async fn an_applicant_or_integrator_takes_a_session_back() {
    let app = TestApp::start().await;
    let (own, ours) = (app.applicant().await, app.applicant().await);
    assert_eq!(own.post("/withdraw").send().await.expect(200)["status"], "withdrawn");
    let by_us = app.post(&ours.path("/withdraw")).with(&app.integrator).send().await;
    assert_eq!(by_us.expect(200)["status"], "withdrawn");
    own.post("/withdraw").send().await.problem(ErrorCode::StateConflict);
    let consent = json!({ "version": "2026-11", "language": "en" });
    own.post("/consent").json(&consent).send().await.problem(ErrorCode::StateConflict);
}

#[tokio::test]
async fn what_is_withdrawn_while_it_waits_is_not_decided() {
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    applicant.hand_in("passport").await;
    applicant.post("/withdraw").send().await.expect(200);
    assert_eq!(app.work().await, 1, "the job finds nothing to do");
    assert_eq!(applicant.session().await["status"], "withdrawn");
    let decision = app.get(&applicant.path("/decision")).with(&app.integrator).send().await;
    decision.problem(ErrorCode::NotDecided);
}

#[tokio::test]
async fn what_is_decided_is_not_withdrawn() {
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    applicant.decided("passport").await;
    applicant.post("/withdraw").send().await.problem(ErrorCode::StateConflict);
    assert_eq!(applicant.session().await["status"], "approved");
}
