//! The whole application in-process.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::Router;
use axum::http::Method;
use countersign_domain::ApiKeyId;
use countersign_server::{ServerOptions, ServerState, Texts};
use countersign_storage::test_support::master_keys;
use countersign_storage::{BlobStore, Role, Store};
use countersign_workflow::mail::{MailParts, MailTexts, Mailer};
use countersign_workflow::{App, AppParts, PolicyBook};
use jiff::SignedDuration;
use tempfile::TempDir;

use crate::applicant::Applicant;
use crate::call::Call;
use crate::decoder::decoder;
use crate::environment::{FixedClock, FragileRandomness};
use crate::examiner::FakeExaminer;

/// What a test may choose before the start.
pub struct Parts {
    /// The policies' texts.
    pub policies: Vec<String>,
    /// Whether the demonstration endpoints are on.
    pub demo: bool,
    /// Whose pages may show the applicant's.
    pub embed_origins: Vec<String>,
    /// What takes mails; `None`: no mail is sent.
    pub mailer: Option<Arc<dyn Mailer>>,
}

impl Default for Parts {
    fn default() -> Self {
        let policies = [crate::LEVEL_1, crate::LEVEL_2, crate::DEMO_1, crate::DEMO].map(str::to_owned).to_vec();
        Self { policies, demo: false, embed_origins: vec![], mailer: None }
    }
}

/// The running application, with a key for each role. Dropping it proves that no job is left.
pub struct TestApp {
    /// The use cases.
    pub app: Arc<App>,
    /// The time.
    pub clock: Arc<FixedClock>,
    /// The randomness.
    pub randomness: Arc<FragileRandomness>,
    /// What is measured.
    pub examiner: Arc<FakeExaminer>,
    /// An integrator's secret.
    pub integrator: String,
    /// The id of the integrator's key.
    pub integrator_id: ApiKeyId,
    /// A reviewer's secret.
    pub reviewer: String,
    router: Router,
    folder: TempDir,
    calls: AtomicU64,
}

fn must<T, E: std::fmt::Display>(what: &str, result: Result<T, E>) -> T {
    result.unwrap_or_else(|error| panic!("{what}: {error}"))
}

fn database(folder: &Path) -> String {
    format!("sqlite://{}", folder.join("countersign.db").display())
}

impl TestApp {
    /// Starts the application with the shipped policy.
    pub async fn start() -> Self {
        Self::start_with(Parts::default()).await
    }

    /// Starts the application with parts of the test's choice.
    pub async fn start_with(parts: Parts) -> Self {
        let folder = must("a folder", tempfile::tempdir());
        Self::start_in(folder, parts).await
    }

    /// Stops the application and starts another one on the same database and files, at the same time.
    pub async fn restart_with(mut self, parts: Parts) -> Self {
        let folder = std::mem::replace(&mut self.folder, must("a folder", tempfile::tempdir()));
        prove_no_job_left(folder.path());
        let app = Self::start_in(folder, parts).await;
        app.clock.set(self.app.now().as_second());
        app
    }

    async fn start_in(folder: TempDir, parts: Parts) -> Self {
        let store = must("the database", countersign_storage::connect(&database(folder.path()), master_keys()).await);
        must("the schema", store.migrate().await);
        let place = format!("file://{}", folder.path().join("blobs").display());
        let blobs = Arc::new(must("the blobs", BlobStore::open(&place, &[])));
        let policies = must("the policies", PolicyBook::from_texts(&parts.policies));
        let (clock, randomness) = (Arc::new(FixedClock::default()), Arc::new(FragileRandomness::default()));
        let examiner = Arc::new(FakeExaminer::default());
        let app = App::new(AppParts {
            store,
            blobs,
            decoder: Arc::new(decoder()),
            examiner: examiner.clone(),
            policies,
            clock: clock.clone(),
            randomness: randomness.clone(),
            decoders: 2,
            mail: parts
                .mailer
                .clone()
                .map(|mailer| MailParts { mailer, texts: Arc::new(must("the mails", MailTexts::built_in())) }),
        });
        let round = must("the keys", must("the keys", app.store().read().await).api_keys().await).len();
        let name = |role: &str| format!("{role}-{round}");
        let (integrator_key, integrator) = must("a key", app.create_key(&name("integrator"), Role::Integrator).await);
        let (_, reviewer) = must("a key", app.create_key(&name("reviewer"), Role::Reviewer).await);
        let options = ServerOptions {
            demo: parts.demo,
            levels: vec!["level-1".into(), "level-2".into()],
            base_url: "https://verify.example".into(),
            embed_origins: parts.embed_origins.clone(),
        };
        let texts = Arc::new(must("the texts", Texts::built_in()));
        let router = countersign_server::router(ServerState::new(app.clone(), texts, options));
        Self {
            app,
            clock,
            randomness,
            examiner,
            integrator: integrator.expose().to_owned(),
            integrator_id: integrator_key.id,
            reviewer: reviewer.expose().to_owned(),
            router,
            folder,
            calls: AtomicU64::new(0),
        }
    }

