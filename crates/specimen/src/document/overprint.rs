//! A word laid across a side as copy shops, stock agencies and mobile applications do: large, slanted, half seen through.

use super::chance::Chance;
use super::paint::{Canvas, Face, Fonts, Ink, Line, centred};
use super::side::Side;
use crate::SpecimenError;

/// Words laid across, one for each seed in turn.
const WORDS: [&str; 6] = ["COPY", "SAMPLE", "MUSTER", "KOPIE", "COPIE", "VOID"];
const INKS: [Ink; 5] = [
    Ink::solid(200, 0, 0).cover(0.6),
    Ink::solid(60, 60, 60).cover(0.55),
    Ink::solid(0, 0, 160).cover(0.5),
    Ink::solid(255, 255, 255).cover(0.7),
    Ink::solid(110, 110, 110).cover(0.45),
];
const FACES: [Face; 3] = [Face::Bold, Face::Sans, Face::Serif];

/// The word that [`overprinted`] lays over the document of this seed.
pub fn overprint_of(seed: u64) -> &'static str {
    WORDS[(seed % WORDS.len() as u64) as usize]
}

/// Lays the word across the middle, rising or falling by 15 to 40 degrees, or up the side.
pub(crate) fn overprinted(side: &mut Side, seed: u64) -> Result<(), SpecimenError> {
    let fonts = Fonts::load()?;
    let mut chance = Chance::new(seed, 0x006f_7665_7200);
    let mut canvas = Canvas { picture: std::mem::take(&mut side.picture) };
    let (wide, high) = canvas.size_mm();
    let capital = wide * chance.between(0.04, 0.09);
    let (ink, face) = (*chance.pick(&INKS), *chance.pick(&FACES));
    let degrees = match chance.below(5) {
        0 => 90.0,
        turn if turn % 2 == 0 => chance.between(15.0, 40.0),
        _ => chance.between(-40.0, -15.0),
    };
    let middle = (
        wide * if degrees > 45.0 { 0.2 } else { 0.5 + chance.between(-0.08, 0.08) },
        high * (0.5 + chance.between(-0.05, 0.05)),
    );
    // The word level on a strip of its own, black on white; then each point of the side asks where it lies on the strip.
    let (long, tall) = (capital * 9.0, capital * 2.0);
    let mut strip = Canvas::new((long, tall), [255; 3]);
    let line = Line { face, x: long / 2.0, baseline: tall * 0.75, capital, ink: Ink::solid(0, 0, 0), room: long };
    centred(&mut strip, &fonts, line, overprint_of(seed));
    let (sin, cos) = degrees.to_radians().sin_cos();
    let scale = canvas.picture.width as f32 / wide;
    for y in 0..canvas.picture.height as i32 {
        for x in 0..canvas.picture.width as i32 {
            let (right, down) = (x as f32 - middle.0 * scale, y as f32 - middle.1 * scale);
            let (u, v) = (right * cos - down * sin + long * scale / 2.0, right * sin + down * cos + tall * scale / 2.0);
            let Some(black) = dark(&strip, u, v) else { continue };
            canvas.dab(x, y, ink, black);
        }
    }
    side.picture = canvas.picture;
    Ok(())
}

/// How black the strip is there, 0–1; `None` beyond it.
fn dark(strip: &Canvas, u: f32, v: f32) -> Option<f32> {
    let (width, height) = (strip.picture.width as usize, strip.picture.height as usize);
    let (x, y) = (u.floor(), v.floor());
    let inside = x >= 0.0 && y >= 0.0 && (x as usize) < width && (y as usize) < height;
    inside.then(|| 1.0 - f32::from(strip.picture.pixels[(y as usize * width + x as usize) * 3]) / 255.0)
}
