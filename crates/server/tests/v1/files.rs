//! Files that are not what is asked for.

use countersign_server::problem::ErrorCode;
use countersign_testkit::{Applicant, TestApp, files};

async fn ready(app: &TestApp) -> Applicant<'_> {
    let applicant = app.applicant().await;
    applicant.consent().await;
    applicant.declare("id_card").await;
    applicant
}

#[tokio::test]
async fn each_bad_photo_has_its_own_reason_and_the_session_goes_on() {
    let app = TestApp::start().await;
    let applicant = ready(&app).await;
    let whole = files::jpeg(1);
    let mut huge = whole.clone();
    huge.resize((10 << 20) + 1, 0);
    let mut broken = files::png(1);
    let middle = broken.len() / 2;
    broken[middle..middle + 8].fill(0xAA);
    let cases: [(&str, Vec<u8>, &str); 9] = [
        ("empty", vec![], "file_empty"),
        ("huge", huge, "file_too_large"),
        ("no picture", b"MZ this is a program".to_vec(), "file_type_unknown"),
        ("a document of words", b"%PDF-1.7\n1 0 obj".to_vec(), "file_type_unsupported"),
        ("a video", files::webm(1), "file_type_unsupported"),
        ("moving", files::animated_webp(), "file_animated"),
        ("cut off", whole[..whole.len() * 2 / 3].to_vec(), "file_damaged"),
        ("broken", broken, "file_damaged"),
        ("gif", files::gif(), "file_type_unsupported"),
    ];
    for (what, bytes, reason) in cases {
        let problem = applicant.upload("document_front", bytes).send().await.problem(ErrorCode::FileRefused);
        let told = &problem["reasons"][0];
        assert_eq!(told["code"], reason, "{what}: {problem}");
        assert_eq!(told["retryable"], true);
        assert!(told["text"].as_str().is_some_and(|text| text.len() > 10), "{what}: {problem}");
        assert_eq!(applicant.step("document_front").await, "required", "{what}");
    }
    applicant.upload("document_front", whole).send().await.expect(201);
    assert_eq!(applicant.step("document_front").await, "done");
}

#[tokio::test]
async fn what_counts_is_the_content_and_not_the_label() {
    let app = TestApp::start().await;
    let applicant = ready(&app).await;
    let labelled = |label: &str, bytes| applicant.upload("document_front", bytes).header("content-type", label).send();
    let taken = labelled("image/webp", files::png(1)).await.expect(201);
    assert_eq!(taken["media_type"], "image/png");
    let taken = labelled("text/html", files::jpeg(1)).await.expect(201);
    assert_eq!(taken["media_type"], "image/jpeg");
    let refused = labelled("image/jpeg", b"<html><script>alert(1)</script>".to_vec()).await;
    assert_eq!(refused.problem(ErrorCode::FileRefused)["reasons"][0]["code"], "file_type_unknown");
}

#[tokio::test]
async fn a_refusal_names_the_step_of_its_upload() {
    let app = TestApp::start().await;
    let applicant = ready(&app).await;
    let step = |problem: serde_json::Value| problem["reasons"][0]["step"].clone();
    for (kind, expected) in [("document_front", "document_front"), ("document_back", "document_back")] {
        let refused = applicant.upload(kind, b"nothing".to_vec()).send().await;
        assert_eq!(step(refused.problem(ErrorCode::FileRefused)), expected);
    }
    let challenge = applicant.challenge().await;
    let id = challenge["challenge_id"].as_str().expect("an id");
    let refused = applicant.upload("liveness_video", vec![]).header("countersign-challenge", id).send().await;
    assert_eq!(step(refused.problem(ErrorCode::FileRefused)), "liveness");
}

#[tokio::test]
async fn a_body_beyond_every_limit_is_cut_off() {
    let app = TestApp::start().await;
    let applicant = ready(&app).await;
    applicant.upload("document_front", vec![0; (26 << 20) + 1]).send().await.problem(ErrorCode::TooLarge);
    let lying = applicant.upload("document_front", files::jpeg(1)).header("content-length", "99999999999");
    lying.send().await.problem(ErrorCode::TooLarge);
    let long = format!("{{\"language\":\"{}\"}}", "e".repeat(70_000));
    let call = app.post("/v1/sessions").with(&app.integrator).bytes("application/json", long.into_bytes());
    call.send().await.problem(ErrorCode::TooLarge);
}

#[tokio::test]
async fn the_same_photo_sent_again_is_the_same_evidence() {
    let app = TestApp::start().await;
    let applicant = ready(&app).await;
    let first = applicant.photo("document_front", 1).await;
    let again = applicant.photo("document_front", 1).await;
    assert_eq!(first["evidence_id"], again["evidence_id"]);
    let other = applicant.photo("document_front", 2).await;
    assert_ne!(first["evidence_id"], other["evidence_id"]);
    let back = applicant.photo("document_back", 2).await;
    assert_ne!(other["evidence_id"], back["evidence_id"], "another side is other evidence");
    let mut tx = app.store().read().await.expect("a transaction");
    assert_eq!(tx.evidence_of(applicant.id.parse().expect("an id")).await.expect("a list").len(), 3);
}

#[tokio::test]
async fn an_unknown_kind_of_evidence_is_not_found() {
    let app = TestApp::start().await;
    let applicant = ready(&app).await;
    for kind in ["selfie", "document_front%2F", "liveness"] {
        applicant.upload(kind, files::jpeg(1)).send().await.problem(ErrorCode::NotFound);
    }
}