    /// The database.
    pub fn store(&self) -> &Arc<dyn Store> {
        self.app.store()
    }

    /// Where database and blobs lie.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A GET.
    pub fn get(&self, path: &str) -> Call {
        self.call(Method::GET, path)
    }

    /// A POST with an idempotency key of its own.
    pub fn post(&self, path: &str) -> Call {
        self.call(Method::POST, path)
    }

    /// Any request; a POST has an idempotency key of its own.
    pub fn call(&self, method: Method, path: &str) -> Call {
        let number = self.calls.fetch_add(1, Ordering::SeqCst);
        let key = (method == Method::POST).then(|| format!("call-{number}"));
        Call::new(self.router.clone(), method, path, key)
    }

    /// A new session and its applicant.
    pub async fn applicant(&self) -> Applicant<'_> {
        Applicant::new(self).await
    }

    /// The applicant of a session that was made elsewhere.
    pub fn applicant_of(&self, id: &str, token: &str) -> Applicant<'_> {
        Applicant::of(self, id, token)
    }

    /// Does every job that is due; gives how many.
    pub async fn work(&self) -> usize {
        let mut done = 0;
        while must("the queue", self.app.work_once("test").await) {
            done += 1;
            assert!(done < 1_000, "the jobs do not end");
        }
        done
    }

    /// Does every job, moving the clock on to each retry. Jobs that are given up stay as dead letters.
    pub async fn work_through_retries(&self) -> usize {
        let mut done = self.work().await;
        while must("the queue", must("the queue", self.store().read().await).open_jobs().await) > 0 {
            self.clock.advance(SignedDuration::from_secs(5));
            done += self.work().await;
        }
        done
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        if !std::thread::panicking() && self.folder.path().join("countersign.db").exists() {
            prove_no_job_left(self.folder.path());
        }
    }
}

/// With a connection and a runtime of its own: dropping happens outside of waiting.
fn prove_no_job_left(folder: &Path) {
    let url = database(folder);
    let counted = std::thread::spawn(move || {
        let runtime = must("a runtime", tokio::runtime::Builder::new_current_thread().enable_all().build());
        runtime.block_on(async {
            let store = must("the database", countersign_storage::connect(&url, master_keys()).await);
            let mut tx = must("the jobs", store.read().await);
            let open = must("the jobs", tx.open_jobs().await);
            (open, must("the jobs", tx.dead_jobs(10).await))
        })
    });
    let (open, dead) = counted.join().unwrap_or_else(|_| panic!("the jobs cannot be counted"));
    assert!(open == 0 && dead.is_empty(), "jobs are left: {open} open, dead: {dead:?}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    #[should_panic(expected = "jobs are left: 1 open")]
    async fn a_test_that_leaves_a_job_fails() {
        let app = TestApp::start().await;
        app.applicant().await.hand_in("passport").await;
    }

    #[tokio::test]
    async fn the_clock_stands_still_until_it_is_moved() {
        let app = TestApp::start().await;
        let before = app.app.now();
        assert_eq!(app.app.now(), before);
        app.clock.advance(SignedDuration::from_secs(3));
        assert_eq!(app.app.now().as_second(), before.as_second() + 3);
    }
}
