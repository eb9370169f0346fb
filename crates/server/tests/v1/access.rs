//! Who may do what.

use axum::http::Method;
use countersign_server::problem::ErrorCode;
use countersign_testkit::{Applicant, TestApp};
use serde_json::{Value, json};

const READS: [&str; 2] = ["", "/decision"];
const ACTS: [&str; 8] = [
    "/consent",
    "/declaration",
    "/challenge",
    "/evidence/document_front",
    "/evidence/liveness_video",
    "/submit",
    "/withdraw",
    "/review",
];

fn body(rest: &str) -> Value {
    match rest {
        "/consent" => json!({ "version": "2026-11", "language": "en" }),
        "/declaration" => Applicant::details("passport"),
        "/review" => json!({ "outcome": "approved", "reason": "reviewed_in_order" }),
        _ => json!({}),
    }
}

async fn try_all(app: &TestApp, of: &Applicant<'_>, secret: Option<&str>) -> Vec<(String, u16, String)> {
    let reads = READS.map(|rest| (app.get(&of.path(rest)), rest));
    let acts = ACTS.map(|rest| (app.post(&of.path(rest)).json(&body(rest)), rest));
    let mut answers = vec![];
    for (call, rest) in reads.into_iter().chain(acts) {
        let call = match secret {
            Some(secret) => call.with(secret),
            None => call,
        };
        let answer = call.send().await;
        answers.push((rest.to_owned(), answer.status, answer.text()));
    }
    answers
}

#[tokio::test]
async fn without_a_valid_secret_nothing_is_told() {
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    let unknown_key = format!("csk_{}", "A".repeat(43));
    let unknown_token = format!("cst_{}", "A".repeat(43));
    let cut = app.integrator[..20].to_owned();
    for secret in [None, Some(unknown_key.as_str()), Some(&unknown_token), Some(&cut), Some(""), Some("Basic x")] {
        for (rest, status, text) in try_all(&app, &applicant, secret).await {
            assert_eq!(status, 401, "{rest} with {secret:?}: {text}");
        }
        let call = app.post("/v1/sessions").json(&json!({}));
        let call = if let Some(secret) = secret { call.with(secret) } else { call };
        let answer = call.send().await;
        assert_eq!(answer.header("www-authenticate"), "Bearer");
        answer.problem(ErrorCode::Unauthenticated);
    }
    assert_eq!(applicant.session().await["status"], "created");
}

#[tokio::test]
async fn a_secret_counts_only_as_a_bearer() {
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    let call =
        |scheme: &str| app.get(&applicant.path("")).header("authorization", &format!("{scheme}{}", applicant.token));
    call("Bearer ").send().await.expect(200);
    for scheme in ["", "Basic ", "Token "] {
        call(scheme).send().await.problem(ErrorCode::Unauthenticated);
    }
    let in_the_address = format!("{}?token={}", applicant.path(""), applicant.token);
    app.get(&in_the_address).send().await.problem(ErrorCode::Unauthenticated);
}

#[tokio::test]
async fn a_revoked_key_opens_nothing_any_more() {
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    let mut tx = app.store().begin().await.expect("a transaction");
    assert!(tx.revoke_api_key(app.integrator_id, app.app.now()).await.expect("revokes"));
    tx.commit().await.expect("commits");
    app.get(&applicant.path("")).with(&app.integrator).send().await.problem(ErrorCode::Unauthenticated);
    app.post("/v1/sessions").with(&app.integrator).json(&json!({})).send().await.problem(ErrorCode::Unauthenticated);
    assert_eq!(applicant.session().await["status"], "created", "sessions made with it go on");
}

#[tokio::test]
async fn a_token_neither_sees_nor_touches_another_session() {
    let app = TestApp::start().await;
    let (own, other) = (app.applicant().await, app.applicant().await);
    other.capture("passport").await;
    let before = other.session().await;
    let nowhere = app.applicant().await.path("").replace("/v1/sessions/ses_", "").to_uppercase();
    let nobody = format!("/v1/sessions/ses_{}", "0".repeat(nowhere.len()));
    for (rest, status, text) in try_all(&app, &other, Some(&own.token)).await {
        let expected = if ["/decision", "/review"].contains(&rest.as_str()) { 403 } else { 404 };
        assert_eq!(status, expected, "{rest}: {text}");
        let missing = if READS.contains(&rest.as_str()) {
            app.get(&format!("{nobody}{rest}"))
        } else {
            app.post(&format!("{nobody}{rest}")).json(&body(&rest))
        };
        let missing = missing.with(&own.token).send().await;
        assert_eq!(missing.text(), text, "{rest}: a foreign session is told apart from none");
    }
    assert_eq!(other.session().await, before);
}

#[tokio::test]
async fn an_applicant_neither_makes_sessions_nor_reads_decisions_nor_decides() {
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    applicant.decided("passport").await;
    let with = |call: countersign_testkit::Call| call.with(&applicant.token).send();
    with(app.post("/v1/sessions").json(&json!({}))).await.problem(ErrorCode::Forbidden);
    with(app.post("/v1/applicants").json(&json!({}))).await.problem(ErrorCode::Forbidden);
    let session = applicant.session().await;
    let id = session["applicant_id"].as_str().expect("an id");
    with(app.get(&format!("/v1/applicants/{id}"))).await.problem(ErrorCode::Forbidden);
    with(app.get(&applicant.path("/decision"))).await.problem(ErrorCode::Forbidden);
    with(app.post(&applicant.path("/review")).json(&body("/review"))).await.problem(ErrorCode::Forbidden);
}

#[tokio::test]
async fn an_integrator_cannot_act_as_the_applicant_nor_read_what_they_declared() {
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    for rest in ACTS.iter().filter(|rest| !["/withdraw", "/review"].contains(rest)) {
        for secret in [&app.integrator, &app.reviewer] {
            let call = app.post(&applicant.path(rest)).with(secret).json(&body(rest));
            call.send().await.problem(ErrorCode::Forbidden);
        }
    }
    applicant.consent().await;
    applicant.declare("passport").await;
    assert_eq!(applicant.session().await["declaration"], Applicant::details("passport"));
    let seen = app.get(&applicant.path("")).with(&app.integrator).send().await.expect(200);
    assert_eq!(seen.get("declaration"), None);
    assert_eq!(seen["status"], "capturing");
}

#[tokio::test]
async fn identifiers_that_are_none_are_not_found() {
    let app = TestApp::start().await;
    for id in ["ses_", "ses_x", "evi_01ARZ3NDEKTSV4RRFFQ69G5FAV", "..%2F..%2Fetc", "%FF", "%00", "'%20or%201=1--"] {
        let answer = app.get(&format!("/v1/sessions/{id}")).with(&app.integrator).send().await;
        assert!([400, 404].contains(&answer.status), "{id}: {}", answer.text());
        assert!(!answer.text().contains("etc"), "{id} is repeated: {}", answer.text());
    }
    app.call(Method::GET, "/v1/applicants/%FF").with(&app.integrator).send().await.problem(ErrorCode::BadRequest);
}
