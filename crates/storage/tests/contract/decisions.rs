//! Decisions: exact, complete and unchangeable.

use countersign_domain::{
    Breakdown, Check, CheckResult, DecidedBy, Decision, Event, EventId, EventKind, ModelUse, Outcome, Param, Reason,
    Step, Verdict,
};
use countersign_storage::ErrorKind;

use crate::harness::Backend;
use crate::sample::{at, decision, evidence, session_id, sessions};

/// Numbers that a careless reader of JSON would round.
const AWKWARD: [f64; 6] = [0.1 + 0.2, 1.0 / 3.0, f64::MIN_POSITIVE, f64::MAX, -0.0, 9_007_199_254_740_993.0];

fn breakdowns() -> Vec<Breakdown> {
    let one = |(i, check): (usize, &Check)| {
        let mut breakdown = Breakdown::new(*check, CheckResult::ALL[i % 4])
            .measured("front.sharpness", AWKWARD[i % AWKWARD.len()], "share")
            .because(Reason::DocumentGlare { side: "front".into(), percent: 12.0 });
        breakdown.score = (i % 3 > 0).then_some(AWKWARD[(i + 1) % AWKWARD.len()]);
        breakdown.limits = check.limits().iter().map(|limit| (*limit, 0.7)).collect();
        breakdown.models = vec![ModelUse { name: "face-descriptor".into(), hash: "ab".repeat(32) }];
        breakdown
    };
    Check::ALL.iter().enumerate().map(one).collect()
}

pub async fn a_decision_reads_back_to_the_last_bit(backend: &Backend) {
    sessions(&*backend.store, 1).await;
    let outcomes = [
        Outcome::Approved,
        Outcome::Declined,
        Outcome::Resubmit(vec![Step::Details, Step::Liveness]),
        Outcome::InReview,
    ];
    let mut tx = backend.store.begin().await.expect("begins");
    let mut stored = vec![];
    for (n, outcome) in (1_u128..).zip(outcomes) {
        let by = match n {
            2 => DecidedBy::Reviewer { key: "kim".into(), note: "Seen in person. ✓".into() },
            _ => DecidedBy::Policy,
        };
        let verdict = Verdict { outcome, reasons: vec![Reason::TriesUsed, Reason::SeveralFaces { count: 2 }] };
        let full = Decision { verdict, by, breakdowns: breakdowns(), attempt: n as u32, ..decision(n) };
        tx.insert_decision(&full).await.expect("inserts");
        stored.push(full);
    }
    tx.commit().await.expect("commits");
    let mut tx = backend.store.read().await.expect("begins");
    let read = tx.decisions_of(session_id(1)).await.expect("reads");
    assert_eq!(read, stored);
    for (read, stored) in read.iter().zip(&stored) {
        let bits = |d: &Decision| d.breakdowns.iter().map(|b| b.raw[0].value.to_bits()).collect::<Vec<_>>();
        assert_eq!(bits(read), bits(stored));
    }
    assert_eq!(tx.decision(stored[2].id).await.expect("reads").as_ref(), Some(&stored[2]));
}

pub async fn every_reason_reads_back(backend: &Backend) {
    sessions(&*backend.store, 1).await;
    let words = ["side", "format", "codec", "field", "found", "chosen", "rule", "check", "language"];
    let all: Vec<Reason> = Reason::CODES
        .iter()
        .flat_map(|code| {
            [Param::Number(0.1 + 0.2), Param::Number(3.0), Param::Count(u64::MAX), Param::Count(7)].map(|number| {
                Reason::from_parts(code, &|name| {
                    Some(if words.contains(&name) { Param::Word("back".into()) } else { number.clone() })
                })
            })
        })
        .filter_map(Result::ok)
        .collect();
    for code in Reason::CODES {
        assert!(all.iter().any(|reason| reason.code() == *code), "{code}");
    }
    let full = Decision { verdict: Verdict { outcome: Outcome::Declined, reasons: all }, ..decision(1) };
    let mut tx = backend.store.begin().await.expect("begins");
    tx.insert_decision(&full).await.expect("inserts");
    assert_eq!(tx.decision(full.id).await.expect("reads"), Some(full));
}

pub async fn a_number_that_is_none_is_refused(backend: &Backend) {
    sessions(&*backend.store, 1).await;
    let mut tx = backend.store.begin().await.expect("begins");
    for odd in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let mut breakdown = Breakdown::new(Check::DocumentGlare, CheckResult::Pass);
        breakdown.score = Some(odd);
        let full = Decision { breakdowns: vec![breakdown], ..decision(1) };
        assert_eq!(tx.insert_decision(&full).await.expect_err("no number").kind, ErrorKind::Invalid);
    }
    tx.insert_decision(&decision(1)).await.expect("the transaction goes on");
}

pub async fn rows_of_record_cannot_be_changed(backend: &Backend) {
    sessions(&*backend.store, 1).await;
    let event = Event {
        id: EventId::new(at(0), 1),
        session: session_id(1),
        kind: EventKind::SessionDecided,
        subject: Some(decision(1).id.to_string()),
        at: at(9),
    };
    let mut tx = backend.store.begin().await.expect("begins");
    tx.insert_decision(&decision(1)).await.expect("inserts");
    tx.append_event(&event).await.expect("appends");
    tx.insert_evidence(&evidence(1)).await.expect("inserts");
    tx.commit().await.expect("commits");
    for (table, column) in [("decisions", "outcome"), ("events", "kind"), ("evidence", "media_type")] {
        for sql in [format!("UPDATE {table} SET {column} = 'x'"), format!("DELETE FROM {table}")] {
            let refusal = backend.raw(&sql).await.expect_err(&sql);
            assert!(refusal.contains("never changed or deleted"), "{sql}: {refusal}");
        }
        backend.raw(&format!("DELETE FROM {table} WHERE 1 = 0")).await.expect("the table is otherwise in order");
    }
    let mut tx = backend.store.begin().await.expect("begins");
    assert_eq!(tx.decision(decision(1).id).await.expect("reads"), Some(decision(1)));
    assert_eq!(tx.events_of(session_id(1)).await.expect("reads"), [event]);
    assert_eq!(tx.evidence_of(session_id(1)).await.expect("reads"), [evidence(1)]);
    assert_eq!(tx.insert_decision(&decision(1)).await.expect_err("it is there").kind, ErrorKind::Conflict);
}
