//! What the page says of the device: on record, once each, and of no weight.

use countersign_server::problem::ErrorCode;
use countersign_testkit::TestApp;
use countersign_workflow::stored::DeskRole;
use serde_json::{Value, json};

#[tokio::test]
async fn hints_are_on_record_once_and_change_no_outcome() {
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    applicant.capture("passport").await;
    let told = json!({ "hints": ["camera_virtual", "browser_steered"] });
    for _ in 0..2 {
        applicant.post("/hints").json(&told).send().await.expect(204);
    }
    let named = json!({ "hints": ["Anna's phone"] });
    applicant.post("/hints").json(&named).send().await.problem(ErrorCode::BadRequest);
    applicant.submit().await;
    app.work().await;
    assert_eq!(applicant.session().await["status"], "approved");
    applicant.post("/hints").json(&told).send().await.problem(ErrorCode::StateConflict);

    let rosa = app.at_desk("Rosa", DeskRole::Reviewer).await;
    let case = rosa.get(&format!("/cases/{}", applicant.id)).send().await.expect(200);
    let history = case["history"].as_array().expect("a history").iter();
    let hints: Vec<&Value> = history.filter(|e| e["kind"] == "session.device_hinted").map(|e| &e["subject"]).collect();
    assert_eq!(hints, ["camera_virtual", "browser_steered"]);
    assert!(!case.to_string().contains("Anna's phone"), "a name is not kept");
}
