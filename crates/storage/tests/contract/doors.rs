//! Links to levels, mail, and passkeys.

use countersign_domain::{MailId, PersonId};
use countersign_storage::{ApplicantLink, DeskRole, ErrorKind, Mail, MailAddress, MailKind, Passkey, Person};
use zeroize::Zeroizing;

use crate::harness::Backend;
use crate::sample::{at, session_id, sessions};

pub async fn a_link_to_levels_is_found_until_it_is_purged(backend: &Backend) {
    sessions(&*backend.store, 1).await;
    let mut tx = backend.store.begin().await.expect("begins");
    let applicant = tx.session(session_id(1)).await.expect("reads").expect("there").applicant;
    let link = ApplicantLink { applicant, language: "de".into(), created_at: at(1), expires_at: at(60) };
    tx.insert_applicant_link([7; 32], &link).await.expect("inserts");
    assert_eq!(tx.applicant_link([7; 32]).await.expect("reads"), Some(link));
    assert_eq!(tx.applicant_link([8; 32]).await.expect("reads"), None);
    assert_eq!(tx.purge_applicant_links(at(60)).await.expect("purges"), 0);
    assert_eq!(tx.purge_applicant_links(at(61)).await.expect("purges"), 1);
    assert_eq!(tx.applicant_link([7; 32]).await.expect("reads"), None);
}

pub async fn an_address_is_sealed_and_goes_with_the_key(backend: &Backend) {
    sessions(&*backend.store, 1).await;
    let to = |address: &str| MailAddress { address: Zeroizing::new(address.into()), language: "de".into() };
    let mut tx = backend.store.begin().await.expect("begins");
    assert_eq!(tx.mail_address(session_id(1)).await.expect("reads"), None);
    tx.put_mail_address(session_id(1), &to("anna@example.org")).await.expect("puts");
    tx.put_mail_address(session_id(1), &to("eriksson@example.org")).await.expect("puts");
    tx.commit().await.expect("commits");
    if let Some(bytes) = backend.bytes_on_disk() {
        assert!(!bytes.windows(11).any(|window| window == b"example.org"), "in the clear");
    }
    let mut tx = backend.store.begin().await.expect("begins");
    assert_eq!(tx.mail_address(session_id(1)).await.expect("reads"), Some(to("eriksson@example.org")));
    tx.forget_mail_address(session_id(1)).await.expect("forgets");
    assert_eq!(tx.mail_address(session_id(1)).await.expect("reads"), None);
    tx.put_mail_address(session_id(1), &to("anna@example.org")).await.expect("puts");
    tx.erase_session_key(session_id(1)).await.expect("erases");
    assert_eq!(tx.mail_address(session_id(1)).await.expect("reads"), None);
}

pub async fn a_mail_is_settled_once(backend: &Backend) {
    sessions(&*backend.store, 1).await;
    let mail = |n: u128, kind| Mail {
        id: MailId::new(at(1), n),
        session: session_id(1),
        kind,
        made_at: at(1),
        sent_at: None,
        dropped: None,
    };
    let mut tx = backend.store.begin().await.expect("begins");
    for (n, kind) in MailKind::ALL.into_iter().enumerate() {
        tx.insert_mail(&mail(n as u128, kind)).await.expect("inserts");
    }
    let (first, second) = (mail(0, MailKind::InReview), mail(1, MailKind::Approved));
    tx.settle_mail(first.id, Some(at(9)), None).await.expect("settles");
    tx.settle_mail(second.id, None, Some("no_address")).await.expect("settles");
    let found = tx.mails_of(session_id(1)).await.expect("reads");
    assert_eq!(found.len(), MailKind::ALL.len());
    assert_eq!(tx.mail(first.id).await.expect("reads"), Some(Mail { sent_at: Some(at(9)), ..first.clone() }));
    assert_eq!(tx.mail(second.id).await.expect("reads").and_then(|mail| mail.dropped), Some("no_address".into()));
    let twice = tx.settle_mail(first.id, Some(at(10)), None).await.expect_err("once");
    assert_eq!(twice.kind, ErrorKind::Conflict);
}

pub async fn a_passkey_is_found_by_its_credential(backend: &Backend) {
    let person = Person {
        id: PersonId::new(at(1), 1),
        name: "Rosa Reyes".into(),
        role: DeskRole::Reviewer,
        password_hash: "$argon2id$…".into(),
        totp: Zeroizing::new(vec![3; 20]),
        last_step: 0,
        failures: 0,
        failed_at: None,
        created_at: at(1),
        disabled_at: None,
    };
    let passkey = |n: u8| Passkey {
        credential: vec![n; 40],
        person: person.id,
        label: format!("Key {n}"),
        fixed: vec![1, n],
        changing: vec![0; 7],
        transports: 5,
        created_at: at(n.into()),
        used_at: None,
    };
    let mut tx = backend.store.begin().await.expect("begins");
    tx.insert_person(&person).await.expect("inserts");
    for n in 1..=3 {
        tx.insert_passkey(&passkey(n)).await.expect("inserts");
    }
    tx.touch_passkey(&[2; 40], &[9; 7], at(50)).await.expect("touches");
    let used = Passkey { changing: vec![9; 7], used_at: Some(at(50)), ..passkey(2) };
    assert_eq!(tx.passkey(&[2; 40]).await.expect("reads"), Some(used.clone()));
    assert_eq!(tx.passkey(&[9; 40]).await.expect("reads"), None);
    assert_eq!(tx.passkeys_of(person.id).await.expect("reads"), [passkey(1), used, passkey(3)]);
    let stranger = PersonId::new(at(2), 2);
    assert!(!tx.remove_passkey(stranger, &[1; 40]).await.expect("runs"), "only one's own");
    assert!(tx.remove_passkey(person.id, &[1; 40]).await.expect("removes"));
    assert_eq!(tx.remove_passkeys_of(person.id).await.expect("removes"), 2);
    tx.insert_passkey(&passkey(4)).await.expect("inserts");
    assert_eq!(tx.insert_passkey(&passkey(4)).await.expect_err("known").kind, ErrorKind::Conflict);
}
