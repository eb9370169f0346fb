//! Verification sessions. The declaration is sealed with the session's key; the state is proven when read.

use async_trait::async_trait;
use countersign_domain::{ApplicantId, PolicyRef, Session, SessionId};
use jiff::Timestamp;

use super::session_keys::{SessionKeyTable, declaration_place};
use crate::crypto::SessionKey;
use crate::error::{ErrorKind, StorageError};
use crate::row::{Row, Value, values};
use crate::stored::{
    read_consent, read_declaration, read_state, read_steps, write_consent, write_declaration, write_state, write_steps,
};
use crate::tx::OpenTx;

pub(crate) const TABLE: (&str, &str) = ("sessions", "id");

/// What the integrator said of a session when it was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionLabels {
    /// Language of the journey (BCP 47).
    pub language: String,
    /// The integrator's reference; stored in the clear, so it should be a pseudonym.
    pub external_ref: Option<String>,
}

/// Which sessions to list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SessionFilter<'a> {
    /// Only in the state of this name.
    pub state: Option<&'a str>,
    /// Only of this applicant.
    pub applicant: Option<ApplicantId>,
}

/// A page of sessions, newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionPage {
    /// The sessions.
    pub sessions: Vec<Session>,
    /// Give this as `after` for the next page; `None` on the last.
    pub next: Option<SessionId>,
}

/// Sessions.
#[async_trait]
pub trait SessionTable {
    /// Adds a session and draws its key. `token_hash` is the SHA-256 of the applicant's token. A known id or token is a conflict.
    async fn insert_session(
        &mut self,
        session: &Session,
        token_hash: [u8; 32],
        language: &str,
        external_ref: Option<&str>,
    ) -> Result<(), StorageError>;
    /// The session of that id. Its declaration is `None` once its key was erased.
    async fn session(&mut self, id: SessionId) -> Result<Option<Session>, StorageError>;
    /// The same, held until the transaction ends, so that no other transaction changes it meanwhile.
    async fn session_for_update(&mut self, id: SessionId) -> Result<Option<Session>, StorageError>;
    /// Stores a session that was read in this transaction; a conflict when someone else changed it since.
    async fn update_session(&mut self, session: &Session) -> Result<(), StorageError>;
    /// The session whose token has that hash.
    async fn session_by_token(&mut self, token_hash: [u8; 32]) -> Result<Option<Session>, StorageError>;
    /// Gives a session another token; the former one opens nothing any more.
    async fn replace_session_token(&mut self, id: SessionId, token_hash: [u8; 32]) -> Result<(), StorageError>;
    /// Language and reference of a session.
    async fn session_labels(&mut self, id: SessionId) -> Result<Option<SessionLabels>, StorageError>;
    /// Open sessions whose time ended at or before `before`, longest over first.
    async fn sessions_expiring(&mut self, before: Timestamp, limit: u32) -> Result<Vec<SessionId>, StorageError>;
    /// Sessions by filter, newest first, `after` a session of the page before.
    async fn list_sessions(
        &mut self,
        filter: SessionFilter<'_>,
        after: Option<SessionId>,
        limit: u32,
    ) -> Result<SessionPage, StorageError>;
}

pub(crate) struct SessionSql {
    /// id, applicant, policy name, policy version, level, state, facts, attempt, consent, declaration, redo, created, expires, token, language, ref
    pub(crate) insert: &'static str,
    pub(crate) by_id: &'static str,
    pub(crate) by_id_locked: &'static str,
    pub(crate) by_token: &'static str,
    /// id, revision, state, facts, attempt, consent, declaration, redo, expires
    pub(crate) update: &'static str,
    /// id, token
    pub(crate) replace_token: &'static str,
    pub(crate) labels: &'static str,
    /// before, limit
    pub(crate) expiring: &'static str,
    /// state, applicant, after, limit
    pub(crate) list: &'static str,
}

impl OpenTx {
    async fn read_session(&mut self, row: &Row) -> Result<Session, StorageError> {
        let id: SessionId = row.parsed("id")?;
        let declaration = match row.opt_blob("declaration")? {
            None => None,
            Some(sealed) => {
                let key = self.session_key(id).await?.ok_or_else(|| row.impossible("declaration"))?;
                let plain = key
                    .open(&declaration_place(&id.to_string()), &sealed)
                    .map_err(|cause| row.impossible("declaration").because(cause))?;
                let text = std::str::from_utf8(&plain).map_err(|_| row.impossible("declaration"))?;
                Some(read_declaration(text).map_err(|cause| row.impossible("declaration").because(cause))?)
            }
        };
        let session = prove(row, id, declaration)?;
        self.revisions.insert(id, row.int("revision")?);
        Ok(session)
    }

    async fn one_session(&mut self, sql: &'static str, params: Vec<Value>) -> Result<Option<Session>, StorageError> {
        match self.row(TABLE, sql, params).await? {
            Some(row) => self.read_session(&row).await.map(Some),
            None => Ok(None),
        }
    }
}

/// The place of the declaration among the parameters of `insert`.
const DECLARATION: usize = 9;

fn sealed_declaration(session: &Session, key: &SessionKey) -> Result<Option<Vec<u8>>, StorageError> {
    let Some(declaration) = &session.declaration else { return Ok(None) };
    let plain = write_declaration(declaration)?;
    Ok(Some(key.seal(&declaration_place(&session.id.to_string()), plain.as_bytes())))
}

