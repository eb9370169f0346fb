//! The one picture type that the generators pass among themselves.

/// An 8-bit RGB picture, row-major, `pixels.len() == width * height * 3`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    /// Columns.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// R, G, B … each 0–255.
    pub pixels: Vec<u8>,
}
