//! Another way through the journey, chosen by the applicant.

use countersign_domain::{Accommodation, EventKind, SessionId, Step};

use super::{CaptureError, open_session};
use crate::App;

impl App {
    /// Keeps the way an applicant chose; `None` goes back to the usual one. It may change until everything is handed in.
    pub async fn choose_way(&self, id: SessionId, way: Option<Accommodation>) -> Result<(), CaptureError> {
        let now = self.now();
        let mut tx = self.parts.store.begin().await?;
        let session = open_session(&mut *tx, id, now).await?;
        // Proves that the state takes evidence; the choice itself changes no step.
        session.capture(Step::Liveness)?;
        if tx.accommodation(id).await? == way {
            return Ok(());
        }
        tx.put_accommodation(id, way, now).await?;
        self.record(&mut *tx, id, EventKind::WayChosen, way.map(|way| way.name().to_owned()), now).await?;
        tx.commit().await?;
        Ok(())
    }
}
