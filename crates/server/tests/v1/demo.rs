//! The demonstration endpoints.

use countersign_server::problem::ErrorCode;
use countersign_testkit::{Parts, TestApp};

#[tokio::test]
async fn off_unless_the_operator_says_otherwise() {
    let app = TestApp::start().await;
    assert_eq!(app.get("/v1/demo").send().await.expect(200)["enabled"], false);
    let call = || app.post("/v1/demo/sessions").named("demo").send();
    call().await.problem(ErrorCode::NotFound);
    // Nothing may be left behind by whoever comes along: the second answer is not a kept one.
    assert_eq!(call().await.header("idempotency-replayed"), "");
}

#[tokio::test]
async fn on_anyone_may_try() {
    let app = TestApp::start_with(Parts { demo: true, ..Parts::default() }).await;
    assert_eq!(app.get("/v1/demo").send().await.expect(200)["enabled"], true);
    app.post("/v1/demo/sessions").without("idempotency-key").send().await.problem(ErrorCode::IdempotencyKeyMissing);
    let made = app.post("/v1/demo/sessions").send().await.expect(201);
    let (id, token) = (made["session_id"].as_str().expect("an id"), made["token"].as_str().expect("a token"));
    let session = app.get(&format!("/v1/sessions/{id}")).with(token).send().await.expect(200);
    assert_eq!(session["status"], "created");
    app.get(&format!("/v1/sessions/{id}")).send().await.problem(ErrorCode::Unauthenticated);
}
