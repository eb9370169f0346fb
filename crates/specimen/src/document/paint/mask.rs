//! Line work: coverage is gathered first and inked once, so that crossings of one curve do not darken.

use super::canvas::{Canvas, Ink, to_px};

/// Coverage of a whole side, 0–255 a pixel.
pub(crate) struct Mask {
    width: i32,
    height: i32,
    cover: Vec<u8>,
}

impl Mask {
    /// An empty mask of the canvas's size.
    pub(crate) fn of(canvas: &Canvas) -> Self {
        let (width, height) = (canvas.picture.width as i32, canvas.picture.height as i32);
        Self { width, height, cover: vec![0; (width * height) as usize] }
    }

    /// A line through `points` (millimetres), `width` millimetres thick, with soft edges.
    pub(crate) fn stroke(&mut self, points: impl IntoIterator<Item = (f32, f32)>, width: f32) {
        let half = to_px(width) / 2.0;
        let mut before: Option<(f32, f32)> = None;
        for (x, y) in points {
            let here = (to_px(x), to_px(y));
            self.segment(before.unwrap_or(here), here, half);
            before = Some(here);
        }
    }

    fn segment(&mut self, from: (f32, f32), to: (f32, f32), half: f32) {
        let reach = half + 1.0;
        let left = ((from.0.min(to.0) - reach).floor() as i32).max(0);
        let right = ((from.0.max(to.0) + reach).ceil() as i32).min(self.width - 1);
        let top = ((from.1.min(to.1) - reach).floor() as i32).max(0);
        let bottom = ((from.1.max(to.1) + reach).ceil() as i32).min(self.height - 1);
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let length_squared = (dx * dx + dy * dy).max(f32::EPSILON);
        for y in top..=bottom {
            for x in left..=right {
                let (px, py) = (x as f32 + 0.5 - from.0, y as f32 + 0.5 - from.1);
                let along = ((px * dx + py * dy) / length_squared).clamp(0.0, 1.0);
                let distance = (px - along * dx).hypot(py - along * dy);
                // A line thinner than a pixel stays thin by covering less.
                let cover = ((half + 0.5 - distance).clamp(0.0, 1.0) * (2.0 * half).min(1.0) * 255.0) as u8;
                let cell = &mut self.cover[(y * self.width + x) as usize];
                *cell = (*cell).max(cover);
            }
        }
    }

    /// Prints the mask.
    pub(crate) fn ink(&self, canvas: &mut Canvas, ink: Ink) {
        self.ink_by(canvas, |_, _| ink);
    }

    /// Prints the mask with an ink that changes over the side (rainbow print): `ink(u, v)`, u and v in 0.0–1.0.
    pub(crate) fn ink_by(&self, canvas: &mut Canvas, ink: impl Fn(f32, f32) -> Ink) {
        for y in 0..self.height {
            let row = &self.cover[(y * self.width) as usize..((y + 1) * self.width) as usize];
            for (x, cover) in row.iter().enumerate().filter(|(_, cover)| **cover > 0) {
                let place = ink(x as f32 / self.width as f32, y as f32 / self.height as f32);
                canvas.dab(x as i32, y, place, f32::from(*cover) / 255.0);
            }
        }
    }
}
