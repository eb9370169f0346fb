//! What comes first.

use countersign_server::problem::ErrorCode;
use countersign_testkit::{Applicant, TestApp, files};
use serde_json::json;

#[tokio::test]
async fn consent_comes_before_details_and_details_before_photos() {
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    let photo = || applicant.upload("document_front", files::jpeg(1)).send();
    let first = |problem: serde_json::Value| problem["steps"].clone();
    let declared = applicant.post("/declaration").json(&Applicant::details("passport")).send().await;
    assert_eq!(first(declared.problem(ErrorCode::StepMissing)), json!(["consent"]));
    assert_eq!(first(applicant.post("/challenge").send().await.problem(ErrorCode::StepMissing)), json!(["consent"]));
    assert_eq!(first(photo().await.problem(ErrorCode::StepMissing)), json!(["consent"]));
    applicant.consent().await;
    assert_eq!(first(photo().await.problem(ErrorCode::StepMissing)), json!(["details"]));
    applicant.declare("passport").await;
    photo().await.expect(201);
}

#[tokio::test]
async fn a_consent_names_the_text_that_was_shown() {
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    for (version, language) in
        [("", "en"), ("2026-11", ""), ("<b>", "en"), ("2026-11", "en us"), (&*"9".repeat(36), "en")]
    {
        let body = json!({ "version": version, "language": language });
        applicant.post("/consent").json(&body).send().await.problem(ErrorCode::BadRequest);
    }
    assert_eq!(applicant.step("consent").await, "required");
}

#[tokio::test]
async fn a_passport_has_no_back_and_needs_none() {
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    applicant.consent().await;
    applicant.declare("passport").await;
    assert_eq!(applicant.step("document_back").await, "not_needed");
    applicant.upload("document_back", files::jpeg(1)).send().await.problem(ErrorCode::StepNotNeeded);
    applicant.declare("id_card").await;
    applicant.photo("document_back", 1).await;
    assert_eq!(applicant.step("document_back").await, "done");
}

#[tokio::test]
async fn handing_in_names_every_missing_step() {
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    let missing = || async { applicant.post("/submit").send().await.problem(ErrorCode::StepMissing)["steps"].clone() };
    let all = json!(["consent", "details", "document_front", "document_back", "liveness"]);
    assert_eq!(missing().await, all);
    applicant.consent().await;
    applicant.declare("id_card").await;
    applicant.photo("document_back", 1).await;
    assert_eq!(missing().await, json!(["document_front", "liveness"]));
    applicant.declare("passport").await;
    assert_eq!(missing().await, json!(["document_front", "liveness"]));
    assert_eq!(app.work().await, 0, "nothing was handed in");
}

#[tokio::test]
async fn what_is_handed_in_is_handed_in_once_and_not_changed_any_more() {
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    applicant.hand_in("passport").await;
    let conflict = |answer: countersign_testkit::Answer| answer.problem(ErrorCode::StateConflict);
    conflict(applicant.post("/submit").send().await);
    conflict(applicant.upload("document_front", files::jpeg(40)).send().await);
    conflict(applicant.post("/declaration").json(&Applicant::details("id_card")).send().await);
    conflict(applicant.post("/challenge").send().await);
    assert_eq!(app.work().await, 1, "one job for one submission");
    conflict(applicant.post("/submit").send().await);
    assert_eq!(applicant.session().await["status"], "approved");
}

#[tokio::test]
async fn details_that_cannot_be_are_refused_without_being_repeated() {
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    applicant.consent().await;
    for (field, value) in [
        ("legal_name", ""),
        ("legal_name", "   "),
        ("legal_name", "4711"),
        ("legal_name", "Robert<script>"),
        ("legal_name", &*"x".repeat(201)),
        ("birth_date", "1974-02-30"),
        ("birth_date", "12.08.1974"),
        ("birth_date", "2026-11-22"),
        ("birth_date", "1890-01-01"),
        ("document_type", "library_card"),
        ("issuing_country", "utopia"),
        ("issuing_country", "uto"),
    ] {
        let mut details = Applicant::details("passport");
        details[field] = json!(value);
        let answer = applicant.post("/declaration").json(&details).send().await;
        assert!(value.trim().is_empty() || !answer.text().contains(value), "{value} is repeated");
        answer.problem(ErrorCode::DetailRefused);
    }
    assert_eq!(applicant.step("details").await, "required");
    for name in ["Łukasz Żółć", "Nguyễn Thị Minh", "毛泽东", "O’Neil-Smith", "Jennifer 8. Lee", "Pele"] {
        let mut details = Applicant::details("passport");
        details["legal_name"] = json!(name);
        applicant.post("/declaration").json(&details).send().await.expect(204);
        assert_eq!(applicant.session().await["declaration"]["legal_name"], name);
    }
}
