//! How long a person's look takes: measured from the cases of the last weeks, never promised from nothing.

use countersign_domain::{Session, SessionState};
use countersign_storage::{StorageError, Wait};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::App;

/// Cases of so many days are looked at: long enough to have some, short enough to be true today.
const DAYS: i64 = 28;
/// At most so many cases.
const MOST: u32 = 5_000;
/// Fewer cases than this tell nothing, of all or of one hour.
const FEWEST: usize = 5;

/// How long cases waited, minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Usual {
    /// Half of them no longer.
    pub half: u32,
    /// Nine in ten no longer.
    pub most: u32,
    /// How many cases this comes from.
    pub cases: u32,
}

/// Where one waiting case stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// 1: the next.
    pub position: u32,
    /// When half and nine in ten of such cases were decided, not before now. `None`: too few cases to say.
    pub expected: Option<(Timestamp, Timestamp)>,
}

/// What somebody can know before they start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// Cases that wait for a person now.
    pub waiting: u32,
    /// How long cases waited.
    pub usual: Option<Usual>,
    /// The same by the hour (UTC, 0–23) in which they began to wait, where there are enough.
    pub by_hour: Vec<(u8, Usual)>,
}

impl App {
    /// What is waiting, and how long it usually takes.
    pub async fn service(&self) -> Result<Service, StorageError> {
        let mut tx = self.parts.store.read().await?;
        let waiting = tx.waiting_since().await?.len() as u32;
        let waits = tx.waits_after(self.now() - SignedDuration::from_hours(24 * DAYS), MOST).await?;
        let hour = |wait: &Wait| wait.since.to_zoned(TimeZone::UTC).hour() as u8;
        let by_hour = (0..24)
            .filter_map(|of| usual(waits.iter().filter(|wait| hour(wait) == of)).map(|found| (of, found)))
            .collect();
        Ok(Service { waiting, usual: usual(waits.iter()), by_hour })
    }

    /// Where a session stands among those that wait; `None` when it does not wait.
    pub async fn place(&self, session: &Session) -> Result<Option<Place>, StorageError> {
        let SessionState::InReview { since, .. } = session.state else { return Ok(None) };
        let mut tx = self.parts.store.read().await?;
        let before = tx.waiting_since().await?.iter().filter(|other| **other < since).count();
        let waits = tx.waits_after(self.now() - SignedDuration::from_hours(24 * DAYS), MOST).await?;
        let expected = usual(waits.iter()).map(|usual| {
            let after = |minutes: u32| (since + SignedDuration::from_mins(i64::from(minutes))).max(self.now());
            (after(usual.half), after(usual.most))
        });
        Ok(Some(Place { position: before as u32 + 1, expected }))
    }
}

fn usual<'a>(waits: impl Iterator<Item = &'a Wait>) -> Option<Usual> {
    let mut minutes: Vec<u32> = waits
        .map(|wait| u32::try_from(wait.until.duration_since(wait.since).as_mins().max(0)).unwrap_or(u32::MAX))
        .collect();
    if minutes.len() < FEWEST {
        return None;
    }
    minutes.sort_unstable();
    let at = |share: usize| minutes[(minutes.len() * share).div_ceil(10).saturating_sub(1)];
    Some(Usual { half: at(5), most: at(9), cases: minutes.len() as u32 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wait(minutes: i64) -> Wait {
        let since = Timestamp::from_second(1_795_000_000).expect("a valid second");
        Wait { since, until: since + SignedDuration::from_mins(minutes) }
    }

    #[test]
    fn few_cases_say_nothing_and_many_say_half_and_most() {
        let few: Vec<Wait> = (1..5).map(wait).collect();
        assert_eq!(usual(few.iter()), None);
        let many: Vec<Wait> = (1..=20).map(wait).collect();
        assert_eq!(usual(many.iter()), Some(Usual { half: 10, most: 18, cases: 20 }));
    }
}
