//! Documents of Utopia, the country that ICAO invented for examples (code UTO): a passport's data page, an identity card and
//! a driving licence, as flat scans at 600 dpi, with one switch for each defect.
//!
//! Everything follows from the [`Holder`] and the [`Defects`]: the same input gives the same pixels. The type is set in Debian's
//! `fonts-liberation2` and `fonts-ocr-b`, read when a document is made.

mod barcode;
mod cases;
pub(crate) mod chance;
mod defects;
mod forgery;
mod holder;
mod kind;
pub mod mrz;
mod overprint;
mod paint;
mod side;
mod sides;

#[cfg(test)]
mod tests;

pub use barcode::{aamva, barcode_back};
pub use cases::{CaseSpec, cases, write_case, write_folder};
pub use defects::Defects;
pub use holder::{Date, Holder, Sex};
pub use kind::Kind;
pub use overprint::overprint_of;
pub(crate) use overprint::overprinted;
pub use paint::Rect;
pub use side::{Side, Truth};

use crate::{Picture, SpecimenError};
use forgery::Version;
use paint::Fonts;

/// What a document's portrait is taken from: seed of a person, width and height in pixels.
pub type Portraits<'a> = &'a dyn Fn(u64, u32, u32) -> Picture;

/// Makes every side of a document: a passport has a front, the cards have a front and a back.
pub fn render(kind: Kind, holder: &Holder, defects: &Defects) -> Result<Vec<Side>, SpecimenError> {
    render_with(kind, holder, defects, &|seed, width, height| crate::person::Person::new(seed).portrait(width, height))
}

/// As [`render`], with portraits of the caller's choice.
pub fn render_with(
    kind: Kind,
    holder: &Holder,
    defects: &Defects,
    portraits: Portraits<'_>,
) -> Result<Vec<Side>, SpecimenError> {
    let fonts = Fonts::load()?;
    let version = Version::of(holder, defects);
    let mut made = match kind {
        Kind::Passport => vec![sides::passport(&version, &fonts, portraits)],
        Kind::IdCard => vec![sides::id_front(&version, &fonts, portraits), sides::id_back(&version, &fonts)],
        Kind::DrivingLicence => {
            vec![sides::licence_front(&version, &fonts, portraits), sides::licence_back(&version, &fonts)?]
        }
    };
    for side in &mut made {
        forgery::finish(side, defects, &fonts);
    }
    Ok(made)
}
