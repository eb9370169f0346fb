//! Schema steps: numbered, named, embedded in the program, each applied once and known by its hash.

use sha2::{Digest, Sha256};

use crate::error::{ErrorKind, StorageError};
use crate::link::Link;
use crate::row::{Row, values};

const WHAT: &str = "database schema";

/// One step. Number and name are the same for every backend.
pub(crate) struct Migration {
    pub(crate) version: u32,
    pub(crate) name: &'static str,
    pub(crate) sql: &'static str,
}

/// The SQL of the runner itself.
pub(crate) struct MigrationSql {
    /// Keeps a second program from migrating at the same time, until the transaction ends.
    pub(crate) lock: Option<&'static str>,
    pub(crate) create: &'static str,
    pub(crate) applied: &'static str,
    /// version, name, sha256
    pub(crate) insert: &'static str,
}

impl Migration {
    fn hash(&self) -> String {
        hex::encode(Sha256::digest(self.sql))
    }
}

/// Applies the missing steps in one transaction and says how many.
pub(crate) async fn migrate(
    mut link: Box<dyn Link>,
    sql: &MigrationSql,
    steps: &[Migration],
) -> Result<u32, StorageError> {
    if let Some(lock) = sql.lock {
        link.rows(lock, vec![]).await?;
    }
    link.script(sql.create).await?;
    let applied = link.rows(sql.applied, vec![]).await?;
    prove_prefix(&applied, steps)?;
    let missing = &steps[applied.len()..];
    for step in missing {
        link.script(step.sql).await.map_err(|error| error.of(step.name))?;
        link.run(sql.insert, values![step.version, step.name, step.hash()]).await?;
    }
    link.commit().await?;
    Ok(missing.len() as u32)
}

/// Whether the schema is exactly this program's.
pub(crate) async fn prove_current(
    mut link: Box<dyn Link>,
    sql: &MigrationSql,
    steps: &[Migration],
) -> Result<(), StorageError> {
    let applied = link.rows(sql.applied, vec![]).await?;
    prove_prefix(&applied, steps)?;
    if applied.len() < steps.len() {
        let text = format!("{} of {} steps are applied; run `countersign migrate`", applied.len(), steps.len());
        return Err(StorageError::new(ErrorKind::Schema, WHAT).saying(text));
    }
    Ok(())
}

/// What is applied must be the beginning of what this program knows.
fn prove_prefix(applied: &[Row], steps: &[Migration]) -> Result<(), StorageError> {
    let wrong = |text: String| Err(StorageError::new(ErrorKind::Schema, WHAT).saying(text));
    if applied.len() > steps.len() {
        return wrong(format!("it has {} steps, this program knows {}: it is newer", applied.len(), steps.len()));
    }
    for (row, step) in applied.iter().zip(steps) {
        if row.u32("version")? != step.version || row.text("sha256")? != step.hash() {
            return wrong(format!("step {} ({}) was applied in another form", step.version, step.name));
        }
    }
    Ok(())
}
