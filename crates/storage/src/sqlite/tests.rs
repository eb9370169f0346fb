use countersign_domain::ApplicantId;
use jiff::Timestamp;

use super::*;
use crate::Applicant;

fn keys() -> Arc<MasterKeys> {
    let line = hex::encode((0..32).collect::<Vec<u8>>());
    Arc::new(MasterKeys::parse(&line).expect("a key"))
}

fn applicant(n: u128) -> Applicant {
    Applicant {
        id: ApplicantId::new(Timestamp::UNIX_EPOCH, n),
        external_id: Some("x".repeat(2_000)),
        created_at: Timestamp::UNIX_EPOCH,
    }
}

#[tokio::test]
async fn a_full_database_says_so_and_keeps_what_it_has() {
    let store = SqliteStore::open_bounded("sqlite::memory:", keys(), Some(240)).await.expect("opens");
    store.migrate().await.expect("fits");
    let mut kept = 0;
    let error = loop {
        let mut tx = store.begin().await.expect("begins");
        match tx.insert_applicant(&applicant(kept)).await {
            Ok(()) => tx.commit().await.expect("lasts"),
            Err(error) => break error,
        }
        kept += 1;
    };
    assert_eq!(error.kind, ErrorKind::Full);
    let mut tx = store.read().await.expect("still reads");
    for n in 0..kept {
        assert!(tx.applicant(applicant(n).id).await.expect("reads").is_some(), "{n}");
    }
    assert!(kept > 10, "{kept}");
}

#[tokio::test]
async fn every_commit_is_synced_and_the_file_is_private() {
    let store = SqliteStore::open("sqlite::memory:", keys()).await.expect("opens");
    for (pragma, wanted) in [("synchronous", 2), ("secure_delete", 1), ("foreign_keys", 1)] {
        let sql = sqlx::AssertSqlSafe(format!("PRAGMA {pragma}"));
        let (value,): (i64,) = sqlx::query_as(sql).fetch_one(&store.writer).await.expect("a pragma");
        assert_eq!(value, wanted, "{pragma}");
    }
    let (mode,): (String,) = sqlx::query_as("PRAGMA journal_mode").fetch_one(&store.writer).await.expect("a pragma");
    assert_eq!(mode, "wal");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let folder = store.temporary.as_ref().expect("temporary").path();
        for file in std::fs::read_dir(folder).expect("a folder") {
            let file = file.expect("an entry");
            assert_eq!(file.metadata().expect("there").permissions().mode() & 0o077, 0, "{:?}", file.file_name());
        }
    }
}

#[tokio::test]
async fn a_file_that_is_no_database_is_named_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("not.db");
    std::fs::write(&path, vec![b'x'; 8_192]).expect("written");
    let result = SqliteStore::open(&format!("sqlite://{}", path.display()), keys()).await;
    let error = result.err().expect("no database");
    assert!(matches!(error.kind, ErrorKind::Corrupt { table: "database", .. }), "{error:?}");
}
