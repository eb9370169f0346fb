//! Files in pieces: the line may break at any place.

use countersign_domain::Sha256;
use countersign_server::problem::ErrorCode;
use countersign_testkit::{Applicant, Call, TestApp, files};
use jiff::SignedDuration;
use serde_json::{Value, json};
use sha2::Digest;

fn announcement(kind: &str, bytes: &[u8]) -> Value {
    json!({ "kind": kind, "bytes": bytes.len(), "sha256": Sha256(sha2::Sha256::digest(bytes).into()).to_string() })
}

async fn ready(app: &TestApp) -> Applicant<'_> {
    let applicant = app.applicant().await;
    applicant.consent().await;
    applicant.declare("passport").await;
    applicant
}

async fn announce(applicant: &Applicant<'_>, body: &Value) -> (String, u64) {
    let state = applicant.post("/uploads").json(body).send().await.expect(200);
    (state["upload_id"].as_str().expect("an id").to_owned(), state["offset"].as_u64().expect("a place"))
}

fn piece(applicant: &Applicant<'_>, upload: &str, offset: usize, bytes: &[u8]) -> Call {
    let call = applicant.post(&format!("/uploads/{upload}")).bytes("application/octet-stream", bytes.to_vec());
    call.header("upload-offset", &offset.to_string())
}

#[tokio::test]
async fn a_photo_in_pieces_goes_on_where_the_line_broke() {
    let app = TestApp::start().await;
    let applicant = ready(&app).await;
    let photo = files::jpeg(1);
    let body = announcement("document_front", &photo);
    let (upload, offset) = announce(&applicant, &body).await;
    assert_eq!(offset, 0);
    let half = photo.len() / 2;
    let state = piece(&applicant, &upload, 0, &photo[..half]).send().await.expect(200);
    assert_eq!(state["offset"], half);
    // Another place than the wanted one is refused and changes nothing.
    piece(&applicant, &upload, 0, &photo[..half]).send().await.problem(ErrorCode::StateConflict);
    piece(&applicant, &upload, half + 1, &photo[half + 1..]).send().await.problem(ErrorCode::StateConflict);
    // A page that was reloaded announces the same file and is told where to go on.
    assert_eq!(announce(&applicant, &body).await, (upload.clone(), half as u64));
    assert_eq!(applicant.step("document_front").await, "required");
    let done = piece(&applicant, &upload, half, &photo[half..]).send().await.expect(201);
    assert!(done["evidence_id"].is_string(), "{done}");
    assert_eq!(applicant.step("document_front").await, "done");
    let asked = app.get(&applicant.path(&format!("/uploads/{upload}"))).with(&applicant.token).send().await;
    asked.problem(ErrorCode::NotFound);
    assert_eq!(files::count(app.folder()), 1, "the pieces are gone, the photo is there");
}

#[tokio::test]
async fn bytes_that_are_not_the_announced_ones_are_refused() {
    let app = TestApp::start().await;
    let applicant = ready(&app).await;
    let (photo, other) = (files::jpeg(1), files::jpeg(2));
    let mut body = announcement("document_front", &photo);
    body["bytes"] = other.len().into();
    let (upload, _) = announce(&applicant, &body).await;
    piece(&applicant, &upload, 0, &other).send().await.problem(ErrorCode::BadRequest);
    assert_eq!(applicant.step("document_front").await, "required");
    assert_eq!(files::count(app.folder()), 0);
}

#[tokio::test]
async fn what_is_no_photo_is_refused_with_its_reason() {
    let app = TestApp::start().await;
    let applicant = ready(&app).await;
    let text = b"%PDF-1.7 not a photo".to_vec();
    let (upload, _) = announce(&applicant, &announcement("document_front", &text)).await;
    let problem = piece(&applicant, &upload, 0, &text).send().await.problem(ErrorCode::FileRefused);
    assert!(problem["reasons"][0]["code"].as_str().is_some_and(|code| code.starts_with("file_")), "{problem}");
}

#[tokio::test]
async fn announcements_are_bounded_and_belong_to_their_session() {
    let app = TestApp::start().await;
    let applicant = ready(&app).await;
    let mut body = announcement("document_front", b"x");
    body["bytes"] = 1_000_000_000_u64.into();
    applicant.post("/uploads").json(&body).send().await.problem(ErrorCode::TooLarge);
    let (upload, _) = announce(&applicant, &announcement("document_front", b"x")).await;
    let other = ready(&app).await;
    piece(&other, &upload, 0, b"x").send().await.problem(ErrorCode::NotFound);
    for n in 0..5_u8 {
        announce(&applicant, &announcement("document_front", &[n, n])).await;
    }
    applicant
        .post("/uploads")
        .json(&announcement("document_front", b"one more"))
        .send()
        .await
        .problem(ErrorCode::StateConflict);
}

#[tokio::test]
async fn what_was_begun_and_never_finished_is_forgotten_after_a_day() {
    let app = TestApp::start().await;
    let applicant = ready(&app).await;
    let photo = files::jpeg(1);
    let (upload, _) = announce(&applicant, &announcement("document_front", &photo)).await;
    piece(&applicant, &upload, 0, &photo[..10]).send().await.expect(200);
    assert_eq!(files::count(app.folder()), 1);
    app.clock.advance(SignedDuration::from_hours(25));
    assert_eq!(app.app.forget_old_uploads().await.expect("tidied"), 1);
    assert_eq!(files::count(app.folder()), 0);
}
