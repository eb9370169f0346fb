//! From the first request to an outcome.

use countersign_server::problem::ErrorCode;
use countersign_testkit::{LEVEL_2, Parts, TestApp};
use serde_json::{Value, json};

fn states(session: &Value) -> Vec<String> {
    let steps = session["steps"].as_array().cloned().unwrap_or_default();
    steps.iter().map(|step| step["state"].as_str().unwrap_or_default().to_owned()).collect()
}

fn codes(reasons: &Value) -> Vec<String> {
    let reasons = reasons.as_array().cloned().unwrap_or_default();
    reasons.iter().map(|reason| reason["code"].as_str().unwrap_or_default().to_owned()).collect()
}

#[tokio::test]
async fn every_document_is_led_from_consent_to_approved() {
    let app = TestApp::start().await;
    for document in ["passport", "id_card", "driving_licence"] {
        let applicant = app.applicant().await;
        let session = applicant.session().await;
        assert_eq!(session["status"], "created");
        assert_eq!(states(&session), ["required"; 5]);
        applicant.capture(document).await;
        assert_eq!(applicant.session().await["status"], "capturing");
        assert_eq!(applicant.submit().await["status"], "processing");
        assert_eq!(app.work().await, 1);
        let session = applicant.session().await;
        assert_eq!(session["status"], "approved", "{session}");
        assert_eq!(session["reasons"], json!([]));
        let back = if document == "passport" { "not_needed" } else { "done" };
        assert_eq!(states(&session), ["done", "done", "done", back, "done"]);
    }
}

#[tokio::test]
async fn a_decision_tells_every_check_with_its_values_limits_models_and_inputs() {
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    applicant.capture("id_card").await;
    let front = applicant.photo("document_front", 9).await;
    app.get(&applicant.path("/decision")).with(&app.integrator).send().await.problem(ErrorCode::NotDecided);
    applicant.submit().await;
    app.work().await;
    let decision = applicant.decision().await;
    assert_eq!(decision["outcome"], "approved");
    assert_eq!(decision["decided_by"], "policy");
    assert_eq!(decision["inputs"]["document_front"], front["sha256"], "the later photo counts");
    assert_eq!(decision["inputs"].as_object().map(serde_json::Map::len), Some(3));
    let checks = decision["breakdowns"].as_array().cloned().unwrap_or_default();
    assert!(checks.len() >= 15, "{decision}");
    let glare = checks.iter().find(|found| found["check"] == "document_glare").expect("answered");
    assert_eq!(glare["result"], "pass");
    assert_eq!(glare["raw"]["front.glare_share"]["value"], 0.0, "{glare}");
    assert_eq!(glare["limits"]["max_share"], 0.02);
    let same = checks.iter().find(|found| found["check"] == "face_same_person").expect("answered");
    assert_eq!(same["raw"]["face.distance"]["value"], 0.3);
    assert_eq!(same["models"]["scripted"], "0".repeat(64));
}

#[tokio::test]
async fn only_the_failed_step_is_asked_again_and_the_rest_is_kept() {
    let app = TestApp::start().await;
    app.examiner.measures(|found| found.back.as_mut().expect("a back").glare_share = Some(0.3));
    let applicant = app.applicant().await;
    let session = applicant.decided("id_card").await;
    assert_eq!(session["status"], "resubmission_requested");
    assert_eq!(states(&session), ["done", "done", "done", "redo", "done"]);
    assert_eq!((&session["attempt"], &session["tries_left"]), (&json!(1), &json!(2)));
    let step = &session["steps"][3];
    assert_eq!(codes(&step["reasons"]), ["document_glare"]);
    assert_eq!(step["reasons"][0]["step"], "document_back");
    let first = applicant.decision().await;

    let missing = applicant.post("/submit").send().await.problem(ErrorCode::StepMissing);
    assert_eq!(missing["steps"], json!(["document_back"]));
    app.examiner.measures_well();
    applicant.photo("document_back", 20).await;
    assert_eq!(states(&applicant.session().await), ["done"; 5]);
    applicant.submit().await;
    app.work().await;
    let session = applicant.session().await;
    assert_eq!((&session["status"], &session["attempt"]), (&json!("approved"), &json!(2)));
    let second = applicant.decision().await;
    for kept in ["document_front", "liveness_video"] {
        assert_eq!(first["inputs"][kept], second["inputs"][kept], "{kept}");
    }
    assert_ne!(first["inputs"]["document_back"], second["inputs"]["document_back"]);
}

#[tokio::test]
async fn details_that_differ_are_asked_again_without_new_photos() {
    let app = TestApp::start().await;
    app.examiner.measures(|found| {
        for side in [&mut found.front, &mut found.back].into_iter().flatten() {
            side.fields.names[0].value.given_names = "GRETA".into();
        }
    });
    let applicant = app.applicant().await;
    let session = applicant.decided("passport").await;
    assert_eq!(session["status"], "resubmission_requested");
    assert_eq!(states(&session), ["done", "redo", "done", "not_needed", "done"]);
    let mut details = countersign_testkit::Applicant::details("passport");
    details["legal_name"] = json!("Greta Eriksson");
    applicant.post("/declaration").json(&details).send().await.expect(204);
    applicant.submit().await;
    app.work().await;
    assert_eq!(applicant.session().await["status"], "approved");
}

