//! What can keep a specimen from being made.

/// Why a specimen could not be made.
#[derive(Debug, thiserror::Error)]
pub enum SpecimenError {
    /// A program that the generators drive is not installed.
    #[error("`{name}` is not installed: install Debian's package `{package}`")]
    MissingProgram {
        /// The program's name on the search path.
        name: &'static str,
        /// The Debian package that holds it.
        package: &'static str,
    },
    /// A font that the documents are printed with is not installed.
    #[error("the font {name} is not installed: install Debian's package `{package}`")]
    MissingFont {
        /// The font's name.
        name: &'static str,
        /// The Debian package that holds it.
        package: &'static str,
    },
    /// A program ran and refused.
    #[error("`{name}` failed: {detail}")]
    Program {
        /// The program's name.
        name: &'static str,
        /// What it said, or how it ended.
        detail: String,
    },
    /// A font is installed but cannot be parsed.
    #[error("the font {name} cannot be read: {detail}")]
    UnreadableFont {
        /// The font's file name.
        name: &'static str,
        /// What the font parser or the file system said.
        detail: String,
    },
    /// The barcode text does not fit into the symbol printed on the card.
    #[error("the barcode has room for {capacity} codewords, error correction included, and needs more")]
    BarcodeTooLong {
        /// Codewords in the symbol.
        capacity: usize,
    },
    /// The picture encoder refused.
    #[error("a picture cannot be encoded: {0}")]
    Encode(#[from] image::ImageError),
    /// A file or pipe could not be read or written.
    #[error("reading or writing a specimen's file failed")]
    Io(#[from] std::io::Error),
}
