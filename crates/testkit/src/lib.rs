//! The whole application in one line, a fixed clock, a scripted examiner and made-up files, for tests only.
//!
//! ```no_run
//! # async fn test() {
//! use countersign_testkit::TestApp;
//! let app = TestApp::start().await;
//! let applicant = app.applicant().await;
//! applicant.hand_in("passport").await;
//! app.work().await;
//! assert_eq!(applicant.session().await["status"], "approved");
//! # }
//! ```
//!
//! Real: the router, the use cases, SQLite in a file, encrypted blobs in a folder, the sandboxed decoder. Held by the test: time,
//! and what is measured. A test that leaves a job open or dead fails when its app is dropped.

mod app;
mod applicant;
mod call;
mod decoder;
pub mod desk;
mod environment;
mod examiner;
pub mod files;
mod logs;

pub use app::{Parts, TestApp};
pub use applicant::Applicant;
pub use call::{Answer, Call};
pub use environment::{FixedClock, FragileRandomness, START};
pub use examiner::{FakeExaminer, template};
pub use logs::Logs;

/// The policy of Level 1, which takes the checks of Level 2.
pub const LEVEL_1: &str = include_str!("../../../policies/level-1.toml");
/// Level 1 for trying out, which takes the checks of `demo`.
pub const DEMO_1: &str = include_str!("../../../policies/demo-1.toml");
/// A decision policy as text, as shipped.
pub const LEVEL_2: &str = include_str!("../../../policies/level-2.toml");
/// The policy of the demonstration, which lets samples through.
pub const DEMO: &str = include_str!("../../../policies/demo.toml");
