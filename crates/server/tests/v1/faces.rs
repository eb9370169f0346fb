//! The same face under another applicant.

use countersign_testkit::{TestApp, template};
use countersign_workflow::stored::DeskRole;
use serde_json::json;

#[tokio::test]
async fn the_same_face_under_another_applicant_goes_to_a_person_who_sees_both() {
    let app = TestApp::start().await;
    app.examiner.measures(|found| found.template = Some(template(7)));
    let first = app.applicant().await;
    assert_eq!(first.decided("id_card").await["status"], "approved", "nobody was there to compare with");
    let second = app.applicant().await;
    assert_eq!(second.decided("id_card").await["status"], "in_review");
    let decision = second.decision().await;
    assert_eq!(decision["reasons"][0]["code"], "face_under_another_applicant");
    let rosa = app.at_desk("Rosa", DeskRole::Reviewer).await;
    for (own, other) in [(&second, &first), (&first, &second)] {
        let case = rosa.get(&format!("/cases/{}", own.id)).send().await.expect(200);
        assert_eq!(case["related"][0]["session"], json!(other.id), "{case}");
        assert_eq!(case["related"][0]["by"], "face");
    }
    let replayed = app.app.replay(second.id.parse().expect("an id")).await.expect("replays");
    assert_eq!(replayed.differences, Vec::<String>::new(), "the search of that day is on record");
}

#[tokio::test]
async fn another_try_of_the_same_applicant_and_other_faces_are_no_match() {
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    app.examiner.measures(|found| {
        found.template = Some(template(3));
        found.front.as_mut().expect("a front").sharpness = Some(0.1);
    });
    assert_eq!(applicant.decided("passport").await["status"], "resubmission_requested");
    app.examiner.measures(|found| found.template = Some(template(3)));
    applicant.photo("document_front", 30).await;
    applicant.submit().await;
    app.work().await;
    assert_eq!(applicant.session().await["status"], "approved", "their own earlier face");
    app.examiner.measures(|found| found.template = Some(template(4)));
    assert_eq!(app.applicant().await.decided("passport").await["status"], "approved", "another face");
}

#[tokio::test]
async fn a_video_without_a_face_to_search_goes_to_a_person() {
    let app = TestApp::start().await;
    app.examiner.measures(|found| found.template = None);
    let applicant = app.applicant().await;
    assert_eq!(applicant.decided("passport").await["status"], "in_review");
    assert_eq!(applicant.decision().await["reasons"][0]["code"], "check_not_assessed");
}
