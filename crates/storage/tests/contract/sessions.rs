//! Sessions: read back as stored, never lost, never impossible, forgotten when asked.

use countersign_domain::{DecidedBy, Decision, DecisionId, DocumentSays, Session, SessionState, Step};
use countersign_storage::test_support::master_keys;
use countersign_storage::{BlobStore, ErrorKind, MasterKeys, SessionFilter};
use jiff::civil::date;
use std::sync::Arc;

use crate::harness::Backend;
use crate::sample::{
    NAME, applicant, at, consent, decision, declaration, declared, evidence, session, session_id, sessions, token,
};

fn every_state() -> Vec<SessionState> {
    let decision = DecisionId::new(at(0), 5);
    vec![
        SessionState::Created,
        SessionState::Capturing,
        SessionState::Processing { since: at(1) },
        SessionState::InReview { decision, since: at(2), due: at(3) },
        SessionState::ResubmissionRequested { decision, steps: Step::ALL.to_vec() },
        SessionState::Approved { decision, at: at(4) },
        SessionState::Declined { decision, at: at(5) },
        SessionState::Expired { at: at(6) },
        SessionState::Withdrawn { at: at(7) },
    ]
}

pub async fn a_session_reads_back_in_every_state(backend: &Backend) {
    let mut tx = backend.store.begin().await.expect("begins");
    tx.insert_applicant(&applicant()).await.expect("inserts");
    assert_eq!(tx.applicant(applicant().id).await.expect("reads"), Some(applicant()));
    for (n, state) in (1_u128..).zip(every_state()) {
        let full = Session {
            state,
            attempt: 2,
            consent: Some(consent()),
            declaration: Some(declaration()),
            redo: vec![Step::Liveness, Step::DocumentBack],
            ..session(n)
        };
        tx.insert_session(&full, token(n), "de", None).await.expect("inserts");
        assert_eq!(tx.session(session_id(n)).await.expect("reads"), Some(full.clone()));
        assert_eq!(tx.session_by_token(token(n)).await.expect("reads"), Some(full));
        let labels = tx.session_labels(session_id(n)).await.expect("reads").expect("is there");
        assert_eq!((labels.language.as_str(), labels.external_ref), ("de", None));
    }
    tx.commit().await.expect("commits");
    let mut tx = backend.store.read().await.expect("begins");
    let again = tx.session(session_id(1)).await.expect("reads").expect("is there");
    assert_eq!(again.declaration, Some(declaration()), "opened by a fresh transaction");
    assert_eq!(tx.session(session_id(99)).await.expect("reads"), None);
}

/// Ten tasks each count the try up once: with a lock they queue, without one the loser is told and tries again.
pub async fn a_change_by_another_is_never_lost(backend: &Backend) {
    sessions(&*backend.store, 1).await;
    let tasks = (0..10).map(|n| {
        let store = backend.store.clone();
        tokio::spawn(async move {
            loop {
                let mut tx = store.begin().await.expect("begins");
                let read = match n % 2 {
                    0 => tx.session_for_update(session_id(1)).await,
                    _ => tx.session(session_id(1)).await,
                };
                let mut session = read.expect("reads").expect("is there");
                session.attempt += 1;
                tokio::task::yield_now().await;
                match tx.update_session(&session).await {
                    Ok(()) => break tx.commit().await.expect("commits"),
                    Err(error) => assert_eq!(error.kind, ErrorKind::Conflict),
                }
            }
        })
    });
    for task in tasks.collect::<Vec<_>>() {
        task.await.expect("no panic");
    }
    let mut tx = backend.store.read().await.expect("begins");
    assert_eq!(tx.session(session_id(1)).await.expect("reads").expect("is there").attempt, 11);
}

pub async fn an_update_needs_a_reading(backend: &Backend) {
    sessions(&*backend.store, 1).await;
    let mut tx = backend.store.begin().await.expect("begins");
    let error = tx.update_session(&session(1)).await.expect_err("never read");
    assert_eq!((error.kind, error.id), (ErrorKind::Invalid, Some(session_id(1).to_string())));
}

pub async fn a_token_can_be_replaced(backend: &Backend) {
    sessions(&*backend.store, 2).await;
    let mut tx = backend.store.begin().await.expect("begins");
    tx.replace_session_token(session_id(1), token(77)).await.expect("replaces");
    assert_eq!(tx.session_by_token(token(1)).await.expect("reads"), None);
    assert_eq!(tx.session_by_token(token(77)).await.expect("reads").map(|s| s.id), Some(session_id(1)));
    let error = tx.replace_session_token(session_id(9), token(78)).await.expect_err("no such session");
    assert_eq!(error.kind, ErrorKind::NotFound);
    let taken = tx.replace_session_token(session_id(1), token(2)).await.expect_err("another's token");
    assert_eq!(taken.kind, ErrorKind::Conflict);
}

