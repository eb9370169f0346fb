//! Keys of integrators and reviewers.

use countersign_domain::ApiKeyId;
use countersign_storage::{ApiKey, ErrorKind, Role};

use crate::harness::Backend;
use crate::sample::at;

pub async fn a_key_is_found_by_its_hash_and_revoked_once(backend: &Backend) {
    let keys: Vec<ApiKey> = (1_u8..)
        .zip(Role::ALL)
        .map(|(n, role)| ApiKey {
            id: ApiKeyId::new(at(0), n.into()),
            name: format!("{} key", role.name()),
            role,
            hash: [n; 32],
            created_at: at(n.into()),
            revoked_at: None,
        })
        .collect();
    let mut tx = backend.store.begin().await.expect("begins");
    for key in &keys {
        tx.insert_api_key(key).await.expect("inserts");
    }
    assert_eq!(tx.api_keys().await.expect("reads"), keys);
    assert_eq!(tx.api_key_by_hash([2; 32]).await.expect("reads").as_ref(), Some(&keys[1]));
    assert_eq!(tx.api_key_by_hash([9; 32]).await.expect("reads"), None);
    assert!(tx.revoke_api_key(keys[1].id, at(50)).await.expect("revokes"));
    assert!(!tx.revoke_api_key(keys[1].id, at(60)).await.expect("revoked before"));
    let revoked = tx.api_key_by_hash([2; 32]).await.expect("reads").expect("is there");
    assert_eq!(revoked.revoked_at, Some(at(50)));
    let none = tx.revoke_api_key(ApiKeyId::new(at(0), 99), at(1)).await.expect_err("no such key");
    assert_eq!(none.kind, ErrorKind::NotFound);
    tx.commit().await.expect("commits");
    let mut tx = backend.store.begin().await.expect("begins");
    let same_name = ApiKey { id: ApiKeyId::new(at(0), 9), hash: [9; 32], ..keys[0].clone() };
    assert_eq!(tx.insert_api_key(&same_name).await.expect_err("the name is taken").kind, ErrorKind::Conflict);
}
