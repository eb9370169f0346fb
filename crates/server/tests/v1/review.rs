//! A person decides.

use countersign_server::problem::ErrorCode;
use countersign_testkit::{Answer, Applicant, TestApp};
use serde_json::{Value, json};

async fn in_review(app: &TestApp) -> Applicant<'_> {
    app.examiner.measures(|found| found.comparison.as_mut().expect("compared").fused = Some(0.6));
    let applicant = app.applicant().await;
    let session = applicant.decided("passport").await;
    assert_eq!(session["status"], "in_review");
    assert!(session["review_due_at"].is_string(), "{session}");
    applicant
}

async fn review(app: &TestApp, of: &Applicant<'_>, secret: &str, body: Value) -> Answer {
    app.post(&of.path("/review")).with(secret).json(&body).send().await
}

#[tokio::test]
async fn a_reviewer_decides_and_an_integrator_may_not() {
    let app = TestApp::start().await;
    let applicant = in_review(&app).await;
    let approve = json!({ "outcome": "approved", "reason": "reviewed_in_order", "note": "same scar on the chin" });
    review(&app, &applicant, &app.integrator, approve.clone()).await.problem(ErrorCode::Forbidden);
    assert_eq!(applicant.session().await["status"], "in_review");
    let decision = review(&app, &applicant, &app.reviewer, approve).await.expect(201);
    assert_eq!((&decision["decided_by"], &decision["outcome"]), (&json!("reviewer"), &json!("approved")));
    let told = applicant.session().await;
    assert_eq!(told["status"], "approved");
    assert!(!told.to_string().contains("scar"), "the note is for reviewers: {told}");
}

#[tokio::test]
async fn a_reviewers_decision_stands_until_another_reviewers() {
    let app = TestApp::start().await;
    let applicant = in_review(&app).await;
    let id = applicant.id.parse().expect("an id");
    let decline = json!({ "outcome": "declined", "reason": "reviewed_not_acceptable" });
    review(&app, &applicant, &app.reviewer, decline).await.expect(201);
    assert_eq!(app.app.process_session(id, true).await.expect("processed"), None, "no policy decides any more");
    assert_eq!(applicant.session().await["status"], "declined");
    let approve = json!({ "outcome": "approved", "reason": "reviewed_in_order" });
    review(&app, &applicant, &app.reviewer, approve).await.expect(201);
    assert_eq!(applicant.session().await["status"], "approved");
    let decisions = app.app.decisions(id).await.expect("a list");
    let outcomes: Vec<_> = decisions.iter().map(|decision| decision.verdict.outcome.name()).collect();
    assert_eq!(outcomes, ["in_review", "declined", "approved"], "each follows, none replaces");
}

#[tokio::test]
async fn a_reviewer_may_ask_for_steps_again() {
    let app = TestApp::start().await;
    let applicant = in_review(&app).await;
    let ask =
        |steps: Value| json!({ "outcome": "resubmission_requested", "reason": "portrait_not_found", "steps": steps });
    review(&app, &applicant, &app.reviewer, ask(json!([]))).await.problem(ErrorCode::BadRequest);
    review(&app, &applicant, &app.reviewer, ask(json!(["hair"]))).await.problem(ErrorCode::BadRequest);
    review(&app, &applicant, &app.reviewer, ask(json!(["document_front"]))).await.expect(201);
    assert_eq!(applicant.step("document_front").await, "redo");
    assert_eq!(applicant.step("liveness").await, "done");
    app.examiner.measures_well();
    applicant.photo("document_front", 60).await;
    applicant.submit().await;
    app.work().await;
    assert_eq!(applicant.session().await["status"], "approved");
}

#[tokio::test]
async fn a_review_needs_an_outcome_a_reason_and_a_case_that_can_be_decided() {
    let app = TestApp::start().await;
    let applicant = in_review(&app).await;
    for body in [
        json!({ "outcome": "in_review", "reason": "reviewed_in_order" }),
        json!({ "outcome": "approved", "reason": "because" }),
        json!({ "outcome": "approved" }),
        json!({ "outcome": "approved", "reason": "reviewed_in_order", "note": "x".repeat(2_001) }),
    ] {
        review(&app, &applicant, &app.reviewer, body).await.problem(ErrorCode::BadRequest);
    }
    assert_eq!(applicant.session().await["status"], "in_review");
    let approve = json!({ "outcome": "approved", "reason": "reviewed_in_order" });
    let fresh = app.applicant().await;
    review(&app, &fresh, &app.reviewer, approve.clone()).await.problem(ErrorCode::StateConflict);
    let nobody = app.post("/v1/sessions/ses_01ARZ3NDEKTSV4RRFFQ69G5FAV/review").with(&app.reviewer).json(&approve);
    nobody.send().await.problem(ErrorCode::NotFound);
}
