use jiff::Timestamp;

use super::*;

fn session(n: u128) -> SessionId {
    SessionId::new(Timestamp::UNIX_EPOCH, n)
}

fn line(seed: u8) -> String {
    hex::encode((0..32).map(|i| seed.wrapping_add(i)).collect::<Vec<_>>())
}

#[test]
fn a_wrapped_key_opens_for_its_session_only() {
    let keys = MasterKeys::parse(&line(1)).expect("a key");
    let key = SessionKey::draw();
    let wrapped = keys.wrap(session(1), &key);
    let again = keys.unwrap(session(1), keys.current_id(), &wrapped).expect("its own session");
    assert_eq!(again.expose(), key.expose());
    let foreign = keys.unwrap(session(2), keys.current_id(), &wrapped).expect_err("another session");
    assert_eq!(foreign.kind, ErrorKind::Crypto);
}

#[test]
fn after_rotation_the_former_key_still_opens() {
    let before = MasterKeys::parse(&line(1)).expect("a key");
    let key = SessionKey::draw();
    let wrapped = before.wrap(session(1), &key);
    let sealed = before.seal(&["a", "b"], b"body");
    let after = MasterKeys::parse(&format!("{}\n{}\n", line(2), line(1))).expect("two keys");
    assert_ne!(after.current_id(), before.current_id());
    assert!(after.unwrap(session(1), before.current_id(), &wrapped).is_ok());
    assert_eq!(after.open(&["a", "b"], &sealed).as_deref(), Some(&b"body"[..]));
    assert_eq!(after.open(&["ab", ""], &sealed), None);
    let without = MasterKeys::parse(&line(2)).expect("a key");
    let lost = without.unwrap(session(1), before.current_id(), &wrapped).expect_err("the old key is gone");
    assert_eq!(lost.kind, ErrorKind::Crypto);
}

#[test]
fn what_is_no_key_is_refused_without_being_repeated() {
    for text in ["", "  \n", "secret", &"0".repeat(64), &"zz".repeat(32), &line(1)[..62]] {
        let error = MasterKeys::parse(text).expect_err("no key");
        assert_eq!(error.kind, ErrorKind::Crypto);
        assert!(!format!("{error:?}").contains("secret"));
    }
    let keys = MasterKeys::parse(&line(1)).expect("a key");
    assert!(!format!("{keys:?}").contains(&line(1)[..16]));
}

#[test]
fn a_generated_file_is_private_reads_back_and_is_never_replaced() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("master.key");
    assert_eq!(MasterKeys::load(&path).expect_err("none yet").kind, ErrorKind::NotFound);
    let made = MasterKeys::generate(&path).expect("a new file");
    assert_eq!(MasterKeys::load(&path).expect("reads back").current_id(), made.current_id());
    assert_eq!(MasterKeys::generate(&path).expect_err("there is one").kind, ErrorKind::Conflict);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(std::fs::metadata(&path).expect("it is there").permissions().mode() & 0o777, 0o600);
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).expect("it is ours");
        assert_eq!(MasterKeys::load(&path).expect_err("the group may read").kind, ErrorKind::Io);
    }
}
