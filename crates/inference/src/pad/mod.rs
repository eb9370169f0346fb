//! Presentation attack detection: signs that a clip shows a picture of a person, or was never before a camera.
//!
//! Each file measures one family of signs over the whole clip and knows nothing of the others; `net` weighs them into one number. Nothing here
//! decides, and no sign alone proves anything: a fluorescent lamp flickers as a screen does, and a calm person turns the head as little as a print.
//! What is not covered: masks with depth, a good injected stream. Rates: docs/evaluation/pad.md.

mod aligned;
mod border;
mod depth;
mod flicker;
mod grain;
mod grey;
mod joins;
mod life;
mod net;
mod pulse;
mod screen;
mod timing;
mod tone;

pub use net::{MODEL, PresentationNet};

use countersign_media::Clip;

use crate::face::FaceTrack;
use grey::Grey;

/// Fewer frames with a face than this say nothing (0.8 s).
const LEAST_FACES: usize = 20;

macro_rules! signs {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// Raw measurements of one clip; `None` where it could not be made.
        #[derive(Clone, Copy, Debug, Default, PartialEq)]
        pub struct Signs { $($(#[$doc])* pub $name: Option<f32>,)* }

        impl Signs {
            /// Names in the order of [`Signs::values`].
            pub const NAMES: &'static [&'static str] = &[$(stringify!($name)),*];

            /// All of them.
            pub fn values(&self) -> Vec<Option<f32>> {
                vec![$(self.$name),*]
            }

            /// One by its name.
            pub fn named(&self, name: &str) -> Option<f32> {
                match name { $(stringify!($name) => self.$name,)* _ => None }
            }
        }
    };
}

signs! {
    /// Strongest lone peak in the face's spectrum over its surroundings, log10: a screen's cells or their moiré.
    grid,
    /// The same of the difference between green and magenta.
    colour_beat,
    /// Fine over middling detail of the face, log10 of power: a picture of a picture is soft.
    detail,
    /// Straight edges around the face, 0–1: the mean of the second and third clearest of four sides.
    border,
    /// Darkest 2 % of the picture, 0–1: ink and shining glass are not black.
    black,
    /// Spread of colour on the face over its spread of light.
    colour,
    /// Root mean square of the third dimension of the face's points over time, hundredths of the eye distance: a plane has none.
    depth,
    /// How much the face moves for how much its points change among themselves, log10.
    flatness,
    /// Deepest closing of the eyes, 0–1 of their usual opening.
    blink,
    /// How far the lips open and close, log10 of what `Landmarks::mouth_opening` gives.
    lips,
    /// Change of the mouth over the change of the upper face, log10.
    speaks,
    /// Swing of the whole picture's brightness from frame to frame, log10 of 8-bit steps.
    flicker,
    /// Swing in horizontal bands beyond that, log10 of 8-bit steps.
    bands,
    /// Noise from frame to frame, log10 of 8-bit steps.
    grain,
    /// Noise that stays where it is while the face moves: correlation of fine detail a second apart, −1 … 1.
    fixed,
    /// Share of frames that come back to one of half a second or more before, 0–1.
    repeats,
    /// Share of frames equal to the one before, beyond what the frame rate explains, 0–1.
    duplicates,
    /// Largest jump of the picture over its neighbours, log10.
    cut,
    /// Largest click of the sound over its neighbourhood, log10.
    sound_cut,
    /// Share of frame times that no camera gives: not later than the one before or under 4 ms after it, 0–1.
    impossible,
    /// Longest interval between frames over the median, log10.
    gap,
    /// Mean deviation of the intervals over their median.
    jitter,
    /// Signal over noise of the pulse in the skin's colour, decibels; needs 3.5 s.
    pulse,
}

/// Measures a clip whose face was followed; nothing without a face in 0.8 s of it.
pub fn signs(clip: &Clip, track: &FaceTrack) -> Signs {
    let mut found = Signs::default();
    timing::measure(&clip.facts.frame_times, &mut found);
    if track.points.iter().filter(|point| point.face.is_some()).count() < LEAST_FACES {
        return found;
    }
    let greys: Vec<Grey> = clip.frames.iter().map(|frame| Grey::of(&frame.image)).collect();
    screen::measure(clip, track, &mut found);
    tone::measure(clip, track, &mut found);
    border::measure(&greys, track, &mut found);
    depth::measure(track, &mut found);
    life::measure(&greys, track, &mut found);
    flicker::measure(&greys, &mut found);
    grain::measure(&greys, track, clip.facts.frame_rate, &mut found);
    joins::measure(&greys, clip.sound.as_ref(), &mut found);
    pulse::measure(clip, track, &mut found);
    found
}

/// Base-10 logarithm of a ratio that may be nought.
fn log10(value: f32) -> f32 {
    value.max(1e-4).log10()
}

/// The middle value; `None` of nothing.
fn median(values: &mut [f32]) -> Option<f32> {
    let middle = values.len() / 2;
    (!values.is_empty()).then(|| *values.select_nth_unstable_by(middle, f32::total_cmp).1)
}
