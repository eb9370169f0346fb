//! The layout net: what it is shown, and its maps in the photograph's pixels.

use countersign_media::RgbImage;

use crate::models::{Model, ModelError, ModelStore, Tensor};

/// Name of the model.
pub const MODEL: &str = "document-layout";
/// Side of the square the net is shown.
const SIDE: usize = 256;
/// Share of the square that the photograph's longer side takes: a grey border is left on which a document's edge can be
/// seen to end.
const SHARE: f32 = 0.92;
/// The grey around the photograph, 0–1, as in training.
const AROUND: f32 = 114.0 / 255.0;
/// Maps of the first output.
const MAPS: usize = 10;
/// Pixels of the square per cell of the layout's maps.
const LAYOUT_CELL: usize = 4;
/// Pixels of the square per cell of the zone's map.
const ZONE_CELL: usize = 2;

/// The layout net.
pub struct LayoutNet {
    model: Box<dyn Model>,
}

/// One map, values 0–1, row-major, `size` × `size` cells.
#[derive(Clone, Copy)]
pub struct Map<'a> {
    /// The values.
    pub values: &'a [f32],
    /// Cells per side.
    pub size: usize,
    cell: f32,
    place: Place,
}

/// Where the photograph lies in the square.
#[derive(Clone, Copy, Debug)]
struct Place {
    factor: f32,
    left: f32,
    top: f32,
}

/// What the net says of a photograph.
pub struct LayoutMaps {
    layout: Vec<f32>,
    zone: Vec<f32>,
    place: Place,
}

impl LayoutNet {
    /// Its name and the hash of its weights.
    pub fn release(&self) -> (String, String) {
        (MODEL.to_owned(), self.model.info().sha256.clone())
    }

    /// The net of a store.
    pub fn load(store: &ModelStore) -> Result<Self, ModelError> {
        Ok(Self { model: store.load(MODEL)? })
    }

    /// A net of the same contract, for tests.
    pub fn of(model: Box<dyn Model>) -> Self {
        Self { model }
    }

    /// Hex sha256 of the weights.
    pub fn hash(&self) -> &str {
        &self.model.info().sha256
    }

    /// Runs the net on a whole photograph.
    pub fn look(&self, image: &RgbImage) -> Result<LayoutMaps, ModelError> {
        let (tensor, place) = boxed(image);
        let mut outputs = self.model.run(&[tensor])?.into_iter();
        let (Some(layout), Some(zone)) = (outputs.next(), outputs.next()) else {
            return Err(self.contract("gave fewer than two tensors"));
        };
        let cells = |cell: usize| (SIDE / cell) * (SIDE / cell);
        if layout.data.len() != MAPS * cells(LAYOUT_CELL) || zone.data.len() != cells(ZONE_CELL) {
            return Err(self.contract("gave maps of another size"));
        }
        Ok(LayoutMaps { layout: layout.data, zone: zone.data, place })
    }

    fn contract(&self, reason: &str) -> ModelError {
        ModelError::Contract { name: self.model.info().name.clone(), reason: reason.to_owned() }
    }
}

impl LayoutMaps {
    fn layout(&self, index: usize) -> Map<'_> {
        let size = SIDE / LAYOUT_CELL;
        let values = &self.layout[index * size * size..(index + 1) * size * size];
        Map { values, size, cell: LAYOUT_CELL as f32, place: self.place }
    }

    /// The inside of documents, what covers them left out.
    pub fn inside(&self) -> Map<'_> {
        self.layout(0)
    }

    /// A corner of the upright document: 0 top left, 1 top right, 2 bottom right, 3 bottom left.
    pub fn corner(&self, index: usize) -> Map<'_> {
        self.layout(1 + index.min(3))
    }

    /// An edge of the upright document: 0 top, 1 right, 2 bottom, 3 left.
    pub fn edge(&self, index: usize) -> Map<'_> {
        self.layout(5 + index.min(3))
    }

    /// What lies over documents: fingers and the like.
    pub fn covered(&self) -> Map<'_> {
        self.layout(9)
    }

    /// Cores of the lines of machine readable zones, one band a line.
    pub fn zone(&self) -> Map<'_> {
        let size = SIDE / ZONE_CELL;
        Map { values: &self.zone, size, cell: ZONE_CELL as f32, place: self.place }
    }
}

