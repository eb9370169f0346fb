//! Which build of a program of the distribution takes part: its SHA-256, so that a replay notices an upgrade.

use std::path::PathBuf;

use sha2::{Digest, Sha256};

/// Where a program is found on the path.
pub fn find(program: &str) -> Option<PathBuf> {
    let paths = std::env::var_os("PATH")?;
    std::env::split_paths(&paths).map(|folder| folder.join(program)).find(|path| path.is_file())
}

/// SHA-256 of the program's file in hex; `None` when it is not installed or cannot be read.
pub fn fingerprint(program: &str) -> Option<String> {
    Some(hex::encode(Sha256::digest(std::fs::read(find(program)?).ok()?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_has_a_fingerprint_and_a_missing_one_has_none() {
        assert_eq!(fingerprint("sh").map(|hash| hash.len()), Some(64));
        assert_eq!(fingerprint("no-such-program-anywhere"), None);
    }
}
