//! Drawing on a side in millimetres: type, line work, pictures, security print.

mod canvas;
mod emblem;
mod fonts;
mod guilloche;
mod mask;
mod portrait;
mod text;

pub use canvas::Rect;
pub(crate) use canvas::{Canvas, Ink};
pub(crate) use emblem::{emblem, signature};
pub(crate) use fonts::{Face, Fonts};
pub(crate) use guilloche::{Waves, rosette, waves};
pub(crate) use portrait::{Inlay, inlay, luma, pixels_of};
pub(crate) use text::{Line, centred, pitched, slanted, written};
