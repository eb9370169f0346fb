//! The liveness challenge: which digits, for whom, until when, and that it is spent once.

use jiff::Timestamp;

use crate::{ChallengeId, SessionId};

/// Four to eight digits, neighbours different. Debug shows only the length: an open challenge is a secret of its session.
#[derive(Clone, PartialEq, Eq)]
pub struct Digits(Vec<u8>);

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

    /// Draws `count` (4–8) digits from random bytes: each is uniform over the nine that differ from its left neighbour, so that
    /// two equal mouth movements never follow each other. Bytes that would bias the draw are skipped; `None` when they run out.
    pub fn draw(count: usize, random: impl IntoIterator<Item = u8>) -> Option<Self> {
        if !(4..=8).contains(&count) {
            return None;
        }
        let mut random = random.into_iter();
        let mut digits: Vec<u8> = Vec::with_capacity(count);
        while digits.len() < count {
            let byte = random.next()?;
            let drawn = match digits.last() {
                // 250 and 252 are the largest multiples of 10 and 9 in a byte.
                None if byte < 250 => byte % 10,
                Some(last) if byte < 252 => (last + 1 + byte % 9) % 10,
                _ => continue,
            };
            digits.push(drawn);
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

/// One challenge, bound to its session, valid until `expires_at`, spent by the first upload that names it.
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
    /// Past its end.
    #[error("the challenge has expired")]
    Expired,
    /// An upload answered it before.
    #[error("the challenge was used before")]
    Spent,
}

impl Challenge {
    /// Uses the challenge up for an upload of `session` at `now`.
    pub fn spend(self, session: SessionId, now: Timestamp) -> Result<Self, ChallengeRefusal> {
        if self.session != session {
            return Err(ChallengeRefusal::Foreign);
        }
        if self.spent_at.is_some() {
            return Err(ChallengeRefusal::Spent);
        }
        if now >= self.expires_at {
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

    #[test]
    fn drawn_digits_cover_all_ten_and_never_repeat_a_neighbour() {
        let mut seen = [0u32; 10];
        for round in 0..2_000u32 {
            let bytes = (0..64u32).map(move |i| ((round * 64 + i).wrapping_mul(2_654_435_761) >> 24) as u8);
            let digits = Digits::draw(6, bytes).expect("enough bytes");
            assert_eq!(digits.as_slice().len(), 6);
            assert!(digits.as_slice().windows(2).all(|pair| pair[0] != pair[1]));
            digits.as_slice().iter().for_each(|d| seen[*d as usize] += 1);
        }
        assert!(seen.iter().all(|n| (1_000..1_400).contains(n)), "{seen:?}");
    }

    #[test]
    fn too_few_random_bytes_or_an_odd_length_draw_nothing() {
        assert_eq!(Digits::draw(6, [1, 2, 3]), None);
        assert_eq!(Digits::draw(6, [255; 64]), None);
        assert_eq!(Digits::draw(3, [1; 64]), None);
        assert_eq!(Digits::draw(9, [1; 64]), None);
    }

    #[test]
    fn a_challenge_is_spent_once_in_time_by_its_own_session() {
        let own = challenge().session;
        let spent = challenge().spend(own, at(119)).expect("in time");
        assert_eq!(spent.clone().spend(own, at(119)), Err(ChallengeRefusal::Spent));
        assert_eq!(challenge().spend(own, at(120)), Err(ChallengeRefusal::Expired));
        assert_eq!(challenge().spend(SessionId::new(at(0), 2), at(1)), Err(ChallengeRefusal::Foreign));
    }

    #[test]
    fn the_debug_form_keeps_the_digits_to_itself() {
        assert!(!format!("{:?}", challenge()).contains("471902"));
    }
}
