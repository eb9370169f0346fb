//! A session goes from one device to another.

use countersign_server::problem::ErrorCode;
use countersign_testkit::{Answer, Applicant, TestApp};
use jiff::SignedDuration;
use serde_json::{Value, json};

async fn offer(applicant: &Applicant<'_>) -> String {
    let offered = applicant.post("/handoff").send().await.expect(201);
    assert!(offered["qr"].as_str().is_some_and(|text| text.contains("<svg")), "{offered}");
    let url = offered["url"].as_str().expect("an address");
    let (page, code) = url.split_once('#').expect("the code stands behind #, where no server log sees it");
    assert_eq!(page, "https://verify.example/join");
    code.to_owned()
}

async fn open(app: &TestApp, code: &str) -> Answer {
    app.post("/v1/handoffs/open").json(&json!({ "code": code })).send().await
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_else(|| panic!("no {name}: {value}"))
}

#[tokio::test]
async fn the_second_device_goes_on_and_the_first_follows() {
    let app = TestApp::start().await;
    let first = app.applicant().await;
    first.consent().await;
    let opened = open(&app, &offer(&first).await).await.expect(200);
    let claim = text(&opened, "claim").to_owned();
    let take = || app.post("/v1/handoffs/take").with(&claim);
    take().send().await.problem(ErrorCode::HandoffWaiting);
    let seen = app.get(&first.path("/handoff")).with(&first.token).send().await.expect(200);
    assert_eq!((&seen["state"], &seen["number"]), (&json!("opened"), &opened["number"]), "both show one number");
    let confirmed = first.post("/handoff/confirm").json(&json!({ "equal": true })).send().await.expect(200);
    let follow = text(&confirmed, "follow").to_owned();
    let taken = take().send().await.expect(200);
    let token = text(&taken, "token");
    assert_eq!(text(&taken, "session_id"), first.id);
    assert_ne!(token, first.token);
    app.get(&first.path("")).with(&first.token).send().await.problem(ErrorCode::Unauthenticated);
    take().send().await.problem(ErrorCode::NotFound);
    app.get(&first.path("")).with(token).send().await.expect(200);
    let followed = app.get(&first.path("")).with(&follow).send().await.expect(200);
    assert_eq!(followed["status"], "capturing");
    assert_eq!(followed["declaration"], Value::Null, "who follows is told no details");
    let acts = app.post(&first.path("/challenge")).with(&follow).send().await;
    acts.problem(ErrorCode::Forbidden);
    let back = app.post("/v1/handoffs/take-back").with(&follow).send().await.expect(200);
    app.get(&first.path("")).with(token).send().await.problem(ErrorCode::Unauthenticated);
    app.get(&first.path("")).with(text(&back, "token")).send().await.expect(200);
    app.get(&first.path("")).with(&follow).send().await.problem(ErrorCode::Unauthenticated);
}

#[tokio::test]
async fn a_code_opens_once_and_the_second_opener_is_told() {
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    let code = offer(&applicant).await;
    open(&app, &code).await.expect(200);
    open(&app, &code).await.problem(ErrorCode::HandoffOpened);
    let seen = app.get(&applicant.path("/handoff")).with(&applicant.token).send().await.expect(200);
    assert_eq!(seen["second_refused"], true, "the first device is warned");
}

#[tokio::test]
async fn of_openers_at_once_one_gets_it() {
    let app = TestApp::start().await;
    let code = offer(&app.applicant().await).await;
    let calls = (0..6).map(|_| app.post("/v1/handoffs/open").json(&json!({ "code": code })));
    let tasks: Vec<_> = calls.map(|call| tokio::spawn(call.send())).collect();
    let mut opened = 0;
    for task in tasks {
        opened += usize::from(task.await.expect("answered").status == 200);
    }
    assert_eq!(opened, 1);
}

#[tokio::test]
async fn a_code_lasts_two_minutes_and_until_the_next_one() {
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    let old = offer(&applicant).await;
    let new = offer(&applicant).await;
    open(&app, &old).await.problem(ErrorCode::NotFound);
    app.clock.advance(SignedDuration::from_secs(121));
    open(&app, &new).await.problem(ErrorCode::HandoffExpired);
    open(&app, "cho_guessed").await.problem(ErrorCode::NotFound);
}

#[tokio::test]
async fn who_says_that_the_numbers_differ_keeps_the_session() {
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    let opened = open(&app, &offer(&applicant).await).await.expect(200);
    applicant.post("/handoff/confirm").json(&json!({ "equal": false })).send().await.expect(200);
    let take = app.post("/v1/handoffs/take").with(text(&opened, "claim")).send().await;
    take.problem(ErrorCode::HandoffDenied);
    assert_eq!(applicant.session().await["status"], "created");
    applicant.post("/handoff/confirm").json(&json!({ "equal": true })).send().await.problem(ErrorCode::NotFound);
}

#[tokio::test]
async fn only_an_open_session_is_passed_on_and_only_by_its_applicant() {
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    let foreign = app.applicant().await;
    app.post(&applicant.path("/handoff")).with(&foreign.token).send().await.problem(ErrorCode::NotFound);
    app.post(&applicant.path("/handoff")).with(&app.integrator).send().await.problem(ErrorCode::Forbidden);
    applicant.decided("passport").await;
    applicant.post("/handoff").send().await.problem(ErrorCode::StateConflict);
}

#[tokio::test]
async fn changes_are_told_as_they_happen_until_the_end() {
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    let path = applicant.path("/events");
    let stream = tokio::spawn(app.get(&path).with(&applicant.token).send());
    applicant.decided("passport").await;
    let answer = stream.await.expect("ends by itself");
    assert_eq!(answer.header("content-type"), "text/event-stream");
    let told = answer.text();
    assert!(told.contains("event: session") && told.contains(r#""status":"approved""#), "{told}");
    assert!(!told.contains("Eriksson"), "{told}");
    let foreign = app.applicant().await;
    app.get(&path).with(&foreign.token).send().await.problem(ErrorCode::NotFound);
}
