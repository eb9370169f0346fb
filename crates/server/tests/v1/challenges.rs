//! Digits to recite: single use, bound to the session, and soon over.

use countersign_server::problem::ErrorCode;
use countersign_testkit::{Applicant, TestApp, files};
use jiff::SignedDuration;
use serde_json::json;

async fn ready(app: &TestApp) -> Applicant<'_> {
    let applicant = app.applicant().await;
    applicant.consent().await;
    applicant.declare("passport").await;
    applicant
}

#[tokio::test]
async fn digits_are_as_many_as_the_policy_says_and_differ() {
    let app = TestApp::start().await;
    let applicant = ready(&app).await;
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..10 {
        let challenge = applicant.challenge().await;
        let digits = challenge["digits"].as_str().expect("digits").to_owned();
        assert!(digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_digit()), "{digits}");
        seen.insert(digits);
    }
    assert!(seen.len() >= 9, "ten draws of a million gave {seen:?}");
}

#[tokio::test]
async fn over_after_their_time() {
    let app = TestApp::start().await;
    let applicant = ready(&app).await;
    let in_time = applicant.challenge().await;
    app.clock.advance(SignedDuration::from_secs(119));
    applicant.answer(&in_time, 1).send().await.expect(201);
    let late = applicant.challenge().await;
    app.clock.advance(SignedDuration::from_secs(120));
    applicant.answer(&late, 2).send().await.problem(ErrorCode::ChallengeExpired);
    applicant.video(2).await;
}

#[tokio::test]
async fn over_when_newer_ones_are_given() {
    let app = TestApp::start().await;
    let applicant = ready(&app).await;
    let (first, second) = (applicant.challenge().await, applicant.challenge().await);
    assert_ne!(first["challenge_id"], second["challenge_id"]);
    applicant.answer(&first, 1).send().await.problem(ErrorCode::ChallengeExpired);
    applicant.answer(&second, 1).send().await.expect(201);
}

#[tokio::test]
async fn the_recording_of_an_earlier_try_answers_no_later_one() {
    let app = TestApp::start().await;
    let applicant = ready(&app).await;
    let first = applicant.challenge().await;
    applicant.answer(&first, 1).send().await.expect(201);
    let second = applicant.challenge().await;
    // The same bytes under the new challenge are a new answer, judged against the new digits; under the old one they are the old answer.
    let again = applicant.answer(&second, 1).send().await.expect(201);
    let old = applicant.answer(&first, 1).send().await;
    old.problem(ErrorCode::ChallengeSpent);
    applicant.answer(&second, 2).send().await.problem(ErrorCode::ChallengeSpent);
    assert!(again["evidence_id"].is_string());
}

#[tokio::test]
async fn neighbours_meet_in_different_shapes_of_the_mouth() {
    let app = TestApp::start().await;
    let applicant = ready(&app).await;
    // Where English digits start and end: round, spread, open lips, teeth on the lip.
    let starts = ["s", "r", "r", "s", "b", "b", "s", "s", "s", "o"];
    let ends = ["r", "o", "r", "s", "r", "b", "s", "s", "s", "s"];
    for _ in 0..20 {
        let challenge = applicant.challenge().await;
        assert_eq!(challenge["language"], "en");
        let digits = challenge["digits"].as_str().expect("digits").as_bytes();
        for pair in digits.windows(2) {
            let (last, next) = (usize::from(pair[0] - b'0'), usize::from(pair[1] - b'0'));
            assert!(last != next && ends[last] != starts[next], "{last} then {next}");
        }
    }
}

#[tokio::test]
async fn used_once_even_for_a_file_that_is_refused() {
    let app = TestApp::start().await;
    let applicant = ready(&app).await;
    let challenge = applicant.challenge().await;
    let id = challenge["challenge_id"].as_str().expect("an id");
    let broken = applicant.upload("liveness_video", b"no video".to_vec()).header("countersign-challenge", id);
    broken.send().await.problem(ErrorCode::FileRefused);
    applicant.answer(&challenge, 1).send().await.problem(ErrorCode::ChallengeSpent);
    assert_eq!(applicant.step("liveness").await, "required");
    let next = applicant.challenge().await;
    let first = applicant.answer(&next, 1).send().await.expect(201);
    let again = applicant.answer(&next, 1).send().await.expect(201);
    assert_eq!(first["evidence_id"], again["evidence_id"], "a lost answer is asked for again");
    applicant.answer(&next, 2).send().await.problem(ErrorCode::ChallengeSpent);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_videos_at_once_one_is_taken() {
    let app = TestApp::start().await;
    let applicant = ready(&app).await;
    let challenge = applicant.challenge().await;
    let calls: Vec<_> = (1..=4).map(|seed| tokio::spawn(applicant.answer(&challenge, seed).send())).collect();
    let mut taken = 0;
    for call in calls {
        let answer = call.await.expect("answered");
        if answer.status == 201 { taken += 1 } else { drop(answer.problem(ErrorCode::ChallengeSpent)) }
    }
    assert_eq!(taken, 1);
}

#[tokio::test]
async fn of_another_session_or_of_none_are_not_found_and_not_used_up() {
    let app = TestApp::start().await;
    let (one, other) = (ready(&app).await, ready(&app).await);
    let foreign = other.challenge().await;
    one.answer(&foreign, 1).send().await.problem(ErrorCode::NotFound);
    let unknown = json!({ "challenge_id": "chl_01ARZ3NDEKTSV4RRFFQ69G5FAV" });
    one.answer(&unknown, 1).send().await.problem(ErrorCode::NotFound);
    one.answer(&json!({ "challenge_id": "471902" }), 1).send().await.problem(ErrorCode::BadRequest);
    one.upload("liveness_video", files::webm(1)).send().await.problem(ErrorCode::BadRequest);
    other.answer(&foreign, 1).send().await.expect(201);
}

#[tokio::test]
async fn not_without_end() {
    let app = TestApp::start().await;
    let applicant = ready(&app).await;
    for _ in 0..30 {
        applicant.challenge().await;
    }
    applicant.post("/challenge").send().await.problem(ErrorCode::TooManyChallenges);
}
