//! Hand-offs and requests for help.

use countersign_domain::{BlobId, HandoffId, TicketId};
use countersign_storage::{Handoff, HandoffEnd, Ticket, TicketFile, TicketMessage, TicketState};

use crate::harness::Backend;
use crate::sample::{at, session_id, sessions};

pub async fn a_handoff_is_found_by_each_of_its_secrets(backend: &Backend) {
    sessions(&*backend.store, 1).await;
    let made = |n: u8| Handoff {
        id: HandoffId::new(at(n.into()), n.into()),
        session: session_id(1),
        code_hash: [n; 32],
        number: "07".into(),
        made_at: at(n.into()),
        expires_at: at(120),
        claim_hash: None,
        opened_at: None,
        refused_at: None,
        follow_hash: None,
        confirmed_at: None,
        ended: None,
    };
    let mut tx = backend.store.begin().await.expect("begins");
    tx.insert_handoff(&made(1)).await.expect("inserts");
    tx.insert_handoff(&made(2)).await.expect("inserts");
    assert_eq!(tx.latest_handoff(session_id(1)).await.expect("reads"), Some(made(2)));
    let opened = Handoff {
        claim_hash: Some([7; 32]),
        opened_at: Some(at(5)),
        refused_at: Some(at(6)),
        follow_hash: Some([8; 32]),
        confirmed_at: Some(at(7)),
        ended: Some(HandoffEnd::Taken),
        ..made(1)
    };
    tx.update_handoff(&opened).await.expect("updates");
    assert_eq!(tx.handoff_by_code([1; 32]).await.expect("reads").as_ref(), Some(&opened));
    assert_eq!(tx.handoff_by_claim([7; 32]).await.expect("reads").as_ref(), Some(&opened));
    assert_eq!(tx.handoff_by_follow([8; 32]).await.expect("reads").as_ref(), Some(&opened));
    assert_eq!(tx.handoff_by_code([9; 32]).await.expect("reads"), None);
}

pub async fn a_request_for_help_reads_back_and_goes_with_the_key(backend: &Backend) {
    sessions(&*backend.store, 1).await;
    let ticket = Ticket {
        id: TicketId::new(at(1), 1),
        session: session_id(1),
        state: TicketState::Open,
        topic: "face".into(),
        step: Some("liveness".into()),
        reason: Some("face_differs".into()),
        attempt: 2,
        urgent: None,
        device: Some("Pixel 9, Android 16".into()),
        made_at: at(1),
        changed_at: at(1),
    };
    let said = TicketMessage { person: None, body: "It is me, with a beard".into(), at: at(1) };
    let answer = TicketMessage { person: Some("Sven".into()), body: "We look at it".into(), at: at(2) };
    let file = TicketFile { blob: BlobId::new(at(1), 3), bytes: 77, at: at(1) };
    let mut tx = backend.store.begin().await.expect("begins");
    tx.insert_ticket(&ticket).await.expect("inserts");
    tx.insert_ticket_message(&ticket, &said).await.expect("inserts");
    tx.insert_ticket_message(&ticket, &answer).await.expect("inserts");
    tx.insert_ticket_file(ticket.id, &file).await.expect("inserts");
    let answered = Ticket { state: TicketState::Answered, urgent: Some("travel".into()), changed_at: at(2), ..ticket };
    tx.update_ticket(&answered).await.expect("updates");
    tx.commit().await.expect("commits");
    if let Some(bytes) = backend.bytes_on_disk() {
        assert!(!contains(&bytes, b"with a beard"));
    }
    let mut tx = backend.store.begin().await.expect("begins");
    assert_eq!(tx.tickets_of(session_id(1)).await.expect("reads"), std::slice::from_ref(&answered));
    assert_eq!(tx.tickets_in(TicketState::Open, 9).await.expect("reads"), []);
    assert_eq!(tx.tickets_in(TicketState::Answered, 9).await.expect("reads"), std::slice::from_ref(&answered));
    assert_eq!(tx.ticket_messages(&answered).await.expect("reads"), [said, answer]);
    assert_eq!(tx.ticket_files(answered.id).await.expect("reads"), [file]);
    tx.erase_session_key(session_id(1)).await.expect("erases");
    let erased = tx.ticket(answered.id).await.expect("reads").expect("there");
    assert_eq!(erased.device.as_deref(), Some("[erased]"));
    let bodies = tx.ticket_messages(&erased).await.expect("reads");
    assert!(bodies.iter().all(|message| message.body == "[erased]"));
}

fn contains(bytes: &[u8], text: &[u8]) -> bool {
    bytes.windows(text.len()).any(|window| window == text)
}
