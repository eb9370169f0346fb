//! No acknowledged upload is lost by `kill -9`.
//!
//! The test starts itself again as a writer that stores uploads one after the other and says so after each commit; kills it in the middle;
//! and looks for everything it had said. What power loss would do is not tried here: commits and blobs are synced before they are
//! acknowledged (`synchronous = FULL`, `with_fsync`), which a unit test of each pins.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

use countersign_domain::{
    ApplicantId, BlobId, Evidence, EvidenceId, EvidenceKind, PolicyRef, Session, SessionId, SessionState, Sha256,
};
use countersign_storage::test_support::master_keys;
use countersign_storage::{Applicant, BlobStore, Store, connect};
use jiff::Timestamp;

const FOLDER: &str = "COUNTERSIGN_TEST_WRITER_FOLDER";
const ROUND: &str = "COUNTERSIGN_TEST_WRITER_ROUND";

async fn open(folder: &Path) -> (Arc<dyn Store>, BlobStore) {
    let url = format!("sqlite://{}", folder.join("store.db").display());
    let store = connect(&url, master_keys()).await.expect("opens, also after a kill");
    let blobs = BlobStore::open(&format!("file://{}", folder.join("blobs").display()), &[]).expect("opens");
    (store, blobs)
}

fn session() -> Session {
    Session {
        id: SessionId::new(Timestamp::UNIX_EPOCH, 1),
        applicant: ApplicantId::new(Timestamp::UNIX_EPOCH, 1),
        policy: PolicyRef { name: "level-2".into(), version: "1".into() },
        level: 2,
        state: SessionState::Capturing,
        attempt: 1,
        consent: None,
        declaration: None,
        redo: vec![],
        created_at: Timestamp::UNIX_EPOCH,
        expires_at: Timestamp::UNIX_EPOCH,
    }
}

fn evidence(n: u128) -> Evidence {
    Evidence {
        id: EvidenceId::new(Timestamp::UNIX_EPOCH, n),
        session: session().id,
        kind: EvidenceKind::DocumentFront,
        sha256: Sha256([n as u8; 32]),
        bytes: 100_000,
        media_type: "image/jpeg".into(),
        blob: BlobId::new(Timestamp::UNIX_EPOCH, n),
        challenge: None,
        received_at: Timestamp::UNIX_EPOCH,
    }
}

fn content(n: u128) -> Vec<u8> {
    vec![n as u8; 100_000]
}

/// The writer: never returns.
async fn write(folder: &Path, first: u128) -> ! {
    let (store, blobs) = open(folder).await;
    for n in first.. {
        let one = evidence(n);
        let mut tx = store.begin().await.expect("begins");
        let key = tx.session_key(one.session).await.expect("reads").expect("has one");
        blobs.put(one.session, one.blob, one.kind.name(), content(n), &key).await.expect("stored");
        tx.insert_evidence(&one).await.expect("inserts");
        tx.commit().await.expect("commits");
        println!("acknowledged {n}");
        std::io::stdout().flush().expect("a pipe");
    }
    unreachable!("numbers do not end")
}

/// Starts the writer, kills it after `count` acknowledgements, and gives all that it gave.
fn kill_after(folder: &Path, round: u128, count: usize) -> Vec<u128> {
    let mut writer = Command::new(std::env::current_exe().expect("this program"))
        .args(["--exact", "no_acknowledged_upload_is_lost", "--nocapture"])
        .env(FOLDER, folder)
        .env(ROUND, round.to_string())
        .stdout(Stdio::piped())
        .spawn()
        .expect("starts itself");
    let mut lines = BufReader::new(writer.stdout.take().expect("a pipe")).lines().map_while(Result::ok);
    let number = |line: String| line.split("acknowledged ").nth(1).and_then(|n| n.trim().parse().ok());
    let mut acknowledged: Vec<u128> = lines.by_ref().filter_map(number).take(count).collect();
    writer.kill().expect("killed");
    acknowledged.extend(lines.filter_map(number));
    writer.wait().expect("ended");
    assert!(acknowledged.len() >= count, "the writer ended by itself after {}", acknowledged.len());
    acknowledged
}

#[tokio::test]
async fn no_acknowledged_upload_is_lost() {
    if let (Ok(folder), Ok(round)) = (std::env::var(FOLDER), std::env::var(ROUND)) {
        write(Path::new(&folder), round.parse::<u128>().expect("a number") * 1_000).await;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let (store, _) = open(folder.path()).await;
    store.migrate().await.expect("migrates");
    let mut tx = store.begin().await.expect("begins");
    let applicant = Applicant { id: session().applicant, external_id: None, created_at: Timestamp::UNIX_EPOCH };
    tx.insert_applicant(&applicant).await.expect("inserts");
    tx.insert_session(&session(), [1; 32], "en", None).await.expect("inserts");
    tx.commit().await.expect("commits");
    drop(store);

    let mut acknowledged = vec![];
    for (round, count) in (1..).zip([1, 3, 7, 12]) {
        acknowledged.extend(kill_after(folder.path(), round, count));
    }

    let (store, blobs) = open(folder.path()).await;
    let mut tx = store.read().await.expect("begins");
    let kept = tx.evidence_of(session().id).await.expect("reads");
    let key = tx.session_key(session().id).await.expect("reads").expect("has one");
    for n in &acknowledged {
        assert!(kept.contains(&evidence(*n)), "the row of {n}");
    }
    // Whatever row is there, acknowledged or just not yet, its blob is there in full.
    for one in kept {
        let read = blobs.get(one.session, one.blob, one.kind.name(), &key).await.expect("the blob of a row");
        assert_eq!(read.as_slice(), content(u128::from(one.sha256.0[0])));
    }
}
