//! The decision's rules, one by one.

use std::collections::BTreeMap;

use super::*;
use crate::CheckRule;

fn policy() -> Policy {
    let rules = Check::ALL
        .iter()
        .map(|check| {
            let limits: BTreeMap<String, f64> = check.limits().iter().map(|name| ((*name).to_owned(), 1.0)).collect();
            let on_fail = match check {
                Check::FaceSamePerson => Consequence::Decline,
                Check::DocumentBarcode => Consequence::Review,
                _ => Consequence::Resubmit,
            };
            let rule = CheckRule {
                limits,
                on_fail,
                on_doubt: Consequence::Review,
                on_not_assessed: Consequence::Review,
                origin: "test".into(),
            };
            (*check, rule)
        })
        .collect();
    Policy {
        id: PolicyRef { name: "test".into(), version: "1".into() },
        level: 2,
        tries: 3,
        photo_asks: 2,
        session_minutes: 60,
        challenge_digits: 6,
        challenge_seconds: 120,
        review_hours: 48,
        video: true,
        rules,
    }
}

fn all_pass() -> Vec<Breakdown> {
    Check::ALL.iter().map(|check| Breakdown::new(*check, CheckResult::Pass)).collect()
}

fn with(check: Check, result: CheckResult, reasons: &[Reason]) -> Vec<Breakdown> {
    let mut all = all_pass();
    for breakdown in all.iter_mut().filter(|b| b.check == check) {
        breakdown.result = result;
        breakdown.reasons = reasons.to_vec();
    }
    all
}

fn outcome(breakdowns: &[Breakdown], attempt: u32) -> Outcome {
    decide(breakdowns, &policy(), DocumentType::IdCard, attempt).outcome
}

#[test]
fn all_in_order_is_approved_without_reasons() {
    let verdict = decide(&all_pass(), &policy(), DocumentType::IdCard, 1);
    assert_eq!(verdict, Verdict { outcome: Outcome::Approved, reasons: vec![] });
}

#[test]
fn nothing_measured_is_never_approved_whatever_the_policy_says() {
    assert_eq!(outcome(&[], 1), Outcome::InReview);
    let mut careless = policy();
    careless.rules.values_mut().for_each(|rule| rule.on_not_assessed = Consequence::Note);
    assert_eq!(decide(&[], &careless, DocumentType::IdCard, 1).outcome, Outcome::InReview);
    assert!(careless.validate().is_err());
}

#[test]
fn each_single_check_missing_keeps_the_session_from_being_approved() {
    for check in Check::ALL.iter().filter(|check| check.applies_to(DocumentType::IdCard)) {
        let rest: Vec<Breakdown> = all_pass().into_iter().filter(|b| b.check != *check).collect();
        assert_eq!(outcome(&rest, 1), Outcome::InReview, "{}", check.name());
    }
}

#[test]
fn a_failure_names_the_steps_of_its_reasons_and_only_those() {
    let blurred = with(Check::DocumentSharpness, CheckResult::Fail, &[Reason::DocumentBlurred { side: "back".into() }]);
    assert_eq!(outcome(&blurred, 1), Outcome::Resubmit(vec![Step::DocumentBack]));
    let wordless = with(Check::LivenessDigits, CheckResult::Fail, &[]);
    assert_eq!(outcome(&wordless, 1), Outcome::Resubmit(vec![Step::Liveness]));
}

#[test]
fn the_last_try_goes_to_a_person_and_says_so() {
    let blurred = with(Check::DocumentSharpness, CheckResult::Fail, &[Reason::DocumentBlurred { side: "back".into() }]);
    let verdict = decide(&blurred, &policy(), DocumentType::IdCard, 3);
    assert_eq!(verdict.outcome, Outcome::InReview);
    assert_eq!(verdict.reasons[0], Reason::TriesUsed);
}

#[test]
fn decline_outweighs_resubmit_and_resubmit_outweighs_review() {
    let mut found = with(Check::FaceSamePerson, CheckResult::Fail, &[Reason::FaceDiffers]);
    found.iter_mut().filter(|b| b.check == Check::DocumentGlare).for_each(|b| b.result = CheckResult::Fail);
    assert_eq!(outcome(&found, 1), Outcome::Declined);
    let mut doubt = with(Check::FaceSamePerson, CheckResult::Doubt, &[Reason::FaceDoubtful]);
    assert_eq!(outcome(&doubt, 1), Outcome::InReview);
    doubt.iter_mut().filter(|b| b.check == Check::LivenessNoise).for_each(|b| b.result = CheckResult::Fail);
    assert_eq!(outcome(&doubt, 1), Outcome::Resubmit(vec![Step::Liveness]));
}

#[test]
fn a_check_that_does_not_apply_to_the_document_has_no_say() {
    let without_barcode: Vec<Breakdown> =
        all_pass().into_iter().filter(|b| b.check != Check::DocumentBarcode).collect();
    assert_eq!(decide(&without_barcode, &policy(), DocumentType::Passport, 1).outcome, Outcome::Approved);
    assert_eq!(decide(&without_barcode, &policy(), DocumentType::DrivingLicence, 1).outcome, Outcome::InReview);
}

#[test]
fn a_policy_with_a_missing_or_misspelt_limit_is_refused() {
    assert_eq!(policy().validate(), Ok(()));
    let mut lacking = policy();
    lacking.rules.get_mut(&Check::DocumentGlare).expect("ruled").limits.clear();
    assert_eq!(lacking.validate(), Err(PolicyError::MissingLimit { check: "document_glare", limit: "max_share" }));
    let mut misspelt = policy();
    misspelt.rules.get_mut(&Check::DocumentGlare).expect("ruled").limits.insert("max_shar".into(), 0.1);
    assert_eq!(
        misspelt.validate(),
        Err(PolicyError::UnknownLimit { check: "document_glare", limit: "max_shar".into() })
    );
}

use crate::PolicyError;
