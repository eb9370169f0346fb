//! Evidence and challenges.

use countersign_domain::Evidence;
use countersign_storage::ErrorKind;

use crate::harness::Backend;
use crate::sample::{at, challenge, evidence, session_id, sessions};

pub async fn evidence_keeps_its_order_and_is_unique(backend: &Backend) {
    sessions(&*backend.store, 2).await;
    let mut tx = backend.store.begin().await.expect("begins");
    tx.insert_challenge(&challenge(1)).await.expect("inserts");
    let answered = Evidence { challenge: Some(challenge(1).id), ..evidence(2) };
    for one in [&evidence(3), &answered, &evidence(1)] {
        tx.insert_evidence(one).await.expect("inserts");
    }
    assert_eq!(tx.evidence_of(session_id(1)).await.expect("reads"), [evidence(3), answered, evidence(1)]);
    assert_eq!(tx.evidence_of(session_id(2)).await.expect("reads"), []);
    tx.commit().await.expect("commits");

    let mut tx = backend.store.begin().await.expect("begins");
    let same_blob = Evidence { blob: evidence(1).blob, ..evidence(7) };
    assert_eq!(tx.insert_evidence(&same_blob).await.expect_err("a blob of another").kind, ErrorKind::Conflict);
    drop(tx);
    let mut tx = backend.store.begin().await.expect("begins");
    let nowhere = Evidence { session: session_id(9), ..evidence(8) };
    assert_eq!(tx.insert_evidence(&nowhere).await.expect_err("no such session").kind, ErrorKind::NotFound);
}

pub async fn a_challenge_is_spent_once(backend: &Backend) {
    sessions(&*backend.store, 1).await;
    let mut tx = backend.store.begin().await.expect("begins");
    tx.insert_challenge(&challenge(1)).await.expect("inserts");
    tx.insert_challenge(&challenge(2)).await.expect("inserts");
    assert_eq!(tx.challenges_of(session_id(1)).await.expect("reads"), [challenge(1), challenge(2)]);
    tx.commit().await.expect("commits");
    let tasks = (0..12).map(|n| {
        let store = backend.store.clone();
        tokio::spawn(async move {
            let mut tx = store.begin().await.expect("begins");
            let spent = tx.spend_challenge(challenge(1).id, at(n)).await.expect("asks");
            tx.commit().await.expect("commits");
            spent.then_some(n)
        })
    });
    let mut winners = vec![];
    for task in tasks.collect::<Vec<_>>() {
        winners.extend(task.await.expect("no panic"));
    }
    assert_eq!(winners.len(), 1);
    let mut tx = backend.store.begin().await.expect("begins");
    let spent = tx.challenge(challenge(1).id).await.expect("reads").expect("is there");
    assert_eq!(spent.spent_at, Some(at(winners[0])));
    assert_eq!(tx.challenge(challenge(2).id).await.expect("reads"), Some(challenge(2)));
    assert_eq!(tx.spend_challenge(challenge(3).id, at(0)).await.expect_err("none").kind, ErrorKind::NotFound);
}
