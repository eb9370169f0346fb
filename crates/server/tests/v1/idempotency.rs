//! The same request sent twice is done once.

use axum::http::Method;
use countersign_server::problem::ErrorCode;
use countersign_testkit::{TestApp, files};
use serde_json::json;

async fn sessions(app: &TestApp) -> usize {
    let mut tx = app.store().read().await.expect("a transaction");
    tx.sessions_expiring("9999-01-01T00:00:00Z".parse().expect("a time"), 1_000).await.expect("a list").len()
}

#[tokio::test]
async fn a_post_needs_a_key_of_a_sensible_length() {
    let app = TestApp::start().await;
    let call = || app.post("/v1/sessions").with(&app.integrator).json(&json!({}));
    call().without("idempotency-key").send().await.problem(ErrorCode::IdempotencyKeyMissing);
    for key in ["", "   ", &"k".repeat(201)] {
        call().named(key).send().await.problem(ErrorCode::IdempotencyKeyMissing);
    }
    assert_eq!(sessions(&app).await, 0);
    call().named(&"k".repeat(200)).send().await.expect(201);
    let path = app.applicant().await.path("");
    app.call(Method::GET, &path).with(&app.integrator).send().await.expect(200);
}

#[tokio::test]
async fn a_repeated_request_is_done_once_and_answered_alike() {
    let app = TestApp::start().await;
    let call = || app.post("/v1/sessions").with(&app.integrator).json(&json!({})).named("first").send();
    let (first, second) = (call().await, call().await);
    assert_eq!((first.status, &first.bytes), (201, &second.bytes));
    assert_eq!(first.status, second.status);
    assert_eq!(first.header("content-type"), second.header("content-type"));
    assert_eq!((first.header("idempotency-replayed"), second.header("idempotency-replayed")), ("", "true"));
    assert_eq!(sessions(&app).await, 1);
}

#[tokio::test]
async fn an_answer_without_a_body_is_repeated_as_it_was() {
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    let body = json!({ "version": "2026-11", "language": "en" });
    let call = || applicant.post("/consent").json(&body).named("once").send();
    let (first, second) = (call().await, call().await);
    assert_eq!((first.status, second.status), (204, 204));
    assert_eq!(first.headers.get("content-type"), second.headers.get("content-type"));
}

#[tokio::test]
async fn a_key_used_for_another_request_is_refused() {
    let app = TestApp::start().await;
    let call =
        |path: &str, body: serde_json::Value| app.post(path).with(&app.integrator).json(&body).named("same").send();
    call("/v1/sessions", json!({})).await.expect(201);
    call("/v1/sessions", json!({ "language": "de" })).await.problem(ErrorCode::IdempotencyKeyReused);
    call("/v1/applicants", json!({})).await.problem(ErrorCode::IdempotencyKeyReused);
    assert_eq!(sessions(&app).await, 1);
}

#[tokio::test]
async fn keys_of_different_callers_do_not_meet() {
    let app = TestApp::start().await;
    let (one, other) = (app.applicant().await, app.applicant().await);
    let consent = json!({ "version": "2026-11", "language": "en" });
    for applicant in [&one, &other] {
        applicant.post("/consent").json(&consent).named("same").send().await.expect(204);
        assert_eq!(applicant.step("consent").await, "done");
    }
}

#[tokio::test]
async fn a_refusal_is_repeated_too_and_a_video_is_told_apart_by_its_challenge() {
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    applicant.consent().await;
    applicant.declare("passport").await;
    let call = |bytes: &[u8]| applicant.upload("document_front", bytes.to_vec()).named("photo").send();
    let (first, second) = (call(b"no picture").await, call(b"no picture").await);
    assert_eq!((first.status, &first.bytes), (422, &second.bytes));
    assert_eq!(second.header("content-type"), "application/problem+json");
    call(&files::jpeg(1)).await.problem(ErrorCode::IdempotencyKeyReused);
    let a = applicant.challenge().await;
    applicant.answer(&a, 1).named("video").send().await.expect(201);
    let b = applicant.challenge().await;
    applicant.answer(&b, 1).named("video").send().await.problem(ErrorCode::IdempotencyKeyReused);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_at_once_have_one_effect() {
    let app = TestApp::start().await;
    let calls: Vec<_> = (0..16)
        .map(|_| tokio::spawn(app.post("/v1/sessions").with(&app.integrator).json(&json!({})).named("burst").send()))
        .collect();
    let mut made = vec![];
    for call in calls {
        let answer = call.await.expect("answered");
        match answer.status {
            201 => made.push(answer.bytes),
            _ => drop(answer.problem(ErrorCode::IdempotencyInProgress)),
        }
    }
    assert!(!made.is_empty() && made.iter().all(|body| *body == made[0]));
    assert_eq!(sessions(&app).await, 1);
    let later = app.post("/v1/sessions").with(&app.integrator).json(&json!({})).named("burst").send().await;
    assert_eq!((later.status, &later.bytes), (201, &made[0]));
}

#[tokio::test]
async fn after_a_fault_of_ours_the_same_request_may_be_sent_again_at_once() {
    let app = TestApp::start().await;
    let call = || app.post("/v1/sessions").with(&app.integrator).json(&json!({})).named("unlucky").send();
    app.randomness.break_once();
    call().await.problem(ErrorCode::Internal);
    call().await.expect(201);
    assert_eq!(sessions(&app).await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_caller_who_hangs_up_finds_the_thing_done() {
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    applicant.consent().await;
    applicant.declare("passport").await;
    let call = || applicant.upload("document_front", files::jpeg(5)).named("photo").send();
    // Long enough to be claimed, far too short for a decoding child.
    let cut = tokio::time::timeout(std::time::Duration::from_millis(5), call()).await;
    let answer = loop {
        let answer = call().await;
        if answer.status != 409 {
            break answer;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    };
    assert_eq!(answer.status, 201, "{}", answer.text());
    if cut.is_err() {
        assert_eq!(applicant.step("document_front").await, "done");
    }
    let mut tx = app.store().read().await.expect("a transaction");
    assert_eq!(tx.evidence_of(applicant.id.parse().expect("an id")).await.expect("a list").len(), 1);
}
