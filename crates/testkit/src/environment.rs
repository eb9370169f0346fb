//! Time and randomness in the hands of the test.

use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

use countersign_workflow::{Clock, Randomness, SystemRandomness};
use jiff::{SignedDuration, Timestamp};

/// When every test begins: 22 November 2026, 10:00 UTC, in seconds.
pub const START: i64 = 1_795_341_600;

/// A clock that stands still until the test moves it.
#[derive(Debug)]
pub struct FixedClock(AtomicI64);

impl Default for FixedClock {
    fn default() -> Self {
        Self(AtomicI64::new(START))
    }
}

impl FixedClock {
    /// Moves on.
    pub fn advance(&self, by: SignedDuration) {
        self.0.fetch_add(by.as_secs(), Ordering::SeqCst);
    }

    /// Stands at another time, in seconds since 1970.
    pub fn set(&self, second: i64) {
        self.0.store(second, Ordering::SeqCst);
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_second(self.0.load(Ordering::SeqCst)).unwrap_or_else(|error| panic!("the test's time: {error}"))
    }
}

/// The system's randomness, which panics once when told to: a fault in the middle of a use case.
#[derive(Debug, Default)]
pub struct FragileRandomness(AtomicBool);

impl FragileRandomness {
    /// Panics at the next use.
    pub fn break_once(&self) {
        self.0.store(true, Ordering::SeqCst);
    }
}

impl Randomness for FragileRandomness {
    fn fill(&self, bytes: &mut [u8]) {
        assert!(!self.0.swap(false, Ordering::SeqCst), "broken by the test");
        SystemRandomness.fill(bytes);
    }
}
