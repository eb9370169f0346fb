//! The liveness challenge: which digits, for whom, until when, and that it is spent once.

use jiff::Timestamp;

use crate::{ChallengeId, SessionId};

/// Four to eight digits, neighbours different. Debug shows only the length: an open challenge is a secret of its session.
#[derive(Clone, PartialEq, Eq)]
pub struct Digits(Vec<u8>);

/// Which digits may follow which in a challenge: for each digit a set, as bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Followers([u16; 10]);

impl Followers {
    /// Every digit but the same.
    pub fn any_other() -> Self {
        Self(std::array::from_fn(|digit| 0x3FF & !(1 << digit)))
    }

    /// From what the lips look like when a digit starts and when it ends: the next digit starts differently from how the last ended, so
    /// that the mouth has to move between them, and is not the same. A digit that nothing could follow is followed by any other.
    pub fn of_shapes<S: PartialEq>(starts: &[S; 10], ends: &[S; 10]) -> Self {
        let sets: [u16; 10] = std::array::from_fn(|digit| {
            let may = |next: &usize| *next != digit && starts[*next] != ends[digit];
            (0..10).filter(may).fold(0, |set, next| set | 1 << next)
        });
        let any = Self::any_other();
        Self(std::array::from_fn(|digit| if sets[digit] == 0 { any.0[digit] } else { sets[digit] }))
    }

    /// Whether `next` may come right after `digit`.
    pub fn allows(&self, digit: u8, next: u8) -> bool {
        self.0.get(usize::from(digit)).is_some_and(|set| next < 10 && set & 1 << next != 0)
    }

    fn after(&self, digit: u8) -> impl Iterator<Item = u8> + Clone {
        let own = *self;
        (0..10).filter(move |next| own.allows(digit, *next))
    }
}

/// Why a text is no challenge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a challenge has four to eight digits 0 to 9")]
pub struct DigitsError;

impl Digits {
    /// Reads four to eight characters 0–9.
    pub fn parse(text: &str) -> Result<Self, DigitsError> {
        let digits: Option<Vec<u8>> = text.chars().map(|c| c.to_digit(10).map(|d| d as u8)).collect();
        match digits {
            Some(digits) if (4..=8).contains(&digits.len()) => Ok(Self(digits)),
            _ => Err(DigitsError),
        }
    }

    /// Draws `count` (4–8) digits from random bytes: the first is uniform over all, each other one over those that may follow its left
    /// neighbour. Bytes that would bias the draw are skipped; `None` when they run out.
    pub fn draw(count: usize, followers: &Followers, random: impl IntoIterator<Item = u8>) -> Option<Self> {
        if !(4..=8).contains(&count) {
            return None;
        }
        let mut random = random.into_iter();
        let mut digits: Vec<u8> = Vec::with_capacity(count);
        while digits.len() < count {
            let byte = random.next()?;
            let may: Vec<u8> = digits.last().map_or_else(|| (0..10).collect(), |last| followers.after(*last).collect());
            let many = u16::try_from(may.len()).ok().filter(|many| *many > 0)?;
            // The largest multiple of `many` in a byte: bytes from there on would favour the first ones.
            if u16::from(byte) < 256 / many * many {
                digits.push(may[usize::from(u16::from(byte) % many)]);
            }
        }
        Some(Self(digits))
    }

    /// The digits, each 0–9.
    pub fn as_slice(&self) -> &[u8] {
        &self.0
    }

    /// As shown on the screen, without spaces.
    pub fn text(&self) -> String {
        self.0.iter().map(|digit| char::from(b'0' + digit)).collect()
    }
}

impl std::fmt::Debug for Digits {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Digits({} of them)", self.0.len())
    }
}

/// One challenge, bound to its session, valid until `expires_at` or until the session is given a newer one, spent by the first upload that
/// names it. Only the liveness step has challenges.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Challenge {
    /// Its id.
    pub id: ChallengeId,
    /// The session it was given to.
    pub session: SessionId,
    /// What is to be said.
    pub digits: Digits,
    /// Language of the spoken digits (BCP 47).
    pub language: String,
    /// When it was given.
    pub issued_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
    /// When an upload used it up.
    pub spent_at: Option<Timestamp>,
}

