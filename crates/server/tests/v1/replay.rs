//! A stored decision is recomputed.

use countersign_testkit::{FixedClock, LEVEL_2, Parts, START, TestApp};
use jiff::SignedDuration;

#[tokio::test]
async fn equal_as_long_as_nothing_changed() {
    let app = TestApp::start().await;
    for document in ["passport", "id_card", "driving_licence"] {
        let applicant = app.applicant().await;
        applicant.decided(document).await;
        app.clock.advance(SignedDuration::from_hours(100));
        let replay = app.app.replay(applicant.id.parse().expect("an id")).await.expect("recomputed");
        assert_eq!(replay.differences, Vec::<String>::new(), "{document}");
        assert_eq!(replay.decision.to_string(), applicant.decision().await["id"].as_str().unwrap_or_default());
    }
}

#[tokio::test]
async fn a_changed_policy_is_named_with_what_it_changes() {
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    applicant.decided("passport").await;
    let id = applicant.id.parse().expect("an id");
    let changed = LEVEL_2.replace("min_px = 600", "min_px = 6000");
    assert_ne!(changed, LEVEL_2);
    let app = app.restart_with(Parts { policies: vec![changed], ..Parts::default() }).await;
    let differences = app.app.replay(id).await.expect("recomputed").differences;
    for expected in [
        "policy level-2: the file has changed since",
        "document_resolution: stored pass, now fail",
        "verdict: stored approved, now resubmission_requested",
    ] {
        assert!(differences.iter().any(|found| found == expected), "{expected}: {differences:?}");
    }
    assert_eq!(differences.len(), 3, "{differences:?}");
}

#[tokio::test]
async fn another_measurement_is_named_with_both_values() {
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    applicant.decided("passport").await;
    app.examiner.measures(|found| found.front.as_mut().expect("a front").sharpness = Some(0.5));
    let differences = app.app.replay(applicant.id.parse().expect("an id")).await.expect("recomputed").differences;
    assert_eq!(differences, ["document_sharpness: front.sharpness was 0.6, is 0.5"]);
}

#[tokio::test]
async fn a_decision_made_across_midnight_is_recomputed_for_the_day_it_was_asked() {
    let app = TestApp::start().await;
    // The document's last day is 2030-04-15: before midnight it is in order, after it is not.
    let last_second = "2030-04-15T23:59:59Z".parse::<jiff::Timestamp>().expect("a time").as_second();
    app.clock.set(last_second);
    let applicant = app.applicant().await;
    let clock: std::sync::Arc<FixedClock> = app.clock.clone();
    app.examiner.measures(move |_| clock.set(last_second + 3));
    assert_eq!(applicant.decided("passport").await["status"], "approved");
    assert!(last_second > START);
    let replay = app.app.replay(applicant.id.parse().expect("an id")).await.expect("recomputed");
    assert_eq!(replay.differences, Vec::<String>::new());
}
