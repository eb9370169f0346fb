//! Migrations and health.

use countersign_storage::ErrorKind;
use countersign_storage::test_support::master_keys;

use crate::harness::Backend;
use crate::sample::{session_id, sessions};

pub async fn migrating_twice_changes_nothing(backend: &Backend) {
    sessions(&*backend.store, 1).await;
    let another = backend.another(master_keys()).await;
    let (a, b) = tokio::join!(backend.store.migrate(), another.migrate());
    assert_eq!((a.expect("migrates"), b.expect("migrates")), (0, 0));
    backend.store.healthy().await.expect("healthy");
    let mut tx = backend.store.read().await.expect("begins");
    assert!(tx.session(session_id(1)).await.expect("reads").is_some());
}

pub async fn another_schema_is_named(backend: &Backend) {
    backend
        .raw("INSERT INTO schema_migrations (version, name, sha256) VALUES (999, 'later', 'x')")
        .await
        .expect("changes");
    assert_eq!(backend.store.healthy().await.expect_err("newer").kind, ErrorKind::Schema);
    assert_eq!(backend.store.migrate().await.expect_err("newer").kind, ErrorKind::Schema);
    backend.raw("DELETE FROM schema_migrations WHERE version = 999").await.expect("changes");
    backend.store.healthy().await.expect("as before");
    backend.raw("UPDATE schema_migrations SET sha256 = 'edited'").await.expect("changes");
    assert_eq!(backend.store.healthy().await.expect_err("edited").kind, ErrorKind::Schema);
    backend.raw("DROP TABLE schema_migrations").await.expect("changes");
    assert_eq!(backend.store.healthy().await.expect_err("never migrated").kind, ErrorKind::Schema);
}
