//! Untrusted bytes to pixels and samples, in a sandboxed child process.
//!
//! [`Decoder`] starts this same program again with [`HIDDEN_ARGUMENT`]; the program's `main` calls [`child_main`] first when
//! [`is_child`] says so. The child gives up files, network and most system calls, then decodes and hands back plain pixels and samples.

#[cfg(not(target_os = "linux"))]
compile_error!("countersign-media confines its decoder with Landlock and seccomp: it runs on Linux only");

mod child;
mod decoder;
pub mod encode;
mod error;
mod limits;
mod protocol;
mod provenance;
mod sandbox;
mod types;

pub use child::{child_main, is_child};
pub use decoder::{Attempt, Decoder, Probe, Room};
pub use error::{DecodeError, Refusal, SandboxError};
pub use limits::Limits;
pub use protocol::HIDDEN_ARGUMENT;
pub use provenance::{JpegCoding, Provenance};
pub use sandbox::report::{SandboxReport, ToolReport, sandbox_report};
pub use types::{Clip, ClipFacts, Frame, Photo, PhotoFormat, PhotoMetadata, RgbImage, Sound};
