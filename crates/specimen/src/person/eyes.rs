//! The eyes: lids, lashes, white, iris and the window that shines in them.

use super::random::noise;
use super::skin::Paint;
use super::traits::Traits;
use super::vector::{add, bell, blend, scale, step};

/// Radius of an iris: 5.9 mm, the same in nearly all adults.
const IRIS: f32 = 0.059;

/// Paints lids and eye over the skin where (x, y) belongs to them. `gaze`: shift of the irises.
pub(crate) fn paint_eye(t: &Traits, blink: f32, gaze: [f32; 2], x: f32, y: f32, paint: &mut Paint) {
    let side = x.signum();
    let e = (x.abs() - t.eye_apart) / t.eye_wide;
    if e.abs() > 1.5 || y.abs() > 0.22 {
        return;
    }
    let y = y - t.eye_tilt * t.eye_wide * e;
    let round = (1.0 - e.abs().powf(2.1)).max(0.0);
    let shifted = (1.0 - (e + 0.12).abs().min(1.0).powf(2.3)).max(0.0).min(round * 1.6);
    let low = -0.80 * t.eye_open * round.powf(0.8) * (1.0 + 0.12 * e);
    let open = 1.28 * t.eye_open * shifted.powf(0.72).max(0.85 * round.powf(0.9));
    let up = open + (low - open) * (0.96 * blink);
    paint_lids(t, e, y, up, low, blink, paint);
    let white = step(low - 0.004, low + 0.004, y) * step(up + 0.004, up - 0.004, y) * step(1.0, 0.97, e.abs());
    if white > 0.0 {
        let ball = eyeball(t, side, gaze, x, y, e, up);
        paint.albedo = blend(paint.albedo, ball.albedo, white);
        paint.gloss += (ball.gloss - paint.gloss) * white;
        paint.polish += (ball.polish - paint.polish) * white;
        paint.bump = [paint.bump[0] * (1.0 - white), paint.bump[1] * (1.0 - white)];
    }
    let reach = step(1.12, 0.98, e.abs());
    let lash = bell(y - up - 0.004, 0.0065 + 0.003 * e.max(0.0) + if t.male { 0.0 } else { 0.003 }) * reach;
    let lower_lash = 0.35 * bell(y - low, 0.006) * reach * step(-0.5, 0.5, e);
    let dark = (0.90 * lash).max(lower_lash);
    paint.albedo = blend(paint.albedo, scale(t.hair_colour, 0.35), dark.min(1.0));
}

fn paint_lids(t: &Traits, e: f32, y: f32, up: f32, low: f32, blink: f32, paint: &mut Paint) {
    let reach = step(1.35, 0.9, e.abs());
    let above = 0.022 + 0.026 * t.lid_fold + 0.06 * blink;
    let crease = (0.20 + 0.35 * t.lid_fold) * bell(y - up - above, 0.010) * reach;
    let under = 0.16 * bell(y - low + 0.03, 0.010) * reach;
    paint.albedo = scale(paint.albedo, (1.0 - crease) * (1.0 - under));
    let rim = 0.5 * bell(y - low + 0.006, 0.006) * reach;
    let pink = [paint.albedo[0] * 1.15, paint.albedo[1] * 0.85, paint.albedo[2] * 0.82];
    paint.albedo = blend(paint.albedo, pink, rim);
}

fn eyeball(t: &Traits, side: f32, gaze: [f32; 2], x: f32, y: f32, e: f32, up: f32) -> Paint {
    let dx = x - side * (t.eye_apart - 0.006) - gaze[0];
    let dy = y - 0.010 - gaze[1];
    let r = (dx * dx + dy * dy).sqrt();
    let shadow = (1.0 - 0.55 * step(0.035, 0.0, up - y)) * (1.0 - 0.45 * step(0.55, 1.0, e.abs()));
    let mut albedo = scale([0.62, 0.57, 0.53], shadow);
    let corner = step(-0.80, -0.95, e);
    albedo = blend(albedo, [0.42, 0.18, 0.15], 0.7 * corner);
    let angle = dy.atan2(dx);
    let fibre = 1.0 + 0.35 * noise(angle * 9.0, r * 60.0, t.grain ^ 0x0C);
    let ring = 1.0 - 0.65 * step(IRIS * 0.72, IRIS, r);
    let iris = scale(t.iris, fibre * ring * shadow);
    albedo = blend(albedo, iris, step(IRIS + 0.004, IRIS - 0.004, r));
    albedo = blend(albedo, [0.004, 0.004, 0.004], step(0.027, 0.021, r));
    let (sx, sy) = (dx + 0.020, dy - 0.022);
    let window = step(0.013, 0.007, (sx * sx + sy * sy * 0.6).sqrt());
    albedo = add(albedo, scale([0.9, 0.92, 0.95], window));
    Paint { albedo, gloss: 0.05, polish: 60.0, bump: [0.0; 2] }
}
