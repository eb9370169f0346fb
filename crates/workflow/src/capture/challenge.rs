//! A new liveness challenge.

use countersign_domain::{Challenge, ChallengeId, Digits, EventKind, SessionId, Step};
use jiff::SignedDuration;

use super::{CaptureError, open_session};
use crate::App;

/// Challenges a session may ask for: several a try for every try of the policy, and no more than a guesser could use.
const MOST_CHALLENGES: usize = 30;

impl App {
    /// Draws a challenge for a session. An earlier one that was not used stays valid until its own end, for a second tab.
    pub async fn issue_challenge(&self, id: SessionId) -> Result<Challenge, CaptureError> {
        let now = self.now();
        let mut tx = self.parts.store.begin().await?;
        let session = open_session(&mut *tx, id, now).await?;
        if session.consent.is_none() {
            return Err(CaptureError::ConsentMissing);
        }
        // Proves that the state takes evidence at all; the state itself changes with the upload.
        session.clone().capture(Step::Liveness)?;
        if tx.challenges_of(id).await?.len() >= MOST_CHALLENGES {
            return Err(CaptureError::TooManyChallenges);
        }
        let (count, seconds) = self
            .parts
            .policies
            .get(&session.policy.name)
            .map_or((6, 120), |loaded| (loaded.policy.challenge_digits, loaded.policy.challenge_seconds));
        let language = tx.session_labels(id).await?.map_or_else(|| "en".to_owned(), |labels| labels.language);
        let challenge = Challenge {
            id: ChallengeId::new(now, self.random_id()),
            session: id,
            digits: self.draw_digits(count),
            language,
            issued_at: now,
            expires_at: now + SignedDuration::from_secs(i64::from(seconds)),
            spent_at: None,
        };
        tx.insert_challenge(&challenge).await?;
        self.record(&mut *tx, id, EventKind::ChallengeIssued, Some(challenge.id.to_string()), now).await?;
        tx.commit().await?;
        Ok(challenge)
    }

    /// Draws until the random bytes suffice: one round of 64 nearly always does.
    fn draw_digits(&self, count: usize) -> Digits {
        loop {
            let mut bytes = [0; 64];
            self.parts.randomness.fill(&mut bytes);
            if let Some(digits) = Digits::draw(count.clamp(4, 8), bytes) {
                return digits;
            }
        }
    }
}
