//! The worker: leases jobs and does them, one at a time. A job's payload is an id, and doing it twice does no harm.

use std::sync::Arc;
use std::time::Duration;

use countersign_domain::SessionId;
use countersign_storage::{ErrorKind, Job, StorageError, retry_after};
use jiff::SignedDuration;

use crate::App;
use crate::mail::{MailError, SEND_MAIL, SendError};
use crate::process::ProcessError;

/// Processes a session that was handed in.
pub const PROCESS_SESSION: &str = "process_session";
/// Tries before a processing job is given up; the last one decides with what can be measured.
pub const PROCESS_ATTEMPTS: u32 = 4;
/// How long a job is held: several times the longest processing, so that a lease is only lost with its worker.
const LEASE: SignedDuration = SignedDuration::from_secs(120);
/// How long an answer is kept for a repeated request: a client that was offline for a day still gets it.
const ANSWERS_KEPT: SignedDuration = SignedDuration::from_hours(24);
/// How often the queue is looked at when nothing wakes the worker: for jobs of other processes and retries.
const POLL: Duration = Duration::from_secs(2);

impl App {
    /// Works until `stop` resolves. Finishes the job in hand first.
    pub async fn work(self: Arc<Self>, worker: &str, stop: impl Future<Output = ()> + Send) {
        tokio::pin!(stop);
        loop {
            match self.work_once(worker).await {
                Ok(true) => continue,
                Ok(false) => {}
                Err(error) => tracing::error!(%error, "the job queue cannot be used"),
            }
            if let Err(error) = self.tidy_up().await {
                tracing::error!(%error, "what is over could not be tidied up");
            }
            tokio::select! {
                () = &mut stop => return,
                () = self.work.notified() => {}
                () = tokio::time::sleep(POLL) => {}
            }
        }
    }

    /// Expires sessions whose time is over and forgets answers kept for repeated requests.
    async fn tidy_up(&self) -> Result<(), StorageError> {
        self.expire_due().await?;
        self.forget_old_uploads().await?;
        let mut tx = self.store().begin().await?;
        tx.purge_idempotency(self.now() - ANSWERS_KEPT).await?;
        tx.commit().await
    }

    /// Does one due job; `false` when there is none.
    pub async fn work_once(&self, worker: &str) -> Result<bool, StorageError> {
        let now = self.now();
        let mut tx = self.parts.store.begin().await?;
        let Some(job) = tx.lease_job(&[PROCESS_SESSION, SEND_MAIL], worker, now, now + LEASE).await? else {
            return Ok(false);
        };
        tx.commit().await?;
        let done = self.run(&job).await;
        let mut tx = self.parts.store.begin().await?;
        match done {
            Ok(()) => tx.complete_job(&job).await?,
            Err(Failure { code, is_final }) => {
                tracing::warn!(job = %job.id, subject = %job.subject, attempt = job.attempt, code, "a job failed");
                let retry = (!is_final).then(|| self.now() + retry_after(job.attempt));
                tx.fail_job(&job, code, retry).await?;
            }
        }
        tx.commit().await?;
        Ok(true)
    }

    async fn run(&self, job: &Job) -> Result<(), Failure> {
        if job.kind == SEND_MAIL {
            let id = job.subject.parse().map_err(|_| Failure { code: "unknown_mail", is_final: true })?;
            return self.send_mail(id).await.map_err(Failure::from);
        }
        let id: SessionId = job.subject.parse().map_err(|_| ProcessError::UnknownSession)?;
        self.process_session(id, job.attempt >= job.max_attempts).await?;
        Ok(())
    }
}

/// Why a job failed, by its code, and whether trying again cannot help.
struct Failure {
    code: &'static str,
    is_final: bool,
}

impl From<ProcessError> for Failure {
    fn from(error: ProcessError) -> Self {
        Self { code: code(&error), is_final: is_final(&error) }
    }
}

impl From<SendError> for Failure {
    fn from(error: SendError) -> Self {
        match error {
            SendError::Unknown => Self { code: "unknown_mail", is_final: true },
            SendError::Mail(MailError::Later(code) | MailError::Never(code)) => Self { code, is_final: false },
            // Another worker settled it meanwhile: the next look finds nothing to do.
            SendError::Storage(error) if error.kind == ErrorKind::Conflict => {
                Self { code: "conflict", is_final: false }
            }
            SendError::Storage(_) => Self { code: "storage", is_final: false },
        }
    }
}

fn code(error: &ProcessError) -> &'static str {
    match error {
        ProcessError::UnknownSession => "unknown_session",
        ProcessError::NothingToProcess => "nothing_to_process",
        ProcessError::Policy => "policy",
        ProcessError::Sandbox => "sandbox",
        ProcessError::Task => "task",
        ProcessError::Transition(_) => "transition",
        ProcessError::Storage(_) => "storage",
    }
}

/// Whether trying again cannot help.
fn is_final(error: &ProcessError) -> bool {
    matches!(error, ProcessError::UnknownSession | ProcessError::NothingToProcess)
}
