//! Turning switches into what is printed.

use super::chance::{Chance, hash, value_noise};
use super::defects::Defects;
use super::holder::Holder;
use super::paint::{Canvas, Face, Fonts, Ink, Line, luma, slanted};
use super::side::Side;

/// Years between a retyped birth date and the true one: enough to pass for older.
const RETYPED_YEARS: i16 = -10;
/// Years by which an expired document lies further back.
const EXPIRED_YEARS: i16 = -12;
/// Added to seeds to get "somebody else".
const OTHER: u64 = 0x0746_8657_2000;

/// A holder as each part of the document shows them.
pub(crate) struct Version<'a> {
    pub(crate) front: Holder,
    pub(crate) back: Holder,
    pub(crate) defects: &'a Defects,
    /// Seed of whose face is on the portrait; the ghost is always `front.person_seed`.
    pub(crate) portrait_seed: u64,
}

impl<'a> Version<'a> {
    pub(crate) fn of(holder: &Holder, defects: &'a Defects) -> Self {
        let mut front = holder.clone();
        if defects.expired {
            front.issue_date = front.issue_date.shifted(EXPIRED_YEARS);
            front.expiry_date = front.expiry_date.shifted(EXPIRED_YEARS);
        }
        let mut back = front.clone();
        if defects.front_back_differ {
            let other = somebody_else(holder);
            back = Holder { issue_date: front.issue_date, expiry_date: front.expiry_date, ..other };
        }
        let portrait_seed = if defects.pasted_portrait { hash(front.person_seed ^ OTHER) } else { front.person_seed };
        Self { front, back, defects, portrait_seed }
    }

    /// The holder as the machine reads them from a side that otherwise shows `holder`.
    pub(crate) fn machine(&self, holder: &Holder) -> Holder {
        if !self.defects.mrz_name_differs {
            return holder.clone();
        }
        Holder { given_names: somebody_else(holder).given_names, ..holder.clone() }
    }

    /// The holder with the birth date that a forger typed, when one did.
    pub(crate) fn retyped(&self) -> Option<Holder> {
        let front = self.front.clone();
        let birth_date = front.birth_date.shifted(RETYPED_YEARS);
        self.defects.retyped_field.then(|| front.born(birth_date))
    }
}

/// A sample person who shares neither name nor number with `holder`.
fn somebody_else(holder: &Holder) -> Holder {
    (1u64..1000)
        .map(|step| Holder::sample(hash(holder.person_seed ^ OTHER) ^ step))
        .find(|other| {
            other.surname != holder.surname
                && other.given_names != holder.given_names
                && other.number != holder.number
                && other.birth_date != holder.birth_date
        })
        .unwrap_or_else(|| holder.clone())
}

/// Defects of the whole side: overprint, photocopy.
pub(crate) fn finish(side: &mut Side, defects: &Defects, fonts: &Fonts) {
    if defects.specimen_overprint {
        overprint(side, fonts);
    }
    if defects.grey_copy {
        photocopy(side);
    }
}

fn overprint(side: &mut Side, fonts: &Fonts) {
    let mut canvas = Canvas { picture: std::mem::take(&mut side.picture) };
    let (wide, high) = canvas.size_mm();
    let line = Line {
        face: Face::Bold,
        x: wide / 2.0,
        baseline: high * 0.56,
        capital: wide * 0.11,
        ink: Ink::solid(196, 24, 30).cover(0.55),
        room: wide,
    };
    slanted(&mut canvas, fonts, line, 0.42, "SPECIMEN");
    side.picture = canvas.picture;
}

/// Grey values pushed apart and grained, as a copier leaves them. The grain is the same for every copy.
fn photocopy(side: &mut Side) {
    let width = side.picture.width;
    let mut chance = Chance::new(1, 0x0063_6f70_7900);
    for (at, pixel) in side.picture.pixels.chunks_exact_mut(3).enumerate() {
        let (x, y) = ((at as u32 % width) as f32, (at as u32 / width) as f32);
        let banding = 4.0 * value_noise(9, x / 900.0, y / 14.0) - 2.0;
        let grey = luma([pixel[0], pixel[1], pixel[2]]);
        let hard = 128.0 + (grey - 138.0) * 1.45 + banding + 5.0 * chance.normal();
        pixel.fill(hard.clamp(18.0, 248.0) as u8);
    }
}
