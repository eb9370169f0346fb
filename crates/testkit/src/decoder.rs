//! The real decoder, whose child is the test binary itself.

use countersign_media::{Decoder, Limits};

/// A test binary that is started as a decoding child must become one before its harness reads the arguments.
#[ctor::ctor(unsafe)]
fn become_child() {
    if countersign_media::is_child() {
        let code = countersign_media::child_main();
        std::process::exit(i32::from(code != std::process::ExitCode::SUCCESS));
    }
}

pub(crate) fn decoder() -> Decoder {
    Decoder::this_program(Limits::default()).unwrap_or_else(|error| panic!("this test binary cannot be found: {error}"))
}
