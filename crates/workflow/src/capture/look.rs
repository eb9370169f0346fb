//! A first look at a photo right after it arrived, so that one which cannot be read is asked for again at once, and so that what was read comes back
//! for confirmation before anything is handed in.

use countersign_domain::{
    Breakdown, Check, CheckResult, EventKind, EvidenceId, EvidenceKind, Look, Policy, Reason, Remedy, Session,
    SessionId, SessionState,
};
use jiff::tz::TimeZone;

use super::CaptureError;
use crate::App;
use crate::differences::document_says;
use crate::gallery::Gallery;
use crate::process::ProcessError;

/// Checks that say whether a photo can be read at all. The same limits decide later; here they only ask for another photo.
const READABLE: [Check; 7] = [
    Check::DocumentResolution,
    Check::DocumentSharpness,
    Check::DocumentGlare,
    Check::DocumentLighting,
    Check::DocumentWhole,
    Check::DocumentAlone,
    Check::DocumentUncovered,
];
/// Checks that compare the document with what was declared.
const DECLARED: [Check; 2] = [Check::IdentityName, Check::IdentityBirthDate];

/// Why a photo was not looked at.
#[derive(Debug, thiserror::Error)]
pub enum LookError {
    /// No photo of that kind is there yet.
    #[error("there is no photo of that side yet")]
    NoPhoto,
    /// The session does not take evidence now.
    #[error(transparent)]
    Capture(#[from] CaptureError),
    /// It could not be measured; the photo is kept and judged with the rest.
    #[error(transparent)]
    Process(#[from] ProcessError),
}

impl App {
    /// Looks at the latest photo of a side. A photo is looked at once; asking again gives what was found then.
    pub async fn look_at_photo(&self, id: SessionId, kind: EvidenceKind) -> Result<Look, LookError> {
        let now = self.now();
        let day = now.to_zoned(TimeZone::UTC).date();
        let mut loaded = self.load_case(id, None, day).await?;
        let photo = self.latest_photo(id, kind).await?;
        if let Some(known) = self.known_look(id, photo).await? {
            return Ok(known);
        }
        let book = self.parts.policies.get(&loaded.session.policy.name).ok_or(ProcessError::Policy)?;
        let other_side_too = loaded.files.front.is_some() && loaded.files.back.is_some();
        loaded.files.clip = None;
        // Both sides together tell more of the name than the second alone; the first is looked at alone.
        if !other_side_too {
            match kind {
                EvidenceKind::DocumentBack => loaded.files.front = None,
                _ => loaded.files.back = None,
            }
        }
        let examined =
            self.examine_loaded(&book.policy, loaded.files, loaded.question, &Gallery::Recorded(None)).await?;
        let says = document_says(&examined.measurements, &book.policy)?;
        let found = Found {
            unreadable: reasons(&examined.breakdowns, &READABLE, |reason| reason.remedy() == Remedy::Redo(kind.step())),
            differs: reasons(&examined.breakdowns, &DECLARED, |_| true),
        };
        let look = self.keep_look(id, (photo, kind), found, &book.policy, says, now).await?;
        tracing::info!(session = %id, kind = kind.name(), unreadable = look.unreadable.len(), asked_again = look.asked_again, "first look");
        Ok(look)
    }

    async fn latest_photo(&self, id: SessionId, kind: EvidenceKind) -> Result<EvidenceId, LookError> {
        let mut tx = self.parts.store.read().await.map_err(CaptureError::from)?;
        let evidence = tx.evidence_of(id).await.map_err(CaptureError::from)?;
        evidence.iter().rfind(|found| found.kind == kind).map(|found| found.id).ok_or(LookError::NoPhoto)
    }

    async fn known_look(&self, id: SessionId, photo: EvidenceId) -> Result<Option<Look>, LookError> {
        let mut tx = self.parts.store.read().await.map_err(CaptureError::from)?;
        let looks = tx.looks_of(id).await.map_err(CaptureError::from)?;
        Ok(looks.into_iter().find(|look| look.evidence == photo))
    }

    async fn keep_look(
        &self,
        id: SessionId,
        (photo, kind): (EvidenceId, EvidenceKind),
        found: Found,
        policy: &Policy,
        says: countersign_domain::DocumentSays,
        now: jiff::Timestamp,
    ) -> Result<Look, CaptureError> {
        let mut tx = self.parts.store.begin().await?;
        let session = tx.session_for_update(id).await?.ok_or(CaptureError::UnknownSession)?;
        let looks = tx.looks_of(id).await?;
        if let Some(known) = looks.iter().find(|look| look.evidence == photo) {
            // Another tab was quicker.
            return Ok(known.clone());
        }
        let asked = looks.iter().filter(|look| asked_in(look, kind, session.attempt)).count();
        let asked_again = !found.unreadable.is_empty()
            && asked < policy.photo_asks as usize
            && session.state == SessionState::Capturing;
        let look = Look {
            evidence: photo,
            session: id,
            kind,
            attempt: session.attempt,
            unreadable: found.unreadable,
            differs: found.differs,
            asked_again,
            at: now,
        };
        tx.insert_look(&look).await?;
        if says != countersign_domain::DocumentSays::default() {
            tx.put_reading(id, &says).await?;
        }
        if asked_again {
            tx.update_session(&session.ask_again(kind.step())?).await?;
            self.record(&mut *tx, id, EventKind::PhotoAskedAgain, Some(photo.to_string()), now).await?;
        }
        tx.commit().await?;
        Ok(look)
    }
}

struct Found {
    unreadable: Vec<Reason>,
    differs: Vec<Reason>,
}

fn asked_in(look: &Look, kind: EvidenceKind, attempt: u32) -> bool {
    look.asked_again && look.kind == kind && look.attempt == attempt
}

fn reasons(found: &[Breakdown], checks: &[Check], wanted: impl Fn(&Reason) -> bool) -> Vec<Reason> {
    found
        .iter()
        .filter(|breakdown| checks.contains(&breakdown.check) && breakdown.result == CheckResult::Fail)
        .flat_map(|breakdown| breakdown.reasons.iter().filter(|reason| wanted(reason)).cloned())
        .collect()
}

/// The looks whose photos are the ones that count now: the latest of each side, in this try.
pub(crate) fn current<'a>(looks: &'a [Look], session: &Session) -> impl Iterator<Item = &'a Look> {
    let attempt = session.attempt;
    EvidenceKind::ALL
        .into_iter()
        .filter_map(move |kind| looks.iter().rfind(|look| look.kind == kind && look.attempt == attempt))
}
