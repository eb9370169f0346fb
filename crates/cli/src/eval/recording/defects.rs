//! Good recordings, each made bad in exactly one way.

use countersign_inference::face::FaceTrack;
use countersign_media::{Frame, RgbImage};

use super::paint::{Place, blurred, each, mapped, thing};

macro_rules! defects {
    ($($(#[$doc:meta])* $name:ident = $text:literal, $reason:expr;)*) => {
        /// What was done to a recording.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Defect { $($(#[$doc])* $name,)* }

        impl Defect {
            /// All of them, the untouched recording first.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// In tables and on the command line.
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// The reason that must be given for it, alone; none for the untouched recording.
            pub fn reason(self) -> Option<&'static str> {
                match self { $(Self::$name => $reason,)* }
            }
        }
    };
}

defects! {
    /// Nothing.
    Genuine = "genuine", None;
    /// Hardly any light, with its noise.
    Dark = "dark", Some("face_dark");
    /// A bright window behind, the face in its shade.
    Backlit = "back-lit", Some("face_backlit");
    /// Light from one side only.
    OneSided = "lit from one side", Some("face_one_sided");
    /// Burnt out.
    Over = "over-exposed", Some("face_overexposed");
    /// Out of focus.
    Blurred = "out of focus", Some("face_blurred");
    /// Far away.
    Far = "far away", Some("face_too_far");
    /// Too near.
    Near = "too near", Some("face_too_near");
    /// Half of the face beyond the border.
    CutOff = "cut off", Some("face_cut_off");
    /// The head tilted.
    Tilted = "tilted", Some("face_turned");
    /// A blue mask.
    MaskBlue = "blue mask", Some("mouth_covered");
    /// A black mask.
    MaskBlack = "black mask", Some("mouth_covered");
    /// A mask in the skin's own colour.
    MaskSkin = "mask in the skin's colour", Some("mouth_covered");
    /// Four fingers over the mouth.
    Hand = "hand over the mouth", Some("mouth_covered");
    /// Black glasses.
    Glasses = "dark glasses", Some("eyes_covered");
    /// Brown glasses.
    GlassesBrown = "brown glasses", Some("eyes_covered");
    /// A palm over both eyes.
    EyesHand = "hand over the eyes", Some("eyes_covered");
    /// A dark cap to the brows.
    Cap = "cap", Some("forehead_covered");
    /// A red hat.
    Hat = "red hat", Some("forehead_covered");
    /// Hair to the brows.
    Fringe = "hair to the brows", Some("forehead_covered");
    /// Another face beside, all the time.
    Second = "second face", Some("several_faces");
    /// Another face beside, from the middle on.
    Enters = "another person enters", Some("several_faces");
    /// The face leaves after half of the time.
    Leaves = "face leaves", Some("face_left");
    /// No face at all.
    Absent = "no face", Some("face_not_seen");
}

/// The recording with a defect; `track` is that of the recording itself, `other` a picture with somebody else's face in its middle.
pub fn spoilt(frames: &[Frame], track: &FaceTrack, defect: Defect, other: &Stranger) -> Vec<Frame> {
    let mut last = None;
    let count = frames.len();
    frames
        .iter()
        .zip(&track.points)
        .enumerate()
        .map(|(at, (frame, point))| {
            last = point.face.map(|face| Place::of(&face.landmarks)).or(last);
            let progress = at as f32 / count.max(1) as f32;
            let image = match last {
                Some(place) => spoil(&frame.image, &place, defect, other, progress),
                None => frame.image.clone(),
            };
            Frame { at_s: frame.at_s, image }
        })
        .collect()
}

/// Somebody else's face.
pub struct Stranger {
    /// The picture.
    pub image: RgbImage,
    /// Where the face is.
    pub place: Place,
}

fn spoil(image: &RgbImage, place: &Place, defect: Defect, other: &Stranger, progress: f32) -> RgbImage {
    let skin = place.skin(image);
    let shade = |factor: f32| skin.map(|part| part * factor);
    let mask = |u: f32, v: f32| (0.38..1.95).contains(&v) && u.abs() < 0.78 - 0.35 * (v - 1.1).max(0.0);
    let lens = |radius: f32| {
        move |u: f32, v: f32| {
            ((u.abs() - 0.5) / (radius + 0.1)).hypot((v - 0.04) / radius) < 1.0 || (u.abs() < 0.2 && v.abs() < 0.03)
        }
    };
    match defect {
        Defect::Dark | Defect::Backlit | Defect::OneSided | Defect::Over => lit(image, place, defect),
        Defect::Blurred => blurred(image, (0.075 * place.size).round().max(2.0) as usize),
        Defect::Far | Defect::Near | Defect::CutOff | Defect::Tilted | Defect::Leaves => {
            moved(image, place, defect, progress)
        }
        Defect::MaskBlue => thing(image, place, [118.0, 158.0, 200.0], mask),
        Defect::MaskBlack => thing(image, place, [26.0, 26.0, 28.0], mask),
        Defect::MaskSkin => thing(image, place, shade(1.0), mask),
        Defect::Hand => each(image, place, |pixel, u, v| {
            let finger = (v - 0.63) / 0.23;
            if !(0.0..4.0).contains(&finger) || !(-1.0..0.5).contains(&u) {
                return pixel;
            }
            // Rounded fingers: brighter along their middle, a shadow between them.
            let across = (finger.fract() - 0.5).abs() * 2.0;
            shade(if across > 0.9 { 0.72 } else { 1.0 - 0.06 * across })
        }),
        Defect::Glasses => thing(image, place, [14.0; 3], lens(0.26)),
        Defect::GlassesBrown => thing(image, place, [56.0, 40.0, 28.0], lens(0.26)),
        Defect::EyesHand => thing(image, place, shade(0.96), |u, v| u.abs() < 0.95 && (-0.3..0.3).contains(&v)),
        Defect::Cap => thing(image, place, [30.0, 34.0, 60.0], |u, v| u.abs() < 1.1 && (-1.7..-0.4).contains(&v)),
        Defect::Hat => thing(image, place, [170.0, 30.0, 34.0], |u, v| u.abs() < 1.1 && (-1.7..-0.4).contains(&v)),
        Defect::Fringe => thing(image, place, [58.0, 40.0, 28.0], |u, v| {
            u.abs() < 0.95 && v > -1.4 && v < -0.36 - 0.03 * (u * 40.0).sin()
        }),
        Defect::Second => beside(image, place, other),
        Defect::Enters if progress > 0.5 => beside(image, place, other),
        Defect::Genuine | Defect::Enters => image.clone(),
        Defect::Absent => thing(image, place, [110.0, 112.0, 108.0], |u, v| u.abs() < 1.6 && (-1.9..2.4).contains(&v)),
    }
}

fn lit(image: &RgbImage, place: &Place, defect: Defect) -> RgbImage {
    each(image, place, |pixel, u, v| {
        // Head and shoulders.
        let person = (u / 1.05).hypot((v - 0.35) / 1.75) < 1.0 || (v > 1.6 && u.abs() < 1.0 + (v - 1.6));
        let gain = match defect {
            Defect::Dark => 0.14,
            Defect::Backlit if person => 0.42,
            Defect::OneSided => 0.10 + 0.95 / (1.0 + (-9.0 * u).exp()),
            Defect::Over => 2.9,
            _ => 1.0,
        };
        match defect {
            Defect::Backlit if !person => pixel.map(|part| 205.0 + 0.18 * part),
            Defect::Over => pixel.map(|part| 30.0 + part * gain),
            _ => pixel.map(|part| part * gain),
        }
    })
}

fn moved(image: &RgbImage, place: &Place, defect: Defect, progress: f32) -> RgbImage {
    let (width, height) = (image.width as f32, image.height as f32);
    let shorter = width.min(height);
    let centre = place.pixel(0.0, 0.6);
    let wall = [120, 122, 126];
    match defect {
        Defect::Far => {
            let factor = place.size / (0.045 * shorter).min(20.0);
            mapped(image, |x, y| ((x - width / 2.0) * factor + centre.0, (y - height / 2.0) * factor + centre.1), wall)
        }
        Defect::Near => {
            let factor = place.size / (0.46 * shorter);
            mapped(image, |x, y| ((x - width / 2.0) * factor + centre.0, (y - height / 2.0) * factor + centre.1), wall)
        }
        // The picture's left border runs between cheek and eye.
        Defect::CutOff => {
            let by = place.pixel(-0.78, 0.0).0;
            mapped(image, |x, y| (x + by, y), wall)
        }
        Defect::Tilted => {
            let (sine, cosine) = 33.0_f32.to_radians().sin_cos();
            mapped(
                image,
                |x, y| {
                    let (dx, dy) = (x - centre.0, y - centre.1);
                    (centre.0 + cosine * dx - sine * dy, centre.1 + sine * dx + cosine * dy)
                },
                wall,
            )
        }
        _ => {
            let by = ((progress - 0.45) / 0.15).clamp(0.0, 1.0) * 1.2 * width;
            mapped(image, |x, y| (x + by, y), wall)
        }
    }
}

/// A stranger's face, three quarters as large, where there is room beside the own one.
fn beside(image: &RgbImage, place: &Place, other: &Stranger) -> RgbImage {
    let size = 0.75 * place.size;
    let factor = other.place.size / size;
    let middle = place.pixel(0.0, 0.0);
    let room = 2.1 * place.size;
    let x = if middle.0 > image.width as f32 / 2.0 { middle.0 - room } else { middle.0 + room };
    let x = x.clamp(1.0 * size, image.width as f32 - 1.0 * size);
    let y = middle.1.clamp(1.3 * size, image.height as f32 - 2.0 * size);
    let from = other.place.pixel(0.0, 0.0);
    let mut pixels = Vec::with_capacity(image.pixels.len());
    for row in 0..image.height {
        for column in 0..image.width {
            let (dx, dy) = ((column as f32 - x) / size, (row as f32 - y) / size);
            let inside = (dx / 1.05).hypot((dy - 0.4) / 1.6) < 1.0;
            let (sx, sy) = (from.0 + dx * size * factor, from.1 + dy * size * factor);
            let there = sx >= 0.0 && sy >= 0.0 && sx < other.image.width as f32 && sy < other.image.height as f32;
            pixels.extend(if inside && there { other.image.at(sx as u32, sy as u32) } else { image.at(column, row) });
        }
    }
    RgbImage { width: image.width, height: image.height, pixels }
}
