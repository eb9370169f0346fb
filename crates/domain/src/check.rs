//! The checks: questions asked of evidence.

use crate::{DocumentType, Step};

macro_rules! checks {
    ($($(#[$doc:meta])* $name:ident = $text:literal, $step:ident, [$($limit:literal),*];)*) => {
        /// A question asked of evidence. Each has one file in `crates/checks`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Check { $($(#[$doc])* $name,)* }

        impl Check {
            /// Every check in the order in which they are reported.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The stable name, also the table name in a policy.
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// The step that is done again when the check fails and no reason says otherwise.
            pub fn step(self) -> Step {
                match self { $(Self::$name => Step::$step,)* }
            }

            /// The names of the limits that a policy must give it.
            pub fn limits(self) -> &'static [&'static str] {
                match self { $(Self::$name => &[$($limit),*],)* }
            }
        }
    };
}

checks! {
    /// Enough pixels across the document, both sides.
    DocumentResolution = "document_resolution", DocumentFront, ["min_px", "min_fill"];
    /// Sharp enough to read, both sides.
    DocumentSharpness = "document_sharpness", DocumentFront, ["min"];
    /// No reflection hides part of it, both sides.
    DocumentGlare = "document_glare", DocumentFront, ["max_share"];
    /// Neither too dark nor over-exposed, both sides.
    DocumentLighting = "document_lighting", DocumentFront, ["min_brightness", "max_overexposed_share"];
    /// Whole in the photo, both sides.
    DocumentWhole = "document_whole", DocumentFront, ["min_margin_share"];
    /// One document in each photo.
    DocumentAlone = "document_alone", DocumentFront, ["max_documents"];
    /// Nothing lies over it, both sides.
    DocumentUncovered = "document_uncovered", DocumentFront, ["max_share"];
    /// Each photo shows the side that was asked for.
    DocumentSideShown = "document_side_shown", DocumentFront, ["max_likeness"];
    /// The document itself, not a screen, a screenshot or a grey copy.
    DocumentOrigin = "document_origin", DocumentFront, ["max_moire", "max_moire_sure", "max_halftone", "max_screenshot", "min_colour"];
    /// Nothing was painted, pasted, copied or erased.
    DocumentEdited = "document_edited", DocumentFront, ["max_recompressed_cells", "max_clean_cells", "max_copied_patches"];
    /// No colour filter.
    DocumentFiltered = "document_filtered", DocumentFront, ["max_tint_over_colour", "max_tint", "max_roughness", "max_crushed", "min_portrait_grain"];
    /// No overprint, watermark or application's mark.
    DocumentWatermark = "document_watermark", DocumentFront, [];
    /// What the file says of its way here.
    DocumentMetadata = "document_metadata", DocumentFront, [];
    /// The kind of document that was chosen.
    DocumentType = "document_type", DocumentFront, [];
    /// The machine readable zone is there and its check digits fit.
    DocumentMrz = "document_mrz", DocumentFront, ["min_confidence"];
    /// The licence's barcode is there and reads.
    DocumentBarcode = "document_barcode", DocumentBack, [];
    /// In date on the day of the check.
    DocumentExpiry = "document_expiry", DocumentFront, ["min_confidence"];
    /// Front and back say the same.
    DocumentSidesAgree = "document_sides_agree", DocumentBack, ["min_confidence", "max_rule_class"];
    /// What is printed is what the machine readable zone or barcode says.
    DocumentPrintAgrees = "document_print_agrees", DocumentFront, ["min_confidence", "max_rule_class"];
    /// The portrait is large and clear enough, and the ghost image shows the same face.
    DocumentPortrait = "document_portrait", DocumentFront, ["min_eyes_px", "min_sharpness", "max_ghost_distance"];
    /// The declared legal name is the document's.
    IdentityName = "identity_name", Details, ["min_confidence", "max_rule_class"];
    /// The declared birth date is the document's.
    IdentityBirthDate = "identity_birth_date", Details, ["min_confidence"];
    /// The declared issuing country is the document's.
    IdentityIssuer = "identity_issuer", Details, ["min_confidence"];
    /// As long as asked.
    LivenessDuration = "liveness_duration", Liveness, ["min_s", "max_s"];
    /// A face, only one, and the same throughout.
    LivenessFacePresent = "liveness_face_present", Liveness, ["min_share", "max_faces", "max_several_share", "max_away_s", "max_own_distance"];
    /// Light on the face.
    LivenessLighting = "liveness_lighting", Liveness, ["min_brightness", "max_overexposed_share", "max_backlit_ratio", "max_imbalance"];
    /// The face looks into the camera.
    LivenessFacing = "liveness_facing", Liveness, ["max_yaw", "max_pitch", "max_roll"];
    /// The face is large enough and wholly in the picture.
    LivenessDistance = "liveness_distance", Liveness, ["min_eyes_distance_px", "max_eyes_share", "max_cut_share"];
    /// The face is in focus.
    LivenessSharpness = "liveness_sharpness", Liveness, ["min_face_sharpness"];
    /// Nothing lies over mouth, eyes or forehead.
    LivenessUncovered = "liveness_uncovered", Liveness, ["min_mouth_contrast", "max_mouth_other_share", "min_eyes_brightness", "min_eyes_contrast", "max_forehead_other_share"];
    /// The face is at rest before the first digit.
    LivenessExpression = "liveness_expression", Liveness, ["max_smile", "max_smile_gain"];
    /// Quiet enough to hear.
    LivenessNoise = "liveness_noise", Liveness, ["min_snr_db", "min_speech_s", "max_clipped_share", "max_other_speech_s"];
    /// The digits on the screen were said.
    LivenessDigits = "liveness_digits", Liveness, ["min_score", "min_score_unproven", "min_matched_share"];
    /// The mouth moves with the sound.
    LivenessMouth = "liveness_mouth", Liveness, ["min_motion", "min_correlation", "min_sure_correlation", "max_offset_s", "max_shift_gain", "min_shape_fit"];
    /// A live person before a camera, not a picture, a replay or a stream of a program.
    LivenessPresentation = "liveness_presentation", Liveness, ["min_score", "min_sure_score", "max_impossible_share"];
    /// The face in the video is the face on the document.
    FaceSamePerson = "face_same_person", Liveness, ["min_portrait_px", "max_same_distance", "min_other_distance"];
    /// The face in the video is under no other applicant.
    FaceSeenBefore = "face_seen_before", Liveness, ["max_distance"];
}

impl Check {
    /// The check of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|check| check.name() == name)
    }

    /// Whether the question makes sense for this kind of document: a passport has no back to compare, a card of another kind has no
    /// licence barcode. Everything else applies to all.
    pub fn applies_to(self, document: DocumentType) -> bool {
        match self {
            Self::DocumentMrz => document != DocumentType::DrivingLicence,
            Self::DocumentBarcode => document == DocumentType::DrivingLicence,
            Self::DocumentSidesAgree => document.has_back(),
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_check_reads_back_from_its_name() {
        for check in Check::ALL {
            assert_eq!(Check::from_name(check.name()), Some(*check));
        }
        assert_eq!(Check::from_name("document_magic"), None);
    }

    #[test]
    fn a_passport_is_not_asked_for_what_it_does_not_have() {
        assert!(!Check::DocumentSidesAgree.applies_to(DocumentType::Passport));
        assert!(!Check::DocumentBarcode.applies_to(DocumentType::Passport));
        assert!(Check::DocumentMrz.applies_to(DocumentType::IdCard));
        assert!(!Check::DocumentMrz.applies_to(DocumentType::DrivingLicence));
    }
}
