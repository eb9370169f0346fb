//! Words that the domain holds as `&'static str` (units, names of limits), read back from old rows.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

/// How many different words may ever be read. The checks know about thirty units and limits; a store with more is not ours.
const WORDS_MAX: usize = 512;
/// The longest word, in bytes.
const WORD_MAX: usize = 64;

static WORDS: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());

/// The word with a static life, each kept once; `None` beyond the bounds. Old decisions may name limits that no check has any more, so
/// the words of today's checks would not do.
pub(super) fn word(text: &str) -> Option<&'static str> {
    let mut words = WORDS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = words.get(text) {
        return Some(known);
    }
    if text.len() > WORD_MAX || words.len() >= WORDS_MAX {
        return None;
    }
    let kept: &'static str = Box::leak(text.to_owned().into_boxed_str());
    words.insert(kept);
    Some(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_kept_once_and_a_long_one_not_at_all() {
        let first = word("a_limit_of_long_ago").expect("short");
        assert!(std::ptr::eq(first, word("a_limit_of_long_ago").expect("known")));
        assert_eq!(word(&"x".repeat(65)), None);
    }
}
