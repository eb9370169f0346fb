//! The desk: who gets in, what they see, who decides.

use countersign_server::problem::ErrorCode;
use countersign_testkit::desk::{AtDesk, code};
use countersign_testkit::{Applicant, TestApp};
use countersign_workflow::stored::DeskRole;
use jiff::SignedDuration;
use serde_json::{Value, json};

async fn waiting(app: &TestApp) -> Applicant<'_> {
    app.examiner.measures(|found| found.comparison.as_mut().expect("compared").fused = Some(0.6));
    let applicant = app.applicant().await;
    assert_eq!(applicant.decided("id_card").await["status"], "in_review");
    applicant
}

#[tokio::test]
async fn a_person_needs_name_password_and_a_code_that_was_not_used() {
    let app = TestApp::start().await;
    let rosa = app.person("Rosa Reyes", DeskRole::Reviewer).await;
    let now = code(&app, &rosa);
    for (name, password, code) in [
        ("Rosa Reyes", "wrong", now.as_str()),
        ("Rosa Reyes", rosa.password.as_str(), "000000"),
        ("Nobody", rosa.password.as_str(), now.as_str()),
    ] {
        app.sign_in(name, password, code).send().await.problem(ErrorCode::SignInRefused);
    }
    let answer = app.sign_in("Rosa Reyes", &rosa.password, &now).send().await;
    let cookie = answer.header("set-cookie").to_owned();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict") && cookie.contains("Secure"), "{cookie}");
    assert_eq!(answer.expect(200)["role"], "reviewer");
    app.sign_in("Rosa Reyes", &rosa.password, &now).send().await.problem(ErrorCode::SignInRefused);
}

#[tokio::test]
async fn guessing_has_to_wait_for_a_name_and_for_none() {
    let app = TestApp::start().await;
    let rosa = app.person("Rosa Reyes", DeskRole::Reviewer).await;
    for name in ["Rosa Reyes", "Nobody"] {
        for _ in 0..5 {
            app.sign_in(name, "guess", "123456").send().await.problem(ErrorCode::SignInRefused);
        }
        app.sign_in(name, "guess", "123456").send().await.problem(ErrorCode::TooManyTries);
    }
    app.clock.advance(SignedDuration::from_secs(16));
    app.sign_in("Rosa Reyes", &rosa.password, &code(&app, &rosa)).send().await.expect(200);
}

#[tokio::test]
async fn a_login_ends_when_it_is_not_used_or_signed_out_or_its_person_leaves() {
    let app = TestApp::start().await;
    let rosa = app.at_desk("Rosa", DeskRole::Reviewer).await;
    assert_eq!(rosa.get("/me").send().await.expect(200)["name"], "Rosa");
    app.clock.advance(SignedDuration::from_mins(46));
    assert_eq!(rosa.get("/me").send().await.expect(200), Value::Null);
    rosa.get("/queue").send().await.problem(ErrorCode::Unauthenticated);
    let otto = app.at_desk("Otto", DeskRole::Reviewer).await;
    otto.post("/sign-out", &json!({})).send().await.expect(204);
    otto.get("/queue").send().await.problem(ErrorCode::Unauthenticated);
    let ida = app.at_desk("Ida", DeskRole::Admin).await;
    app.app.disable_person("Ida").await.expect("disabled");
    ida.get("/queue").send().await.problem(ErrorCode::Unauthenticated);
}

#[tokio::test]
async fn another_sites_page_can_do_nothing() {
    let app = TestApp::start().await;
    let applicant = waiting(&app).await;
    let rosa = app.at_desk("Rosa", DeskRole::Reviewer).await;
    let hold = format!("/cases/{}/hold", applicant.id);
    rosa.post(&hold, &json!({})).without("countersign-desk").send().await.problem(ErrorCode::Forbidden);
    let foreign = rosa.get("/queue").header("sec-fetch-site", "cross-site").send().await;
    foreign.problem(ErrorCode::Forbidden);
    rosa.post(&hold, &json!({})).header("sec-fetch-site", "same-origin").send().await.expect(200);
}

