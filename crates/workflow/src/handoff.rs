//! Hand-off: the applicant goes on with their session on another device.
//!
//! The first device shows a code, which one device may open, once, within two minutes. Both show a number. When the person says on the first
//! device that they are equal, the second gets a token of its own, and from that moment the first one's opens nothing: it follows.

use countersign_domain::{HandoffId, SessionId};
use countersign_storage::{Handoff, HandoffEnd, StorageError};
use jiff::{SignedDuration, Timestamp};

use crate::App;
use crate::keys::{Secret, TOKEN_PREFIX, hash};

/// Start of a code that opens a hand-off.
pub const CODE_PREFIX: &str = "cho_";
/// Start of the secret of the device that opened one.
pub const CLAIM_PREFIX: &str = "chc_";
/// Start of the secret with which the first device follows.
pub const FOLLOW_PREFIX: &str = "chf_";
/// How long a code opens.
const CODE_LASTS: SignedDuration = SignedDuration::from_mins(2);
/// How long an opened hand-off waits for the person to compare the numbers.
const COMPARING_LASTS: SignedDuration = SignedDuration::from_mins(5);

/// Why a hand-off does not go on.
#[derive(Debug, thiserror::Error)]
pub enum HandoffError {
    /// No such session, code or secret; also a code that another one replaced.
    #[error("there is no such hand-off")]
    Unknown,
    /// The session takes nothing any more.
    #[error("the session takes nothing any more")]
    Closed,
    /// The code's time is over.
    #[error("the code has expired")]
    Expired,
    /// Another device opened it first.
    #[error("another device opened this code")]
    OpenedBefore,
    /// Nobody has opened it yet.
    #[error("no device has opened the code yet")]
    NotOpened,
    /// The person has not compared the numbers yet.
    #[error("the numbers have not been compared yet")]
    NotConfirmed,
    /// The person said that the numbers differ.
    #[error("the person said that the numbers differ")]
    Denied,
    /// The store.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

/// A code to show.
pub struct Offered {
    /// Opens the hand-off, once.
    pub code: Secret,
    /// Until when.
    pub expires_at: Timestamp,
}

/// What the second device is told.
pub struct Opened {
    /// Proves that it is the one that opened.
    pub claim: Secret,
    /// What the other screen must show.
    pub number: String,
    /// Which session.
    pub session: SessionId,
    /// For which level.
    pub level: u32,
}

/// Where a hand-off stands, for the first device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandoffView {
    /// `none`, `waiting`, `opened`, `confirmed`, `taken`, `denied`, `returned` or `expired`.
    pub state: &'static str,
    /// What both screens show, once it was opened.
    pub number: Option<String>,
    /// Whether a second device tried and was refused.
    pub second_refused: bool,
}

impl App {
    /// Makes a code. A code that nobody opened opens nothing any more.
    pub async fn offer_handoff(&self, id: SessionId) -> Result<Offered, HandoffError> {
        let now = self.now();
        let code = self.draw_secret(CODE_PREFIX);
        let mut bytes = [0; 2];
        self.parts.randomness.fill(&mut bytes);
        let mut tx = self.parts.store.begin().await?;
        let session = tx.session_for_update(id).await?.ok_or(HandoffError::Unknown)?;
        if !session.state.accepts_evidence() || now >= session.expires_at {
            return Err(HandoffError::Closed);
        }
        if let Some(last) = tx.latest_handoff(id).await?.filter(|last| last.ended.is_none()) {
            tx.update_handoff(&Handoff { ended: Some(HandoffEnd::Replaced), ..last }).await?;
        }
        let handoff = Handoff {
            id: HandoffId::new(now, self.random_id()),
            session: id,
            code_hash: hash(code.expose()),
            number: format!("{:03}", u16::from_le_bytes(bytes) % 1_000),
            made_at: now,
            expires_at: now + CODE_LASTS,
            claim_hash: None,
            opened_at: None,
            refused_at: None,
            follow_hash: None,
            confirmed_at: None,
            ended: None,
        };
        tx.insert_handoff(&handoff).await?;
        tx.commit().await?;
        Ok(Offered { code, expires_at: handoff.expires_at })
    }

    /// Opens a code. The first device to do so is the only one; the next is refused and noted.
    pub async fn open_handoff(&self, code: &str) -> Result<Opened, HandoffError> {
        let now = self.now();
        let claim = self.draw_secret(CLAIM_PREFIX);
        let mut tx = self.parts.store.begin().await?;
        let found = tx.handoff_by_code(hash(code)).await?.ok_or(HandoffError::Unknown)?;
        let session = tx.session_for_update(found.session).await?.ok_or(HandoffError::Unknown)?;
        // Read again behind the lock: two devices may have come at once.
        let found = tx.handoff_by_code(hash(code)).await?.ok_or(HandoffError::Unknown)?;
        if found.opened_at.is_some() {
            tx.update_handoff(&Handoff { refused_at: Some(now), ..found }).await?;
            tx.commit().await?;
            return Err(HandoffError::OpenedBefore);
        }
        if found.ended.is_some() {
            return Err(HandoffError::Unknown);
        }
        if now >= found.expires_at {
            return Err(HandoffError::Expired);
        }
        let opened = Handoff { claim_hash: Some(hash(claim.expose())), opened_at: Some(now), ..found };
        tx.update_handoff(&opened).await?;
        tx.commit().await?;
        Ok(Opened { claim, number: opened.number, session: session.id, level: session.level })
    }

