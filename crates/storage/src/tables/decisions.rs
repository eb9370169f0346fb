//! Decisions. Triggers in the database refuse to change or delete one; erasing a session's key only makes a reviewer's note unreadable.

use async_trait::async_trait;
use countersign_domain::{DecidedBy, Decision, DecisionId, SessionId};

use super::session_keys::{ERASED_NOTE, SessionKeyTable, note_place};
use crate::error::StorageError;
use crate::row::{Row, values};
use crate::stored::{read_decision, write_decision};
use crate::tx::OpenTx;

const TABLE: (&str, &str) = ("decisions", "id");

/// Decisions.
#[async_trait]
pub trait DecisionTable {
    /// Adds a decision; a known id is a conflict.
    async fn insert_decision(&mut self, decision: &Decision) -> Result<(), StorageError>;
    /// The decision of that id.
    async fn decision(&mut self, id: DecisionId) -> Result<Option<Decision>, StorageError>;
    /// A session's decisions in the order in which they were made.
    async fn decisions_of(&mut self, session: SessionId) -> Result<Vec<Decision>, StorageError>;
}

pub(crate) struct DecisionSql {
    /// id, session, attempt, outcome, body, note, at
    pub(crate) insert: &'static str,
    pub(crate) by_id: &'static str,
    pub(crate) of_session: &'static str,
}

impl OpenTx {
    async fn sealed_note(&mut self, decision: &Decision) -> Result<Option<Vec<u8>>, StorageError> {
        let DecidedBy::Reviewer { note, .. } = &decision.by else { return Ok(None) };
        let key = self.required_key(decision.session).await?;
        let place = (decision.session.to_string(), decision.id.to_string());
        Ok(Some(key.seal(&note_place(&place.0, &place.1), note.as_bytes())))
    }

    async fn read_decision(&mut self, row: &Row) -> Result<Decision, StorageError> {
        let id: DecisionId = row.parsed("id")?;
        let session: SessionId = row.parsed("session_id")?;
        let mut body = row.document("body", read_decision)?;
        if row.text("outcome")? != body.verdict.outcome.name() {
            return Err(row.impossible("outcome"));
        }
        match (&mut body.by, row.opt_blob("note")?) {
            (DecidedBy::Policy, None) => {}
            (DecidedBy::Reviewer { note, .. }, Some(sealed)) => *note = self.note(row, id, session, &sealed).await?,
            _ => return Err(row.impossible("note")),
        }
        Ok(Decision {
            id,
            session,
            attempt: row.u32("attempt")?,
            verdict: body.verdict,
            by: body.by,
            at: row.time("at")?,
            policy: body.policy,
            policy_sha256: body.policy_sha256,
            breakdowns: body.breakdowns,
            inputs: body.inputs,
        })
    }

    async fn note(
        &mut self,
        row: &Row,
        id: DecisionId,
        session: SessionId,
        sealed: &[u8],
    ) -> Result<String, StorageError> {
        let Some(key) = self.session_key(session).await? else { return Ok(ERASED_NOTE.into()) };
        let plain = key
            .open(&note_place(&session.to_string(), &id.to_string()), sealed)
            .map_err(|cause| row.impossible("note").because(cause))?;
        String::from_utf8(plain.to_vec()).map_err(|_| row.impossible("note"))
    }
}

#[async_trait]
impl DecisionTable for OpenTx {
    async fn insert_decision(&mut self, decision: &Decision) -> Result<(), StorageError> {
        let params = values![
            decision.id.to_string(),
            decision.session.to_string(),
            decision.attempt,
            decision.verdict.outcome.name(),
            write_decision(decision)?,
            self.sealed_note(decision).await?,
            decision.at,
        ];
        self.run(TABLE.0, decision.id, self.sql().decisions.insert, params).await.map(drop)
    }

    async fn decision(&mut self, id: DecisionId) -> Result<Option<Decision>, StorageError> {
        match self.row(TABLE, self.sql().decisions.by_id, values![id.to_string()]).await? {
            Some(row) => self.read_decision(&row).await.map(Some),
            None => Ok(None),
        }
    }

    async fn decisions_of(&mut self, session: SessionId) -> Result<Vec<Decision>, StorageError> {
        let rows = self.rows(TABLE, self.sql().decisions.of_session, values![session.to_string()]).await?;
        let mut decisions = Vec::with_capacity(rows.len());
        for row in &rows {
            decisions.push(self.read_decision(row).await?);
        }
        Ok(decisions)
    }
}
