//! The shape of the head: an egg with a jaw, and what stands out from it.

use super::look::Look;
use super::traits::Traits;
use super::vector::{V3, bell, step};

/// A head with its mouth in one position.
#[derive(Clone, Debug)]
pub(crate) struct Head<'a> {
    pub(crate) traits: &'a Traits,
    /// Height of the gap between the lips at the middle.
    pub(crate) gap: f32,
    /// Half the mouth's width.
    pub(crate) mouth_half: f32,
    /// 0 open eyes, 1 shut.
    pub(crate) blink: f32,
}

impl<'a> Head<'a> {
    pub(crate) fn new(traits: &'a Traits, look: &Look) -> Self {
        let open = look.mouth_open.clamp(0.0, 1.0);
        let wide = look.mouth_wide.clamp(-1.0, 1.0);
        Self {
            traits,
            gap: 0.25 * open,
            mouth_half: traits.mouth_wide * (1.0 + 0.16 * wide - 0.10 * open),
            blink: look.blink.clamp(0.0, 1.0),
        }
    }

    /// The line on which the closed lips meet.
    pub(crate) fn lip_line(&self, x: f32) -> f32 {
        let u = x / self.mouth_half;
        self.traits.mouth + 0.010 * (1.0 - u * u).max(-1.0) * (1.0 - 1.4 * bell(u, 0.22))
    }

    fn parted(&self, x: f32) -> f32 {
        let u = x / (0.93 * self.mouth_half);
        self.gap * (1.0 - u * u).max(0.0).sqrt()
    }

    /// The inner edges of the lips, upper and lower.
    pub(crate) fn opening(&self, x: f32) -> (f32, f32) {
        let (line, parted) = (self.lip_line(x), self.parted(x));
        (line + 0.18 * parted, line - 0.82 * parted)
    }

    /// The lowest point of the chin as the jaw now hangs.
    pub(crate) fn chin_now(&self) -> f32 {
        self.traits.chin - 0.85 * self.gap
    }

    /// Where a point of the face would lie with the mouth shut: features below the lips hang with the jaw.
    pub(crate) fn rest(&self, x: f32, y: f32) -> f32 {
        let (upper, lower) = self.opening(x);
        let line = self.lip_line(x);
        if y >= upper {
            return y - (upper - line) * step(upper + 0.2, upper, y);
        }
        if y > lower {
            return line;
        }
        let hang = 0.85 * self.gap * step(0.85, 0.35, x.abs());
        let near = step(lower, lower - 0.36, y);
        y + (line - lower) * (1.0 - near) + hang * near
    }

    fn outline_rest(&self, y: f32) -> f32 {
        y + (self.traits.chin - self.chin_now()) * step(-0.3, self.chin_now(), y)
    }

    /// Half the head's width at a height, for the jaw at rest.
    pub(crate) fn half_width(&self, y: f32) -> f32 {
        let t = self.traits;
        if y > 0.3 {
            let s = ((y - 0.3) / (t.head_top - 0.3)).min(1.0);
            return t.head_width * (1.0 - s.powf(2.4)).max(0.0).sqrt();
        }
        let s = ((0.3 - y) / (0.3 - t.chin)).clamp(0.0, 1.0);
        let cheek = 0.02 * t.cheek * bell(y + 0.2, 0.18) + 0.03 * t.fullness * bell(y + 0.6, 0.25);
        t.head_width * (1.0 - s.powf(1.3 + 0.55 * t.jaw_square)).max(0.0).powf(1.0 / t.jaw_full) + cheek * (1.0 - s * s)
    }

    fn front(&self, y: f32) -> f32 {
        let t = self.traits;
        if y > 0.25 {
            let s = ((y - 0.25) / (t.head_top - 0.25)).min(1.0);
            return 0.85 * (1.0 - s.powf(2.3)).max(0.0).sqrt();
        }
        let s = ((y - t.chin) / 0.16).clamp(0.0, 1.0);
        let chin = 0.20 * (1.0 - (1.0 - (1.0 - s).powi(2)).max(0.0).sqrt());
        0.85 - 0.03 * step(0.2, -0.2, y) + t.chin_out * step(-0.8, t.chin, y) - chin
    }

    fn back(&self, y: f32) -> f32 {
        -0.06 + 0.42 * step(-0.55, self.traits.chin, y)
    }

