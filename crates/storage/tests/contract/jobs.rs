//! The job queue.

use std::collections::BTreeSet;

use countersign_storage::{ErrorKind, JobFate, NewJob, retry_after};

use crate::harness::Backend;
use crate::sample::{at, job};

const KINDS: [&str; 1] = ["process_session"];

async fn enqueue(backend: &Backend, jobs: &[NewJob]) {
    let mut tx = backend.store.begin().await.expect("begins");
    for job in jobs {
        assert!(tx.enqueue(job).await.expect("enqueues"));
    }
    tx.commit().await.expect("commits");
}

pub async fn two_workers_never_hold_one_job(backend: &Backend) {
    let jobs: Vec<NewJob> = (0..30).map(job).collect();
    enqueue(backend, &jobs).await;
    let workers = (0..6).map(|n| {
        let store = backend.store.clone();
        tokio::spawn(async move {
            let mut held = vec![];
            loop {
                let mut tx = store.begin().await.expect("begins");
                let leased = tx.lease_job(&KINDS, &format!("worker-{n}"), at(1), at(60)).await.expect("leases");
                tokio::task::yield_now().await;
                tx.commit().await.expect("commits");
                match leased {
                    Some(job) => held.push(job.id),
                    None => break held,
                }
            }
        })
    });
    let mut held = vec![];
    for worker in workers.collect::<Vec<_>>() {
        held.extend(worker.await.expect("no panic"));
    }
    // A worker that finds only rows locked by others stops early, so some jobs may be left, but none is held twice.
    let distinct: BTreeSet<_> = held.iter().collect();
    assert_eq!(distinct.len(), held.len());
    let mut tx = backend.store.begin().await.expect("begins");
    let mut rest = 0;
    while tx.lease_job(&KINDS, "last", at(1), at(60)).await.expect("leases").is_some() {
        rest += 1;
    }
    assert_eq!(held.len() + rest, 30);
}

pub async fn a_lease_that_ran_out_goes_on(backend: &Backend) {
    enqueue(backend, &[job(1)]).await;
    let mut tx = backend.store.begin().await.expect("begins");
    assert_eq!(tx.lease_job(&KINDS, "a", at(-1), at(10)).await.expect("asks"), None, "not before its time");
    let first = tx.lease_job(&KINDS, "a", at(0), at(10)).await.expect("leases").expect("due");
    assert_eq!((first.attempt, first.worker.as_str(), first.lease_until), (1, "a", at(10)));
    tx.extend_lease(&first, at(20)).await.expect("extends");
    assert_eq!(tx.lease_job(&KINDS, "b", at(19), at(30)).await.expect("asks"), None);
    let second = tx.lease_job(&KINDS, "b", at(20), at(30)).await.expect("leases").expect("ran out");
    assert_eq!((second.id, second.attempt), (first.id, 2));
    for error in [
        tx.complete_job(&first).await.expect_err("lost"),
        tx.extend_lease(&first, at(99)).await.expect_err("lost"),
        tx.fail_job(&first, "late", None).await.expect_err("lost"),
    ] {
        assert_eq!(error.kind, ErrorKind::Conflict);
    }
    tx.complete_job(&second).await.expect("completes");
    assert_eq!(tx.open_jobs().await.expect("counts"), 0);
    assert_eq!(tx.complete_job(&second).await.expect_err("done").kind, ErrorKind::Conflict);
}

pub async fn a_failure_waits_and_then_dies(backend: &Backend) {
    enqueue(backend, &[job(1)]).await;
    let mut tx = backend.store.begin().await.expect("begins");
    let mut now = at(0);
    for attempt in 1..=3 {
        let job = tx.lease_job(&KINDS, "a", now, now + retry_after(1)).await.expect("leases").expect("due");
        assert_eq!(job.attempt, attempt);
        let next = now + retry_after(attempt);
        let fate = tx.fail_job(&job, "decoder.timed_out", Some(next)).await.expect("fails");
        assert_eq!(fate, if attempt < 3 { JobFate::Retried } else { JobFate::Dead });
        let early = next - jiff::SignedDuration::from_secs(1);
        assert_eq!(tx.lease_job(&KINDS, "a", early, next).await.expect("asks"), None, "it waits");
        now = next;
    }
    assert_eq!(tx.lease_job(&KINDS, "a", at(99_999), at(100_000)).await.expect("asks"), None);
    assert_eq!(tx.open_jobs().await.expect("counts"), 0);
    let dead = tx.dead_jobs(10).await.expect("reads");
    assert_eq!((dead.len(), dead[0].attempts, dead[0].error_code.as_str()), (1, 3, "decoder.timed_out"));
    tx.revive_job(dead[0].id, at(500)).await.expect("opens again");
    let again = tx.lease_job(&KINDS, "a", at(500), at(600)).await.expect("leases").expect("due");
    assert_eq!(again.attempt, 1);
    assert_eq!(tx.fail_job(&again, "no sentence", None).await.expect_err("a sentence").kind, ErrorKind::Invalid);
    assert_eq!(
        tx.fail_job(&again, "given_up", None).await.expect("fails"),
        JobFate::Dead,
        "at once when no time is given"
    );
}

pub async fn a_key_keeps_a_job_single(backend: &Backend) {
    let keyed = |n| NewJob { dedupe_key: Some("ses_1".into()), ..job(n) };
    let mut tx = backend.store.begin().await.expect("begins");
    assert!(tx.enqueue(&keyed(1)).await.expect("enqueues"));
    assert!(!tx.enqueue(&keyed(2)).await.expect("there is one"));
    assert!(tx.enqueue(&NewJob { kind: "deliver_webhook".into(), ..keyed(3) }).await.expect("another kind"));
    assert!(tx.enqueue(&job(4)).await.expect("no key"));
    assert_eq!(tx.enqueue(&job(4)).await.expect_err("the same id").kind, ErrorKind::Conflict);
    let held = tx.lease_job(&KINDS, "a", at(1), at(9)).await.expect("leases").expect("due");
    assert_eq!(held.id, job(1).id);
    assert!(!tx.enqueue(&keyed(5)).await.expect("a held one counts"));
    tx.complete_job(&held).await.expect("completes");
    assert!(tx.enqueue(&keyed(6)).await.expect("free again"));
}

pub async fn a_worker_that_vanished_at_last_leaves_a_dead_letter(backend: &Backend) {
    enqueue(backend, &[NewJob { max_attempts: 1, ..job(1) }]).await;
    let mut tx = backend.store.begin().await.expect("begins");
    tx.lease_job(&KINDS, "a", at(0), at(10)).await.expect("leases").expect("due");
    assert_eq!(tx.lease_job(&KINDS, "b", at(11), at(20)).await.expect("asks"), None);
    let dead = tx.dead_jobs(10).await.expect("reads");
    assert_eq!((dead.len(), dead[0].error_code.as_str()), (1, "lease_expired"));
}

pub async fn kinds_are_kept_apart(backend: &Backend) {
    enqueue(backend, &[job(1), NewJob { kind: "odd \"kind\", with a comma".into(), ..job(2) }]).await;
    let mut tx = backend.store.begin().await.expect("begins");
    assert_eq!(tx.lease_job(&[], "a", at(1), at(9)).await.expect("asks"), None);
    let kinds = ["deliver_webhook", "odd \"kind\", with a comma"];
    let leased = tx.lease_job(&kinds, "a", at(1), at(9)).await.expect("leases").expect("due");
    assert_eq!(leased.id, job(2).id);
    assert_eq!(tx.lease_job(&kinds, "a", at(1), at(9)).await.expect("asks"), None);
}
