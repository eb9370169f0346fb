//! `document_alone`: one document in the photo, and only one.
//!
//! Raw: `front.documents`, `back.documents` (outlines seen, 0 where none was found: `document_whole` speaks of that). Limit `max_documents`.
//! Fails with `several_documents`. Two sides on one sheet count as two: each side is asked for alone.

use countersign_domain::{Breakdown, Check, Policy, PolicyError, Reason};

use crate::measurements::Measurements;
use crate::ruling::{Ruling, each_side};

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::DocumentAlone, policy);
    let most = ruling.limit("max_documents")?;
    ruling.models(&found.document_models);
    each_side(
        &mut ruling,
        &found.sides(),
        "documents",
        "count",
        |side| side.placement.as_ref().map(|placement| placement.documents as f64),
        |ruling, side, documents| {
            if documents > most {
                ruling.fail(Reason::SeveralDocuments { side: side.into(), count: documents as u64 });
            }
        },
    );
    Ok(ruling.done())
}
