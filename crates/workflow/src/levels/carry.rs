//! What was confirmed for a lower level is not asked again for a higher one.

use countersign_domain::{
    BlobId, EventKind, Evidence, EvidenceId, EvidenceKind, Session, SessionId, SessionState, Step,
};
use countersign_storage::StorageError;
use jiff::{SignedDuration, Timestamp};

use crate::App;

/// A document that was photographed longer ago is photographed again: it may have been replaced since. Our own choice; no law asks for a number.
const CARRIED: SignedDuration = SignedDuration::from_hours(24 * 30);

/// The newest session of a lower level that was approved a short while ago, with details; `sessions` are newest first.
pub(super) fn source(sessions: &[Session], level: u32, now: Timestamp) -> Option<&Session> {
    let fresh = |session: &&Session| match session.state {
        SessionState::Approved { at, .. } => {
            session.level < level && session.declaration.is_some() && now.duration_since(at) <= CARRIED
        }
        _ => false,
    };
    sessions.iter().find(fresh)
}

/// Steps that are done with what is carried over.
pub(super) fn covers(step: Step) -> bool {
    matches!(step, Step::Details | Step::DocumentFront | Step::DocumentBack)
}

impl App {
    /// Gives a session that was just made the details and the photos of an approved one of the same applicant, sealed with its own key. Only bytes go
    /// over, no reading and no verdict: everything is measured and judged anew. Consent is asked anew as well.
    ///
    /// A session that somebody has begun meanwhile is left as it is.
    pub(super) async fn carry_over(&self, from: &Session, into: SessionId) -> Result<(), StorageError> {
        let now = self.now();
        let mut tx = self.parts.store.read().await?;
        let (Some(open), Some(seal)) = (tx.session_key(from.id).await?, tx.session_key(into).await?) else {
            // Erased meanwhile: the person is asked for everything.
            return Ok(());
        };
        let known = tx.evidence_of(from.id).await?;
        drop(tx);
        let mut carried = Vec::new();
        for kind in [EvidenceKind::DocumentFront, EvidenceKind::DocumentBack] {
            let Some(photo) = known.iter().rfind(|found| found.kind == kind) else { continue };
            let bytes = self.parts.blobs.get(from.id, photo.blob, kind.name(), &open).await?;
            let copy = Evidence {
                id: EvidenceId::new(now, self.random_id()),
                session: into,
                blob: BlobId::new(now, self.random_id()),
                received_at: now,
                ..photo.clone()
            };
            self.parts.blobs.put(into, copy.blob, kind.name(), bytes.to_vec(), &seal).await?;
            carried.push(copy);
        }
        self.refer_to_carried(from, into, &carried, now).await
    }

    async fn refer_to_carried(
        &self,
        from: &Session,
        into: SessionId,
        carried: &[Evidence],
        now: Timestamp,
    ) -> Result<(), StorageError> {
        let mut tx = self.parts.store.begin().await?;
        let Some(mut session) = tx.session_for_update(into).await? else { return Ok(()) };
        if session.state != SessionState::Created || session.declaration.is_some() {
            return Ok(());
        }
        session.declaration.clone_from(&from.declaration);
        tx.update_session(&session).await?;
        // Where it comes from stands in the history of the case.
        self.record(&mut *tx, into, EventKind::DetailsDeclared, Some(from.id.to_string()), now).await?;
        for evidence in carried {
            tx.insert_evidence(evidence).await?;
            self.record(&mut *tx, into, EventKind::EvidenceAccepted, Some(evidence.id.to_string()), now).await?;
        }
        tx.commit().await
    }
}