#[tokio::test]
async fn after_the_last_try_a_person_looks() {
    let app = TestApp::start().await;
    app.examiner.measures(|found| found.front.as_mut().expect("a front").sharpness = Some(0.1));
    let applicant = app.applicant().await;
    applicant.decided("passport").await;
    for seed in [30, 31] {
        assert_eq!(applicant.session().await["status"], "resubmission_requested");
        applicant.photo("document_front", seed).await;
        applicant.submit().await;
        app.work().await;
    }
    let session = applicant.session().await;
    assert_eq!((&session["status"], &session["tries_left"]), (&json!("in_review"), &json!(0)));
    assert_eq!(codes(&session["reasons"]), ["tries_used", "document_blurred"]);
}

#[tokio::test]
async fn a_limit_of_the_policy_changes_the_verdict() {
    let strict = LEVEL_2.replace("max_same_distance = 0.50", "max_same_distance = 0.2");
    assert_ne!(strict, LEVEL_2);
    let app = TestApp::start_with(Parts { policies: vec![strict], ..Parts::default() }).await;
    let session = app.applicant().await.decided("passport").await;
    assert_eq!(session["status"], "in_review");
    assert_eq!(session["reasons"], json!([]), "why is for the reviewer's eyes only");
}

#[tokio::test]
async fn what_could_not_be_measured_goes_to_a_person() {
    let app = TestApp::start().await;
    app.examiner.measures(|found| found.comparison = None);
    let applicant = app.applicant().await;
    assert_eq!(applicant.decided("passport").await["status"], "in_review");
    assert_eq!(codes(&applicant.decision().await["reasons"]), ["check_not_assessed"]);
}

#[tokio::test]
async fn an_examiner_that_crashes_every_time_leaves_the_case_to_a_person() {
    let app = TestApp::start().await;
    app.examiner.measures(|_| panic!("crashed by the test"));
    let applicant = app.applicant().await;
    assert_eq!(applicant.decided("passport").await["status"], "processing", "tried again later");
    app.work_through_retries().await;
    assert_eq!(applicant.session().await["status"], "in_review");
    let decision = applicant.decision().await;
    let checks = decision["breakdowns"].as_array().cloned().unwrap_or_default();
    assert!(!checks.is_empty() && checks.iter().all(|found| found["result"] == "could_not_assess"), "{decision}");
}

#[tokio::test]
async fn an_examiner_that_crashes_once_is_asked_again() {
    let app = TestApp::start().await;
    app.examiner.measures(|_| panic!("crashed by the test"));
    let applicant = app.applicant().await;
    applicant.decided("passport").await;
    app.examiner.measures_well();
    app.work_through_retries().await;
    assert_eq!(applicant.session().await["status"], "approved");
}

#[tokio::test]
async fn a_session_of_a_known_applicant_is_theirs_and_the_labels_are_bounded() {
    let app = TestApp::start().await;
    let made =
        app.post("/v1/applicants").with(&app.integrator).json(&json!({ "external_id": "customer-7" })).send().await;
    let applicant = made.expect(201);
    let id = applicant["id"].as_str().expect("an id");
    let found = app.get(&format!("/v1/applicants/{id}")).with(&app.integrator).send().await.expect(200);
    assert_eq!(found, applicant);
    assert_eq!(found["external_id"], "customer-7");
    let new = |body: Value| app.post("/v1/sessions").with(&app.integrator).json(&body).send();
    let session = new(json!({ "applicant_id": id, "language": "de-AT" })).await.expect(201);
    assert_eq!(session["applicant_id"], id);
    let (session_id, token) = (session["session_id"].as_str().expect("an id"), session["token"].as_str().expect("one"));
    assert_eq!(session["url"], format!("https://verify.example/verify/{session_id}#{token}"));
    for refused in [
        json!({ "applicant_id": "app_01ARZ3NDEKTSV4RRFFQ69G5FAV" }),
        json!({ "applicant_id": "somebody" }),
        json!({ "policy": "level-9" }),
        json!({ "language": "e" }),
        json!({ "language": "en\nSet-Cookie: a" }),
        json!({ "external_ref": "x".repeat(101) }),
    ] {
        new(refused).await.problem(ErrorCode::BadRequest);
    }
    app.post("/v1/applicants")
        .with(&app.integrator)
        .json(&json!({ "external_id": "" }))
        .send()
        .await
        .problem(ErrorCode::BadRequest);
    app.get("/v1/applicants/app_01ARZ3NDEKTSV4RRFFQ69G5FAV")
        .with(&app.integrator)
        .send()
        .await
        .problem(ErrorCode::NotFound);
}
