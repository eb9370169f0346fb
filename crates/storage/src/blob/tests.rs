use jiff::Timestamp;

use super::*;

fn session(n: u128) -> SessionId {
    SessionId::new(Timestamp::UNIX_EPOCH, n)
}

fn blob(n: u128) -> BlobId {
    BlobId::new(Timestamp::UNIX_EPOCH, n)
}

fn open(folder: &std::path::Path) -> BlobStore {
    BlobStore::open(&format!("file://{}", folder.display()), &[]).expect("opens")
}

#[tokio::test]
async fn bytes_come_back_for_their_session_id_kind_and_key_only() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(&folder.path().join("blobs"));
    let key = SessionKey::draw();
    store.put(session(1), blob(1), "document_front", b"a face".to_vec(), &key).await.expect("stored");
    let back = store.get(session(1), blob(1), "document_front", &key).await.expect("read");
    assert_eq!(back.as_slice(), b"a face");

    let path = |s: u128, b: u128| folder.path().join(format!("blobs/{}/{}", session(s), blob(b)));
    let on_disk = std::fs::read(path(1, 1)).expect("a file");
    assert!(!on_disk.windows(4).any(|window| window == b"face"));
    std::fs::create_dir_all(path(2, 1).parent().expect("a folder")).expect("made");
    std::fs::copy(path(1, 1), path(2, 1)).expect("moved to another session");
    std::fs::copy(path(1, 1), path(1, 2)).expect("moved to another id");
    for (s, b, kind, with) in [
        (2, 1, "document_front", &key),
        (1, 2, "document_front", &key),
        (1, 1, "document_back", &key),
        (1, 1, "document_front", &SessionKey::draw()),
    ] {
        let error = store.get(session(s), blob(b), kind, with).await.expect_err("another place or key");
        assert_eq!(error.kind, ErrorKind::Crypto);
    }
    let mut changed = on_disk;
    changed[30] ^= 1;
    std::fs::write(path(1, 1), changed).expect("changed");
    let error = store.get(session(1), blob(1), "document_front", &key).await.expect_err("one bit");
    assert_eq!(error.kind, ErrorKind::Crypto);
}

#[tokio::test]
async fn a_blob_is_written_once_and_deleted_with_its_session() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(folder.path());
    let key = SessionKey::draw();
    for n in 1..=3 {
        store.put(session(1), blob(n), "liveness_video", vec![n as u8; 70_000], &key).await.expect("stored");
    }
    store.put(session(2), blob(9), "liveness_video", vec![], &key).await.expect("an empty one as well");
    let again = store.put(session(1), blob(1), "liveness_video", vec![9], &key).await.expect_err("it is there");
    assert_eq!(again.kind, ErrorKind::Conflict);
    assert_eq!(store.get(session(1), blob(1), "liveness_video", &key).await.expect("the first")[0], 1);

    store.delete(session(1), blob(1)).await.expect("deleted");
    store.delete(session(1), blob(1)).await.expect("gone already");
    assert_eq!(store.delete_session(session(1)).await.expect("deleted"), 2);
    assert_eq!(store.delete_session(session(1)).await.expect("nothing left"), 0);
    let error = store.get(session(1), blob(2), "liveness_video", &key).await.expect_err("deleted");
    assert_eq!(error.kind, ErrorKind::NotFound);
    assert!(store.get(session(2), blob(9), "liveness_video", &key).await.expect("another session's").is_empty());
}

#[test]
fn a_location_that_is_none_is_refused() {
    for location in ["", "/var/lib", "file://relative", "s3://", "gs://bucket"] {
        assert_eq!(BlobStore::open(location, &[]).expect_err(location).kind, ErrorKind::Invalid, "{location}");
    }
    let unknown = [("aws_colour".to_owned(), "blue".to_owned())];
    assert_eq!(BlobStore::open("s3://bucket", &unknown).expect_err("an option").kind, ErrorKind::Invalid);
}
