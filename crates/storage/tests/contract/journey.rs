//! First looks, chosen ways, files in pieces, and the queue before people.

use countersign_domain::{
    Accommodation, BlobId, Decision, EvidenceKind, Look, Outcome, PartialUpload, Piece, Reason, Session, SessionState,
    Sha256, UploadId, Verdict,
};
use countersign_storage::{ErrorKind, Wait};

use crate::harness::Backend;
use crate::sample::{at, decision, evidence, session_id, sessions};

fn look(n: u128) -> Look {
    Look {
        evidence: evidence(n).id,
        session: session_id(1),
        kind: EvidenceKind::DocumentFront,
        attempt: 1,
        unreadable: vec![Reason::DocumentBlurred { side: "front".into() }],
        differs: vec![Reason::NameDiffers],
        asked_again: n == 1,
        at: at(n as i64),
    }
}

pub async fn a_look_is_kept_once_and_in_order(backend: &Backend) {
    sessions(&*backend.store, 2).await;
    let mut tx = backend.store.begin().await.expect("begins");
    for n in [2, 1] {
        tx.insert_evidence(&evidence(n)).await.expect("inserts");
        tx.insert_look(&look(n)).await.expect("inserts");
    }
    assert_eq!(tx.looks_of(session_id(1)).await.expect("reads"), [look(1), look(2)]);
    assert_eq!(tx.looks_of(session_id(2)).await.expect("reads"), []);
    tx.commit().await.expect("commits");
    let mut tx = backend.store.begin().await.expect("begins");
    assert_eq!(tx.insert_look(&look(1)).await.expect_err("a second look").kind, ErrorKind::Conflict);
}

pub async fn a_chosen_way_is_replaced_and_forgotten(backend: &Backend) {
    sessions(&*backend.store, 1).await;
    let way = Some(Accommodation::WithoutSpeech);
    let mut tx = backend.store.begin().await.expect("begins");
    assert_eq!(tx.accommodation(session_id(1)).await.expect("reads"), None);
    for _ in 0..2 {
        tx.put_accommodation(session_id(1), way, at(1)).await.expect("keeps");
        assert_eq!(tx.accommodation(session_id(1)).await.expect("reads"), way);
    }
    tx.put_accommodation(session_id(1), None, at(2)).await.expect("forgets");
    assert_eq!(tx.accommodation(session_id(1)).await.expect("reads"), None);
}

fn upload(n: u128) -> PartialUpload {
    PartialUpload {
        id: UploadId::new(at(0), n),
        session: session_id(1),
        kind: EvidenceKind::DocumentBack,
        bytes: 5_000_000_000,
        sha256: Sha256([n as u8; 32]),
        challenge: None,
        created_at: at(n as i64),
    }
}

fn piece(offset: u64) -> Piece {
    Piece { offset, bytes: 10, blob: BlobId::new(at(0), u128::from(offset) + 1) }
}

pub async fn pieces_follow_each_other_and_go_together(backend: &Backend) {
    sessions(&*backend.store, 1).await;
    let mut tx = backend.store.begin().await.expect("begins");
    for n in [1, 2] {
        tx.insert_upload(&upload(n)).await.expect("announces");
    }
    for offset in [0, 20, 10] {
        tx.insert_piece(upload(1).id, piece(offset)).await.expect("inserts");
    }
    assert_eq!(tx.upload(upload(1).id).await.expect("reads"), Some(upload(1)));
    assert_eq!(tx.uploads_of(session_id(1)).await.expect("reads"), [upload(1), upload(2)]);
    assert_eq!(tx.uploads_before(at(2), 9).await.expect("reads"), [upload(1)]);
    assert_eq!(tx.pieces_of(upload(1).id).await.expect("reads"), [piece(0), piece(10), piece(20)]);
    tx.remove_upload(upload(1).id).await.expect("forgets");
    assert_eq!(tx.upload(upload(1).id).await.expect("reads"), None);
    assert_eq!(tx.pieces_of(upload(1).id).await.expect("reads"), []);
    tx.insert_piece(upload(2).id, piece(0)).await.expect("inserts");
    tx.commit().await.expect("commits");
    let mut tx = backend.store.begin().await.expect("begins");
    assert_eq!(tx.insert_piece(upload(2).id, piece(0)).await.expect_err("twice").kind, ErrorKind::Conflict);
}

pub async fn waits_are_measured_from_decisions(backend: &Backend) {
    sessions(&*backend.store, 2).await;
    let decided = |n: u128, outcome, second| Decision {
        at: at(second),
        verdict: Verdict { outcome, reasons: vec![Reason::FaceDoubtful] },
        ..decision(n)
    };
    let mut tx = backend.store.begin().await.expect("begins");
    tx.insert_decision(&decided(1, Outcome::InReview, 100)).await.expect("inserts");
    tx.insert_decision(&decided(2, Outcome::Declined, 400)).await.expect("inserts");
    tx.insert_decision(&decided(3, Outcome::Approved, 900)).await.expect("inserts");
    assert_eq!(tx.waits_after(at(0), 9).await.expect("reads"), [Wait { since: at(100), until: at(400) }]);
    assert_eq!(tx.waits_after(at(400), 9).await.expect("reads"), []);
    assert_eq!(tx.waiting_since().await.expect("reads"), []);
    let read = tx.session_for_update(session_id(2)).await.expect("reads").expect("is there");
    let state = SessionState::InReview { decision: decision(9).id, since: at(50), due: at(500) };
    tx.update_session(&Session { state, ..read }).await.expect("updates");
    assert_eq!(tx.waiting_since().await.expect("reads"), [at(50)]);
}
