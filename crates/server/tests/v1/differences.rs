//! The applicant sees which letters differ; nobody else does, and nothing of it lies around.

use countersign_testkit::{Logs, TestApp, files};
use countersign_workflow::examining::measurements::NameRead;
use jiff::civil::date;
use serde_json::Value;

/// The document says another name and another day.
fn another_person(app: &TestApp) {
    app.examiner.measures(|found| {
        for side in [&mut found.front, &mut found.back].into_iter().flatten() {
            for name in &mut side.fields.names {
                name.value = NameRead { surname: "ERIKSSON".into(), given_names: "ZENOBIA MARIA".into() };
            }
            for day in &mut side.fields.birth_dates {
                day.value = date(1974, 12, 8);
            }
        }
    });
}

fn kinds(difference: &Value) -> Vec<&str> {
    difference["letters"].as_array().expect("letters").iter().filter_map(|letter| letter["kind"].as_str()).collect()
}

#[tokio::test]
async fn the_applicant_sees_which_letters_differ_and_the_integrator_does_not() {
    let logs = Logs::capture();
    let app = TestApp::start().await;
    another_person(&app);
    let applicant = app.applicant().await;
    let session = applicant.decided("id_card").await;
    assert_eq!(session["status"], "resubmission_requested", "{session}");
    let [name, day] = session["differences"].as_array().expect("told").as_slice() else { panic!("{session}") };
    assert_eq!((&name["field"], &day["field"]), (&"legal_name".into(), &"birth_date".into()));
    assert_eq!(
        (&name["declared"], &name["document"]),
        (&"Anna Maria Eriksson".into(), &"ZENOBIA MARIA ERIKSSON".into())
    );
    assert!(kinds(name).iter().filter(|kind| **kind == "equal").count() >= 15, "{name}");
    assert_eq!((&day["declared"], &day["document"]), (&"1974-08-12".into(), &"1974-12-08".into()));
    assert!(kinds(day).contains(&"changed"));

    let path = applicant.path("");
    let seen = app.get(&path).with(&app.integrator).send().await.expect(200);
    assert!(seen["differences"].is_null(), "{seen}");
    let decision = applicant.decision().await.to_string();
    assert!(!decision.contains("ZENOBIA"), "a decision holds no name");
    assert_eq!(files::holding(app.folder(), b"ZENOBIA"), Vec::<String>::new(), "sealed at rest");
    assert!(!logs.text().contains("ZENOBIA"), "not logged");
}

#[tokio::test]
async fn what_agrees_is_not_told() {
    let app = TestApp::start().await;
    let applicant = app.applicant().await;
    let session = applicant.decided("passport").await;
    assert_eq!(session["status"], "approved");
    assert!(session["differences"].is_null());
}
