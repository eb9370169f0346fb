//! `document_uncovered`: nothing lies over the document.
//!
//! Raw: `front.covered_share`, `back.covered_share`, share of the document under fingers and the like, 0–1, as the layout net sees it.
//! Limit `max_share`. Fails with `document_covered`.

use countersign_domain::{Breakdown, Check, Policy, PolicyError, Reason};

use crate::measurements::Measurements;
use crate::ruling::{Ruling, each_side};

/// Answers the check.
pub fn check(found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    let mut ruling = Ruling::new(Check::DocumentUncovered, policy);
    let most = ruling.limit("max_share")?;
    ruling.models(&found.document_models);
    each_side(
        &mut ruling,
        &found.sides(),
        "covered_share",
        "share",
        |side| side.placement.as_ref().and_then(|placement| placement.covered_share),
        |ruling, side, share| {
            ruling.score(share, most, 0.0);
            if share > most {
                ruling.fail(Reason::DocumentCovered { side: side.into(), percent: (share * 100.0).round() });
            }
        },
    );
    Ok(ruling.done())
}
