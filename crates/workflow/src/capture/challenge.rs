//! A new liveness challenge.

use countersign_checks::SpokenLanguage;
use countersign_domain::{Challenge, ChallengeId, Digits, EventKind, Followers, SessionId, Step};
use jiff::SignedDuration;

use super::{CaptureError, open_session};
use crate::App;

/// Challenges a session may ask for: several a try for every try of the policy, and no more than a guesser could use.
const MOST_CHALLENGES: usize = 30;

impl App {
    /// Draws a challenge for a session. An earlier one that was not used ends with it.
    ///
    /// `wished`: the language that the applicant reads now (BCP 47); without one the session's.
    pub async fn issue_challenge(&self, id: SessionId, wished: Option<&str>) -> Result<Challenge, CaptureError> {
        let now = self.now();
        let mut tx = self.parts.store.begin().await?;
        let session = open_session(&mut *tx, id, now).await?;
        if session.consent.is_none() {
            return Err(CaptureError::ConsentMissing);
        }
        // Proves that the state takes evidence at all; the state itself changes with the upload.
        session.clone().capture(Step::Liveness)?;
        if !self.films(&session) {
            return Err(CaptureError::NotNeeded);
        }
        if tx.challenges_of(id).await?.len() >= MOST_CHALLENGES {
            return Err(CaptureError::TooManyChallenges);
        }
        let (count, seconds) = self
            .parts
            .policies
            .get(&session.policy.name)
            .map_or((6, 120), |loaded| (loaded.policy.challenge_digits, loaded.policy.challenge_seconds));
        let labels = tx.session_labels(id).await?.map(|labels| labels.language);
        let spoken = self.spoken(wished.or(labels.as_deref()));
        let challenge = Challenge {
            id: ChallengeId::new(now, self.random_id()),
            session: id,
            digits: self.draw_digits(count, &followers(spoken)),
            language: spoken.to_owned(),
            issued_at: now,
            expires_at: now + SignedDuration::from_secs(i64::from(seconds)),
            spent_at: None,
        };
        tx.insert_challenge(&challenge).await?;
        self.record(&mut *tx, id, EventKind::ChallengeIssued, Some(challenge.id.to_string()), now).await?;
        tx.commit().await?;
        Ok(challenge)
    }

    /// The language to say the digits in: the wished one, if its digits can be heard, else English.
    fn spoken(&self, wished: Option<&str>) -> &'static str {
        let known = wished.and_then(SpokenLanguage::of).map(|language| language.language.as_str());
        known.filter(|language| self.parts.examiner.hears(language)).unwrap_or("en")
    }

    /// Draws until the random bytes suffice: one round of 64 nearly always does.
    fn draw_digits(&self, count: usize, followers: &Followers) -> Digits {
        loop {
            let mut bytes = [0; 64];
            self.parts.randomness.fill(&mut bytes);
            if let Some(digits) = Digits::draw(count.clamp(4, 8), followers, bytes) {
                return digits;
            }
        }
    }
}

/// Neighbours that meet in different shapes of the mouth, so that it moves between any two of them.
fn followers(language: &str) -> Followers {
    SpokenLanguage::of(language)
        .map_or_else(Followers::any_other, |spoken| Followers::of_shapes(&spoken.starts(), &spoken.ends()))
}
