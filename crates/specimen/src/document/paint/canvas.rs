//! A side of a document while it is being printed.

use crate::Picture;

/// Printing resolution of every side in dots per inch.
pub(crate) const DPI: f32 = 600.0;

/// A colour and how much of it covers, 0.0–1.0.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ink {
    pub(crate) colour: [u8; 3],
    pub(crate) cover: f32,
}

impl Ink {
    pub(crate) const fn solid(red: u8, green: u8, blue: u8) -> Self {
        Self { colour: [red, green, blue], cover: 1.0 }
    }

    pub(crate) const fn cover(self, cover: f32) -> Self {
        Self { cover, ..self }
    }
}

/// An upright box in millimetres from the side's upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f32,
    /// Upper edge.
    pub y: f32,
    /// Width.
    pub w: f32,
    /// Height.
    pub h: f32,
}

impl Rect {
    /// Left, upper edge, width, height in millimetres.
    pub const fn new(x: f32, y: f32, w: f32, h: f32) -> Self {
        Self { x, y, w, h }
    }

    /// Whether the point lies inside or on the edge.
    pub fn holds(self, x: f32, y: f32) -> bool {
        x >= self.x && x <= self.x + self.w && y >= self.y && y <= self.y + self.h
    }
}

/// Pixels plus their scale.
pub(crate) struct Canvas {
    pub(crate) picture: Picture,
}

impl Canvas {
    /// A side of `size` millimetres, filled with `paper`.
    pub(crate) fn new(size: (f32, f32), paper: [u8; 3]) -> Self {
        let (width, height) = (to_px(size.0).round() as u32, to_px(size.1).round() as u32);
        let pixels = paper.iter().copied().cycle().take(width as usize * height as usize * 3).collect();
        Self { picture: Picture { width, height, pixels } }
    }

    /// Width and height in millimetres.
    pub(crate) fn size_mm(&self) -> (f32, f32) {
        (self.picture.width as f32 / to_px(1.0), self.picture.height as f32 / to_px(1.0))
    }

    /// Lays `ink` over one pixel, thinned by `coverage` 0.0–1.0. Outside the side nothing happens.
    pub(crate) fn dab(&mut self, x: i32, y: i32, ink: Ink, coverage: f32) {
        if x < 0 || y < 0 || x >= self.picture.width as i32 || y >= self.picture.height as i32 {
            return;
        }
        let at = (y as usize * self.picture.width as usize + x as usize) * 3;
        let share = ink.cover * coverage.clamp(0.0, 1.0);
        for (pixel, colour) in self.picture.pixels[at..at + 3].iter_mut().zip(ink.colour) {
            *pixel = (f32::from(*pixel) + (f32::from(colour) - f32::from(*pixel)) * share + 0.5) as u8;
        }
    }

    /// A filled box with sharp edges on whole pixels.
    pub(crate) fn fill(&mut self, area: Rect, ink: Ink) {
        self.shade(area, |_, _| ink);
    }

    /// A box whose ink depends on the place: `ink(u, v)` with u, v in 0.0–1.0 across the box.
    pub(crate) fn shade(&mut self, area: Rect, ink: impl Fn(f32, f32) -> Ink) {
        let (left, top) = (to_px(area.x).round() as i32, to_px(area.y).round() as i32);
        let (right, bottom) = (to_px(area.x + area.w).round() as i32, to_px(area.y + area.h).round() as i32);
        for y in top..bottom {
            let v = (y - top) as f32 / (bottom - top) as f32;
            for x in left..right {
                let u = (x - left) as f32 / (right - left) as f32;
                self.dab(x, y, ink(u, v), 1.0);
            }
        }
    }
}

/// Millimetres to pixels.
pub(crate) fn to_px(mm: f32) -> f32 {
    mm * DPI / 25.4
}