/// Why an upload may not answer a challenge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChallengeRefusal {
    /// Given to another session.
    #[error("the challenge belongs to another session")]
    Foreign,
    /// Past its end, or a newer one was given: who may hold several open ones could wait for digits that suit a recording.
    #[error("the challenge has expired")]
    Expired,
    /// An upload answered it before.
    #[error("the challenge was used before")]
    Spent,
}

impl Challenge {
    /// Uses the challenge up for an upload of `session` at `now`; `newest` is the last one given to that session.
    pub fn spend(self, session: SessionId, newest: ChallengeId, now: Timestamp) -> Result<Self, ChallengeRefusal> {
        if self.session != session {
            return Err(ChallengeRefusal::Foreign);
        }
        if self.spent_at.is_some() {
            return Err(ChallengeRefusal::Spent);
        }
        if now >= self.expires_at || newest != self.id {
            return Err(ChallengeRefusal::Expired);
        }
        Ok(Self { spent_at: Some(now), ..self })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).expect("a valid second")
    }

    fn challenge() -> Challenge {
        Challenge {
            id: ChallengeId::new(at(0), 1),
            session: SessionId::new(at(0), 1),
            digits: Digits::parse("471902").expect("six digits"),
            language: "en".into(),
            issued_at: at(0),
            expires_at: at(120),
            spent_at: None,
        }
    }

    /// Sixty-four bytes that look random, the same for the same seed.
    fn bytes(seed: u32) -> impl Iterator<Item = u8> {
        let mut state = u64::from(seed) + 1;
        (0..64).map(move |_| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 45) as u8
        })
    }

    #[test]
    fn drawn_digits_cover_all_ten_and_never_repeat_a_neighbour() {
        let mut seen = [0u32; 10];
        for round in 0..2_000u32 {
            let digits = Digits::draw(6, &Followers::any_other(), bytes(round)).expect("enough bytes");
            assert_eq!(digits.as_slice().len(), 6);
            assert!(digits.as_slice().windows(2).all(|pair| pair[0] != pair[1]));
            digits.as_slice().iter().for_each(|d| seen[*d as usize] += 1);
        }
        assert!(seen.iter().all(|n| (1_000..1_400).contains(n)), "{seen:?}");
    }

    #[test]
    fn too_few_random_bytes_or_an_odd_length_draw_nothing() {
        let any = Followers::any_other();
        assert_eq!(Digits::draw(6, &any, [1, 2, 3]), None);
        assert_eq!(Digits::draw(6, &any, [255; 64]), None);
        assert_eq!(Digits::draw(3, &any, [1; 64]), None);
        assert_eq!(Digits::draw(9, &any, [1; 64]), None);
    }

    #[test]
    fn neighbours_meet_in_different_shapes() {
        // Three shapes; 9 ends as everything starts, so only "another digit" is left for it.
        let starts = [0, 1, 2, 0, 1, 2, 0, 1, 2, 0];
        let ends = [1, 1, 2, 2, 0, 0, 1, 2, 0, 1];
        let followers = Followers::of_shapes(&starts, &ends);
        assert!(followers.allows(0, 2) && !followers.allows(0, 1) && !followers.allows(3, 3));
        for round in 0..500u32 {
            let digits = Digits::draw(8, &followers, bytes(round)).expect("enough bytes");
            let meets = |pair: &[u8]| starts[usize::from(pair[1])] != ends[usize::from(pair[0])];
            assert!(digits.as_slice().windows(2).all(meets), "{:?}", digits.as_slice());
        }
        let stuck = Followers::of_shapes(&[0; 10], &[0; 10]);
        assert_eq!(stuck, Followers::any_other());
    }

    #[test]
    fn a_challenge_is_spent_once_in_time_by_its_own_session() {
        let Challenge { id, session: own, .. } = challenge();
        let spent = challenge().spend(own, id, at(119)).expect("in time");
        assert_eq!(spent.spend(own, id, at(119)), Err(ChallengeRefusal::Spent));
        assert_eq!(challenge().spend(own, id, at(120)), Err(ChallengeRefusal::Expired));
        assert_eq!(challenge().spend(own, ChallengeId::new(at(5), 2), at(6)), Err(ChallengeRefusal::Expired));
        assert_eq!(challenge().spend(SessionId::new(at(0), 2), id, at(1)), Err(ChallengeRefusal::Foreign));
    }

    #[test]
    fn the_debug_form_keeps_the_digits_to_itself() {
        assert!(!format!("{:?}", challenge()).contains("471902"));
    }
}
