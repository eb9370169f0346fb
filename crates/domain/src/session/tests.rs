//! Every allowed transition, and that the others are refused with their names.

use super::*;

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).expect("a valid second")
}

fn session(state: SessionState) -> Session {
    Session {
        id: SessionId::new(at(0), 1),
        applicant: ApplicantId::new(at(0), 1),
        policy: PolicyRef { name: "level-2".into(), version: "1".into() },
        level: 2,
        state,
        attempt: 1,
        consent: None,
        declaration: None,
        redo: vec![],
        created_at: at(0),
        expires_at: at(3600),
    }
}

fn decision() -> DecisionId {
    DecisionId::new(at(5), 9)
}

#[test]
fn the_straight_way_leads_to_approval() {
    let s = session(SessionState::Created).capture(Step::Consent).expect("capturing");
    let s = s.submit(at(10)).expect("processing");
    let s = s.decided(&Outcome::Approved, decision(), at(12), at(99)).expect("approved");
    assert_eq!(s.state, SessionState::Approved { decision: decision(), at: at(12) });
    assert!(s.state.is_final());
}

#[test]
fn a_resubmission_opens_only_its_steps_and_counts_one_try() {
    let asked =
        SessionState::ResubmissionRequested { decision: decision(), steps: vec![Step::DocumentBack, Step::Liveness] };
    let s = session(asked).capture(Step::DocumentBack).expect("capturing again");
    assert_eq!((s.attempt, s.redo.clone()), (2, vec![Step::Liveness]));
    assert!(s.clone().submit(at(1)).is_err(), "a step is still open");
    let s = s.capture(Step::Liveness).expect("the last step");
    assert_eq!(s.attempt, 2);
    assert!(s.submit(at(1)).is_ok());
}

#[test]
fn a_final_state_only_follows_a_reviewer() {
    let done = session(SessionState::Declined { decision: decision(), at: at(1) });
    assert!(done.clone().capture(Step::Liveness).is_err());
    assert!(done.clone().submit(at(2)).is_err());
    assert!(done.clone().withdraw(at(2)).is_err());
    assert!(
        done.clone().decided(&Outcome::Approved, decision(), at(2), at(3)).is_err(),
        "no job may overwrite a decision"
    );
    assert!(done.reviewed(&Outcome::Approved, decision(), at(2), at(3)).is_ok());
    for ended in [SessionState::Expired { at: at(1) }, SessionState::Withdrawn { at: at(1) }] {
        assert!(session(ended).reviewed(&Outcome::Approved, decision(), at(2), at(3)).is_err());
    }
}

#[test]
fn expiry_waits_for_its_time_and_spares_what_was_handed_in() {
    assert!(session(SessionState::Capturing).expire(at(3599)).is_err());
    assert!(session(SessionState::Capturing).expire(at(3600)).is_ok());
    assert!(session(SessionState::Processing { since: at(1) }).expire(at(9999)).is_err());
}

#[test]
fn steps_asked_again_late_get_time_and_nothing_else_does() {
    let asked = Outcome::Resubmit(vec![Step::Liveness]);
    let late = session(SessionState::InReview { decision: decision(), since: at(10), due: at(20) });
    let again = late.reviewed(&asked, decision(), at(9000), at(9999)).expect("asked again").with_time_until(at(12_600));
    assert_eq!(again.expires_at, at(12_600));
    assert!(again.expire(at(9001)).is_err());
    assert_eq!(session(SessionState::Capturing).with_time_until(at(12_600)).expires_at, at(3600));
}

#[test]
fn a_refusal_names_session_state_and_event() {
    let refused = session(SessionState::Created).submit(at(1)).expect_err("nothing was handed in");
    assert_eq!(
        refused.to_string(),
        format!("{} is created: submitting is not possible", session(SessionState::Created).id)
    );
}
