//! What every handler works with.

use std::sync::Arc;

use countersign_workflow::App;
use tokio::sync::watch;

use crate::texts::Texts;

/// What an operator chooses.
#[derive(Clone, Debug)]
pub struct ServerOptions {
    /// Whether anyone may start a session on the start page; for trying out only.
    pub demo: bool,
    /// Where the service is reached from outside, without a slash at the end, for links handed out.
    pub base_url: String,
    /// The policies that the page of levels offers, by name.
    pub levels: Vec<String>,
    /// Whose pages may show the applicant's, as origins: `https://shop.example.org`. Nobody's when empty.
    pub embed_origins: Vec<String>,
}

/// What every handler works with.
#[derive(Clone)]
pub struct ServerState {
    pub(crate) app: Arc<App>,
    pub(crate) texts: Arc<Texts>,
    pub(crate) options: Arc<ServerOptions>,
    stopping: Option<watch::Receiver<bool>>,
}

impl ServerState {
    /// Puts the state together.
    pub fn new(app: Arc<App>, texts: Arc<Texts>, options: ServerOptions) -> Self {
        Self { app, texts, options: Arc::new(options), stopping: None }
    }

    /// Streams that would never end by themselves end when this says so; a server that stops waits for them.
    #[must_use]
    pub fn until(mut self, stopping: watch::Receiver<bool>) -> Self {
        self.stopping = Some(stopping);
        self
    }

    pub(crate) fn is_stopping(&self) -> bool {
        self.stopping.as_ref().is_some_and(|stopping| *stopping.borrow())
    }

    /// The link that opens the levels of an applicant.
    pub(crate) fn levels_link(&self, applicant: countersign_domain::ApplicantId, secret: &str) -> String {
        format!("{}/levels/{applicant}#{secret}", self.options.base_url)
    }

    /// The link that opens a session for its applicant. The token stands behind `#`: browsers never send it in a request line.
    pub(crate) fn link(&self, session: countersign_domain::SessionId, token: &str) -> String {
        format!("{}/verify/{session}#{token}", self.options.base_url)
    }
}
