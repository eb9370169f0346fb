//! What is measured around the portrait once it is found: its print, and the ghost image.

use countersign_inference::face::{FaceNets, Ghost, Portrait, PrintQuality, print_quality};
use countersign_media::RgbImage;

use crate::measurements::{GhostMeasured, PortraitMeasured};

/// How the portrait is printed, and its ghost.
pub struct PortraitFindings {
    /// Screen and overprint.
    pub print: PrintQuality,
    /// The ghost image, when one was seen.
    pub ghost: Option<Ghost>,
    /// Whether the nets could look for one.
    pub ghost_searched: bool,
}

impl PortraitFindings {
    /// Measures on the upright picture that the portrait was found on.
    pub fn measure(faces: &FaceNets, upright: &RgbImage, portrait: &Portrait) -> Self {
        let ghost = faces.find_ghost(upright, portrait);
        Self {
            print: print_quality(upright, &portrait.landmarks),
            ghost_searched: ghost.is_ok(),
            ghost: ghost.ok().flatten(),
        }
    }

    /// In the form that the check asks for.
    pub fn measured(&self, portrait: &Portrait) -> PortraitMeasured {
        PortraitMeasured {
            eyes_px: f64::from(portrait.quality.inter_eye_px),
            height_px: f64::from(portrait.quality.face_height_px),
            sharpness: f64::from(portrait.quality.sharpness),
            screen: self.print.screen.map(f64::from),
            other_colour_share: f64::from(self.print.other_colour_share),
            ghost_searched: self.ghost_searched,
            ghost: self.ghost.map(|ghost| GhostMeasured {
                eyes_px: f64::from(ghost.inter_eye_px),
                distance: f64::from(ghost.distance),
            }),
        }
    }
}
