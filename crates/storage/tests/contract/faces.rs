//! Faces: sealed, searched among others, gone with the key.

use countersign_domain::{ApplicantId, Session};
use countersign_storage::{Applicant, ErrorKind, FaceMatch};

use crate::harness::Backend;
use crate::sample::{at, session, session_id, sessions};

const MARK: f32 = 1234.5;

/// Sessions 1 and 2 are one applicant's, 3 and 4 another's.
async fn two_applicants(backend: &Backend) -> ApplicantId {
    sessions(&*backend.store, 2).await;
    let other = Applicant { id: ApplicantId::new(at(0), 2), external_id: None, created_at: at(0) };
    let mut tx = backend.store.begin().await.expect("begins");
    tx.insert_applicant(&other).await.expect("inserts");
    for n in 3..=4 {
        let theirs = Session { applicant: other.id, ..session(n) };
        tx.insert_session(&theirs, crate::sample::token(n), "en", None).await.expect("inserts");
    }
    for n in 1..=4 {
        tx.put_face(session_id(n), "one", &[MARK, n as f32], at(9)).await.expect("keeps");
    }
    tx.commit().await.expect("commits");
    other.id
}

pub async fn a_face_is_searched_among_those_of_others(backend: &Backend) {
    let other = two_applicants(backend).await;
    let own = session(1).applicant;
    let mut tx = backend.store.begin().await.expect("begins");
    let found = tx.faces_of_others(own, "one", None, 10).await.expect("reads");
    assert_eq!(found.iter().map(|face| face.session).collect::<Vec<_>>(), [session_id(3), session_id(4)]);
    assert_eq!(found[1].values, [MARK, 4.0]);
    let page = tx.faces_of_others(own, "one", Some(session_id(3)), 10).await.expect("reads");
    assert_eq!(page.len(), 1, "pages go on after the last one");
    assert_eq!(tx.faces_of_others(other, "one", None, 1).await.expect("reads").len(), 1, "no more than asked");
    tx.put_face(session_id(3), "two", &[1.0], at(10)).await.expect("replaces");
    assert_eq!(
        tx.faces_of_others(own, "one", None, 10).await.expect("reads").len(),
        1,
        "another release is not compared"
    );
    assert_eq!(tx.faces_not_comparable(own, "one").await.expect("counts"), 1);
    assert_eq!(tx.faces_not_comparable(other, "one").await.expect("counts"), 0, "one's own do not count");
}

pub async fn a_face_is_sealed_and_goes_with_the_key(backend: &Backend) {
    let other = two_applicants(backend).await;
    if let Some(bytes) = backend.bytes_on_disk() {
        assert!(!bytes.windows(4).any(|window| window == MARK.to_le_bytes()));
    }
    let mut tx = backend.store.begin().await.expect("begins");
    assert!(tx.erase_session_key(session_id(1)).await.expect("erases"));
    let found = tx.faces_of_others(other, "one", None, 10).await.expect("reads");
    assert_eq!(found.iter().map(|face| face.session).collect::<Vec<_>>(), [session_id(2)]);
    assert_eq!(tx.faces_not_comparable(other, "two").await.expect("counts"), 1, "the row is gone, not only the key");
    let refused = tx.put_face(session_id(1), "one", &[1.0], at(11)).await.expect_err("no key to seal with");
    assert_eq!(refused.kind, ErrorKind::Crypto);
}

pub async fn both_sides_of_a_match_know_it(backend: &Backend) {
    two_applicants(backend).await;
    let found = |other, distance| FaceMatch { other: session_id(other), distance };
    let mut tx = backend.store.begin().await.expect("begins");
    tx.put_face_matches(session_id(1), &[found(4, 0.31), found(3, 0.25)], at(10)).await.expect("keeps");
    tx.put_face_matches(session_id(3), &[found(1, 0.25)], at(11)).await.expect("keeps");
    assert_eq!(tx.face_matches(session_id(1)).await.expect("reads"), [found(3, 0.25), found(4, 0.31)]);
    assert_eq!(tx.face_matches(session_id(4)).await.expect("reads"), [found(1, 0.31)]);
    tx.put_face_matches(session_id(1), &[], at(12)).await.expect("replaces");
    assert_eq!(tx.face_matches(session_id(4)).await.expect("reads"), []);
    assert!(tx.erase_session_key(session_id(3)).await.expect("erases"));
    assert_eq!(tx.face_matches(session_id(1)).await.expect("reads"), [], "an erased session is no match");
}
