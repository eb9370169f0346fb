//! What is logged while a test runs.

use std::io;
use std::sync::{Mutex, OnceLock, PoisonError};

static WRITTEN: OnceLock<Mutex<Vec<u8>>> = OnceLock::new();

/// Everything logged in this process, at every level.
#[derive(Clone, Copy, Debug)]
pub struct Logs;

impl Logs {
    /// Begins to listen. A second call in one process goes on with the first: tests of one process share the log.
    pub fn capture() -> Self {
        WRITTEN.get_or_init(|| {
            tracing_subscriber::fmt()
                .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
                .with_ansi(false)
                .with_writer(|| Self)
                .init();
            Mutex::default()
        });
        Self
    }

    /// What was logged so far.
    pub fn text(self) -> String {
        let written = WRITTEN.get().map(|log| log.lock().unwrap_or_else(PoisonError::into_inner).clone());
        String::from_utf8_lossy(&written.unwrap_or_default()).into_owned()
    }
}

impl io::Write for Logs {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if let Some(log) = WRITTEN.get() {
            log.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