#[tokio::test]
async fn the_queue_tells_the_clock_and_names_nobody() {
    let app = TestApp::start().await;
    let first = waiting(&app).await;
    app.clock.advance(SignedDuration::from_hours(1));
    let second = waiting(&app).await;
    let rosa = app.at_desk("Rosa", DeskRole::Reviewer).await;
    let queue = rosa.get("/queue").send().await.expect(200);
    let order = |queue: &Value| -> Vec<String> {
        let cases = queue["cases"].as_array().cloned().unwrap_or_default();
        cases.iter().map(|case| case["id"].as_str().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(order(&queue), [first.id.clone(), second.id.clone()], "the one who waits longest comes first");
    let entry = &queue["cases"][0];
    assert_eq!(entry["document_type"], "id_card");
    assert_eq!(entry["reasons"][0]["code"], "face_doubtful");
    let at = |name: &str| entry[name].as_str().and_then(|text| text.parse::<jiff::Timestamp>().ok()).expect("a time");
    assert_eq!(at("target_at").duration_since(at("since")), SignedDuration::from_hours(24));
    assert_eq!(at("due_at").duration_since(at("since")), SignedDuration::from_hours(48));
    assert!(!queue.to_string().contains("Eriksson"), "{queue}");
    rosa.post(&format!("/cases/{}/urgent", second.id), &json!({ "why": "travel" })).send().await.expect(204);
    let queue = rosa.get("/queue").send().await.expect(200);
    assert_eq!(order(&queue), [second.id.clone(), first.id.clone()], "an urgent one comes before it");
}

#[tokio::test]
async fn a_case_shows_everything_and_every_look_is_on_record() {
    let app = TestApp::start().await;
    let applicant = waiting(&app).await;
    let rosa = app.at_desk("Rosa", DeskRole::Reviewer).await;
    let case = rosa.open(&applicant.id).await;
    assert_eq!(case["mine"], true);
    assert_eq!(case["fields"][0]["declared"], "Anna Maria Eriksson");
    assert_eq!(case["evidence"].as_array().map(Vec::len), Some(3));
    let evidence = |kind: &str| {
        let files = case["evidence"].as_array().cloned().unwrap_or_default();
        let file = files.into_iter().find(|file| file["kind"] == kind).expect("a file");
        format!("/cases/{}/evidence/{}", applicant.id, file["id"].as_str().unwrap_or_default())
    };
    let photo = rosa.get(&format!("{}/photo", evidence("document_front"))).send().await.expect(200);
    assert!(photo["jpeg"].as_str().is_some_and(|text| text.starts_with("/9j/")), "a JPEG in base 64");
    let film = rosa.get(&format!("{}/film", evidence("liveness_video"))).send().await.expect(200);
    assert!(film["frames"].as_u64().is_some_and(|frames| frames > 0), "{}", film["frames"]);
    rosa.get(&format!("{}/photo", evidence("liveness_video"))).send().await.problem(ErrorCode::NotFound);
    let looks = rosa.get(&format!("/cases/{}", applicant.id)).send().await.expect(200)["looks"].clone();
    let actions: Vec<&str> =
        looks.as_array().into_iter().flatten().filter_map(|look| look["action"].as_str()).collect();
    assert_eq!(
        actions,
        ["case.held", "case.opened", "evidence.seen", "evidence.seen", "evidence.seen", "case.opened"],
        "{looks}"
    );
}

#[tokio::test]
async fn the_digits_that_were_asked_and_the_chosen_way_stand_beside_the_video() {
    let app = TestApp::start().await;
    let signed = app.applicant().await;
    signed.consent().await;
    signed.post("/way").json(&json!({ "way": "without_speech" })).send().await.expect(204);
    assert_eq!(signed.decided("passport").await["status"], "in_review");
    let rosa = app.at_desk("Rosa", DeskRole::Reviewer).await;
    let case = rosa.open(&signed.id).await;
    assert_eq!(case["way"], "without_speech");
    let files = case["evidence"].as_array().cloned().unwrap_or_default();
    let asked_of = |kind: &str| files.iter().find(|file| file["kind"] == kind).expect("a file")["asked"].clone();
    assert_eq!(asked_of("liveness_video")["digits"].as_str().map(str::len), Some(6));
    assert_eq!(asked_of("liveness_video")["language"], "en");
    assert!(asked_of("document_front").is_null());
}

#[tokio::test]
async fn support_sees_no_document_and_an_engineer_decides_nothing() {
    let app = TestApp::start().await;
    let applicant = waiting(&app).await;
    let path = format!("/cases/{}", applicant.id);
    let sven = app.at_desk("Sven", DeskRole::Support).await;
    sven.get("/queue").send().await.problem(ErrorCode::Forbidden);
    sven.get(&path).send().await.problem(ErrorCode::Forbidden);
    let emil = app.at_desk("Emil", DeskRole::Engineer).await;
    let case = emil.get(&path).send().await.expect(200);
    emil.post(&format!("{path}/hold"), &json!({})).send().await.problem(ErrorCode::Forbidden);
    let ruling = AtDesk::ruling(&case, "approved", "reviewed_in_order");
    emil.post(&format!("{path}/decision"), &ruling).send().await.problem(ErrorCode::Forbidden);
}

#[tokio::test]
async fn a_decision_needs_hold_reason_note_and_the_latest_state() {
    let app = TestApp::start().await;
    let applicant = waiting(&app).await;
    let path = format!("/cases/{}", applicant.id);
    let decide = format!("{path}/decision");
    let (rosa, otto) = (app.at_desk("Rosa", DeskRole::Reviewer).await, app.at_desk("Otto", DeskRole::Reviewer).await);
    let case = rosa.open(&applicant.id).await;
    let good = AtDesk::ruling(&case, "approved", "reviewed_in_order");
    let with = |name: &str, value: Value| {
        let mut body = good.clone();
        body[name] = value;
        body
    };
    for body in [
        with("reason", json!("")),
        with("reason", json!("face_doubtful")),
        with("reason", json!("reviewed_not_acceptable")),
        with("note", json!("  ")),
        with("outcome", json!("in_review")),
    ] {
        rosa.post(&decide, &body).send().await.problem(ErrorCode::BadRequest);
    }
    let held = otto.post(&format!("{path}/hold"), &json!({})).send().await.problem(ErrorCode::CaseHeld);
    assert_eq!(held["detail"], "Rosa");
    otto.post(&decide, &good).send().await.problem(ErrorCode::StateConflict);
    rosa.post(&decide, &good).send().await.expect(201);
    assert_eq!(applicant.session().await["status"], "approved");
    rosa.post(&decide, &good).send().await.problem(ErrorCode::StateConflict);
    let again = otto.open(&applicant.id).await;
    let last = again["decisions"].as_array().and_then(|list| list.last()).cloned().expect("decided");
    assert_eq!((&last["signed_by"], &last["note"]), (&json!("Rosa"), &json!("looked at both")));
    let overrule = AtDesk::ruling(&again, "declined", "reviewed_not_acceptable");
    otto.post(&decide, &overrule).send().await.expect(201);
    assert_eq!(applicant.session().await["status"], "declined", "another signed decision");
}

#[tokio::test]
async fn a_hold_runs_out_and_an_administrator_may_take_over() {
    let app = TestApp::start().await;
    let applicant = waiting(&app).await;
    let hold = format!("/cases/{}/hold", applicant.id);
    let (rosa, otto) = (app.at_desk("Rosa", DeskRole::Reviewer).await, app.at_desk("Otto", DeskRole::Reviewer).await);
    let ada = app.at_desk("Ada", DeskRole::Admin).await;
    rosa.open(&applicant.id).await;
    let take = json!({ "take_over": true });
    otto.post(&hold, &take).send().await.problem(ErrorCode::CaseHeld);
    ada.post(&hold, &take).send().await.expect(200);
    rosa.post(&hold, &json!({})).send().await.problem(ErrorCode::CaseHeld);
    app.clock.advance(SignedDuration::from_mins(6));
    otto.post(&hold, &json!({})).send().await.expect(200);
}

#[tokio::test]
async fn a_side_is_asked_for_again_with_its_reason() {
    let app = TestApp::start().await;
    let applicant = waiting(&app).await;
    let rosa = app.at_desk("Rosa", DeskRole::Reviewer).await;
    let catalogue = rosa.get("/catalogue").send().await.expect(200);
    let entries = catalogue.as_array().cloned().unwrap_or_default();
    let blurred = entries.iter().find(|entry| entry["code"] == "document_blurred" && entry["side"] == "back");
    assert_eq!(blurred.map(|entry| &entry["step"]), Some(&json!("document_back")), "{catalogue}");
    assert!(entries.iter().all(|entry| entry["title"].as_str().is_some_and(|text| !text.contains('{'))));
    let case = rosa.open(&applicant.id).await;
    let mut ruling = AtDesk::ruling(&case, "resubmission_requested", "document_blurred");
    (ruling["side"], ruling["steps"]) = (json!("back"), json!(["document_back"]));
    rosa.post(&format!("/cases/{}/decision", applicant.id), &ruling).send().await.expect(201);
    assert_eq!(applicant.step("document_back").await, "redo");
    assert_eq!(applicant.step("document_front").await, "done");
}
