//! The machine readable zone: grammar, checks, and the seam for whatever reads it from pixels.

pub mod alphabet;
mod classical;
mod comb;
mod dates;
mod decode;
mod format;
mod lines;
mod names;
mod parse;
mod reader;
mod search;
mod templates;

pub use classical::ClassicalMrzReader;
pub use dates::MrzDate;
pub use decode::{Decoded, cells_of_text, decode};
pub use format::{CheckRule, Layout, MrzFormat, Span};
pub use names::MrzNames;
pub use parse::{Exception, Mrz, MrzCheck, MrzFields, format_of, parse};
pub use reader::{Cell, MrzRead, MrzReader, ReadError};
