//! The flight recorder: who gets it, what it holds, and that every look is on record.

use countersign_server::problem::ErrorCode;
use countersign_testkit::TestApp;
use countersign_workflow::stored::DeskRole;
use serde_json::Value;

#[tokio::test]
async fn a_record_shows_faces_digits_and_distances_to_those_who_may_see_them() {
    let app = TestApp::start().await;
    app.examiner.measures(|found| found.comparison.as_mut().expect("compared").fused = Some(0.6));
    let applicant = app.applicant().await;
    assert_eq!(applicant.decided("id_card").await["status"], "in_review");
    let engineer = app.at_desk("Ida", DeskRole::Engineer).await;
    let path = |rest: &str| format!("/cases/{}/flight{rest}", applicant.id);
    let answer = engineer.get(&path("")).send().await;
    assert!(answer.header("content-security-policy").contains("default-src 'none'"));
    assert_eq!(answer.header("cache-control"), "no-store");
    let page = answer.text();
    for part in ["face_doubtful", "data:image/jpeg;base64,", "this case 0.300", "<h2>Sound and mouth</h2>"] {
        assert!(page.contains(part), "{part}");
    }
    assert!(!page.contains("Eriksson") && !page.contains("<script") && !page.contains("http://"), "nothing else");
    let shared = engineer.get(&path("?pictures=none")).send().await.text();
    assert!(!shared.contains("data:image") && shared.contains("this case 0.300"));
    for slip in ["?pictures=no", "?picture=none", "?form=xml"] {
        engineer.get(&path(slip)).send().await.problem(ErrorCode::BadRequest);
    }
    let data: Value = serde_json::from_str(&engineer.get(&path("?form=json")).send().await.text()).expect("JSON");
    assert_eq!((&data["v"], &data["distance"]), (&1.into(), &0.3.into()));
    assert_eq!(data["digits"].as_array().map(Vec::len), Some(6));
    assert_eq!(data["checks"][0]["check"], "face_same_person", "what is not a pass comes first");
    let case = engineer.get(&format!("/cases/{}", applicant.id)).send().await.expect(200);
    let looks: Vec<&Value> =
        case["looks"].as_array().into_iter().flatten().filter(|look| look["action"] == "flight_record.seen").collect();
    assert_eq!(looks.len(), 3, "{case}");
}

#[tokio::test]
async fn support_gets_no_record_and_none_is_made_without_a_decision() {
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    let rosa = app.at_desk("Rosa", DeskRole::Reviewer).await;
    let path = format!("/cases/{}/flight", applicant.id);
    rosa.get(&path).send().await.problem(ErrorCode::NotFound);
    applicant.decided("id_card").await;
    let otto = app.at_desk("Otto", DeskRole::Support).await;
    otto.get(&path).send().await.problem(ErrorCode::Forbidden);
}
