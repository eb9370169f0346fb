//! What surrounds the face: ears, neck, clothes, and what a person may wear before it.

use super::head::Head;
use super::random::{clouds, noise};
use super::skin::Paint;
use super::traits::Traits;
use super::vector::{V3, bell, scale, step};

/// An ear's bowl; `side` is −1 or 1, `u` the angle round it and `v` from its rim (−1) over the front to the other rim.
pub(crate) fn ear(head: &Head<'_>, side: f32, u: f32, v: f32) -> V3 {
    let (su, cu) = u.sin_cos();
    let (sv, cv) = v.sin_cos();
    let wide = 0.115 * (1.0 + 0.25 * cu.max(0.0));
    let dent = 0.03 * bell(cu * sv, 0.5) * cv.max(0.0);
    let out = head.half_width(0.0) - 0.01;
    let local = [side * wide * sv * su, 0.27 * sv * cu * (1.0 + 0.1 * cu), 0.09 * cv - dent];
    [side * out + local[0] * 0.75 + side * 0.035, -0.12 + local[1], -0.06 + local[2] - 0.5 * side * local[0]]
}

/// The ear's colour at its own map.
pub(crate) fn paint_ear(bare: Paint, u: f32, v: f32) -> Paint {
    let rim = step(0.5, 1.0, v);
    let bowl = 0.45 * step(0.75, 0.25, v) + 0.25 * bell(v - 0.85, 0.10) * step(0.9, -0.5, -u.cos());
    let a = bare.albedo;
    Paint { albedo: scale([a[0] * 1.02, a[1] * (0.86 + 0.06 * rim), a[2] * (0.84 + 0.06 * rim)], 1.0 - bowl), ..bare }
}

/// The neck at an angle and height.
pub(crate) fn neck(t: &Traits, angle: f32, y: f32) -> V3 {
    let wide = if t.male { 0.52 } else { 0.43 };
    let flare = 0.35 * step(-1.25, -2.1, y).powi(2);
    let tendon = 0.02 * bell(angle.abs() - 0.5 - 0.4 * (y + 1.9).max(0.0), 0.12);
    let apple = if t.male { 0.05 * bell(angle, 0.12) * bell(y + 1.42, 0.08) } else { 0.0 };
    let r = wide + flare + tendon + apple;
    [r * angle.sin(), y, -0.28 + r * angle.cos() + 0.10 * step(-1.3, -2.0, y)]
}

/// The shoulders' cloth at x (within ±1.95) and v from 0 (low) to 1 (the top edge).
pub(crate) fn cloth(t: &Traits, x: f32, v: f32) -> V3 {
    let broad = if t.male { 1.0 } else { 0.88 };
    let a = x.abs();
    let top = -1.40 - 0.24 * a.powf(1.2) - 0.9 * step(1.35, 1.95, a);
    let deep = (1.0 - v).powf(1.6) * 2.6;
    let round = (1.0 - (x / 2.0).powi(2)).max(0.0).sqrt();
    let fold = 0.03 * clouds(x * 2.2, deep * 1.5, t.grain ^ 0x28);
    [x * broad, top - deep, -0.40 + (0.80 * (1.0 - (-deep / 0.32).exp()) + fold) * round]
}

/// Whether there is cloth at (x, y): the neck stays bare.
pub(crate) fn cloth_covers(t: &Traits, x: f32, y: f32) -> bool {
    let depth = if t.male { 0.16 } else { 0.38 };
    let round = 1.0 - (x / 0.56).powi(2);
    round <= 0.0 || y < -1.52 - depth * round.sqrt()
}

/// The cloth's colour.
pub(crate) fn paint_cloth(t: &Traits, x: f32, y: f32) -> Paint {
    let weave =
        1.0 + 0.08 * noise(x * 60.0, y * 60.0, t.grain ^ 0x29) + 0.10 * clouds(x * 3.0, y * 3.0, t.grain ^ 0x2A);
    Paint::dull(scale(t.clothes, weave))
}

/// Spectacles lie on a curved sheet before the eyes.
pub(crate) fn spectacles(t: &Traits, x: f32, y: f32) -> V3 {
    [x, y, 0.89 + t.nose_bridge - 0.42 * x * x - 0.05 * y]
}

/// 1 on the rim of a lens, less inside, more outside.
pub(crate) fn lens(t: &Traits, x: f32, y: f32) -> f32 {
    let dx = (x.abs() - t.eye_apart - 0.01) / 0.235;
    let dy = (y + 0.035) / (0.165 + 0.02 * dx);
    (dx.powi(4) + dy.powi(4)).sqrt().sqrt()
}

/// Whether the frame exists at (x, y) of the sheet.
pub(crate) fn frame(t: &Traits, x: f32, y: f32) -> bool {
    let r = lens(t, x, y);
    let bridge = x.abs() < t.eye_apart - 0.20 && (y - 0.035).abs() < 0.018;
    let arm = x.abs() > t.eye_apart + 0.22 && (y - 0.03).abs() < 0.022;
    (0.95..1.08).contains(&r) || bridge || arm && r > 1.0
}

/// A surgical mask round the lower face.
pub(crate) fn mask(head: &Head<'_>, angle: f32, y: f32) -> V3 {
    let t = head.traits;
    let lift = (y - head.chin_now()).max(0.0);
    let skin = head.surface(angle, y.max(head.chin_now() + 0.02));
    let tent = 0.27 * bell(skin[0], 0.19) * bell(y - t.nose_low - 0.02, 0.24)
        + 0.10 * bell(angle, 0.7) * bell(y - t.mouth, 0.3);
    let pleat = 0.008 * (lift * 30.0).sin() * bell(angle, 0.8);
    let smooth = head.half_width(y.max(t.chin + 0.1)) * angle.sin() * 1.03;
    [smooth, y, 0.80 * angle.cos().max(0.0).powf(0.86) + 0.04 + tent + pleat]
}

/// Whether the mask covers (angle, y).
pub(crate) fn masked(t: &Traits, angle: f32, y: f32) -> bool {
    let top = t.nose_low + 0.24 - 0.10 * angle * angle;
    let low = t.chin - 0.02 + 0.22 * angle * angle;
    let strap = angle.abs() > 0.95 && (y - top + 0.02).abs() < 0.012;
    strap || angle.abs() < 1.05 && y < top && y > low
}