impl Map<'_> {
    /// The pixel of the photograph at a place of the map in cells (cell centres on whole numbers).
    pub fn to_photo(&self, (x, y): (f32, f32)) -> (f32, f32) {
        let turn = |v: f32, offset: f32| ((v + 0.5) * self.cell - offset) / self.place.factor - 0.5;
        (turn(x, self.place.left), turn(y, self.place.top))
    }

    /// The place in the map, in cells, of a pixel of the photograph.
    pub fn to_cell(&self, (x, y): (f32, f32)) -> (f32, f32) {
        let turn = |v: f32, offset: f32| ((v + 0.5) * self.place.factor + offset) / self.cell - 0.5;
        (turn(x, self.place.left), turn(y, self.place.top))
    }

    /// Value of the nearest cell; 0 outside.
    pub fn at(&self, (x, y): (f32, f32)) -> f32 {
        let (x, y) = (x.round(), y.round());
        let inside = x >= 0.0 && y >= 0.0 && (x as usize) < self.size && (y as usize) < self.size;
        if inside { self.values[y as usize * self.size + x as usize] } else { 0.0 }
    }

    /// The same place and size with other values.
    pub(super) fn with<'b>(&self, values: &'b [f32]) -> Map<'b> {
        Map { values, size: self.size, cell: self.cell, place: self.place }
    }

    /// Pixels of the photograph per cell.
    pub fn scale(&self) -> f32 {
        self.cell / self.place.factor
    }
}

/// The photograph in the middle of the grey square, planes of red, green, blue, 0–1; each pixel the mean of what it covers.
fn boxed(image: &RgbImage) -> (Tensor, Place) {
    let (width, height) = (image.width.max(1) as usize, image.height.max(1) as usize);
    let factor = SIDE as f32 * SHARE / width.max(height) as f32;
    let size = |n: usize| ((n as f32 * factor).round() as usize).clamp(1, SIDE);
    let (columns, rows) = (size(width), size(height));
    let (left, top) = ((SIDE - columns) / 2, (SIDE - rows) / 2);
    let mut data = vec![AROUND; 3 * SIDE * SIDE];
    let spans: Vec<(usize, usize)> = (0..columns).map(|x| span(x, columns, width)).collect();
    for y in 0..rows {
        let (y0, y1) = span(y, rows, height);
        for (x, (x0, x1)) in spans.iter().enumerate() {
            let mut sums = [0u32; 3];
            for row in y0..y1 {
                for pixel in image.pixels[(row * width + x0) * 3..(row * width + x1) * 3].chunks_exact(3) {
                    sums.iter_mut().zip(pixel).for_each(|(sum, part)| *sum += u32::from(*part));
                }
            }
            let count = ((y1 - y0) * (x1 - x0)) as f32 * 255.0;
            for (plane, sum) in sums.into_iter().enumerate() {
                data[(plane * SIDE + top + y) * SIDE + left + x] = sum as f32 / count;
            }
        }
    }
    let place = Place { factor: columns as f32 / width as f32, left: left as f32, top: top as f32 };
    (Tensor { shape: vec![1, 3, SIDE, SIDE], data }, place)
}

/// Source pixels that a target pixel covers; at least one.
fn span(at: usize, targets: usize, sources: usize) -> (usize, usize) {
    let from = at * sources / targets;
    (from, ((at + 1) * sources).div_ceil(targets).clamp(from + 1, sources))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_photograph_is_boxed_in_grey_and_its_pixels_found_again() {
        let image = RgbImage { width: 800, height: 400, pixels: [255, 0, 51].repeat(800 * 400) };
        let (tensor, place) = boxed(&image);
        let at = |plane: usize, x: usize, y: usize| tensor.data[(plane * SIDE + y) * SIDE + x];
        assert_eq!((at(0, 128, 128), at(1, 128, 128)), (1.0, 0.0));
        assert!((at(2, 128, 128) - 0.2).abs() < 1e-6 && (at(0, 128, 14) - AROUND).abs() < 1e-6);
        let maps = LayoutMaps { layout: vec![0.0; MAPS * 64 * 64], zone: vec![0.0; 128 * 128], place };
        let there = (123.0, 45.0);
        let back = maps.zone().to_photo(maps.zone().to_cell(there));
        assert!((back.0 - there.0).abs() < 1e-2 && (back.1 - there.1).abs() < 1e-2);
    }

    #[test]
    fn the_smallest_picture_is_shown_too() {
        let (tensor, _) = boxed(&RgbImage { width: 1, height: 1, pixels: vec![255, 255, 255] });
        assert!(tensor.data.iter().filter(|v| **v > 0.999).count() > 100);
    }
}
