//! A blob that does not fit is its own kind of error, leaves nothing behind, and everything stored before still opens.
//!
//! A small file system of its own is mounted inside a user namespace that lasts as long as this test's child process.

use std::path::Path;
use std::process::Command;

use countersign_domain::{BlobId, SessionId};
use countersign_storage::{BlobStore, ErrorKind, SessionKey};
use jiff::Timestamp;

/// What the shell ends with when it may not mount.
const CANNOT_MOUNT: i32 = 77;

const FOLDER: &str = "COUNTERSIGN_TEST_SMALL_DISK";

fn blob(n: u128) -> BlobId {
    BlobId::new(Timestamp::UNIX_EPOCH, n)
}

async fn fill(folder: &Path) {
    let blobs = BlobStore::open(&format!("file://{}", folder.join("blobs").display()), &[]).expect("opens");
    let session = SessionId::new(Timestamp::UNIX_EPOCH, 1);
    let key = SessionKey::draw();
    let mut kept = 0;
    let error = loop {
        match blobs.put(session, blob(kept), "document_front", vec![7; 150_000], &key).await {
            Ok(()) => kept += 1,
            Err(error) => break error,
        }
        assert!(kept < 50, "the disk is not small");
    };
    assert_eq!(error.kind, ErrorKind::Full, "{error:?}");
    assert!(kept > 2, "{kept}");
    for n in 0..kept {
        let read = blobs.get(session, blob(n), "document_front", &key).await.expect("still opens");
        assert_eq!(read.len(), 150_000);
    }
    let files = std::fs::read_dir(folder.join("blobs").join(session.to_string())).expect("a folder").count();
    assert_eq!(files as u128, kept, "nothing is left of what did not fit");
    blobs.delete(session, blob(0)).await.expect("makes room");
    blobs.put(session, blob(99), "document_front", vec![7; 150_000], &key).await.expect("fits again");
}

#[tokio::test]
async fn a_full_disk_is_told_and_nothing_is_lost() {
    if let Ok(folder) = std::env::var(FOLDER) {
        return fill(Path::new(&folder)).await;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let mount = "mount -t tmpfs -o size=1m tmpfs \"$COUNTERSIGN_TEST_SMALL_DISK\" || exit 77; exec \"$@\"";
    let output = Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount", "sh", "-c", mount, "sh"])
        .arg(std::env::current_exe().expect("this program"))
        .args(["--exact", "a_full_disk_is_told_and_nothing_is_lost"])
        .env(FOLDER, folder.path())
        .output()
        .expect("unshare (util-linux)");
    let said = String::from_utf8_lossy(&output.stdout);
    if output.status.code() == Some(CANNOT_MOUNT) || said.is_empty() {
        println!("skipped: no file system can be mounted here");
        return;
    }
    let complained = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.contains("1 passed"), "{said}{complained}");
}
