//! What must not lie around: secrets in the database, personal data in the log.

use countersign_testkit::{Applicant, Logs, TestApp, files};
use serde_json::json;

#[tokio::test]
async fn neither_secrets_nor_personal_data_lie_in_the_clear() {
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    let photo = files::png(7);
    applicant.consent().await;
    applicant.declare("passport").await;
    applicant.upload("document_front", photo.clone()).send().await.expect(201);
    let challenge = applicant.challenge().await;
    applicant.answer(&challenge, 1).send().await.expect(201);
    applicant.submit().await;
    app.work().await;
    // The control: what is stored in the clear is found, so a search that finds nothing means something.
    assert!(!files::holding(app.folder(), applicant.id.as_bytes()).is_empty());
    let secrets: [(&str, &[u8]); 7] = [
        ("session token", applicant.token.as_bytes()),
        ("its random part", &applicant.token.as_bytes()[4..]),
        ("integrator's key", app.integrator.as_bytes()),
        ("reviewer's key", app.reviewer.as_bytes()),
        ("name", b"Anna Maria"),
        ("birth date", b"1974-08-12"),
        ("photo", &photo[40..72]),
    ];
    for (what, bytes) in secrets {
        assert_eq!(files::holding(app.folder(), bytes), Vec::<String>::new(), "{what}");
    }
}

#[tokio::test]
async fn no_log_line_holds_personal_data_or_a_secret() {
    let logs = Logs::capture();
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    let (name, date) = ("Quintessa Abernathy-Xu", "1961-07-19");
    applicant.consent().await;
    let mut details = Applicant::details("passport");
    (details["legal_name"], details["birth_date"]) = (json!(name), json!(date));
    applicant.post("/declaration").json(&details).send().await.expect(204);
    details["document_type"] = json!("Quintessa");
    applicant.post("/declaration").json(&details).send().await.expect(422);
    applicant.upload("document_front", b"Quintessa".to_vec()).send().await.expect(422);
    applicant.photo("document_front", 1).await;
    applicant.video(1).await;
    app.examiner.measures(|_| panic!("crashed by the test"));
    applicant.submit().await;
    app.work().await;
    app.examiner.measures_well();
    app.work_through_retries().await;
    let session = applicant.session().await;
    assert_eq!(session["status"], "approved", "{session}");
    app.app.replay(applicant.id.parse().expect("an id")).await.expect("recomputed");
    let text = logs.text();
    assert!(text.contains(&applicant.id) && text.contains("evidence_accepted"), "the log was not captured: {text}");
    let found = |needle: &str| text.lines().find(|line| line.to_lowercase().contains(&needle.to_lowercase()));
    for needle in ["Quintessa", "Abernathy", date, &applicant.token[4..], &app.integrator[4..], &app.reviewer[4..]] {
        assert_eq!(found(needle), None, "{needle}");
    }
}