    /// The skin's surface: `angle` from the middle of the face (radians, right positive), `y` as the jaw now hangs.
    pub(crate) fn surface(&self, angle: f32, y: f32) -> V3 {
        let outline = self.outline_rest(y);
        let (sine, cosine) = angle.sin_cos();
        let x = self.half_width(outline) * sine;
        let back = self.back(outline);
        let z = if cosine > 0.0 {
            back + (self.front(outline) - back) * cosine.powf(0.86)
        } else {
            back + 0.9 * cosine * (self.half_width(outline) / self.traits.head_width)
        };
        [x, y, z + step(1.5, 1.1, angle.abs()) * self.relief(x, y)]
    }

    /// How far the features stand out at a point of the face.
    fn relief(&self, x: f32, y: f32) -> f32 {
        let t = self.traits;
        let a = x.abs();
        let r = self.rest(x, y);
        let eye = a - t.eye_apart;
        let mut z = 0.035 * t.brow_ridge * bell(r - t.brow_height + 0.03, 0.06) * step(0.6, 0.3, a);
        z -= 0.105 * bell(eye + 0.03, 0.15) * bell(r - 0.015, 0.10);
        z -= 0.035 * bell(a - 0.13, 0.05) * bell(r - 0.02, 0.07);
        z += 0.060 * bell(eye, 0.105) * bell(r + 0.003, 0.068);
        z += (0.035 + 0.02 * t.cheek) * bell(a - 0.45, 0.15) * bell(r + 0.25, 0.13);
        z += 0.05 * t.fullness * bell(a - 0.38, 0.15) * bell(r + 0.52, 0.17);
        z -= 0.016 * (0.4 + t.age) * bell(a - 0.255 + 0.25 * (r + 0.6), 0.022) * bell(r + 0.57, 0.10);
        z += self.nose(x, r) + self.lips(x, y, r);
        z -= 0.035 * bell(x, 0.2) * bell(r - (t.mouth - t.lip_lower - 0.075), 0.045);
        z + 0.045 * bell(x, 0.14) * bell(r - (t.chin + 0.14), 0.09)
    }

    fn nose(&self, x: f32, y: f32) -> f32 {
        let t = self.traits;
        let tip = t.nose_low + 0.075;
        let along = ((0.14 - y) / (0.14 - tip)).clamp(0.0, 1.0);
        let ridge = t.nose_bridge * step(0.0, 0.35, along)
            + (t.nose_out - t.nose_bridge) * along.powf(1.6)
            + 0.03 * t.nose_hook * bell(along - 0.42, 0.16);
        let under = step(t.nose_low - 0.03, tip - 0.01, y);
        let width = 0.052 + 0.05 * along * (t.nose_wide / 0.155);
        let a = x.abs();
        let body = ridge * under * (0.72 * bell(x, width) + 0.28 * bell(x, width * 1.75));
        let ball = 0.035 * bell(x, 0.06) * bell(y - tip, 0.05);
        let wing = 0.085 * bell(a - t.nose_wide * 0.80, 0.038) * bell(y - t.nose_low - 0.045, 0.048);
        let crease = 0.022 * bell(a - t.nose_wide * 1.22, 0.022) * bell(y - t.nose_low - 0.05, 0.06);
        body + ball + wing - crease
    }

    fn lips(&self, x: f32, y: f32, rest: f32) -> f32 {
        let t = self.traits;
        let u = x / self.mouth_half;
        let inside = (1.0 - u * u).max(0.0).sqrt();
        let line = t.mouth;
        let mound = 0.035 * bell(x, 0.26) * bell(rest - line, 0.17);
        let upper = (0.02 + 0.4 * t.lip_upper) * inside * bell(rest - line - 0.45 * t.lip_upper, 0.036);
        let lower = (0.02 + 0.45 * t.lip_lower) * inside * bell(rest - line + 0.5 * t.lip_lower, 0.042);
        let groove = 0.018 * bell(rest - line, 0.012) * step(1.15, 0.9, u.abs());
        let philtrum = 0.012 * bell(x, 0.025) * bell(rest - line - t.lip_upper - 0.06, 0.05);
        let corner = 0.025 * bell(u.abs() - 1.05, 0.12) * bell(rest - line, 0.04);
        let (top, low) = self.opening(x);
        let hollow = if y < top && y > low { 0.04 } else { 0.0 };
        mound + upper + lower - groove - philtrum - corner - hollow
    }
}