    /// Where a session's latest hand-off stands.
    pub async fn handoff(&self, id: SessionId) -> Result<HandoffView, HandoffError> {
        let now = self.now();
        let found = self.parts.store.read().await?.latest_handoff(id).await?;
        let Some(found) = found else {
            return Ok(HandoffView { state: "none", number: None, second_refused: false });
        };
        let state = match (found.ended, found.confirmed_at, found.opened_at) {
            (Some(HandoffEnd::Replaced), ..) => "expired",
            (Some(ended), ..) => ended.name(),
            (None, Some(_), _) => "confirmed",
            (None, None, Some(opened)) if now < opened + COMPARING_LASTS => "opened",
            (None, None, None) if now < found.expires_at => "waiting",
            (None, None, _) => "expired",
        };
        let number = found.opened_at.map(|_| found.number);
        Ok(HandoffView { state, number, second_refused: found.refused_at.is_some() })
    }

    /// The person has compared the numbers. Equal: gives the secret with which the first device follows.
    pub async fn confirm_handoff(&self, id: SessionId, equal: bool) -> Result<Option<Secret>, HandoffError> {
        let now = self.now();
        let mut tx = self.parts.store.begin().await?;
        tx.session_for_update(id).await?.ok_or(HandoffError::Unknown)?;
        let found = tx.latest_handoff(id).await?.filter(|found| found.ended.is_none()).ok_or(HandoffError::Unknown)?;
        let opened = found.opened_at.ok_or(HandoffError::NotOpened)?;
        if now >= opened + COMPARING_LASTS {
            return Err(HandoffError::Expired);
        }
        if !equal {
            tx.update_handoff(&Handoff { ended: Some(HandoffEnd::Denied), ..found }).await?;
            tx.commit().await?;
            return Ok(None);
        }
        let follow = self.draw_secret(FOLLOW_PREFIX);
        let confirmed = Handoff { confirmed_at: Some(now), follow_hash: Some(hash(follow.expose())), ..found };
        tx.update_handoff(&confirmed).await?;
        tx.commit().await?;
        Ok(Some(follow))
    }

    /// The second device takes the session: its token is new, and every former one opens nothing any more.
    pub async fn take_handoff(&self, claim: &str) -> Result<(SessionId, Secret), HandoffError> {
        let found = self.parts.store.read().await?.handoff_by_claim(hash(claim)).await?;
        let session = found.ok_or(HandoffError::Unknown)?.session;
        let mut tx = self.parts.store.begin().await?;
        tx.session_for_update(session).await?.ok_or(HandoffError::Unknown)?;
        let found = tx.handoff_by_claim(hash(claim)).await?.ok_or(HandoffError::Unknown)?;
        match (found.ended, found.confirmed_at) {
            (Some(HandoffEnd::Denied), _) => Err(HandoffError::Denied),
            (Some(_), _) => Err(HandoffError::Unknown),
            (None, None) => Err(HandoffError::NotConfirmed),
            (None, Some(_)) => {
                let token = self.draw_secret(TOKEN_PREFIX);
                tx.replace_session_token(session, hash(token.expose())).await?;
                tx.update_handoff(&Handoff { ended: Some(HandoffEnd::Taken), ..found }).await?;
                tx.commit().await?;
                Ok((session, token))
            }
        }
    }

    /// The first device takes the session back: a phone may run out of power. Its follow secret ends with it.
    pub async fn return_handoff(&self, follow: &str) -> Result<(SessionId, Secret), HandoffError> {
        let found = self.parts.store.read().await?.handoff_by_follow(hash(follow)).await?;
        let session = found.ok_or(HandoffError::Unknown)?.session;
        let mut tx = self.parts.store.begin().await?;
        tx.session_for_update(session).await?.ok_or(HandoffError::Unknown)?;
        let found = tx.handoff_by_follow(hash(follow)).await?.ok_or(HandoffError::Unknown)?;
        let token = self.draw_secret(TOKEN_PREFIX);
        tx.replace_session_token(session, hash(token.expose())).await?;
        tx.update_handoff(&Handoff { ended: Some(HandoffEnd::Returned), follow_hash: None, ..found }).await?;
        tx.commit().await?;
        Ok((session, token))
    }

    /// The session that a follow secret may see.
    pub async fn session_of_follower(&self, follow: &str) -> Result<Option<SessionId>, StorageError> {
        let mut tx = self.parts.store.read().await?;
        Ok(tx.handoff_by_follow(hash(follow)).await?.map(|found| found.session))
    }
}

/// An address as a QR code, SVG without colours of its own; empty for one that no code can hold.
pub fn picture(address: &str) -> String {
    qrcode::QrCode::with_error_correction_level(address, qrcode::EcLevel::M)
        .map(|code| code.render::<qrcode::render::svg::Color<'_>>().min_dimensions(240, 240).quiet_zone(true).build())
        .unwrap_or_default()
}
