//! All of a transaction or nothing, and nobody turned away.

use countersign_domain::{ApplicantId, Event, EventId, EventKind, SessionState};
use countersign_storage::{Applicant, ErrorKind};

use crate::harness::Backend;
use crate::sample::{applicant, at, job, session_id, sessions};

pub async fn a_dropped_transaction_leaves_nothing(backend: &Backend) {
    sessions(&*backend.store, 1).await;
    let event = Event {
        id: EventId::new(at(0), 1),
        session: session_id(1),
        kind: EventKind::SessionSubmitted,
        subject: None,
        at: at(1),
    };
    for commit in [false, true] {
        let mut tx = backend.store.begin().await.expect("begins");
        let mut session = tx.session_for_update(session_id(1)).await.expect("reads").expect("is there");
        session.state = SessionState::Processing { since: at(1) };
        tx.update_session(&session).await.expect("updates");
        tx.enqueue(&job(1)).await.expect("enqueues");
        tx.append_event(&event).await.expect("appends");
        if commit {
            tx.commit().await.expect("commits");
        } else {
            drop(tx);
        }
        let mut tx = backend.store.read().await.expect("begins");
        let read = tx.session(session_id(1)).await.expect("reads").expect("is there");
        assert_eq!(read.state != SessionState::Created, commit);
        assert_eq!(tx.open_jobs().await.expect("counts"), u64::from(commit));
        assert_eq!(tx.events_of(session_id(1)).await.expect("reads").len(), usize::from(commit));
    }
}

pub async fn a_failed_statement_spoils_the_commit(backend: &Backend) {
    sessions(&*backend.store, 1).await;
    let mut tx = backend.store.begin().await.expect("begins");
    tx.enqueue(&job(1)).await.expect("enqueues");
    let error = tx.insert_applicant(&applicant()).await.expect_err("it is there");
    assert_eq!(error.kind, ErrorKind::Conflict);
    assert_eq!(tx.open_jobs().await.expect_err("spoilt").kind, ErrorKind::Invalid);
    assert_eq!(tx.commit().await.expect_err("spoilt").kind, ErrorKind::Invalid);
    let mut tx = backend.store.begin().await.expect("begins");
    assert_eq!(tx.open_jobs().await.expect("counts"), 0);
}

pub async fn writers_at_once_all_get_through(backend: &Backend) {
    let second = backend.another(countersign_storage::test_support::master_keys()).await;
    let writers = (0..40_u128).map(|n| {
        let store = if n % 2 == 0 { backend.store.clone() } else { second.clone() };
        tokio::spawn(async move {
            let mut tx = store.begin().await?;
            let id = ApplicantId::new(at(0), n + 100);
            tx.insert_applicant(&Applicant { id, external_id: None, created_at: at(0) }).await?;
            tokio::time::sleep(std::time::Duration::from_millis(3)).await;
            tx.commit().await
        })
    });
    for writer in writers.collect::<Vec<_>>() {
        writer.await.expect("no panic").expect("gets through");
    }
    let mut tx = backend.store.read().await.expect("begins");
    for n in 0..40_u128 {
        assert!(tx.applicant(ApplicantId::new(at(0), n + 100)).await.expect("reads").is_some());
    }
}

pub async fn reading_needs_no_writer_and_cannot_write(backend: &Backend) {
    sessions(&*backend.store, 1).await;
    let mut writing = backend.store.begin().await.expect("begins");
    writing.enqueue(&job(1)).await.expect("enqueues");
    let mut reading = backend.store.read().await.expect("begins beside a writer");
    assert_eq!(reading.open_jobs().await.expect("counts"), 0, "what is not committed is not seen");
    assert!(reading.session(session_id(1)).await.expect("reads").is_some());
    writing.commit().await.expect("commits beside a reader");
    assert_eq!(reading.open_jobs().await.expect("counts"), 0, "one snapshot");
    assert_eq!(reading.enqueue(&job(2)).await.expect_err("only reads").kind, ErrorKind::Invalid);
}

pub async fn a_text_with_nul_is_refused(backend: &Backend) {
    let mut tx = backend.store.begin().await.expect("begins");
    let odd = Applicant { external_id: Some("a\0b".into()), ..applicant() };
    assert_eq!(tx.insert_applicant(&odd).await.expect_err("NUL").kind, ErrorKind::Invalid);
    tx.insert_applicant(&applicant()).await.expect("the transaction goes on");
    tx.commit().await.expect("commits");
}
