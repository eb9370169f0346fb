//! A first look at a photo: an unreadable one is asked for again at once, and what was read comes back before anything is handed in.

use countersign_server::problem::ErrorCode;
use countersign_testkit::{Applicant, TestApp};
use countersign_workflow::examining::measurements::NameRead;
use serde_json::Value;

async fn look(applicant: &Applicant<'_>, side: &str) -> Value {
    applicant.post(&format!("/looks/{side}")).send().await.expect(200)
}

fn blurred(app: &TestApp) {
    app.examiner.measures(|found| found.front.as_mut().expect("a front").sharpness = Some(0.01));
}

async fn with_front(app: &TestApp) -> Applicant<'_> {
    let applicant = app.applicant().await;
    applicant.consent().await;
    applicant.declare("id_card").await;
    applicant.photo("document_front", 1).await;
    applicant
}

#[tokio::test]
async fn an_unreadable_photo_is_asked_for_again_with_its_reason_at_most_as_often_as_the_policy_says() {
    let app = TestApp::start().await;
    blurred(&app);
    let applicant = with_front(&app).await;
    for seed in 2..4 {
        let found = look(&applicant, "document_front").await;
        assert_eq!(found["asked_again"], true, "{found}");
        assert_eq!(found["reasons"][0]["code"], "document_blurred");
        assert_eq!(applicant.step("document_front").await, "redo");
        let session = applicant.session().await;
        assert_eq!(session["steps"][2]["reasons"][0]["code"], "document_blurred", "told after a reload, too");
        assert_eq!(session["attempt"], 1, "no try is lost");
        applicant.photo("document_front", seed).await;
        assert_eq!(applicant.step("document_front").await, "done");
    }
    let found = look(&applicant, "document_front").await;
    assert_eq!(found["asked_again"], false, "twice, as the policy says: {found}");
    assert_eq!(found["reasons"][0]["code"], "document_blurred");
    assert_eq!(applicant.step("document_front").await, "done");
}

#[tokio::test]
async fn a_photo_is_looked_at_once_and_a_good_one_goes_on() {
    let app = TestApp::start().await;
    let applicant = with_front(&app).await;
    assert_eq!(look(&applicant, "document_front").await["asked_again"], false);
    blurred(&app);
    assert_eq!(look(&applicant, "document_front").await["asked_again"], false, "the same photo, the same answer");
    assert_eq!(applicant.step("document_front").await, "done");
}

#[tokio::test]
async fn what_was_read_comes_back_before_anything_is_handed_in() {
    let app = TestApp::start().await;
    app.examiner.measures(|found| {
        for name in &mut found.front.as_mut().expect("a front").fields.names {
            name.value = NameRead { surname: "ERIKSON".into(), given_names: "ANNA MARIA".into() };
        }
    });
    let applicant = with_front(&app).await;
    look(&applicant, "document_front").await;
    let session = applicant.session().await;
    assert_eq!(session["status"], "capturing");
    assert_eq!(session["reading"]["legal_name"], "ANNA MARIA ERIKSON", "{session}");
    assert_eq!(session["reading"]["birth_date"], "1974-08-12");
    assert_eq!(session["differences"][0]["document"], "ANNA MARIA ERIKSON");
    let seen = app.get(&applicant.path("")).with(&app.integrator).send().await.expect(200);
    assert!(seen["reading"].is_null() && seen["differences"].is_null(), "only the applicant is told: {seen}");
    // Corrected: nothing is left to ask.
    let mut corrected = Applicant::details("id_card");
    corrected["legal_name"] = "Anna Maria Erikson".into();
    applicant.post("/declaration").json(&corrected).send().await.expect(204);
    assert!(applicant.session().await["differences"].is_null());
}

#[tokio::test]
async fn a_look_needs_a_photo_and_is_the_applicants_own() {
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    applicant.consent().await;
    applicant.declare("id_card").await;
    applicant.post("/looks/document_front").send().await.problem(ErrorCode::StepMissing);
    applicant.post("/looks/liveness_video").send().await.problem(ErrorCode::NotFound);
    let other = app.applicant().await;
    app.post(&applicant.path("/looks/document_front")).with(&other.token).send().await.problem(ErrorCode::NotFound);
}

#[tokio::test]
async fn an_examiner_that_crashes_costs_the_photo_nothing() {
    let app = TestApp::start().await;
    app.examiner.measures(|_| panic!("a model fell over"));
    let applicant = with_front(&app).await;
    applicant.post("/looks/document_front").send().await.problem(ErrorCode::Unavailable);
    assert_eq!(applicant.step("document_front").await, "done");
}