pub async fn pages_follow_each_other(backend: &Backend) {
    sessions(&*backend.store, 5).await;
    let mut tx = backend.store.read().await.expect("begins");
    let mut seen = vec![];
    let mut after = None;
    loop {
        let page = tx.list_sessions(SessionFilter::default(), after, 2).await.expect("lists");
        seen.extend(page.sessions.iter().map(|s| s.id));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(seen, [5, 4, 3, 2, 1].map(session_id));
    let created = SessionFilter { state: Some("created"), applicant: Some(applicant().id) };
    assert_eq!(tx.list_sessions(created, None, 9).await.expect("lists").sessions.len(), 5);
    let approved = SessionFilter { state: Some("approved"), applicant: None };
    assert!(tx.list_sessions(approved, None, 9).await.expect("lists").sessions.is_empty());
}

pub async fn what_is_over_is_found(backend: &Backend) {
    sessions(&*backend.store, 3).await;
    let mut tx = backend.store.begin().await.expect("begins");
    assert_eq!(tx.sessions_expiring(at(1_800), 9).await.expect("reads"), []);
    assert_eq!(tx.sessions_expiring(at(1_802), 9).await.expect("reads"), [1, 2].map(session_id));
    assert_eq!(tx.sessions_expiring(at(9_999), 1).await.expect("reads"), [session_id(1)]);
    let mut first = tx.session_for_update(session_id(1)).await.expect("reads").expect("is there");
    first.state = SessionState::Expired { at: at(1_801) };
    tx.update_session(&first).await.expect("updates");
    assert_eq!(tx.sessions_expiring(at(1_802), 9).await.expect("reads"), [session_id(2)]);
}

pub async fn an_impossible_row_is_named(backend: &Backend) {
    declared(&*backend.store).await;
    let id = session_id(1).to_string();
    for (column, value, good) in [
        ("state", "'approved'", "'created'"),
        ("state_facts", "'{\"v\":1,\"state\":\"approved\"}'", "'{\"v\":1,\"state\":\"created\"}'"),
        ("state_facts", "'{\"v\":9}'", "'{\"v\":1,\"state\":\"created\"}'"),
        ("redo", "'[\"jump\"]'", "'[]'"),
        ("attempt", "0", "1"),
        ("level", "-1", "2"),
        ("applicant_id", "applicant_id", "applicant_id"),
        ("expires_at", "0", "1795009999000"),
        ("created_at", "9223372036854775807", "1795000001000"),
        ("consent", "'{}'", "NULL"),
    ] {
        backend.raw(&format!("UPDATE sessions SET {column} = {value}")).await.expect("changes");
        let mut tx = backend.store.read().await.expect("begins");
        let result = tx.session(session_id(1)).await;
        if value == good {
            result.expect("nothing was changed").expect("is there");
            continue;
        }
        let error = result.expect_err(column);
        assert_eq!(error.kind, ErrorKind::Corrupt { table: "sessions", column, row: id.clone() });
        assert!(error.to_string().contains(column) && error.to_string().contains(&id), "{error}");
        drop(tx);
        backend.raw(&format!("UPDATE sessions SET {column} = {good}")).await.expect("mends");
    }
}

pub async fn names_are_not_in_the_clear(backend: &Backend) {
    declared(&*backend.store).await;
    let table = backend.raw("SELECT 1 FROM sessions WHERE declaration IS NOT NULL").await.expect("asks");
    assert!(table <= 1);
    if let Some(bytes) = backend.bytes_on_disk() {
        assert!(bytes.windows(7).any(|window| window == b"level-2"), "this looks at the right bytes");
        for secret in [NAME.as_bytes(), b"Eriksson", b"1969-08-06"] {
            assert!(!bytes.windows(secret.len()).any(|window| window == secret));
        }
    }
}

pub async fn after_erasing_nothing_opens(backend: &Backend) {
    declared(&*backend.store).await;
    let folder = tempfile::tempdir().expect("a folder");
    let blobs = BlobStore::open(&format!("file://{}", folder.path().display()), &[]).expect("opens");
    let mut tx = backend.store.begin().await.expect("begins");
    let key = tx.session_key(session_id(1)).await.expect("reads").expect("has one");
    let blob = evidence(1).blob;
    blobs.put(session_id(1), blob, "document_front", b"a photo".to_vec(), &key).await.expect("stored");
    let by = DecidedBy::Reviewer { key: "kim".into(), note: "Mother's maiden name differs".into() };
    tx.insert_decision(&Decision { by: by.clone(), ..decision(1) }).await.expect("inserts");
    tx.insert_evidence(&evidence(1)).await.expect("inserts");
    assert_eq!(tx.decision(decision(1).id).await.expect("reads").expect("is there").by, by);
    tx.commit().await.expect("commits");

    let mut tx = backend.store.begin().await.expect("begins");
    assert!(tx.erase_session_key(session_id(1)).await.expect("erases"));
    assert!(!tx.erase_session_key(session_id(1)).await.expect("erased before"));
    assert_eq!(tx.erase_session_key(session_id(9)).await.expect_err("no such session").kind, ErrorKind::NotFound);
    tx.commit().await.expect("commits");
    backend.store.scrub().await.expect("scrubs");

    let mut tx = backend.store.begin().await.expect("begins");
    assert!(tx.session_key(session_id(1)).await.expect("reads").is_none());
    let mut session = tx.session_for_update(session_id(1)).await.expect("reads").expect("the record stays");
    assert_eq!(session.declaration, None);
    let read = tx.decision(decision(1).id).await.expect("reads").expect("the record stays");
    assert_eq!(read.by, DecidedBy::Reviewer { key: "kim".into(), note: "[erased]".into() });
    assert_eq!(tx.evidence_of(session_id(1)).await.expect("reads"), [evidence(1)]);
    session.declaration = Some(declaration());
    assert_eq!(tx.update_session(&session).await.expect_err("no key to seal with").kind, ErrorKind::Crypto);
    drop(tx);
    assert_eq!(blobs.delete_session(session_id(1)).await.expect("deletes"), 1);
    if let Some(bytes) = backend.bytes_on_disk() {
        assert!(!bytes.windows(11).any(|window| window == b"maiden name"));
    }
}

pub async fn what_a_document_says_is_sealed_and_goes_with_the_key(backend: &Backend) {
    sessions(&*backend.store, 2).await;
    let says = |name: &str| DocumentSays { legal_name: Some(name.into()), birth_date: Some(date(1969, 8, 6)) };
    let mut tx = backend.store.begin().await.expect("begins");
    assert_eq!(tx.reading(session_id(1)).await.expect("reads"), None);
    tx.put_reading(session_id(1), &says("GRETA LINDQVIST")).await.expect("keeps");
    tx.put_reading(session_id(1), &says("GRETA LINDQUIST")).await.expect("replaces");
    tx.put_reading(session_id(2), &DocumentSays::default()).await.expect("keeps nothing read as well");
    tx.commit().await.expect("commits");
    if let Some(bytes) = backend.bytes_on_disk() {
        assert!(!bytes.windows(5).any(|window| window == b"GRETA"));
    }
    let mut tx = backend.store.begin().await.expect("begins");
    assert_eq!(tx.reading(session_id(1)).await.expect("reads"), Some(says("GRETA LINDQUIST")));
    assert_eq!(tx.reading(session_id(2)).await.expect("reads"), Some(DocumentSays::default()));
    assert!(tx.erase_session_key(session_id(1)).await.expect("erases"));
    assert_eq!(tx.reading(session_id(1)).await.expect("reads"), None);
    let refused = tx.put_reading(session_id(1), &says("GRETA")).await.expect_err("no key to seal with");
    assert_eq!(refused.kind, ErrorKind::Crypto);
}

fn rotated() -> Arc<MasterKeys> {
    let old = hex::encode((0..32).collect::<Vec<u8>>());
    let new = hex::encode((50..82).collect::<Vec<u8>>());
    Arc::new(MasterKeys::parse(&format!("{new} {old}")).expect("two keys"))
}

pub async fn keys_are_wrapped_anew_after_rotation(backend: &Backend) {
    declared(&*backend.store).await;
    let rotating = backend.another(rotated()).await;
    let mut tx = rotating.begin().await.expect("begins");
    assert_eq!(tx.rewrap_session_keys(10).await.expect("wraps"), 1);
    assert_eq!(tx.rewrap_session_keys(10).await.expect("done"), 0);
    tx.commit().await.expect("commits");
    let new = hex::encode((50..82).collect::<Vec<u8>>());
    let alone = backend.another(Arc::new(MasterKeys::parse(&new).expect("a key"))).await;
    let mut tx = alone.read().await.expect("begins");
    let read = tx.session(session_id(1)).await.expect("opens with the new key alone").expect("is there");
    assert_eq!(read.declaration, Some(declaration()));
}

pub async fn a_foreign_master_key_opens_nothing(backend: &Backend) {
    declared(&*backend.store).await;
    let keys = MasterKeys::parse(&hex::encode((90..122).collect::<Vec<u8>>())).expect("a key");
    let foreign = backend.another(Arc::new(keys)).await;
    let mut tx = foreign.read().await.expect("begins");
    assert_eq!(tx.session(session_id(1)).await.expect_err("wrong key").kind, ErrorKind::Crypto);
    let mut tx = backend.another(master_keys()).await.read().await.expect("begins");
    assert!(tx.session(session_id(1)).await.expect("the right key").is_some());
}
