//! Policies as TOML files in `policies/`. A policy is known by its name; its text's SHA-256 is stored with every decision.

use std::collections::BTreeMap;
use std::path::Path;

use countersign_domain::{Check, CheckRule, Consequence, Policy, PolicyError, PolicyRef, Sha256};
use serde::Deserialize;
use sha2::Digest;

mod unlock;

pub use unlock::{Unlock, UnlockText};

/// A policy with the hash of its text.
#[derive(Clone, Debug)]
pub struct LoadedPolicy {
    /// The policy, proved usable.
    pub policy: Policy,
    /// SHA-256 of the file and of the one whose checks it takes.
    pub sha256: Sha256,
    /// What the level opens, for the page of levels; no check reads it.
    pub unlocks: Vec<Unlock>,
}

/// Why a policy file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum PolicyFileError {
    /// Not readable.
    #[error("the policy file cannot be read")]
    Io(#[from] std::io::Error),
    /// Not TOML of the right shape.
    #[error("the policy file is not as expected: {0}")]
    Shape(#[from] toml::de::Error),
    /// A check that does not exist.
    #[error("the policy names a check {0}, which does not exist")]
    UnknownCheck(String),
    /// A consequence that does not exist.
    #[error("the policy answers {check} with '{word}'; possible are note, review, resubmit and decline")]
    UnknownConsequence {
        /// The check.
        check: String,
        /// The word.
        word: String,
    },
    /// Not usable.
    #[error(transparent)]
    Policy(#[from] PolicyError),
    /// What a level opens is said in a way that cannot be shown.
    #[error("the policy unlocks '{0}': give a word of the list or a text in English")]
    Unlock(String),
    /// Checks are taken from a policy that has none of its own.
    #[error("the policy takes its checks from {0}, which is not there or has none of its own")]
    Base(String),
    /// Two files with one name.
    #[error("two policies have the name {0}")]
    Twice(String),
    /// No policy at all.
    #[error("the folder holds no policy")]
    None,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: String,
    version: String,
    level: u32,
    tries: u32,
    #[serde(default = "two")]
    photo_asks: u32,
    session_minutes: u32,
    challenge_digits: usize,
    challenge_seconds: u32,
    review_hours: u32,
    #[serde(default = "yes")]
    video: bool,
    #[serde(default)]
    unlocks: Vec<unlock::Entry>,
    /// Takes the checks of the policy of that name.
    #[serde(default)]
    checks_of: Option<String>,
    #[serde(default)]
    checks: BTreeMap<String, Rule>,
}

/// A policy that says nothing of it films the person.
fn yes() -> bool {
    true
}

/// A policy that says nothing of it asks twice.
fn two() -> u32 {
    2
}

#[derive(Clone, Deserialize)]
struct Rule {
    on_fail: String,
    on_doubt: String,
    on_not_assessed: String,
    origin: String,
    #[serde(flatten)]
    limits: BTreeMap<String, f64>,
}

impl LoadedPolicy {
    /// Reads and proves one policy that has checks of its own.
    pub fn parse(text: &str) -> Result<Self, PolicyFileError> {
        Self::build(toml::from_str(text)?, text, &BTreeMap::new())
    }

    /// Puts a policy together; `others`: every file by its name, for the one whose checks it takes.
    fn build(file: File, text: &str, others: &BTreeMap<String, (File, String)>) -> Result<Self, PolicyFileError> {
        let mut hash = sha2::Sha256::new_with_prefix(text.as_bytes());
        let own = match &file.checks_of {
            None => file.checks,
            Some(name) => {
                let base = others.get(name).filter(|(base, _)| base.checks_of.is_none() && file.checks.is_empty());
                let (base, base_text) = base.ok_or_else(|| PolicyFileError::Base(name.clone()))?;
                hash.update(base_text.as_bytes());
                base.checks.clone()
            }
        };
        let mut rules = BTreeMap::new();
        for (name, rule) in own {
            let check = Check::from_name(&name).ok_or_else(|| PolicyFileError::UnknownCheck(name.clone()))?;
            rules.insert(check, rule.read(&name)?);
        }
        let policy = Policy {
            id: PolicyRef { name: file.name, version: file.version },
            level: file.level,
            tries: file.tries,
            photo_asks: file.photo_asks,
            session_minutes: file.session_minutes,
            challenge_digits: file.challenge_digits,
            challenge_seconds: file.challenge_seconds,
            review_hours: file.review_hours,
            video: file.video,
            rules,
        };
        policy.validate()?;
        let unlocks = file.unlocks.into_iter().map(unlock::Entry::read).collect::<Result<_, _>>()?;
        Ok(Self { policy, sha256: Sha256(hash.finalize().into()), unlocks })
    }
}

impl Rule {
    fn read(self, check: &str) -> Result<CheckRule, PolicyFileError> {
        let word = |word: String| {
            Consequence::from_name(&word).ok_or(PolicyFileError::UnknownConsequence { check: check.to_owned(), word })
        };
        Ok(CheckRule {
            limits: self.limits,
            on_fail: word(self.on_fail)?,
            on_doubt: word(self.on_doubt)?,
            on_not_assessed: word(self.on_not_assessed)?,
            origin: self.origin,
        })
    }
}

/// Every policy by name.
#[derive(Clone, Debug, Default)]
pub struct PolicyBook(BTreeMap<String, LoadedPolicy>);

impl PolicyBook {
    /// Reads every `*.toml` of a folder.
    pub fn read(folder: &Path) -> Result<Self, PolicyFileError> {
        let mut files: Vec<_> =
            std::fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?.into_iter().map(|entry| entry.path()).collect();
        files.sort();
        files.retain(|file| file.extension().is_some_and(|kind| kind == "toml"));
        let texts = files.iter().map(std::fs::read_to_string).collect::<Result<Vec<_>, _>>()?;
        let book = Self::from_texts(&texts)?;
        if book.0.is_empty() { Err(PolicyFileError::None) } else { Ok(book) }
    }

    /// Proves every policy of these texts; one may take the checks of another.
    pub fn from_texts(texts: &[String]) -> Result<Self, PolicyFileError> {
        let mut files = BTreeMap::new();
        for text in texts {
            let file: File = toml::from_str(text)?;
            let name = file.name.clone();
            if files.insert(name.clone(), (file, text.clone())).is_some() {
                return Err(PolicyFileError::Twice(name));
            }
        }
        let mut book = Self::default();
        for (file, text) in files.values() {
            book.add(LoadedPolicy::build(file.clone(), text, &files)?)?;
        }
        Ok(book)
    }

    /// Adds a policy.
    pub fn add(&mut self, policy: LoadedPolicy) -> Result<(), PolicyFileError> {
        let name = policy.policy.id.name.clone();
        match self.0.insert(name.clone(), policy) {
            None => Ok(()),
            Some(_) => Err(PolicyFileError::Twice(name)),
        }
    }

    /// The policy of that name.
    pub fn get(&self, name: &str) -> Option<&LoadedPolicy> {
        self.0.get(name)
    }

    /// Every name.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEVEL_2: &str = include_str!("../../../policies/level-2.toml");

    #[test]
    fn the_shipped_policy_is_usable_and_every_limit_says_where_it_comes_from() {
        let loaded = LoadedPolicy::parse(LEVEL_2).expect("usable");
        assert_eq!(loaded.policy.level, 2);
        for (check, rule) in &loaded.policy.rules {
            assert!(rule.origin.len() > 20, "{} says too little of its origin", check.name());
        }
    }

    #[test]
    fn the_demonstration_differs_from_level_2_in_samples_only() {
        let [level_2, mut demo] = [LEVEL_2, include_str!("../../../policies/demo.toml")]
            .map(|text| LoadedPolicy::parse(text).expect("usable").policy);
        assert_eq!(demo.id.name, "demo");
        // Samples are accepted, and the same face may come again under another name.
        for check in [Check::DocumentWatermark, Check::FaceSeenBefore] {
            let strict = level_2.rules[&check].clone();
            assert_ne!(demo.rules.insert(check, strict.clone()), Some(strict), "{}", check.name());
        }
        demo.id = level_2.id.clone();
        assert_eq!(demo, level_2);
    }

    #[test]
    fn a_changed_limit_changes_the_policy_and_its_hash() {
        let changed = LEVEL_2.replace("max_share = 0.02", "max_share = 0.5");
        assert_ne!(changed, LEVEL_2);
        let (old, new) =
            (LoadedPolicy::parse(LEVEL_2).expect("usable"), LoadedPolicy::parse(&changed).expect("usable"));
        assert_eq!(new.policy.limit(Check::DocumentGlare, "max_share"), Ok(0.5));
        assert_ne!(old.sha256, new.sha256);
    }

    #[test]
    fn the_first_level_asks_what_the_second_asks_but_for_the_video() {
        let first = include_str!("../../../policies/level-1.toml").to_owned();
        let book = PolicyBook::from_texts(&[LEVEL_2.to_owned(), first.clone()]).expect("usable");
        let [one, two] = ["level-1", "level-2"].map(|name| &book.get(name).expect("there").policy);
        assert!(!one.video && !one.asks(Check::LivenessDigits) && one.asks(Check::IdentityName));
        assert_eq!(one.rules, two.rules);
        let changed = LEVEL_2.replace("max_share = 0.02", "max_share = 0.5");
        let other = PolicyBook::from_texts(&[changed, first.clone()]).expect("usable");
        assert_ne!(other.get("level-1").map(|p| p.sha256), book.get("level-1").map(|p| p.sha256));
        assert!(matches!(PolicyBook::from_texts(&[first]), Err(PolicyFileError::Base(name)) if name == "level-2"));
    }

    #[test]
    fn misspelt_checks_limits_and_words_are_named() {
        let fault = |from: &str, to: &str| {
            LoadedPolicy::parse(&LEVEL_2.replace(from, to)).map(|_| ()).expect_err("refused").to_string()
        };
        assert!(fault("[checks.document_glare]", "[checks.document_glair]").contains("document_glair"));
        assert!(fault("max_share = 0.02", "max_sharee = 0.02").contains("max_share"));
        assert!(fault("on_doubt = \"note\"", "on_doubt = \"shrug\"").contains("shrug"));
        assert!(fault("tries = 3", "tries = 0").contains("tries"));
    }
}
