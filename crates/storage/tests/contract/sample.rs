//! Rows of every kind, made from small numbers.

use countersign_domain::{
    ApplicantId, BirthDate, BlobId, Challenge, ChallengeId, Consent, Country, DecidedBy, Decision, DecisionId,
    Declaration, Digits, DocumentType, Evidence, EvidenceId, EvidenceKind, JobId, LegalName, Outcome, PolicyRef,
    Reason, Session, SessionId, SessionState, Sha256, Verdict,
};
use countersign_storage::{Applicant, NewJob, Store};
use jiff::Timestamp;
use jiff::civil::date;

pub const NAME: &str = "Anna Maria Eriksson";

pub fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_795_000_000 + second).expect("a valid second")
}

pub fn session_id(n: u128) -> SessionId {
    SessionId::new(at(n as i64), n)
}

pub fn token(n: u128) -> [u8; 32] {
    [n as u8; 32]
}

pub fn applicant() -> Applicant {
    Applicant { id: ApplicantId::new(at(0), 1), external_id: Some("customer-7".into()), created_at: at(0) }
}

pub fn session(n: u128) -> Session {
    Session {
        id: session_id(n),
        applicant: applicant().id,
        policy: PolicyRef { name: "level-2".into(), version: "2026-11-22".into() },
        level: 2,
        state: SessionState::Created,
        attempt: 1,
        consent: None,
        declaration: None,
        redo: vec![],
        created_at: at(n as i64),
        expires_at: at(n as i64 + 1_800),
    }
}

pub fn consent() -> Consent {
    Consent { version: "2026-11".into(), language: "en".into(), given_at: at(3) }
}

pub fn declaration() -> Declaration {
    Declaration {
        legal_name: LegalName::new(NAME).expect("a name"),
        birth_date: BirthDate::from_stored(date(1969, 8, 6)),
        document_type: DocumentType::IdCard,
        issuing_country: Country::new("UTO").expect("a country"),
    }
}

/// Stores the applicant and sessions 1 to `count`, each with the token of its number.
pub async fn sessions(store: &dyn Store, count: u128) {
    let mut tx = store.begin().await.expect("begins");
    tx.insert_applicant(&applicant()).await.expect("a new applicant");
    for n in 1..=count {
        tx.insert_session(&session(n), token(n), "en", Some("order-1")).await.expect("a new session");
    }
    tx.commit().await.expect("commits");
}

/// Stores session 1 with a declaration.
pub async fn declared(store: &dyn Store) {
    sessions(store, 1).await;
    let mut tx = store.begin().await.expect("begins");
    let read = tx.session_for_update(session_id(1)).await.expect("reads").expect("is there");
    let told = Session { consent: Some(consent()), declaration: Some(declaration()), ..read };
    tx.update_session(&told).await.expect("updates");
    tx.commit().await.expect("commits");
}

pub fn evidence(n: u128) -> Evidence {
    Evidence {
        id: EvidenceId::new(at(n as i64), n),
        session: session_id(1),
        kind: EvidenceKind::ALL[n as usize % 3],
        sha256: Sha256([n as u8; 32]),
        bytes: 2_000_000 + n as u64,
        media_type: "image/jpeg".into(),
        blob: BlobId::new(at(0), n),
        challenge: None,
        received_at: at(n as i64),
    }
}

pub fn challenge(n: u128) -> Challenge {
    Challenge {
        id: ChallengeId::new(at(0), n),
        session: session_id(1),
        digits: Digits::parse("471902").expect("digits"),
        language: "en".into(),
        issued_at: at(0),
        expires_at: at(120),
        spent_at: None,
    }
}

pub fn decision(n: u128) -> Decision {
    Decision {
        id: DecisionId::new(at(0), n),
        session: session_id(1),
        attempt: 1,
        verdict: Verdict { outcome: Outcome::Declined, reasons: vec![Reason::FaceDiffers] },
        by: DecidedBy::Policy,
        at: at(9),
        policy: PolicyRef { name: "level-2".into(), version: "2026-11-22".into() },
        policy_sha256: Sha256([0xC5; 32]),
        breakdowns: vec![],
        inputs: vec![(EvidenceKind::DocumentFront, Sha256([1; 32])), (EvidenceKind::LivenessVideo, Sha256([2; 32]))],
    }
}

pub fn job(n: u128) -> NewJob {
    NewJob {
        id: JobId::new(at(0), n),
        kind: "process_session".into(),
        subject: session_id(1).to_string(),
        run_at: at(0),
        max_attempts: 3,
        dedupe_key: None,
    }
}
