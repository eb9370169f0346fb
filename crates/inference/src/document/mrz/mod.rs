//! The machine readable zone: grammar, checks, and the seam for whatever reads it from pixels.

pub mod alphabet;
mod dates;
mod decode;
mod format;
mod grammar;
mod names;
mod net;
mod parse;
mod reader;

pub use dates::MrzDate;
pub use decode::{Decoded, cells_of_text, decode};
pub use format::{CheckRule, Layout, MrzFormat, Span};
pub use grammar::is_code;
pub use names::MrzNames;
pub use net::NetMrzReader;
pub use parse::{Exception, Mrz, MrzCheck, MrzFields, format_of, parse};
pub use reader::{Cell, Effort, MrzRead, MrzReader, ReadError};
