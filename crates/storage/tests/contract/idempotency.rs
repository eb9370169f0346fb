//! Answers kept for repeated requests.

use countersign_storage::{Claim, ErrorKind};

use crate::harness::Backend;
use crate::sample::at;

const HASH: [u8; 32] = [7; 32];

pub async fn of_many_claims_one_is_new(backend: &Backend) {
    let tasks = (0..12).map(|_| {
        let store = backend.store.clone();
        tokio::spawn(async move {
            let mut tx = store.begin().await.expect("begins");
            let claim = tx.claim_idempotency("key_1", "abc", HASH, at(0)).await.expect("claims");
            tokio::task::yield_now().await;
            tx.commit().await.expect("commits");
            claim
        })
    });
    let mut claims = vec![];
    for task in tasks.collect::<Vec<_>>() {
        claims.push(task.await.expect("no panic"));
    }
    assert_eq!(claims.iter().filter(|claim| **claim == Claim::New).count(), 1);
    assert_eq!(claims.iter().filter(|claim| **claim == Claim::InProgress).count(), 11);
}

pub async fn an_answer_is_given_again(backend: &Backend) {
    let mut tx = backend.store.begin().await.expect("begins");
    assert_eq!(tx.claim_idempotency("key_1", "abc", HASH, at(0)).await.expect("claims"), Claim::New);
    tx.finish_idempotency("key_1", "abc", 201, "application/json", b"{\"token\":\"secret-token\"}")
        .await
        .expect("keeps");
    let again = tx.claim_idempotency("key_1", "abc", HASH, at(5)).await.expect("claims");
    let body = b"{\"token\":\"secret-token\"}".to_vec();
    assert_eq!(again, Claim::Replay { status: 201, content_type: "application/json".into(), body });
    assert!(!format!("{again:?}").contains("secret-token"));
    assert_eq!(tx.claim_idempotency("key_1", "abc", [8; 32], at(5)).await.expect("claims"), Claim::Mismatch);
    assert_eq!(tx.claim_idempotency("key_2", "abc", [8; 32], at(5)).await.expect("claims"), Claim::New);
    let error = tx.finish_idempotency("key_1", "abc", 500, "text/plain", b"").await.expect_err("it is finished");
    assert_eq!(error.kind, ErrorKind::NotFound);
    tx.commit().await.expect("commits");
    if let Some(bytes) = backend.bytes_on_disk() {
        assert!(!bytes.windows(12).any(|window| window == b"secret-token"));
    }
}

pub async fn what_was_given_up_can_be_claimed(backend: &Backend) {
    let mut tx = backend.store.begin().await.expect("begins");
    assert_eq!(tx.claim_idempotency("key_1", "abc", HASH, at(0)).await.expect("claims"), Claim::New);
    tx.release_idempotency("key_1", "abc").await.expect("releases");
    assert_eq!(tx.claim_idempotency("key_1", "abc", [8; 32], at(0)).await.expect("claims"), Claim::New);
    assert_eq!(tx.claim_idempotency("key_1", "abc", [8; 32], at(299)).await.expect("claims"), Claim::InProgress);
    assert_eq!(tx.claim_idempotency("key_1", "abc", HASH, at(300)).await.expect("claims"), Claim::Mismatch);
    assert_eq!(tx.claim_idempotency("key_1", "abc", [8; 32], at(300)).await.expect("abandoned"), Claim::New);
    tx.finish_idempotency("key_1", "abc", 204, "", b"").await.expect("an empty answer is one as well");
    tx.release_idempotency("key_1", "abc").await.expect("keeps what is finished");
    assert!(matches!(
        tx.claim_idempotency("key_1", "abc", [8; 32], at(900)).await,
        Ok(Claim::Replay { status: 204, .. })
    ));
    assert_eq!(tx.purge_idempotency(at(300)).await.expect("purges"), 0);
    assert_eq!(tx.purge_idempotency(at(301)).await.expect("purges"), 1);
}
