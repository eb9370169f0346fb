//! The colour of the face: skin, its blush and lines, beard, brows and lips.

use super::eyes::paint_eye;
use super::head::Head;
use super::random::{clouds, noise};
use super::traits::{Beard, Traits};
use super::vector::{V3, add, bell, blend, scale, step, times};

/// What a point of a surface does with light.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Paint {
    /// Share of red, green and blue thrown back, linear.
    pub(crate) albedo: V3,
    /// Strength of the highlight.
    pub(crate) gloss: f32,
    /// Tightness of the highlight (Blinn's exponent).
    pub(crate) polish: f32,
    /// Tilt of the surface by its fine grain.
    pub(crate) bump: [f32; 2],
}

impl Paint {
    pub(crate) fn dull(albedo: V3) -> Self {
        Self { albedo, gloss: 0.0, polish: 8.0, bump: [0.0; 2] }
    }
}

/// Bare skin at a point of any map: grain and pores, no features.
pub(crate) fn bare(t: &Traits, x: f32, y: f32) -> Paint {
    let mottle = 1.0 + 0.06 * clouds(x * 5.0, y * 5.0, t.grain) + 0.05 * noise(x * 55.0, y * 55.0, t.grain ^ 9);
    let bump = 0.05 + 0.07 * t.age;
    Paint {
        albedo: scale(t.skin, mottle),
        gloss: 0.10,
        polish: 14.0,
        bump: [bump * noise(x * 48.0, y * 48.0, t.grain ^ 1), bump * noise(x * 48.0, y * 48.0, t.grain ^ 2)],
    }
}

/// The face at (x, y) of the head, the jaw as it now hangs.
pub(crate) fn face(head: &Head<'_>, x: f32, y: f32, gaze: [f32; 2]) -> Paint {
    let t = head.traits;
    let (upper, lower) = head.opening(x);
    if x.abs() < head.mouth_half && y < upper && y > lower {
        return inner_mouth(head, x, y, upper, lower);
    }
    let rest = head.rest(x, y);
    let mut paint = bare(t, x, rest);
    paint.albedo = times(paint.albedo, blush(t, x, rest));
    paint.albedo = scale(paint.albedo, shade(t, x, rest) * lines(t, x, rest));
    let beard = beard(head, x, rest);
    paint.albedo = blend(paint.albedo, hair_tone(t, x, rest), beard);
    paint.gloss *= 1.0 - beard;
    paint.albedo = blend(paint.albedo, scale(t.hair_colour, 0.8), brow(t, x, rest));
    paint_lips(head, x, rest, &mut paint);
    paint_eye(t, head.blink, gaze, x, y, &mut paint);
    paint
}

fn hair_tone(t: &Traits, x: f32, y: f32) -> V3 {
    scale(t.hair_colour, 0.9 + 0.5 * noise(x * 70.0, y * 22.0, t.grain ^ 0x21))
}

fn blush(t: &Traits, x: f32, y: f32) -> V3 {
    let a = x.abs();
    let red = 0.8 * bell(a - 0.42, 0.15) * bell(y + 0.32, 0.14)
        + 0.8 * bell(x, 0.10) * bell(y - t.nose_low - 0.08, 0.09)
        + 0.5 * bell(a - t.eye_apart, 0.16) * bell(y - 0.06, 0.05)
        + 0.3 * bell(x, 0.15) * bell(y - t.chin - 0.12, 0.08);
    let red = red * (1.0 - 0.6 * t.dark);
    [1.0, 1.0 - 0.17 * red, 1.0 - 0.16 * red]
}

/// Hollows that see little of the sky.
fn shade(t: &Traits, x: f32, y: f32) -> f32 {
    let a = x.abs();
    let eye = a - t.eye_apart;
    let inner = 0.30 * bell(a - 0.135, 0.045) * bell(y - 0.02, 0.06);
    let socket = 0.20 * bell(eye, 0.17) * bell(y - 0.085, 0.05);
    let bag = (0.08 + 0.16 * t.age) * bell(eye, 0.11) * bell(y + 0.10, 0.028);
    let nostril_x = (a - 0.50 * t.nose_wide) / (0.30 * t.nose_wide);
    let nostril_y = (y - t.nose_low - 0.012 + 0.012 * nostril_x) / 0.021;
    let nostril = 0.80 * step(1.15, 0.65, (nostril_x * nostril_x + nostril_y * nostril_y).sqrt());
    let under = 0.14 * bell(x, 0.12) * bell(y - t.nose_low + 0.02, 0.028);
    let wing = 0.32 * bell(a - 1.20 * t.nose_wide, 0.016) * bell(y - t.nose_low - 0.045, 0.045);
    let lip = 0.28 * bell(x, 0.16) * bell(y - (t.mouth - t.lip_lower - 0.045), 0.026);
    let side = 0.18 * bell(a - 0.10 - 0.05 * step(0.0, -0.4, y), 0.03) * bell(y + 0.22, 0.15);
    let philtrum = 0.07 * bell(x, 0.02) * bell(y - t.mouth - t.lip_upper - 0.05, 0.045);
    let temple = 0.10 * bell(a - 0.66, 0.08) * bell(y - 0.25, 0.2);
    (1.0 - inner)
        * (1.0 - socket)
        * (1.0 - bag)
        * (1.0 - nostril)
        * (1.0 - under)
        * (1.0 - wing)
        * (1.0 - lip)
        * (1.0 - side)
        * (1.0 - philtrum)
        * (1.0 - temple)
}

