//! `document_metadata`: what the file says of its way here. Hints for a person, never a reason to fail: honest people edit, crop and forward
//! their pictures, and a forger cleans up.
//!
//! Raw, by side, 1 where the sign is there: `*.editor` (an editor is named), `*.editor_trace` (its block or history), `*.generated` (says that
//! a generator made it), `*.manifest` (C2PA, its signature not verified), `*.saved_later`, `*.no_camera`, `*.forwarded`, `*.screen_sized`. The
//! first three give *doubt* with `file_edited`, told to reviewers; the others are only noted: a browser's own capture has no camera data.

use countersign_domain::{Breakdown, Check, Policy, Reason};

use crate::measurements::Measurements;
use crate::ruling::Ruling;

/// Signs that a person should see.
const DOUBTFUL: [&str; 3] = ["editor", "editor_trace", "generated"];

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Breakdown {
    let mut ruling = Ruling::new(Check::DocumentMetadata, policy);
    for (side, measured) in found.sides() {
        let Some(seen) = measured.and_then(|side| side.unaltered.as_ref()) else {
            ruling.not_assessed();
            continue;
        };
        for sign in &seen.signs {
            ruling.raw(format!("{side}.{sign}"), 1.0, "flag");
        }
        if let Some(sign) = seen.signs.iter().find(|sign| DOUBTFUL.contains(sign)) {
            ruling.doubt(Reason::FileEdited { side: side.into(), found: (*sign).into() });
        }
    }
    ruling.done()
}
