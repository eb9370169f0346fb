//! The job queue: leases, retries with back-off, dead letters.
//!
//! A worker leases a job in one transaction, works, and completes or fails it in the transaction that stores what it did. A lease that
//! ran out goes to the next worker; the former holder's completion is then a conflict, so nothing is stored twice. A job whose
//! worker vanished on its last attempt becomes a dead letter.

use async_trait::async_trait;
use countersign_domain::JobId;
use jiff::{SignedDuration, Timestamp};

use crate::error::{ErrorKind, StorageError};
use crate::row::{Row, values};
use crate::tx::OpenTx;

const TABLE: (&str, &str) = ("jobs", "id");

/// The error code of a job whose last lease ran out.
pub const LEASE_EXPIRED: &str = "lease_expired";

/// A job to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewJob {
    /// Its id.
    pub id: JobId,
    /// Which kind of work.
    pub kind: String,
    /// The identifier of what it is about; never personal data.
    pub subject: String,
    /// Not before.
    pub run_at: Timestamp,
    /// How often it may be tried, ≥ 1.
    pub max_attempts: u32,
    /// While a job of this kind with this key is open, another is not added.
    pub dedupe_key: Option<String>,
}

/// A job that a worker holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// Its id.
    pub id: JobId,
    /// Which kind of work.
    pub kind: String,
    /// The identifier of what it is about.
    pub subject: String,
    /// Which attempt this is, from 1; with the worker it proves the lease.
    pub attempt: u32,
    /// How often it may be tried.
    pub max_attempts: u32,
    /// Who holds it.
    pub worker: String,
    /// Until when.
    pub lease_until: Timestamp,
}

/// A job that was given up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadJob {
    /// Its id.
    pub id: JobId,
    /// Which kind of work.
    pub kind: String,
    /// The identifier of what it was about.
    pub subject: String,
    /// Attempts made.
    pub attempts: u32,
    /// The code of the last failure.
    pub error_code: String,
}

/// What became of a failed job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobFate {
    /// It will be tried again.
    Retried,
    /// It was given up.
    Dead,
}

/// The wait before the next attempt: 5 s after the first, doubling, at most one hour. The first retry must not keep an applicant waiting;
/// an hour bounds the load of a service that stays down.
pub fn retry_after(attempt: u32) -> SignedDuration {
    SignedDuration::from_secs((5_i64 << attempt.saturating_sub(1).min(20)).min(3_600))
}

/// Jobs.
#[async_trait]
pub trait JobQueue {
    /// Adds a job; `false` when an open one has its dedupe key. A known id is a conflict.
    async fn enqueue(&mut self, job: &NewJob) -> Result<bool, StorageError>;
    /// Leases the job that is due longest, of one of the kinds. Nobody else gets it until `lease_until`.
    async fn lease_job(
        &mut self,
        kinds: &[&str],
        worker: &str,
        now: Timestamp,
        lease_until: Timestamp,
    ) -> Result<Option<Job>, StorageError>;
    /// Removes a job that is done; a conflict when the lease was lost.
    async fn complete_job(&mut self, job: &Job) -> Result<(), StorageError>;
    /// Notes a failure by its code (`a-z`, `0-9`, `_`, `.`). Tried again at `retry_at` as long as attempts are left, else a dead letter.
    async fn fail_job(
        &mut self,
        job: &Job,
        error_code: &str,
        retry_at: Option<Timestamp>,
    ) -> Result<JobFate, StorageError>;
    /// Holds the job longer; a conflict when the lease was lost.
    async fn extend_lease(&mut self, job: &Job, until: Timestamp) -> Result<(), StorageError>;
    /// How many jobs are open, leased or waiting.
    async fn open_jobs(&mut self) -> Result<u64, StorageError>;
    /// Dead letters, oldest first.
    async fn dead_jobs(&mut self, limit: u32) -> Result<Vec<DeadJob>, StorageError>;
    /// Opens a dead letter again with all its attempts.
    async fn revive_job(&mut self, id: JobId, run_at: Timestamp) -> Result<(), StorageError>;
}

pub(crate) struct JobSql {
    /// id, kind, subject, `run_at`, `max_attempts`, `dedupe_key`
    pub(crate) insert: &'static str,
    pub(crate) exists: &'static str,
    /// now, code
    pub(crate) bury_lost: &'static str,
    /// kinds as a JSON list, worker, now, until
    pub(crate) lease: &'static str,
    /// id, worker, attempt
    pub(crate) complete: &'static str,
    /// id, worker, attempt, code, `retry_at`
    pub(crate) retry: &'static str,
    /// id, worker, attempt, code
    pub(crate) bury: &'static str,
    /// id, worker, attempt, until
    pub(crate) extend: &'static str,
    pub(crate) open: &'static str,
    /// limit
    pub(crate) dead: &'static str,
    /// id, `run_at`
    pub(crate) revive: &'static str,
}

fn read(row: &Row) -> Result<Job, StorageError> {
    Ok(Job {
        id: row.parsed("id")?,
        kind: row.text("kind")?,
        subject: row.text("subject")?,
        attempt: row.u32("attempt")?,
        max_attempts: row.u32("max_attempts")?,
        worker: row.text("worker")?,
        lease_until: row.time("lease_until")?,
    })
}

