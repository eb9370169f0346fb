//! What the page says of the device behind a recording: kept in the history, each hint once a session, and read by no check.

use countersign_domain::{DeviceHint, EventKind, SessionId, Step};

use super::{CaptureError, open_session};
use crate::App;

impl App {
    /// Puts hints on record that the session's history does not have yet.
    pub async fn hint_device(&self, id: SessionId, hints: &[DeviceHint]) -> Result<(), CaptureError> {
        let now = self.now();
        let mut tx = self.parts.store.begin().await?;
        let session = open_session(&mut *tx, id, now).await?;
        // Proves that the state takes evidence; a hint changes no step.
        session.capture(Step::Liveness)?;
        let known = tx.events_of(id).await?;
        let told = |hint: &DeviceHint| {
            known.iter().any(|e| e.kind == EventKind::DeviceHinted && e.subject.as_deref() == Some(hint.name()))
        };
        for hint in DeviceHint::ALL.into_iter().filter(|hint| hints.contains(hint) && !told(hint)) {
            self.record(&mut *tx, id, EventKind::DeviceHinted, Some(hint.name().to_owned()), now).await?;
        }
        tx.commit().await?;
        Ok(())
    }
}
