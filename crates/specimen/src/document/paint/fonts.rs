//! Typefaces of the operating system, loaded when a document is made.

use std::path::{Path, PathBuf};

use ab_glyph::{Font, FontVec};

use crate::SpecimenError;

/// Where Debian's font packages install.
const FOLDER: &str = "/usr/share/fonts";

/// The typefaces in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Face {
    /// Liberation Sans, for labels and data.
    Sans,
    /// Liberation Sans Bold.
    Bold,
    /// Liberation Serif Bold, for titles and for fields typed by a forger.
    Serif,
    /// OCR-B.
    Machine,
}

/// All typefaces.
pub(crate) struct Fonts {
    sans: FontVec,
    bold: FontVec,
    serif: FontVec,
    machine: FontVec,
}

impl Fonts {
    /// Reads the four font files; needs Debian's `fonts-liberation2` and `fonts-ocr-b`.
    pub(crate) fn load() -> Result<Self, SpecimenError> {
        Self::load_from(Path::new(FOLDER))
    }

    fn load_from(folder: &Path) -> Result<Self, SpecimenError> {
        Ok(Self {
            sans: read(folder, "LiberationSans-Regular.ttf", "fonts-liberation2")?,
            bold: read(folder, "LiberationSans-Bold.ttf", "fonts-liberation2")?,
            serif: read(folder, "LiberationSerif-Bold.ttf", "fonts-liberation2")?,
            machine: read(folder, "OCRB.otf", "fonts-ocr-b")?,
        })
    }

    pub(crate) fn get(&self, face: Face) -> &FontVec {
        match face {
            Face::Sans => &self.sans,
            Face::Bold => &self.bold,
            Face::Serif => &self.serif,
            Face::Machine => &self.machine,
        }
    }
}

/// Height of a capital letter in font units over the font's height (ascent − descent): from the outline of `H`.
pub(crate) fn capital_share(font: &FontVec) -> f32 {
    font.outline(font.glyph_id('H')).map_or(0.7, |outline| outline.bounds.height().abs() / font.height_unscaled())
}

fn read(folder: &Path, file: &'static str, package: &'static str) -> Result<FontVec, SpecimenError> {
    let path = find(folder, file).ok_or(SpecimenError::MissingFont { name: file, package })?;
    let unreadable = |detail: String| SpecimenError::UnreadableFont { name: file, detail };
    let bytes = std::fs::read(path).map_err(|error| unreadable(error.to_string()))?;
    FontVec::try_from_vec(bytes).map_err(|error| unreadable(error.to_string()))
}

/// The file of that name anywhere under `folder`; folders in name order, so that every machine finds the same one.
fn find(folder: &Path, file: &str) -> Option<PathBuf> {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path()).collect();
    entries.sort();
    entries
        .iter()
        .find(|path| path.is_file() && path.file_name().is_some_and(|name| name == file))
        .cloned()
        .or_else(|| entries.iter().filter(|path| path.is_dir()).find_map(|path| find(path, file)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_absent_font_names_the_package_to_install() {
        let error = Fonts::load_from(Path::new("/nowhere")).err().map(|error| error.to_string());
        assert_eq!(
            error.as_deref(),
            Some("the font LiberationSans-Regular.ttf is not installed: install Debian's package `fonts-liberation2`")
        );
    }
}
