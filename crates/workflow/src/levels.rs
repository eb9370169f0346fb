//! Levels: what an applicant has been granted, what each level opens, what is missing, and the way into a session.

mod carry;

use countersign_domain::{ApplicantId, Policy, Session, SessionId, SessionState, Step};
use countersign_storage::{ApplicantLink, SessionFilter, StorageError, Tx};
use jiff::{SignedDuration, Timestamp};

use crate::App;
use crate::keys::{Secret, TOKEN_PREFIX, hash};
use crate::policy_file::Unlock;
use crate::sessions::SessionError;
use crate::view::{SessionView, StepState};

/// Start of the secret that opens an applicant's levels.
pub const LEVELS_PREFIX: &str = "cal_";
/// How long it opens: somebody who begins in the evening may look in the morning. The integrator makes another at any time.
const LINK_LASTS: SignedDuration = SignedDuration::from_hours(24);
/// Sessions shown in the history, newest first.
const SHOWN: u32 = 20;

/// Where an applicant stands with a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing was begun, or what was begun is over.
    NotStarted,
    /// Begun, with steps missing.
    Open,
    /// Handed in.
    Processing,
    /// A person looks.
    InReview,
    /// Steps are asked again.
    ActionNeeded,
    /// Refused.
    Declined,
    /// Granted, by itself or with a higher level.
    Granted,
}

impl Standing {
    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::NotStarted => "not_started",
            Self::Open => "open",
            Self::Processing => "processing",
            Self::InReview => "in_review",
            Self::ActionNeeded => "action_needed",
            Self::Declined => "declined",
            Self::Granted => "granted",
        }
    }

    /// `None` for a session that is over without an answer.
    fn of(state: &SessionState) -> Option<Self> {
        match state {
            SessionState::Created | SessionState::Capturing => Some(Self::Open),
            SessionState::Processing { .. } => Some(Self::Processing),
            SessionState::InReview { .. } => Some(Self::InReview),
            SessionState::ResubmissionRequested { .. } => Some(Self::ActionNeeded),
            SessionState::Declined { .. } => Some(Self::Declined),
            SessionState::Approved { .. } => Some(Self::Granted),
            SessionState::Expired { .. } | SessionState::Withdrawn { .. } => None,
        }
    }
}

/// One level.
pub struct LevelView {
    /// 1, 2, …
    pub level: u32,
    /// What it opens.
    pub unlocks: Vec<Unlock>,
    /// Where the applicant stands.
    pub standing: Standing,
    /// Steps that are missing, in order; of a level that was not begun, all of them.
    pub missing: Vec<Step>,
    /// The session that it stands on.
    pub session: Option<SessionView>,
}

/// A session of the past or present.
#[derive(Clone, Debug)]
pub struct Past {
    /// Which.
    pub session: SessionId,
    /// For which level.
    pub level: u32,
    /// Where it stands.
    pub status: &'static str,
    /// When it was begun.
    pub created_at: Timestamp,
    /// When it was last decided.
    pub decided_at: Option<Timestamp>,
}

/// Everything on the page of levels.
pub struct LevelsView {
    /// Whose.
    pub applicant: ApplicantId,
    /// The highest granted level; 0: none.
    pub granted: u32,
    /// Every offered level, lowest first.
    pub levels: Vec<LevelView>,
    /// Sessions, newest first.
    pub history: Vec<Past>,
}

