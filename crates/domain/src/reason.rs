//! Reasons: one stable code with typed parameters for everything that can be told to a person.
//!
//! The codes are pinned by a test: an integrator may store them for years. Each code has a text in every `locales/<lang>/reasons.ftl`.

mod param;

use crate::Step;

use param::AsParam;
pub use param::{Param, ReasonError};

/// Who a reason is written for. What is told to an applicant is also shown to reviewers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// The applicant sees it, with the fix.
    Applicant,
    /// Only reviewers and engineers see it: telling it would help an attacker or no one.
    Reviewer,
}

/// What can be done about a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Do this step again.
    Redo(Step),
    /// Wait for a person.
    Wait,
    /// Nothing can be done within this session.
    Final,
}

macro_rules! reasons {
    ($($(#[$doc:meta])* $name:ident $({ $($(#[$pdoc:meta])* $param:ident : $ty:ty),* $(,)? })? = $code:literal, $audience:ident, $remedy:expr;)*) => {
        /// Everything that can be told, with its parameters.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Reason {
            $($(#[$doc])* $name $({ $($(#[$pdoc])* $param: $ty),* })?,)*
        }

        impl Reason {
            /// Every code, in the order of declaration.
            pub const CODES: &'static [&'static str] = &[$($code),*];

            /// The stable code.
            pub fn code(&self) -> &'static str {
                match self { $(Self::$name $({ $($param: _),* })? => $code,)* }
            }

            /// Who it is written for.
            pub fn audience(&self) -> Audience {
                match self { $(Self::$name $({ $($param: _),* })? => Audience::$audience,)* }
            }

            /// What can be done about it.
            pub fn remedy(&self) -> Remedy {
                match self { $(Self::$name $({ $($param),* })? => { $($(let _ = $param;)*)? $remedy })* }
            }

            /// Its parameters by name.
            pub fn params(&self) -> Vec<(&'static str, Param)> {
                match self { $(Self::$name $({ $($param),* })? => vec![$($((stringify!($param), AsParam::to_param($param))),*)?],)* }
            }

            /// Puts a stored reason together again.
            pub fn from_parts(code: &str, param: &dyn Fn(&str) -> Option<Param>) -> Result<Self, ReasonError> {
                match code {
                    $($code => {
                        $($(let $param = param(stringify!($param)).as_ref().and_then(AsParam::from_param)
                            .ok_or(ReasonError::Parameter { code: $code, param: stringify!($param) })?;)*)?
                        Ok(Self::$name $({ $($param),* })?)
                    })*
                    _ => { let _ = param; Err(ReasonError::UnknownCode(code.chars().take(64).collect())) }
                }
            }
        }
    };
}

use Remedy::{Final, Redo, Wait};
use Step::{Details, DocumentBack, DocumentFront, Liveness};

reasons! {
    // Files, refused at the door. The step is the one of the upload; `Redo(DocumentFront)` stands for it in the catalogue.
    /// Zero bytes arrived.
    FileEmpty = "file_empty", Applicant, Redo(DocumentFront);
    /// More bytes than allowed.
    FileTooLarge { /// Megabytes received.
        found_mb: f64, /// Megabytes allowed.
        limit_mb: f64 } = "file_too_large", Applicant, Redo(DocumentFront);
    /// The first bytes are those of no format we know.
    FileTypeUnknown = "file_type_unknown", Applicant, Redo(DocumentFront);
    /// A known format that is not accepted here.
    FileTypeUnsupported { /// Its name.
        format: String } = "file_type_unsupported", Applicant, Redo(DocumentFront);
    /// Several pictures in one file.
    FileAnimated = "file_animated", Applicant, Redo(DocumentFront);
    /// Truncated or broken.
    FileDamaged { /// Its name.
        format: String } = "file_damaged", Applicant, Redo(DocumentFront);
    /// Protected or encrypted.
    FileEncrypted = "file_encrypted", Applicant, Redo(DocumentFront);
    /// More pixels than allowed.
    FileTooManyPixels { /// Megapixels found.
        found_mp: f64, /// Megapixels allowed.
        limit_mp: f64 } = "file_too_many_pixels", Applicant, Redo(DocumentFront);
    /// So few pixels that nothing can be read.
    FileTooFewPixels { /// Shorter side found, pixels.
        found_px: u64, /// Shorter side needed, pixels.
        needed_px: u64 } = "file_too_few_pixels", Applicant, Redo(DocumentFront);
    /// Decoding went over its time or memory budget.
    FileTooCostly = "file_too_costly", Applicant, Redo(DocumentFront);
    /// A codec that is not accepted.
    ClipCodecUnsupported { /// Its name.
        codec: String } = "clip_codec_unsupported", Applicant, Redo(Liveness);
    /// No picture track.
    ClipWithoutPicture = "clip_without_picture", Applicant, Redo(Liveness);
    /// No sound track.
    ClipWithoutSound = "clip_without_sound", Applicant, Redo(Liveness);
    /// Longer than what is decoded at all.
    ClipTooLong { /// Seconds found.
        seconds: f64, /// Seconds allowed.
        limit_s: f64 } = "clip_too_long", Applicant, Redo(Liveness);

    // Document photos.
    /// Too few pixels across the document.
    DocumentLowResolution { /// Side: `front` or `back`.
        side: String, /// Pixels across.
        found_px: u64, /// Pixels needed.
        needed_px: u64 } = "document_low_resolution", Applicant, Redo(side_step(side));
    /// Blurred.
    DocumentBlurred { /// Side.
        side: String } = "document_blurred", Applicant, Redo(side_step(side));
    /// A light reflection hides part of it.
    DocumentGlare { /// Side.
        side: String, /// Percent of the document.
        percent: f64 } = "document_glare", Applicant, Redo(side_step(side));
    /// Too dark.
    DocumentDark { /// Side.
        side: String } = "document_dark", Applicant, Redo(side_step(side));
    /// Over-exposed.
    DocumentOverexposed { /// Side.
        side: String } = "document_overexposed", Applicant, Redo(side_step(side));
    /// An edge lies outside the photo.
    DocumentCutOff { /// Side.
        side: String } = "document_cut_off", Applicant, Redo(side_step(side));
    /// Nothing that a document has was found.
    DocumentNotFound { /// Side.
        side: String } = "document_not_found", Applicant, Redo(side_step(side));
    /// Opposite edges lie outside the photo.
    DocumentTooNear { /// Side.
        side: String } = "document_too_near", Applicant, Redo(side_step(side));
    /// So small in the photo that its pixels are too few.
    DocumentTooFar { /// Side.
        side: String, /// Pixels across.
        found_px: u64, /// Pixels needed.
        needed_px: u64 } = "document_too_far", Applicant, Redo(side_step(side));
    /// Fingers or things lie over it.
    DocumentCovered { /// Side.
        side: String, /// Percent of the document.
        percent: f64 } = "document_covered", Applicant, Redo(side_step(side));
    /// More than one document.
    SeveralDocuments { /// Side.
        side: String, /// How many.
        count: u64 } = "several_documents", Applicant, Redo(side_step(side));
    /// Nothing is to be seen at all.
    PhotoBlank { /// Side.
        side: String } = "photo_blank", Applicant, Redo(side_step(side));
    /// Left and right are exchanged.
    DocumentMirrored { /// Side.
        side: String } = "document_mirrored", Applicant, Redo(side_step(side));
    /// The other side than the one asked for.
    DocumentWrongSide { /// The side that was asked for.
        side: String } = "document_wrong_side", Applicant, Redo(side_step(side));
    /// Both photos show the same side.
    SameSideTwice = "same_side_twice", Applicant, Redo(DocumentBack);
    /// A screen was photographed.
    DocumentFromScreen { /// Side.
        side: String } = "document_from_screen", Applicant, Redo(side_step(side));
    /// A screenshot.
    DocumentScreenshot { /// Side.
        side: String } = "document_screenshot", Applicant, Redo(side_step(side));
    /// No colour of its own: a black-and-white copy or picture.
    DocumentGreyCopy { /// Side.
        side: String } = "document_grey_copy", Applicant, Redo(side_step(side));
    /// Traces of a screen, too few to be sure, or the dots of a printer.
    DocumentOriginDoubtful { /// Side.
        side: String } = "document_origin_doubtful", Reviewer, Wait;
    /// A trace of editing.
    DocumentEditSuspected { /// Side.
        side: String, /// `recompressed`, `clean` or `copied`.
        found: String } = "document_edit_suspected", Reviewer, Wait;
    /// A colour filter.
    DocumentFiltered { /// Side.
        side: String } = "document_filtered", Applicant, Redo(side_step(side));
    /// Colours or shades as a filter leaves them, or a coloured lamp.
    DocumentToneDoubtful { /// Side.
        side: String, /// `tint`, `roughness`, `crushed` or `portrait_grain`.
        found: String } = "document_tone_doubtful", Reviewer, Wait;
    /// A word that documents in use do not carry.
    DocumentOverprint { /// Side.
        side: String, /// The word, of a closed list.
        found: String } = "document_overprint", Applicant, Redo(side_step(side));
    /// The file says that a program made or changed it.
    FileEdited { /// Side.
        side: String, /// `editor`, `editor_trace` or `generated`.
        found: String } = "file_edited", Reviewer, Wait;
    /// No machine readable zone where this type has one.
    MrzNotFound { /// Side.
        side: String } = "mrz_not_found", Applicant, Redo(side_step(side));
    /// Its check digits do not fit.
    MrzCheckDigits { /// Side.
        side: String } = "mrz_check_digits", Applicant, Redo(side_step(side));
    /// No barcode where this type has one.
    BarcodeNotFound { /// Side.
        side: String } = "barcode_not_found", Applicant, Redo(side_step(side));
    /// The barcode was found and does not hold a licence record.
    BarcodeUnreadable { /// Side.
        side: String } = "barcode_unreadable", Applicant, Redo(side_step(side));
    /// Out of date.
    DocumentExpired = "document_expired", Applicant, Redo(DocumentFront);
    /// The expiry date cannot be read.
    ExpiryUnreadable = "expiry_unreadable", Applicant, Redo(DocumentFront);
    /// Front and back do not say the same.
    SidesDiffer { /// The field that differs.
        field: String } = "sides_differ", Applicant, Redo(DocumentBack);
    /// Fewer fields than needed can be compared between the sides.
    SidesNotComparable = "sides_not_comparable", Reviewer, Wait;
    /// Print contradicts the machine readable zone or barcode.
    PrintDiffers { /// The field that differs.
        field: String } = "print_differs", Reviewer, Wait;
    /// Print is not quite what the machine readable parts say; it may be another number or way of writing.
    PrintUnlike { /// The field.
        field: String } = "print_unlike", Reviewer, Wait;
    /// Nothing printed could be compared with the machine readable parts.
    PrintNotComparable = "print_not_comparable", Reviewer, Wait;
    /// Another kind of document than the one chosen.
    DocumentTypeDiffers { /// What was found.
        found: String, /// What was chosen.
        chosen: String } = "document_type_differs", Applicant, Redo(DocumentFront);

    // Identity.
    /// The declared name is not the document's.
    NameDiffers = "name_differs", Applicant, Redo(Details);
    /// Equal only by a rule that a person should look at.
    NameNeedsLook { /// The rule.
        rule: String } = "name_needs_look", Reviewer, Wait;
    /// The document's name cannot be read.
    NameUnreadable = "name_unreadable", Applicant, Redo(DocumentFront);
    /// The declared birth date is not the document's.
    BirthDateDiffers = "birth_date_differs", Applicant, Redo(Details);
    /// The document's birth date cannot be read.
    BirthDateUnreadable = "birth_date_unreadable", Applicant, Redo(DocumentFront);
    /// The document leaves the birth date open, and what it says agrees.
    BirthDateNeedsLook { /// The rule.
        rule: String } = "birth_date_needs_look", Reviewer, Wait;
    /// The declared issuing country is not the document's.
    IssuerDiffers = "issuer_differs", Applicant, Redo(Details);
    /// Who issued the document was not read.
    IssuerNotRead = "issuer_not_read", Reviewer, Wait;

    // Liveness.
    /// Shorter than asked.
    VideoTooShort { /// Seconds found.
        seconds: f64, /// Seconds needed.
        needed_s: f64 } = "video_too_short", Applicant, Redo(Liveness);
    /// Longer than asked.
    VideoTooLong { /// Seconds found.
        seconds: f64, /// Seconds allowed.
        limit_s: f64 } = "video_too_long", Applicant, Redo(Liveness);
    /// No face in enough of the frames.
    FaceNotSeen { /// Percent of frames with a face.
        percent: f64 } = "face_not_seen", Applicant, Redo(Liveness);
    /// More than one face.
    SeveralFaces { /// How many.
        count: u64 } = "several_faces", Applicant, Redo(Liveness);
    /// The face is too dark.
    FaceDark = "face_dark", Applicant, Redo(Liveness);
    /// The face is over-exposed.
    FaceOverexposed = "face_overexposed", Applicant, Redo(Liveness);
    /// Light from behind.
    FaceBacklit = "face_backlit", Applicant, Redo(Liveness);
    /// One half of the face is dark.
    FaceOneSided = "face_one_sided", Applicant, Redo(Liveness);
    /// The face left the picture.
    FaceLeft { /// Seconds out of it.
        seconds: f64 } = "face_left", Applicant, Redo(Liveness);
    /// Another face in the course of the recording.
    FaceChanged = "face_changed", Applicant, Redo(Liveness);
    /// The face does not look into the camera.
    FaceTurned = "face_turned", Applicant, Redo(Liveness);
    /// The face is too small.
    FaceTooFar { /// Pixels between the eyes.
        found_px: u64, /// Pixels needed.
        needed_px: u64 } = "face_too_far", Applicant, Redo(Liveness);
    /// The face is too close to the camera.
    FaceTooNear = "face_too_near", Applicant, Redo(Liveness);
    /// Part of the face lies outside the picture.
    FaceCutOff = "face_cut_off", Applicant, Redo(Liveness);
    /// The face is blurred.
    FaceBlurred = "face_blurred", Applicant, Redo(Liveness);
    /// Something covers the mouth.
    MouthCovered = "mouth_covered", Applicant, Redo(Liveness);
    /// Something covers the eyes.
    EyesCovered = "eyes_covered", Applicant, Redo(Liveness);
    /// Something covers the forehead.
    ForeheadCovered = "forehead_covered", Applicant, Redo(Liveness);
    /// A smile or another expression before the first digit.
    ExpressionNotNeutral = "expression_not_neutral", Applicant, Redo(Liveness);
    /// Too much noise to hear the digits.
    TooNoisy { /// Signal to noise, dB.
        snr_db: f64 } = "too_noisy", Applicant, Redo(Liveness);
    /// Nobody speaks.
    NoSpeech = "no_speech", Applicant, Redo(Liveness);
    /// So loud that the recording is cut off.
    SoundClipped = "sound_clipped", Applicant, Redo(Liveness);
    /// Somebody else speaks, or other words are said.
    OtherSpeech = "other_speech", Applicant, Redo(Liveness);
    /// The digits were said in another language than asked.
    DigitsOtherLanguage { /// The language that was heard (BCP 47).
        language: String } = "digits_other_language", Applicant, Redo(Liveness);
    /// Fewer digits were said than were shown.
    DigitsMissing { /// How many were heard.
        heard: u64, /// How many were asked.
        asked: u64 } = "digits_missing", Applicant, Redo(Liveness);
    /// Other digits than those shown.
    DigitsDiffer { /// How many were heard as asked.
        matched: u64, /// How many were asked.
        asked: u64 } = "digits_differ", Applicant, Redo(Liveness);
    /// The mouth does not move.
    MouthStill = "mouth_still", Applicant, Redo(Liveness);
    /// The mouth does not move with the sound.
    MouthOutOfStep = "mouth_out_of_step", Applicant, Redo(Liveness);
    /// Signs of a screen, a print, a still picture or a stream of a program.
    LivePersonDoubtful = "live_person_doubtful", Reviewer, Wait;
    /// Frame times that no camera gives.
    VideoTimesImpossible = "video_times_impossible", Reviewer, Wait;

    // Same person.
    /// No portrait on the document.
    PortraitNotFound = "portrait_not_found", Applicant, Redo(DocumentFront);
    /// The portrait has too few pixels to compare.
    PortraitTooSmall { /// Face height found, pixels.
        found_px: u64, /// Face height needed, pixels.
        needed_px: u64 } = "portrait_too_small", Applicant, Redo(DocumentFront);
    /// The portrait is too blurred to compare.
    PortraitUnclear = "portrait_unclear", Applicant, Redo(DocumentFront);
    /// The document's small second portrait seems to show somebody else.
    GhostPortraitDiffers = "ghost_portrait_differs", Reviewer, Wait;
    /// Clearly another face.
    FaceDiffers = "face_differs", Applicant, Redo(Liveness);
    /// Neither clearly the same nor clearly another.
    FaceDoubtful = "face_doubtful", Reviewer, Wait;
    /// Another applicant's video seems to show this face.
    FaceUnderAnotherApplicant = "face_under_another_applicant", Reviewer, Wait;

    // The flow itself.
    /// A check could not run.
    CheckNotAssessed { /// The check.
        check: String } = "check_not_assessed", Reviewer, Wait;
    /// All tries are used; a person looks.
    TriesUsed = "tries_used", Applicant, Wait;
    /// A reviewer confirmed after looking.
    ReviewedInOrder = "reviewed_in_order", Applicant, Wait;
    /// A reviewer found that the document is not genuine or not this person's.
    ReviewedNotAcceptable = "reviewed_not_acceptable", Applicant, Final;
}

fn side_step(side: &str) -> Step {
    if side == "back" { DocumentBack } else { DocumentFront }
}

#[cfg(test)]
mod tests;