/// What the years draw, and freckles.
fn lines(t: &Traits, x: f32, y: f32) -> f32 {
    let a = x.abs();
    let wave = y + 0.02 * clouds(x * 3.0, y * 2.0, t.grain ^ 5);
    let forehead =
        0.10 * t.age * (1.0 - (wave * 52.0).sin().abs()).powi(2) * bell(y - 0.48, 0.12) * step(0.55, 0.35, a);
    let fold = (0.07 + 0.2 * t.age) * bell(a - 0.255 + 0.25 * (y + 0.6), 0.013) * bell(y + 0.57, 0.085);
    let frown = 0.16 * t.age * bell(a - 0.045, 0.010) * bell(y - 0.2, 0.05);
    let crow = 0.12
        * t.age
        * (1.0 - ((y + 0.4 * (a - 0.5)) * 85.0).sin().abs()).powi(2)
        * bell(a - 0.55, 0.045)
        * bell(y + 0.01, 0.06);
    let spot = t.freckles * step(0.35, 0.7, noise(x * 34.0, y * 34.0, t.grain ^ 6)) * bell(y + 0.15, 0.25) * 0.30;
    (1.0 - forehead) * (1.0 - fold) * (1.0 - frown) * (1.0 - crow) * (1.0 - spot)
}

fn brow(t: &Traits, x: f32, y: f32) -> f32 {
    let a = x.abs();
    let u = (a - 0.125) / (t.eye_apart + 0.07);
    let centre = t.brow_height + t.brow_arch * (1.9 * u.clamp(0.0, 1.2)).sin() + t.brow_tilt * (u - 0.5) - 0.03 * u * u;
    let thick = t.brow_thick * (1.0 - 0.62 * u.clamp(0.0, 1.0).powi(2));
    let strand = noise(a * 38.0 + y * 26.0, y * 60.0 - a * 18.0, t.grain ^ 7);
    let across = (y - centre).abs() / thick + 0.35 * strand;
    0.88 * step(1.15, 0.55, across) * step(-0.06, 0.10, u) * step(1.12, 0.85, u)
}

fn beard(head: &Head<'_>, x: f32, y: f32) -> f32 {
    let t = head.traits;
    let (full, upper, chin) = match t.beard {
        Beard::None => (if t.male { 0.10 } else { 0.0 }, 0.0, 0.0),
        Beard::Stubble => (0.42, 0.0, 0.0),
        Beard::Moustache => (0.10, 0.9, 0.0),
        Beard::Goatee => (0.10, 0.85, 0.9),
        Beard::Full => (0.92, 0.0, 0.0),
    };
    let a = x.abs();
    let ragged = 0.05 * noise(x * 20.0, y * 20.0, t.grain ^ 8);
    let cheek_line = -0.62 + 0.9 * (a - 0.28).max(0.0) + ragged;
    let lip_side = step(t.nose_low - 0.02, t.nose_low - 0.06, y)
        * step(1.35 * head.mouth_half, 1.05 * head.mouth_half, a + ragged);
    let jaw = step(cheek_line + 0.05, cheek_line - 0.05, y);
    let moustache = lip_side * step(t.mouth - 0.05, t.mouth - 0.01, y);
    let goatee = step(0.24, 0.18, a + ragged) * step(t.mouth - 0.05, t.mouth - 0.10, y);
    let stroke = 0.85 + 0.3 * noise(x * 75.0, y * 34.0, t.grain ^ 0x0A);
    (full * jaw.max(moustache)).max(upper * moustache).max(chin * goatee) * stroke.clamp(0.0, 1.0)
}

fn paint_lips(head: &Head<'_>, x: f32, rest: f32, paint: &mut Paint) {
    let t = head.traits;
    let u = x / head.mouth_half;
    if u.abs() > 1.1 {
        return;
    }
    let inside = (1.0 - u * u).max(0.0);
    let line = head.lip_line(x);
    let bow = 1.0 - 0.28 * bell(u, 0.10);
    let top = line + t.lip_upper * inside.powf(0.62) * bow;
    let low = line - t.lip_lower * inside.powf(0.55);
    let soft = 0.010;
    let on = step(top + soft, top - soft, rest) * step(low - soft * 1.6, low + soft, rest) * step(1.04, 0.94, u.abs());
    let crack = 1.0 + 0.10 * noise(x * 75.0, rest * 9.0, t.grain ^ 0x0B);
    let upper_dark = if rest > line { 0.86 } else { 1.04 };
    paint.albedo = blend(paint.albedo, scale(t.lip, crack * upper_dark), on);
    paint.gloss += 0.14 * on;
    paint.polish += 14.0 * on;
    let seam = bell(rest - line, 0.0075) * step(1.10, 0.96, u.abs());
    paint.albedo = scale(paint.albedo, 1.0 - 0.70 * seam);
}

fn inner_mouth(head: &Head<'_>, x: f32, y: f32, upper: f32, lower: f32) -> Paint {
    let gum = 0.008;
    let dark = Paint { albedo: [0.035, 0.010, 0.009], gloss: 0.02, polish: 20.0, bump: [0.0; 2] };
    let width = head.mouth_half;
    let teeth_low = upper - 0.075 * (1.0 - (x / width).powi(2) * 0.5);
    let gaps = 1.0 - 0.35 * bell((x / 0.062).rem_euclid(1.0) - 0.5, 0.06);
    let tooth =
        step(teeth_low - 0.006, teeth_low + 0.006, y) * step(upper, upper - gum, y) * step(0.8, 0.6, x.abs() / width);
    let tongue = step(lower + 0.09, lower + 0.03, y) * bell(x, 0.12) * step(0.08, 0.16, upper - lower);
    let mut paint = dark;
    paint.albedo = add(paint.albedo, scale([0.16, 0.05, 0.045], tongue));
    paint.albedo = blend(paint.albedo, scale([0.50, 0.46, 0.38], gaps), tooth * 0.8);
    paint
}
