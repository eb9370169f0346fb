//! Which check is answered by which file.

use countersign_domain::{Breakdown, Check, Policy, PolicyError};

use crate::measurements::Measurements;
use crate::{document, face, identity, liveness};

/// Answers every check that applies to the document, in the order of [`Check::ALL`].
pub fn assess(measurements: &Measurements, policy: &Policy) -> Result<Vec<Breakdown>, PolicyError> {
    Check::ALL
        .iter()
        .filter(|check| policy.asks(**check) && check.applies_to(measurements.document_type))
        .map(|check| answer(*check, measurements, policy))
        .collect()
}

fn answer(check: Check, found: &Measurements, policy: &Policy) -> Result<Breakdown, PolicyError> {
    match check {
        Check::DocumentResolution => document::resolution::check(found, policy),
        Check::DocumentSharpness => document::sharpness::check(found, policy),
        Check::DocumentGlare => document::glare::check(found, policy),
        Check::DocumentLighting => document::lighting::check(found, policy),
        Check::DocumentWhole => document::whole::check(found, policy),
        Check::DocumentAlone => document::alone::check(found, policy),
        Check::DocumentUncovered => document::uncovered::check(found, policy),
        Check::DocumentSideShown => document::side_shown::check(found, policy),
        Check::DocumentOrigin => document::origin::check(found, policy),
        Check::DocumentEdited => document::edited::check(found, policy),
        Check::DocumentFiltered => document::filtered::check(found, policy),
        Check::DocumentWatermark => Ok(document::watermark::check(found, policy)),
        Check::DocumentMetadata => Ok(document::metadata::check(found, policy)),
        Check::DocumentType => Ok(document::kind::check(found, policy)),
        Check::DocumentMrz => document::mrz::check(found, policy),
        Check::DocumentBarcode => Ok(document::barcode::check(found, policy)),
        Check::DocumentExpiry => document::expiry::check(found, policy),
        Check::DocumentSidesAgree => document::sides_agree::check(found, policy),
        Check::DocumentPrintAgrees => document::print_agrees::check(found, policy),
        Check::DocumentPortrait => document::portrait::check(found, policy),
        Check::IdentityName => identity::name::check(found, policy),
        Check::IdentityBirthDate => identity::birth_date::check(found, policy),
        Check::IdentityIssuer => identity::issuer::check(found, policy),
        Check::LivenessDuration => liveness::duration::check(found, policy),
        Check::LivenessFacePresent => liveness::face_present::check(found, policy),
        Check::LivenessLighting => liveness::lighting::check(found, policy),
        Check::LivenessFacing => liveness::facing::check(found, policy),
        Check::LivenessDistance => liveness::distance::check(found, policy),
        Check::LivenessSharpness => liveness::sharpness::check(found, policy),
        Check::LivenessUncovered => liveness::uncovered::check(found, policy),
        Check::LivenessExpression => liveness::expression::check(found, policy),
        Check::LivenessNoise => liveness::noise::check(found, policy),
        Check::LivenessDigits => liveness::digits::check(found, policy),
        Check::LivenessMouth => liveness::mouth::check(found, policy),
        Check::LivenessPresentation => liveness::presentation::check(found, policy),
        Check::FaceSamePerson => face::same_person::check(found, policy),
        Check::FaceSeenBefore => face::seen_before::check(found, policy),
    }
}

#[cfg(test)]
mod tests;
