//! What the photographer did.

use crate::document::chance::Chance;

/// What lies under the card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// A brown table with grain.
    Wood,
    /// A nearly white desk: little contrast to the card.
    Bright,
    /// A dark cloth.
    Dark,
    /// Papers, a pen and a cup ring on a table.
    Cluttered,
}

/// How the scene is lit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Light {
    /// Daylight from a window, nearly even.
    Even,
    /// The shadow of the phone over part of the card.
    Shadow,
    /// Too little light: about a tenth of [`Light::Even`], and more noise.
    Dark,
    /// Too much: bright parts lose their drawing.
    Over,
}

/// A lamp mirrored in the card's laminate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glare {
    /// Middle on the card, 0.0–1.0 from its left edge.
    pub x: f32,
    /// Middle on the card, 0.0–1.0 from its upper edge.
    pub y: f32,
    /// Radius over the card's width, 0.0–1.0.
    pub radius: f32,
    /// Light added at the middle, 1.0 being paper white.
    pub strength: f32,
}

/// A picture that is not sharp.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Blur {
    /// In focus and still.
    None,
    /// Out of focus: radius over the photograph's width; 0.002 hurts small type, 0.006 ruins all of it.
    Defocus(f32),
    /// Shaken: length over the photograph's width, and direction in degrees from the x axis.
    Motion(f32, f32),
}

/// A side of the photograph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Left.
    Left,
    /// Right.
    Right,
    /// Top.
    Top,
    /// Bottom.
    Bottom,
}

/// All of it; [`Scene::clean`] is a careful person's photograph.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Seed of texture, noise and the small accidents of a clean photograph.
    pub seed: u64,
    /// Tilt of the card against the sensor in degrees, 0–60.
    pub tilt_deg: f32,
    /// Axis of the tilt in degrees: 0 leans the upper edge back, 90 the right edge.
    pub tilt_axis_deg: f32,
    /// Turn in the picture plane in degrees, clockwise.
    pub rotation_deg: f32,
    /// Share of the frame's width or height, whichever is fuller, that the card's bounding box takes.
    pub distance: f32,
    /// Radius of the card's corners over its width.
    pub corner: f32,
    /// What it lies on.
    pub ground: Ground,
    /// How it is lit.
    pub light: Light,
    /// A mirrored lamp.
    pub glare: Option<Glare>,
    /// Sharpness.
    pub blur: Blur,
    /// Deviation of sensor noise at mid-grey in 8-bit steps; a phone by day has about 2.
    pub noise: f32,
    /// Share of the card's bounding box that lies outside, and past which edge of the frame.
    pub cut_off: Option<(Edge, f32)>,
    /// A fingertip over the card's edge: its middle along the lower edge, 0.0–1.0.
    pub finger: Option<f32>,
    /// Turns of the finished photograph by 90° clockwise.
    pub quarter_turns: u8,
    /// Width and height before quarter turns, pixels.
    pub size: (u32, u32),
    /// JPEG quality, 1–100.
    pub jpeg_quality: u8,
    /// Camera data to write, if any.
    pub exif: Option<super::Exif>,
    /// The card is shown on a computer screen and photographed from it.
    pub screen_moire: bool,
}

impl Scene {
    /// Twelve megapixels, card large and nearly straight on a wooden table, by daylight; small accidents by seed.
    pub fn clean(seed: u64) -> Self {
        let mut chance = Chance::new(seed, 0x0053_6365_6e65);
        Self {
            seed,
            tilt_deg: chance.between(2.0, 9.0),
            tilt_axis_deg: chance.between(0.0, 360.0),
            rotation_deg: chance.between(-3.0, 3.0),
            distance: chance.between(0.78, 0.86),
            corner: 3.18 / 85.6,
            ground: Ground::Wood,
            light: Light::Even,
            glare: None,
            blur: Blur::None,
            noise: 2.0,
            cut_off: None,
            finger: None,
            quarter_turns: 0,
            size: (4032, 3024),
            jpeg_quality: 88,
            exif: Some(super::Exif::camera("Utopia Optics", "Utophone 9")),
            screen_moire: false,
        }
    }
}
