//! The applicant asks for help, the desk answers.

use countersign_server::problem::ErrorCode;
use countersign_testkit::{Applicant, TestApp, files};
use countersign_workflow::stored::DeskRole;
use serde_json::{Value, json};

async fn ask(applicant: &Applicant<'_>, body: Value) -> Value {
    applicant.post("/tickets").json(&body).send().await.expect(201)
}

fn face() -> Value {
    json!({ "topic": "face", "step": "liveness", "reason": "face_differs", "device": "Pixel 9, Android 16", "text": "It is me, with a beard" })
}

fn id(ticket: &Value) -> String {
    ticket["id"].as_str().expect("an id").to_owned()
}

#[tokio::test]
async fn a_request_is_asked_answered_opened_again_and_solved() {
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    let ticket = ask(&applicant, face()).await;
    let path = format!("/tickets/{}", id(&ticket));
    let sven = app.at_desk("Sven", DeskRole::Support).await;
    let inbox = sven.get("/tickets").send().await.expect(200);
    assert_eq!((&inbox[0]["topic"], &inbox[0]["step"]), (&json!("face"), &json!("liveness")));
    assert!(!inbox.to_string().contains("beard") && !inbox.to_string().contains("Pixel"), "{inbox}");
    let opened = sven.get(&path).send().await.expect(200);
    assert_eq!(opened["device"], "Pixel 9, Android 16");
    assert_eq!(opened["messages"][0]["text"], "It is me, with a beard");
    let answer = json!({ "text": "We look at it", "solved": true });
    sven.post(&format!("{path}/answer"), &answer).send().await.expect(201);
    let seen = app.get(&applicant.path("/tickets")).with(&applicant.token).send().await.expect(200);
    assert_eq!((&seen[0]["state"], &seen[0]["messages"][1]["from"]), (&json!("solved"), &json!("desk")));
    assert!(!seen.to_string().contains("Sven"), "who answered is for colleagues: {seen}");
    let more = applicant.post(&format!("{path}/messages")).json(&json!({ "text": "Still not" })).send().await;
    assert_eq!(more.expect(201)["state"], "open", "saying more opens it again");
    let refused = sven.get(&format!("/cases/{}", applicant.id)).send().await;
    refused.problem(ErrorCode::Forbidden);
    let looks = app.store().read().await.expect("reads").looks_at(applicant.id.parse().expect("an id")).await;
    let actions: Vec<String> = looks.expect("looks").into_iter().map(|look| look.action).collect();
    assert_eq!(actions, ["ticket.opened", "ticket.answered"]);
}

#[tokio::test]
async fn files_are_looked_at_in_the_sandbox_sealed_and_shown_made_anew() {
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    let ticket = ask(&applicant, face()).await;
    let path = format!("/tickets/{}/files", id(&ticket));
    let send = |bytes: Vec<u8>| applicant.post(&path).bytes("application/octet-stream", bytes).send();
    let refused = send(b"<script>".to_vec()).await.problem(ErrorCode::FileRefused);
    assert_eq!(refused["reasons"][0]["code"], "file_type_unknown");
    for seed in 0..5 {
        send(files::jpeg(seed)).await.expect(204);
    }
    send(files::jpeg(9)).await.problem(ErrorCode::TooManyRequests);
    let sven = app.at_desk("Sven", DeskRole::Support).await;
    let shown = sven.get(&format!("{path}/0")).send().await.expect(200);
    assert!(shown["jpeg"].as_str().is_some_and(|text| text.starts_with("/9j/")), "a JPEG in base 64");
    sven.get(&format!("{path}/5")).send().await.problem(ErrorCode::NotFound);
    let emil = app.at_desk("Emil", DeskRole::Engineer).await;
    emil.get(&format!("{path}/0")).send().await.problem(ErrorCode::Forbidden);
}

#[tokio::test]
async fn an_urgent_request_puts_its_case_first() {
    let app = TestApp::start().await;
    app.examiner.measures(|found| found.comparison.as_mut().expect("compared").fused = Some(0.6));
    let (first, second) = (app.applicant().await, app.applicant().await);
    for applicant in [&first, &second] {
        assert_eq!(applicant.decided("passport").await["status"], "in_review");
    }
    let mut urgent = face();
    urgent["urgent"] = json!("travel");
    ask(&second, urgent).await;
    let rosa = app.at_desk("Rosa", DeskRole::Reviewer).await;
    let queue = rosa.get("/queue").send().await.expect(200);
    assert_eq!((&queue["cases"][0]["id"], &queue["cases"][0]["urgent"]), (&json!(second.id), &json!("travel")));
}

#[tokio::test]
async fn a_request_has_words_of_lists_a_text_and_its_own_session() {
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    let with = |name: &str, value: Value| {
        let mut body = face();
        body[name] = value;
        body
    };
    for body in [
        with("topic", json!("weather")),
        with("text", json!("   ")),
        with("text", json!("x".repeat(2_001))),
        with("urgent", json!("because")),
        with("reason", json!("Anna Maria Eriksson")),
        with("device", json!("x".repeat(501))),
    ] {
        applicant.post("/tickets").json(&body).send().await.problem(ErrorCode::BadRequest);
    }
    let ticket = ask(&applicant, face()).await;
    let foreign = app.applicant().await;
    let say = foreign.post(&format!("/tickets/{}/messages", id(&ticket))).json(&json!({ "text": "mine" }));
    say.send().await.problem(ErrorCode::NotFound);
    app.get(&applicant.path("/tickets")).with(&foreign.token).send().await.problem(ErrorCode::NotFound);
    app.get(&applicant.path("/tickets")).with(&app.integrator).send().await.problem(ErrorCode::Forbidden);
    for _ in 1..10 {
        ask(&applicant, face()).await;
    }
    applicant.post("/tickets").json(&face()).send().await.problem(ErrorCode::TooManyRequests);
}
