//! Photos that are not original, unaltered captures: one switch for each way of making one, from our own specimens.
//!
//! The edits work as a forger does: on the developed photograph, which is then saved again. The same attack, kind and seed give the same
//! bytes.

mod filters;
mod pixels;
mod print;

use std::io::Cursor;

use image::codecs::jpeg::JpegDecoder;
use image::{DynamicImage, ImageDecoder};

use crate::document::chance::Chance;
use crate::document::{Defects, Holder, Kind, Side, overprinted, render};
use crate::photograph::{Ground, Scene, corners, encode_jpeg, encode_png, photograph};
use crate::{Picture, SpecimenError};

/// Columns and rows of the camera: five megapixels, a middling phone.
const SIZE: (u32, u32) = (2592, 1944);

macro_rules! attacks {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)*) => {
        /// What was done to the photo of the front.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Attack { $($(#[$doc])* $name,)* }

        impl Attack {
            /// All of them, the genuine ones first.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Word for file names and tables.
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }
        }
    };
}

attacks! {
    /// Nothing: as the camera saved it.
    Genuine = "genuine";
    /// Nothing but saved again at quality 95, as galleries do.
    Resaved = "genuine_resaved";
    /// Nothing but made smaller and stripped by a messenger: longer side 1600, quality 72.
    Forwarded = "genuine_forwarded";
    /// Photographed from a screen.
    ScreenPhoto = "screen_photo";
    /// A phone's screenshot of the photo, PNG.
    Screenshot = "screenshot";
    /// A black-and-white copy, photographed.
    GreyCopy = "grey_copy";
    /// A colour copy by a laser printer, photographed.
    ColourCopy = "colour_copy";
    /// Colour taken away by a program.
    GreyFilter = "grey_filter";
    /// A sepia filter.
    Sepia = "sepia";
    /// Eight shades a channel.
    Posterised = "posterised";
    /// Blue lowered and red raised by a quarter.
    ColourShift = "colour_shift";
    /// Contrast raised by half.
    Contrast = "contrast";
    /// Saturation raised by four fifths.
    Saturated = "saturated";
    /// The portrait's skin smoothed, as beauty filters do.
    Beauty = "beauty";
    /// A word such as COPY across the document.
    Overprint = "overprint";
    /// A field painted over and written again.
    RetypedField = "retyped_field";
    /// A field painted over by a blur.
    ErasedField = "erased_field";
    /// A piece of another photograph, with part of its print, laid over this one.
    PastedPortrait = "pasted_portrait";
    /// A piece of the same photograph copied elsewhere.
    CopyMove = "copy_move";
    /// An editor's name in the camera data.
    EditorNamed = "editor_named";
}

impl Attack {
    /// Whether an honest person's picture may be like it.
    pub fn is_genuine(self) -> bool {
        matches!(self, Self::Genuine | Self::Resaved | Self::Forwarded)
    }
}

