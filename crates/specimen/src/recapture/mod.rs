//! Attacks on the video, and honest recordings under bad conditions, made of a real clip: what a camera would see of its replay on a screen or of a
//! print, and what a program would hand in instead of a camera.
//!
//! A simulation: planes in a hand before a camera, with a screen's cells, a backlight's flicker, paper's tone and bend, and a camera's blur and
//! noise. It has no reflections of the room, no depth of field and no mask. The same clip, species and seed give the same pictures.

mod camera;
mod footage;
mod hand;
mod programs;
mod surface;
#[cfg(test)]
mod tests;

pub use footage::{Footage, read, write};

use crate::Picture;
use camera::{Camera, room};
use hand::Hand;
use surface::{Held, Surface};

macro_rules! species {
    ($($(#[$doc:meta])* $name:ident = $text:literal, $genuine:literal;)*) => {
        /// What is done to a clip.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Species { $($(#[$doc])* $name,)* }

        impl Species {
            /// All of them, the genuine ones first.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Word for file names and tables.
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// Whether an honest person's clip may be like it.
            pub fn is_genuine(self) -> bool {
                match self { $(Self::$name => $genuine,)* }
            }
        }
    };
}

species! {
    /// Nothing but coded as browsers do.
    Genuine = "genuine", true;
    /// The camera in an unsteady hand.
    Shaken = "genuine_shaken", true;
    /// Little light and much noise.
    Dim = "genuine_dim", true;
    /// Lamps on the mains, seen by a rolling shutter.
    Mains = "genuine_mains", true;
    /// A soft lens.
    Soft = "genuine_soft", true;
    /// Played on a screen that fills the picture.
    ScreenNear = "screen_near", false;
    /// Played on a telephone held before the camera, its edges to be seen.
    ScreenHeld = "screen_held", false;
    /// A print held before the camera.
    PrintFlat = "print_flat", false;
    /// A print, bent in the hand.
    PrintBent = "print_bent", false;
    /// A print that fills the picture.
    PrintNear = "print_near", false;
    /// One picture for the whole clip.
    StillFrozen = "still_frozen", false;
    /// One picture, moved a little by a program.
    StillSwayed = "still_swayed", false;
    /// One second to and fro.
    Looped = "looped", false;
    /// Fed in by a program: a smoothed picture under one and the same picture of noise.
    NoiseConstant = "noise_constant", false;
    /// Fed in by a program: pictures in bursts two milliseconds apart.
    TimingBursts = "timing_bursts", false;
    /// Picture and sound cut out of two places and joined.
    Joined = "joined", false;
}

/// The pictures of the attack, as many as the footage has but for joins, of the same size.
pub fn pictures(footage: &Footage, species: Species, seed: u64) -> Vec<Picture> {
    let frames = &footage.pictures;
    let Some(first) = frames.first() else { return vec![] };
    let size = (first.width as usize, first.height as usize);
    let camera = Camera::of(seed);
    let each = |shot: &(dyn Fn(usize, &Picture) -> Picture + Sync)| -> Vec<Picture> {
        frames.iter().enumerate().map(|(number, frame)| shot(number, frame)).collect()
    };
    let middle = &frames[frames.len() / 2];
    let rate = footage.fps as f32;
    let seen = |surface: Surface, sway: f32, fill: f32, still: bool| {
        let (hand, room) = (Hand::new(seed, sway, fill), room(size, seed));
        let held = Held::new(surface, seed);
        each(&|number, frame| {
            let at_s = number as f32 / rate;
            let shown = if still { middle } else { frame };
            let picture = held.seen(shown, &room, size, &hand.pose(at_s), at_s);
            camera.taken(&picture, size, number)
        })
    };
    match species {
        Species::Genuine | Species::TimingBursts => frames.clone(),
        Species::Shaken => seen(Surface::Window, 0.9, 1.12, false),
        Species::Dim => each(&|number, frame| camera.dimmed(frame, number)),
        Species::Mains => each(&|number, frame| camera.under_mains(frame, number)),
        Species::Soft => each(&|number, frame| camera.softened(frame, number)),
        Species::ScreenNear => seen(Surface::Screen, 0.25, 1.1, false),
        Species::ScreenHeld => seen(Surface::Screen, 1.0, 0.68, false),
        Species::PrintFlat => seen(Surface::Print { bend: 0.0 }, 1.2, 0.8, true),
        Species::PrintBent => seen(Surface::Print { bend: 0.12 }, 1.2, 0.8, true),
        Species::PrintNear => seen(Surface::Print { bend: 0.04 }, 0.8, 1.15, true),
        Species::StillFrozen => vec![middle.clone(); frames.len()],
        Species::StillSwayed => programs::swayed(middle, frames.len(), rate, seed),
        Species::Looped => programs::looped(frames, footage.fps as usize),
        Species::NoiseConstant => programs::constant_noise(frames, seed),
        Species::Joined => programs::joined(frames),
    }
}