/// Puts a session together from its row and proves what the row alone can prove.
fn prove(
    row: &Row,
    id: SessionId,
    declaration: Option<countersign_domain::Declaration>,
) -> Result<Session, StorageError> {
    let state = row.document("state_facts", read_state)?;
    if row.text("state")? != state.name() {
        return Err(row.impossible("state"));
    }
    let session = Session {
        id,
        applicant: row.parsed("applicant_id")?,
        policy: PolicyRef { name: row.text("policy_name")?, version: row.text("policy_version")? },
        level: row.u32("level")?,
        state,
        attempt: row.u32("attempt")?,
        consent: match row.opt_text("consent")? {
            None => None,
            Some(_) => Some(row.document("consent", read_consent)?),
        },
        declaration,
        redo: row.document("redo", read_steps)?,
        created_at: row.time("created_at")?,
        expires_at: row.time("expires_at")?,
    };
    if session.attempt == 0 {
        return Err(row.impossible("attempt"));
    }
    if session.expires_at < session.created_at {
        return Err(row.impossible("expires_at"));
    }
    Ok(session)
}

#[async_trait]
impl SessionTable for OpenTx {
    async fn insert_session(
        &mut self,
        session: &Session,
        token_hash: [u8; 32],
        language: &str,
        external_ref: Option<&str>,
    ) -> Result<(), StorageError> {
        if session.attempt == 0 || session.expires_at < session.created_at {
            return Err(StorageError::new(ErrorKind::Invalid, TABLE.0).of(session.id));
        }
        let mut params = values![
            session.id.to_string(),
            session.applicant.to_string(),
            session.policy.name.as_str(),
            session.policy.version.as_str(),
            session.level,
            session.state.name(),
            write_state(&session.state)?,
            session.attempt,
            session.consent.as_ref().map(write_consent).transpose()?,
            None::<Vec<u8>>,
            write_steps(&session.redo)?,
            session.created_at,
            session.expires_at,
            token_hash,
            language,
            external_ref,
        ];
        let key = SessionKey::draw();
        params[DECLARATION] = Value::Blob(sealed_declaration(session, &key)?);
        self.run(TABLE.0, session.id, self.sql().sessions.insert, params).await?;
        self.insert_session_key(session.id, key).await?;
        self.revisions.insert(session.id, 1);
        Ok(())
    }

    async fn session(&mut self, id: SessionId) -> Result<Option<Session>, StorageError> {
        self.one_session(self.sql().sessions.by_id, values![id.to_string()]).await
    }

    async fn session_for_update(&mut self, id: SessionId) -> Result<Option<Session>, StorageError> {
        self.one_session(self.sql().sessions.by_id_locked, values![id.to_string()]).await
    }

    async fn update_session(&mut self, session: &Session) -> Result<(), StorageError> {
        let Some(revision) = self.revisions.get(&session.id).copied() else {
            let error = StorageError::new(ErrorKind::Invalid, TABLE.0).of(session.id);
            return Err(error.saying("it was not read in this transaction"));
        };
        let declaration = match &session.declaration {
            None => None,
            Some(_) => sealed_declaration(session, &self.required_key(session.id).await?)?,
        };
        let params = values![
            session.id.to_string(),
            revision,
            session.state.name(),
            write_state(&session.state)?,
            session.attempt,
            session.consent.as_ref().map(write_consent).transpose()?,
            declaration,
            write_steps(&session.redo)?,
            session.expires_at,
        ];
        match self.run(TABLE.0, session.id, self.sql().sessions.update, params).await? {
            1 => {
                self.revisions.insert(session.id, revision + 1);
                Ok(())
            }
            _ => Err(StorageError::new(ErrorKind::Conflict, TABLE.0).of(session.id)),
        }
    }

    async fn session_by_token(&mut self, token_hash: [u8; 32]) -> Result<Option<Session>, StorageError> {
        self.one_session(self.sql().sessions.by_token, values![token_hash]).await
    }

    async fn replace_session_token(&mut self, id: SessionId, token_hash: [u8; 32]) -> Result<(), StorageError> {
        match self.run(TABLE.0, id, self.sql().sessions.replace_token, values![id.to_string(), token_hash]).await? {
            1 => Ok(()),
            _ => Err(StorageError::new(ErrorKind::NotFound, TABLE.0).of(id)),
        }
    }

    async fn session_labels(&mut self, id: SessionId) -> Result<Option<SessionLabels>, StorageError> {
        let row = self.row(TABLE, self.sql().sessions.labels, values![id.to_string()]).await?;
        row.map(|row| {
            Ok(SessionLabels { language: row.text("language")?, external_ref: row.opt_text("external_ref")? })
        })
        .transpose()
    }

    async fn sessions_expiring(&mut self, before: Timestamp, limit: u32) -> Result<Vec<SessionId>, StorageError> {
        let rows = self.rows(TABLE, self.sql().sessions.expiring, values![before, limit]).await?;
        rows.iter().map(|row| row.parsed("id")).collect()
    }

    async fn list_sessions(
        &mut self,
        filter: SessionFilter<'_>,
        after: Option<SessionId>,
        limit: u32,
    ) -> Result<SessionPage, StorageError> {
        let params = values![
            filter.state,
            filter.applicant.map(|id| id.to_string()),
            after.map(|id| id.to_string()),
            i64::from(limit) + 1,
        ];
        let mut rows = self.rows(TABLE, self.sql().sessions.list, params).await?;
        let more = rows.len() > limit as usize;
        rows.truncate(limit as usize);
        let mut sessions = Vec::with_capacity(rows.len());
        for row in &rows {
            sessions.push(self.read_session(row).await?);
        }
        let next = if more { sessions.last().map(|session| session.id) } else { None };
        Ok(SessionPage { sessions, next })
    }
}