/// Why a level is not entered.
#[derive(Debug, thiserror::Error)]
pub enum LevelError {
    /// No such applicant or level.
    #[error("there is no such level")]
    Unknown,
    /// It has been granted.
    #[error("the level has been granted")]
    Granted,
    /// The session.
    #[error(transparent)]
    Session(#[from] SessionError),
    /// The store.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl App {
    /// Opens the levels of an applicant for a day.
    pub async fn open_levels(&self, applicant: ApplicantId, language: &str) -> Result<(Secret, Timestamp), LevelError> {
        let now = self.now();
        let secret = self.draw_secret(LEVELS_PREFIX);
        let link =
            ApplicantLink { applicant, language: language.to_owned(), created_at: now, expires_at: now + LINK_LASTS };
        let mut tx = self.parts.store.begin().await?;
        tx.applicant(applicant).await?.ok_or(LevelError::Unknown)?;
        tx.insert_applicant_link(hash(secret.expose()), &link).await?;
        tx.purge_applicant_links(now).await?;
        tx.commit().await?;
        Ok((secret, link.expires_at))
    }

    /// The link that a secret opens; `None` when it is over.
    pub async fn link_of_levels(&self, secret: &str) -> Result<Option<ApplicantLink>, StorageError> {
        let link = self.parts.store.read().await?.applicant_link(hash(secret)).await?;
        Ok(link.filter(|link| self.now() < link.expires_at))
    }

    /// The page of levels. `offered`: the policies that grant them, by name.
    pub async fn levels(&self, applicant: ApplicantId, offered: &[String]) -> Result<LevelsView, LevelError> {
        let mut tx = self.parts.store.read().await?;
        tx.applicant(applicant).await?.ok_or(LevelError::Unknown)?;
        let sessions = sessions_of(&mut *tx, applicant).await?;
        let mut history = Vec::new();
        for session in &sessions {
            let decided_at = tx.decisions_of(session.id).await?.pop().map(|last| last.at);
            let (status, level) = (session.state.name(), session.level);
            history.push(Past { session: session.id, level, status, created_at: session.created_at, decided_at });
        }
        drop(tx);
        let granted = granted(&sessions);
        let mut levels = Vec::new();
        for name in offered {
            let Some(loaded) = self.parts.policies.get(name) else { continue };
            let (policy, unlocks) = (&loaded.policy, loaded.unlocks.clone());
            let current = current(&sessions, policy.level).filter(|_| policy.level > granted);
            let (standing, session) = match current {
                _ if policy.level <= granted => (Standing::Granted, None),
                None => (Standing::NotStarted, None),
                Some((standing, session)) => (standing, Some(self.view(session.id).await?)),
            };
            let carried = carry::source(&sessions, policy.level, self.now()).is_some();
            let missing = missing(policy, (standing, carried), session.as_ref());
            levels.push(LevelView { level: policy.level, unlocks, standing, missing, session });
        }
        levels.sort_by_key(|level| level.level);
        Ok(LevelsView { applicant, granted, levels, history })
    }

    /// The way into a level: the session it stands on with a new token, or a new one. A token given out before opens nothing any more.
    ///
    /// A new session of a higher level begins with what was confirmed for the lower one.
    pub async fn enter_level(
        &self,
        link: &ApplicantLink,
        level: u32,
        offered: &[String],
    ) -> Result<(Session, Secret), LevelError> {
        let mut found = offered.iter().filter_map(|name| self.parts.policies.get(name));
        let policy = found.find(|loaded| loaded.policy.level == level).map(|loaded| &loaded.policy);
        let policy = policy.ok_or(LevelError::Unknown)?;
        let mut tx = self.parts.store.begin().await?;
        let sessions = sessions_of(&mut *tx, link.applicant).await?;
        if level <= granted(&sessions) {
            return Err(LevelError::Granted);
        }
        let token = self.draw_secret(TOKEN_PREFIX);
        if let Some((_, session)) = current(&sessions, level) {
            tx.replace_session_token(session.id, hash(token.expose())).await?;
            tx.commit().await?;
            return Ok((session.clone(), token));
        }
        let applicant = tx.applicant(link.applicant).await?.ok_or(LevelError::Unknown)?;
        let session = self.begin_session(&mut *tx, (applicant.id, policy), (&token, &link.language), None).await?;
        tx.commit().await?;
        if let Some(from) = carry::source(&sessions, level, self.now()) {
            // Photos are sealed with the key of a session that is there; what cannot be carried is asked again.
            if let Err(error) = self.carry_over(from, session.id).await {
                tracing::warn!(session = %session.id, %error, "nothing was carried over from the lower level");
            }
        }
        Ok((session, token))
    }
}

async fn sessions_of(tx: &mut (dyn Tx + '_), applicant: ApplicantId) -> Result<Vec<Session>, StorageError> {
    let filter = SessionFilter { state: None, applicant: Some(applicant) };
    Ok(tx.list_sessions(filter, None, SHOWN).await?.sessions)
}

/// The highest level that a session stands approved for.
fn granted(sessions: &[Session]) -> u32 {
    let approved = sessions.iter().filter(|session| matches!(session.state, SessionState::Approved { .. }));
    approved.map(|session| session.level).max().unwrap_or(0)
}

/// The newest session of a level that is not over; `sessions` are newest first.
fn current(sessions: &[Session], level: u32) -> Option<(Standing, &Session)> {
    let mut of_level = sessions.iter().filter(|session| session.level == level);
    of_level.find_map(|session| Some((Standing::of(&session.state)?, session)))
}

fn missing(policy: &Policy, (standing, carried): (Standing, bool), session: Option<&SessionView>) -> Vec<Step> {
    match (standing, session) {
        (Standing::NotStarted, _) => {
            let asked = |step: &Step| (policy.video || *step != Step::Liveness) && !(carried && carry::covers(*step));
            Step::ALL.into_iter().filter(asked).collect()
        }
        (Standing::Open | Standing::ActionNeeded, Some(view)) => {
            let open = view.steps.iter().filter(|step| matches!(step.state, StepState::Required | StepState::Redo));
            open.map(|step| step.step).collect()
        }
        _ => vec![],
    }
}
