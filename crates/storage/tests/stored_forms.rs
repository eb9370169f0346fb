//! Every form that was ever stored keeps loading: each sample of `tests/stored_forms/` reads, and is what it says.
//!
//! Samples are never edited. A new version of a form adds files beside the old ones.

use std::path::Path;

use countersign_domain::{CheckResult, DecidedBy, DocumentType, EvidenceKind, Outcome, Reason, SessionState, Step};
use countersign_storage::stored::{
    read_consent, read_decision, read_declaration, read_look, read_reading, read_state, read_steps,
};

fn samples(form: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stored_forms");
    let mut found: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder of samples")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(form)))
        .map(|path| {
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            (name, std::fs::read_to_string(&path).expect("a text"))
        })
        .collect();
    found.sort();
    assert!(!found.is_empty(), "no sample of {form}");
    found
}

fn sample(name: &str) -> String {
    samples(name).remove(0).1
}

#[test]
fn every_state_loads_under_its_name() {
    let loaded: Vec<SessionState> = samples("state.")
        .iter()
        .map(|(name, text)| {
            let state = read_state(text).unwrap_or_else(|error| panic!("{name}: {error}"));
            assert_eq!(name.split('.').nth(2), Some(state.name()));
            state
        })
        .collect();
    assert_eq!(loaded.len(), 9);
    let resubmission = loaded.iter().find_map(|state| match state {
        SessionState::ResubmissionRequested { steps, .. } => Some(steps.clone()),
        _ => None,
    });
    assert_eq!(resubmission, Some(vec![Step::Details, Step::DocumentFront, Step::DocumentBack, Step::Liveness]));
}

#[test]
fn consent_declaration_and_steps_load() {
    let consent = read_consent(&sample("consent.v1")).expect("loads");
    assert_eq!((consent.language.as_str(), consent.given_at.as_millisecond()), ("pt-BR", 1_795_000_000_123));
    let declared = read_declaration(&sample("declaration.v1")).expect("loads");
    assert_eq!(declared.legal_name.expose(), "Ana “O’Neill” Šťastná".replace(['“', '”'], ""));
    assert_eq!(declared.birth_date.expose().to_string(), "1992-02-29");
    assert_eq!((declared.document_type, declared.issuing_country.code()), (DocumentType::DrivingLicence, "UTO"));
    let says = read_reading(&sample("reading.v1")).expect("loads");
    assert_eq!(says.legal_name.as_deref(), Some("ANA O’NEILL ŠŤASTNÁ"));
    assert_eq!(says.birth_date.map(|day| day.to_string()).as_deref(), Some("1992-02-29"));
    let steps = read_steps(&sample("steps.v1")).expect("loads");
    assert_eq!(steps, Step::ALL);
}

#[test]
fn a_decision_by_policy_loads_with_every_reason() {
    let body = read_decision(&sample("decision.v1.policy")).expect("loads");
    assert_eq!(body.by, DecidedBy::Policy);
    assert_eq!(body.verdict.outcome, Outcome::Resubmit(vec![Step::DocumentFront, Step::Liveness]));
    // Reasons that came later stand in samples of their own, `decision.v1.policy.<what>`.
    let bodies = samples("decision.v1.policy").into_iter().map(|(name, text)| read_decision(&text).expect(&name));
    let codes: Vec<&str> =
        bodies.flat_map(|body| body.verdict.reasons.iter().map(Reason::code).collect::<Vec<_>>()).collect();
    for code in Reason::CODES {
        assert!(codes.contains(code), "the sample lacks {code}: add it in a new sample");
    }
    let found = &body.breakdowns[0];
    assert_eq!((found.result, found.score, found.limits[0]), (CheckResult::Fail, Some(12.25), ("max_share", 0.03)));
    assert_eq!((found.raw[0].value, found.raw[0].unit), (0.1 + 0.2, "share"));
    // A limit that no check knows any more still loads.
    assert_eq!(found.limits[1], ("a_limit_of_long_ago", 1.0));
    assert_eq!(body.inputs.iter().map(|(kind, _)| *kind).collect::<Vec<_>>(), EvidenceKind::ALL);
}

#[test]
fn a_reviewers_decision_loads() {
    let body = read_decision(&sample("decision.v1.reviewer")).expect("loads");
    assert_eq!(body.by, DecidedBy::Reviewer { key: "kim".into(), note: String::new() });
    assert_eq!(body.verdict.outcome, Outcome::Approved);
    assert_eq!(body.verdict.reasons, [Reason::ReviewedInOrder]);
}

#[test]
fn a_first_look_loads() {
    let (unreadable, differs) = read_look(&sample("look.v1")).expect("loads");
    assert_eq!(unreadable, [Reason::DocumentBlurred { side: "front".into() }]);
    assert_eq!(differs, [Reason::NameDiffers]);
}
