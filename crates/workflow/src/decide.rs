//! Deciding: breakdowns and policy to a stored, immutable decision.

use countersign_domain::{DecidedBy, Decision, DecisionId, EventKind, SessionId, SessionState, decide};
use countersign_media::DecodeError;
use jiff::SignedDuration;
use jiff::tz::TimeZone;

use crate::App;
use crate::differences::document_says;
use crate::gallery::Gallery;
use crate::mail::kind_of;
use crate::process::{Examined, ProcessError};

impl App {
    /// Processes a session and stores the decision. A session that is not waiting for it is left alone, so that a job may run twice.
    ///
    /// `last_try`: a sandbox or an examiner that still does not work leaves its checks *could not assess* instead of trying again, so that
    /// a person looks.
    pub async fn process_session(&self, id: SessionId, last_try: bool) -> Result<Option<Decision>, ProcessError> {
        let started = self.now();
        let loaded = self.load_case(id, None, started.to_zoned(TimeZone::UTC).date()).await?;
        if !matches!(loaded.session.state, SessionState::Processing { .. }) {
            return Ok(None);
        }
        let book = self.parts.policies.get(&loaded.session.policy.name).ok_or(ProcessError::Policy)?;
        let (today, document) = (loaded.question.today, loaded.question.document_type);
        let gallery = Gallery::Of(loaded.session.applicant);
        let examined = match self.examine_loaded(&book.policy, loaded.files, loaded.question, &gallery).await {
            Err(ProcessError::Task) if last_try => {
                tracing::error!(session = %id, "the examiner crashed on every try; a person looks");
                Examined::nothing(&book.policy, today, document)?
            }
            other => other?,
        };
        for (kind, error) in &examined.undecoded {
            tracing::warn!(session = %id, kind = kind.name(), %error, "evidence was not decoded");
        }
        if !last_try && examined.undecoded.iter().any(|(_, error)| matches!(error, DecodeError::Sandbox(_))) {
            return Err(ProcessError::Sandbox);
        }
        let says = document_says(&examined.measurements, &book.policy)?;
        let verdict = decide(&examined.breakdowns, &book.policy, document, loaded.session.attempt);
        let now = self.now();
        let decision = Decision {
            id: DecisionId::new(now, self.random_id()),
            session: id,
            attempt: loaded.session.attempt,
            verdict,
            by: DecidedBy::Policy,
            // The time the question was asked: its day is the day of the check, and a replay asks for the same day.
            at: started,
            policy: book.policy.id.clone(),
            policy_sha256: book.sha256,
            breakdowns: examined.breakdowns,
            inputs: loaded.inputs,
        };
        tracing::info!(session = %id, outcome = decision.verdict.outcome.name(), timings = ?examined.measurements.timings, "decided");
        let due = now + SignedDuration::from_hours(i64::from(book.policy.review_hours));
        let mut tx = self.parts.store.begin().await?;
        let session = tx.session_for_update(id).await?.ok_or(ProcessError::UnknownSession)?;
        if session.state != loaded.session.state {
            // Withdrawn or decided by another worker meanwhile: this answer is about a state that is gone.
            return Ok(None);
        }
        let session = session
            .decided(&decision.verdict.outcome, decision.id, now, due)?
            .with_time_until(now + SignedDuration::from_mins(i64::from(book.policy.session_minutes)));
        tx.update_session(&session).await?;
        tx.insert_decision(&decision).await?;
        tx.put_reading(id, &says).await?;
        if let Some(face) = &examined.measurements.template {
            tx.put_face(id, &face.release, &face.values, now).await?;
        }
        tx.put_face_matches(id, &examined.matches, now).await?;
        self.record(&mut *tx, id, EventKind::SessionDecided, Some(decision.id.to_string()), now).await?;
        self.tell(&mut *tx, id, kind_of(&decision.verdict.outcome), now).await?;
        tx.commit().await?;
        Ok(Some(decision))
    }
}