fn read_dead(row: &Row) -> Result<DeadJob, StorageError> {
    Ok(DeadJob {
        id: row.parsed("id")?,
        kind: row.text("kind")?,
        subject: row.text("subject")?,
        attempts: row.u32("attempt")?,
        error_code: row.text("error_code")?,
    })
}

fn held(changed: u64, job: &Job) -> Result<(), StorageError> {
    if changed == 1 {
        return Ok(());
    }
    Err(StorageError::new(ErrorKind::Conflict, TABLE.0).of(job.id).saying("its lease was lost"))
}

fn is_code(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_' || b == b'.')
}

#[async_trait]
impl JobQueue for OpenTx {
    async fn enqueue(&mut self, job: &NewJob) -> Result<bool, StorageError> {
        if job.max_attempts == 0 {
            return Err(StorageError::new(ErrorKind::Invalid, TABLE.0).of(job.id));
        }
        let known = self.row(TABLE, self.sql().jobs.exists, values![job.id.to_string()]).await?;
        if known.is_some() {
            return Err(StorageError::new(ErrorKind::Conflict, TABLE.0).of(job.id));
        }
        let params = values![
            job.id.to_string(),
            job.kind.as_str(),
            job.subject.as_str(),
            job.run_at,
            job.max_attempts,
            job.dedupe_key.as_deref(),
        ];
        Ok(self.run(TABLE.0, job.id, self.sql().jobs.insert, params).await? == 1)
    }

    async fn lease_job(
        &mut self,
        kinds: &[&str],
        worker: &str,
        now: Timestamp,
        lease_until: Timestamp,
    ) -> Result<Option<Job>, StorageError> {
        if lease_until <= now {
            return Err(StorageError::new(ErrorKind::Invalid, TABLE.0).saying("a lease must end after it begins"));
        }
        self.run(TABLE.0, "", self.sql().jobs.bury_lost, values![now, LEASE_EXPIRED]).await?;
        let kinds = serde_json::Value::from(kinds.to_vec()).to_string();
        let row = self.row(TABLE, self.sql().jobs.lease, values![kinds, worker, now, lease_until]).await?;
        row.as_ref().map(read).transpose()
    }

    async fn complete_job(&mut self, job: &Job) -> Result<(), StorageError> {
        let params = values![job.id.to_string(), job.worker.as_str(), job.attempt];
        held(self.run(TABLE.0, job.id, self.sql().jobs.complete, params).await?, job)
    }

    async fn fail_job(
        &mut self,
        job: &Job,
        error_code: &str,
        retry_at: Option<Timestamp>,
    ) -> Result<JobFate, StorageError> {
        if !is_code(error_code) {
            return Err(StorageError::new(ErrorKind::Invalid, TABLE.0).of(job.id).saying("the error is no code"));
        }
        let mut params = values![job.id.to_string(), job.worker.as_str(), job.attempt, error_code];
        let (sql, fate) = match retry_at {
            Some(at) if job.attempt < job.max_attempts => {
                params.push(at.into());
                (self.sql().jobs.retry, JobFate::Retried)
            }
            _ => (self.sql().jobs.bury, JobFate::Dead),
        };
        held(self.run(TABLE.0, job.id, sql, params).await?, job)?;
        Ok(fate)
    }

    async fn extend_lease(&mut self, job: &Job, until: Timestamp) -> Result<(), StorageError> {
        let params = values![job.id.to_string(), job.worker.as_str(), job.attempt, until];
        held(self.run(TABLE.0, job.id, self.sql().jobs.extend, params).await?, job)
    }

    async fn open_jobs(&mut self) -> Result<u64, StorageError> {
        match self.row(("jobs", "open"), self.sql().jobs.open, vec![]).await? {
            Some(row) => row.u64("open"),
            None => Ok(0),
        }
    }

    async fn dead_jobs(&mut self, limit: u32) -> Result<Vec<DeadJob>, StorageError> {
        self.rows(TABLE, self.sql().jobs.dead, values![limit]).await?.iter().map(read_dead).collect()
    }

    async fn revive_job(&mut self, id: JobId, run_at: Timestamp) -> Result<(), StorageError> {
        match self.run(TABLE.0, id, self.sql().jobs.revive, values![id.to_string(), run_at]).await? {
            1 => Ok(()),
            _ => Err(StorageError::new(ErrorKind::NotFound, "dead job").of(id)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wait_doubles_up_to_an_hour() {
        let seconds: Vec<i64> = [1, 2, 3, 10, 11, 12, u32::MAX].map(|n| retry_after(n).as_secs()).to_vec();
        assert_eq!(seconds, [5, 10, 20, 2_560, 3_600, 3_600, 3_600]);
        assert_eq!(retry_after(0).as_secs(), 5);
    }

    #[test]
    fn a_code_is_no_sentence() {
        assert!(is_code("decoder.timed_out_2"));
        for text in ["", "Anna Eriksson", "über", &"x".repeat(65)] {
            assert!(!is_code(text), "{text}");
        }
    }
}
