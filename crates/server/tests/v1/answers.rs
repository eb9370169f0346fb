//! What holds for every answer. The headers and the form of problems are proved by the client itself, on each answer of every test.

use axum::http::Method;
use countersign_server::problem::ErrorCode;
use countersign_testkit::TestApp;
use serde_json::json;

#[tokio::test]
async fn paths_and_methods_that_are_none_are_problems() {
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    for path in
        ["/v1", "/v1/", "/v1/nothing", "/v1/sessions/", "/v1/sessions/a/b/c", "/v1/../v1/x", "/v2/sessions.json"]
    {
        app.get(path).with(&app.integrator).send().await.problem(ErrorCode::NotFound);
    }
    for method in [Method::DELETE, Method::PUT, Method::PATCH] {
        for path in ["/v1/sessions", &applicant.path(""), &applicant.path("/evidence/document_front"), "/nothing"] {
            let answer = app.call(method.clone(), path).with(&app.integrator).send().await;
            answer.problem(ErrorCode::MethodNotAllowed);
        }
    }
    app.get(&applicant.path("/submit")).with(&app.integrator).send().await.problem(ErrorCode::MethodNotAllowed);
    app.post("/health").send().await.problem(ErrorCode::MethodNotAllowed);
}

#[tokio::test]
async fn a_faulty_body_is_told_by_its_place_and_never_repeated() {
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    applicant.consent().await;
    let secret = "Xanthippe";
    for (what, body) in [
        ("broken", format!("{{\"legal_name\": \"{secret}\", ")),
        ("unknown field", format!("{{\"{secret}\": 1, \"legal_name\": \"{secret}\"}}")),
        ("wrong type", format!("{{\"legal_name\": [\"{secret}\"]}}")),
        (
            "wrong value",
            format!(
                "{{\"legal_name\": \"A\", \"birth_date\": \"{secret}\", \"document_type\": \"{secret}\", \"issuing_country\": \"{secret}\"}}"
            ),
        ),
        ("empty", String::new()),
        ("no object", format!("\"{secret}\"")),
        ("twice", format!("{{\"legal_name\": \"{secret}\", \"legal_name\": \"{secret}\"}}")),
        ("deep", "[".repeat(10_000)),
    ] {
        let answer = applicant.post("/declaration").bytes("application/json", body.into_bytes()).send().await;
        assert!(!answer.text().contains(secret), "{what}: {}", answer.text());
        let expected = if what == "wrong value" { ErrorCode::DetailRefused } else { ErrorCode::BadRequest };
        let problem = answer.problem(expected);
        assert!(
            what == "wrong value" || problem["detail"].as_str().is_some_and(|told| told.contains("line ")),
            "{problem}"
        );
    }
    for kind in ["text/plain", "application/x-www-form-urlencoded", "application/jsonx", ""] {
        let body = json!({ "legal_name": secret }).to_string().into_bytes();
        let answer = applicant.post("/declaration").bytes(kind, body).send().await;
        assert!(!answer.text().contains(secret), "{kind}: {}", answer.text());
        answer.problem(ErrorCode::BadRequest);
    }
    let utf8 = applicant.post("/declaration").bytes("application/json; charset=utf-8", b"{\"\xff\": 1}".to_vec());
    utf8.send().await.problem(ErrorCode::BadRequest);
}

#[tokio::test]
async fn health_readiness_and_pages_answer_without_a_key() {
    let app = TestApp::start().await;
    assert_eq!(app.get("/health").send().await.expect(200), json!({ "status": "ok" }));
    assert_eq!(app.get("/ready").send().await.expect(200), json!({ "status": "ready", "store": "sqlite" }));
    for path in ["/", "/verify/ses_01ARZ3NDEKTSV4RRFFQ69G5FAV", "/assets/nothing.js"] {
        let answer = app.get(path).send().await;
        let camera = answer.header("permissions-policy");
        assert!(camera.contains("camera=(self)") && camera.contains("geolocation=()"), "{path}: {camera}");
        assert!([200, 404].contains(&answer.status));
    }
    assert_eq!(app.get("/assets/nothing.js").send().await.problem(ErrorCode::NotFound)["status"], 404);
}

#[tokio::test]
async fn a_fault_of_ours_is_told_without_detail() {
    let app = TestApp::start().await;
    app.randomness.break_once();
    let answer = app.post("/v1/applicants").with(&app.integrator).json(&json!({})).send().await;
    assert!(!answer.text().contains("broken by the test"), "{}", answer.text());
    assert_eq!(answer.problem(ErrorCode::Internal).get("detail"), None);
}
