//! Mail: who gave an address is told of what changed, once.

use std::sync::{Arc, Mutex};

use countersign_server::problem::ErrorCode;
use countersign_testkit::{Parts, TestApp};
use countersign_workflow::mail::{Letter, MailError, Mailer};
use serde_json::json;

/// Keeps what it is given, after refusing as often as it is told to.
#[derive(Default)]
struct Letterbox {
    refusals: Mutex<Vec<MailError>>,
    taken: Mutex<Vec<(String, String, String, String)>>,
}

#[async_trait::async_trait]
impl Mailer for Letterbox {
    async fn send(&self, letter: &Letter) -> Result<(), MailError> {
        if let Some(refusal) = self.refusals.lock().expect("free").pop() {
            return Err(refusal);
        }
        let kept = (letter.to.to_string(), letter.language.clone(), letter.subject.clone(), letter.text.clone());
        self.taken.lock().expect("free").push(kept);
        Ok(())
    }
}

async fn start() -> (TestApp, Arc<Letterbox>) {
    let letters = Arc::new(Letterbox::default());
    let app = TestApp::start_with(Parts { mailer: Some(letters.clone()), ..Parts::default() }).await;
    (app, letters)
}

fn subjects(letters: &Letterbox) -> Vec<String> {
    letters.taken.lock().expect("free").iter().map(|letter| letter.2.clone()).collect()
}

#[tokio::test]
async fn review_decline_appeal_and_approval_are_told_and_nothing_else() {
    let (app, letters) = start().await;
    app.examiner.measures(|found| found.comparison.as_mut().expect("compared").distances = vec![0.6; 5]);
    let applicant = app.applicant().await;
    assert_eq!(applicant.session().await["mail"], "possible");
    let wrong = json!({ "email": "anna at example.org" });
    applicant.post("/mail").json(&wrong).send().await.problem(ErrorCode::BadRequest);
    let given = json!({ "email": "anna@example.org" });
    let told = applicant.post("/mail").header("accept-language", "de").json(&given).send().await.expect(200);
    assert_eq!(told["mail"], "chosen");
    assert!(!told.to_string().contains("anna@"), "the address is not told again");
    applicant.decided("passport").await;
    let review = |outcome: &str, reason: &str| {
        let body = json!({ "outcome": outcome, "reason": reason, "note": "looked" });
        app.post(&applicant.path("/review")).with(&app.reviewer).json(&body).send()
    };
    review("declined", "reviewed_not_acceptable").await.expect(201);
    app.work().await;
    applicant.post("/appeal").send().await.expect(200);
    app.work().await;
    review("approved", "reviewed_in_order").await.expect(201);
    app.work().await;
    let said = subjects(&letters);
    assert_eq!(said.len(), 4, "{said:?}");
    assert_eq!(said[3], "Sie sind verifiziert");
    for (to, language, _, text) in letters.taken.lock().expect("free").iter() {
        assert_eq!((to.as_str(), language.as_str()), ("anna@example.org", "de"));
        assert!(text.contains(&applicant.id) && !text.contains("Eriksson") && !text.contains("http"), "{text}");
    }
}

#[tokio::test]
async fn a_server_that_is_down_is_asked_again_and_one_that_refuses_is_not() {
    let (app, letters) = start().await;
    let applicant = app.applicant().await;
    applicant.post("/mail").json(&json!({ "email": "anna@example.org" })).send().await.expect(200);
    letters.refusals.lock().expect("free").extend([MailError::Later("mail.server"); 3]);
    applicant.hand_in("passport").await;
    app.work_through_retries().await;
    assert_eq!(subjects(&letters), ["You are verified"]);

    let second = app.applicant().await;
    second.post("/mail").json(&json!({ "email": "bertil@example.org" })).send().await.expect(200);
    letters.refusals.lock().expect("free").push(MailError::Never("refused"));
    second.hand_in("passport").await;
    app.work_through_retries().await;
    assert_eq!(subjects(&letters).len(), 1, "given up at once");
    let id = second.id.parse().expect("an id");
    let mails = app.store().read().await.expect("reads").mails_of(id).await.expect("reads");
    assert_eq!(mails[0].dropped.as_deref(), Some("refused"));
}

#[tokio::test]
async fn without_an_address_or_a_server_nothing_is_sent() {
    let (app, letters) = start().await;
    let applicant = app.applicant().await;
    applicant.post("/mail").json(&json!({ "email": "anna@example.org" })).send().await.expect(200);
    applicant.post("/mail").json(&json!({})).send().await.expect(200);
    applicant.decided("passport").await;
    assert_eq!(subjects(&letters), Vec::<String>::new());

    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    assert_eq!(applicant.session().await["mail"], "off");
    let given = json!({ "email": "anna@example.org" });
    applicant.post("/mail").json(&given).send().await.problem(ErrorCode::BadRequest);
    let made = app.post("/v1/sessions").with(&app.integrator).json(&given).send().await;
    made.problem(ErrorCode::BadRequest);
}