/// The file with its extension.
pub struct Attacked {
    /// `jpg` or `png`.
    pub extension: &'static str,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Makes the photo of a front. Quality of the last saving: `quality`, 1–100, where the attack does not say otherwise.
pub fn attacked(kind: Kind, seed: u64, attack: Attack, quality: u8) -> Result<Attacked, SpecimenError> {
    let defects = Defects { grey_copy: attack == Attack::GreyCopy, ..Defects::none() };
    let corner = kind.corner_mm() / kind.size_mm().0;
    let mut scene = Scene { corner, size: SIZE, ..Scene::clean(seed) };
    if attack == Attack::ScreenPhoto {
        scene.screen_moire = true;
        scene.ground = Ground::Dark;
    }
    let mut chance = Chance::new(seed, 0x0061_7474_6163_6b00);
    let mut front = front_of(kind, seed, &defects)?;
    if attack == Attack::ColourCopy {
        front.picture = print::printed(&front.picture, &mut chance);
    }
    if attack == Attack::Overprint {
        overprinted(&mut front, seed)?;
    }
    let first = taken(&front.picture, &scene)?;
    let jpeg = |bytes| Attacked { extension: "jpg", bytes };
    Ok(match attack {
        Attack::Genuine | Attack::ScreenPhoto | Attack::GreyCopy | Attack::ColourCopy | Attack::Overprint => {
            jpeg(first)
        }
        Attack::Resaved => jpeg(encode_jpeg(&developed(&first)?, 95, scene.exif.as_ref())?),
        Attack::Forwarded => jpeg(encode_jpeg(&pixels::smaller(&developed(&first)?, 1600), 72, None)?),
        Attack::Screenshot => {
            Attacked { extension: "png", bytes: encode_png(&pixels::on_a_phone(&developed(&first)?))? }
        }
        Attack::EditorNamed => {
            let exif = scene.exif.clone().map(|exif| exif.edited_with("Adobe Photoshop 25.0 (Windows)"));
            jpeg(encode_jpeg(&developed(&first)?, quality, exif.as_ref())?)
        }
        edit => {
            let mut picture = developed(&first)?;
            match edit {
                Attack::GreyFilter => filters::grey(&mut picture),
                Attack::Sepia => filters::sepia(&mut picture),
                Attack::Posterised => filters::posterised(&mut picture),
                Attack::ColourShift => filters::shifted(&mut picture),
                Attack::Contrast => filters::contrast(&mut picture),
                Attack::Saturated => filters::saturated(&mut picture),
                Attack::Beauty => filters::smoothed(&mut picture, portrait(kind, &front, &scene)),
                Attack::RetypedField => pixels::retyped(&mut picture, &mut chance),
                Attack::ErasedField => pixels::erased(&mut picture, &mut chance),
                Attack::CopyMove => pixels::copied(&mut picture, &mut chance),
                _ => {
                    let other = Scene { seed: seed + 500, ..scene.clone() };
                    let another = front_of(kind, seed + 500, &Defects::none())?;
                    let other = developed(&taken(&another.picture, &other)?)?;
                    pixels::pasted(&mut picture, &other, &mut chance);
                }
            }
            jpeg(encode_jpeg(&picture, quality, scene.exif.as_ref())?)
        }
    })
}

/// The front as a flat scan.
fn front_of(kind: Kind, seed: u64, defects: &Defects) -> Result<Side, SpecimenError> {
    let sides = render(kind, &Holder::sample(seed), defects)?;
    Ok(sides.into_iter().next().unwrap_or_default())
}

/// The camera's own file.
fn taken(flat: &Picture, scene: &Scene) -> Result<Vec<u8>, SpecimenError> {
    encode_jpeg(&photograph(flat, scene), scene.jpeg_quality, scene.exif.as_ref())
}

/// Left, top, right and low end of the portrait in the photograph, pixels: the box around its corners.
fn portrait(kind: Kind, front: &Side, scene: &Scene) -> (usize, usize, usize, usize) {
    let [upper_left, upper_right, lower_right, lower_left] =
        corners((front.picture.width, front.picture.height), scene);
    let Some(zone) = front.zones.get("portrait") else { return (0, 0, 0, 0) };
    let size = kind.size_mm();
    let between = |a: (f32, f32), b: (f32, f32), at: f32| (a.0 + (b.0 - a.0) * at, a.1 + (b.1 - a.1) * at);
    let spot = |x: f32, y: f32| {
        let (u, v) = (x / size.0, y / size.1);
        between(between(upper_left, upper_right, u), between(lower_left, lower_right, u), v)
    };
    let seen =
        [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)].map(|(u, v)| spot(zone.x + u * zone.w, zone.y + v * zone.h));
    let most = |read: fn(&(f32, f32)) -> f32| seen.iter().map(read).fold(0.0f32, f32::max).max(0.0) as usize;
    let least = |read: fn(&(f32, f32)) -> f32| seen.iter().map(read).fold(f32::MAX, f32::min).max(0.0) as usize;
    (least(|at| at.0), least(|at| at.1), most(|at| at.0), most(|at| at.1))
}

/// What an editor sees of our own file.
fn developed(bytes: &[u8]) -> Result<Picture, SpecimenError> {
    let decoder = JpegDecoder::new(Cursor::new(bytes))?;
    let (width, height) = decoder.dimensions();
    let pixels = DynamicImage::from_decoder(decoder)?.into_rgb8().into_raw();
    Ok(Picture { width, height, pixels })
}

#[cfg(test)]
mod tests;
