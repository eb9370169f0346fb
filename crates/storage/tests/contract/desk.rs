//! People of the desk, cases in hand, looks.

use countersign_domain::PersonId;
use countersign_storage::{DeskCase, DeskRole, ErrorKind, Login, Look, Person};

use crate::harness::Backend;
use crate::sample::{at, session_id, sessions};

fn person(n: u8, name: &str) -> Person {
    Person {
        id: PersonId::new(at(0), n.into()),
        name: name.into(),
        role: DeskRole::Reviewer,
        password_hash: "$argon2id$".into(),
        totp: vec![n; 20].into(),
        last_step: 0,
        failures: 0,
        failed_at: None,
        created_at: at(n.into()),
        disabled_at: None,
    }
}

pub async fn a_person_reads_back_and_a_code_is_used_once(backend: &Backend) {
    let (rosa, otto) = (person(1, "Rosa"), person(2, "Otto"));
    let mut tx = backend.store.begin().await.expect("begins");
    tx.insert_person(&rosa).await.expect("inserts");
    tx.insert_person(&otto).await.expect("inserts");
    assert_eq!(tx.people().await.expect("reads"), [rosa.clone(), otto.clone()]);
    assert!(tx.spend_code(rosa.id, 40).await.expect("spends"));
    assert!(!tx.spend_code(rosa.id, 40).await.expect("spent"), "the same code");
    assert!(!tx.spend_code(rosa.id, 39).await.expect("spent"), "an older code");
    let changed = Person { role: DeskRole::Admin, failures: 3, failed_at: Some(at(9)), last_step: 40, ..rosa.clone() };
    tx.update_person(&changed).await.expect("updates");
    assert_eq!(tx.person_by_name("Rosa").await.expect("reads"), Some(changed));
    assert_eq!(tx.person(otto.id).await.expect("reads"), Some(otto));
    tx.commit().await.expect("commits");
    let mut tx = backend.store.begin().await.expect("begins");
    let same = person(3, "Rosa");
    assert_eq!(tx.insert_person(&same).await.expect_err("the name is taken").kind, ErrorKind::Conflict);
}

pub async fn a_login_is_found_until_it_ends(backend: &Backend) {
    let rosa = person(1, "Rosa");
    let login = Login { person: rosa.id, created_at: at(0), seen_at: at(0), expires_at: at(100) };
    let mut tx = backend.store.begin().await.expect("begins");
    tx.insert_person(&rosa).await.expect("inserts");
    for n in 1..=3 {
        tx.insert_login([n; 32], &login).await.expect("inserts");
    }
    tx.touch_login([1; 32], at(5)).await.expect("touches");
    assert_eq!(tx.login([1; 32]).await.expect("reads").map(|login| login.seen_at), Some(at(5)));
    tx.end_login([1; 32]).await.expect("ends");
    assert_eq!(tx.login([1; 32]).await.expect("reads"), None);
    assert_eq!(tx.end_logins_of(rosa.id).await.expect("ends"), 2);
    tx.insert_login([4; 32], &login).await.expect("inserts");
    assert_eq!(tx.purge_logins(at(101)).await.expect("purges"), 1);
}

pub async fn a_code_generator_is_not_in_the_clear(backend: &Backend) {
    let mut tx = backend.store.begin().await.expect("begins");
    tx.insert_person(&Person { totp: b"twenty plain letters".to_vec().into(), ..person(1, "Rosa") })
        .await
        .expect("inserts");
    tx.commit().await.expect("commits");
    if let Some(bytes) = backend.bytes_on_disk() {
        assert!(!bytes.windows(20).any(|window| window == b"twenty plain letters"));
    }
}

pub async fn a_case_in_hand_reads_back(backend: &Backend) {
    sessions(&*backend.store, 2).await;
    let rosa = person(1, "Rosa");
    let mut tx = backend.store.begin().await.expect("begins");
    tx.insert_person(&rosa).await.expect("inserts");
    assert_eq!(tx.desk_case(session_id(1)).await.expect("reads"), DeskCase::untouched(session_id(1)));
    let case = DeskCase {
        session: session_id(1),
        assignee: Some(rosa.id),
        holder: Some(rosa.id),
        held_until: Some(at(60)),
        urgent: Some("travel".into()),
    };
    tx.put_desk_case(&case).await.expect("stores");
    assert_eq!(tx.desk_case(session_id(1)).await.expect("reads"), case);
    assert_eq!((case.held_by(at(59)), case.held_by(at(60))), (Some(rosa.id), None));
    let freed = DeskCase { holder: None, held_until: None, ..case };
    tx.put_desk_case(&freed).await.expect("stores");
    assert_eq!(tx.desk_case(session_id(1)).await.expect("reads"), freed);
    assert_eq!(tx.desk_cases_waiting().await.expect("reads"), [], "no session waits for a person");
}

pub async fn looks_are_added_and_never_changed(backend: &Backend) {
    sessions(&*backend.store, 1).await;
    let look = |action: &str| Look {
        person: person(1, "Rosa").id,
        name: "Rosa".into(),
        action: action.into(),
        session: Some(session_id(1)),
        subject: None,
        at: at(1),
    };
    let mut tx = backend.store.begin().await.expect("begins");
    for action in ["case.opened", "evidence.seen"] {
        tx.append_look(&look(action)).await.expect("adds");
    }
    assert_eq!(tx.looks_at(session_id(1)).await.expect("reads"), [look("case.opened"), look("evidence.seen")]);
    tx.commit().await.expect("commits");
    for sql in ["UPDATE desk_looks SET person = 'x'", "DELETE FROM desk_looks"] {
        let refused = backend.raw(sql).await.expect_err("a row of record");
        assert!(refused.contains("never changed or deleted"), "{refused}");
    }
}
