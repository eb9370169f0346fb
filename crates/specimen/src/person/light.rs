//! Light: lamps, sky, shadow and what the camera makes of it.

use super::look::Light;
use super::raster::{Patch, Sample, Samples};
use super::skin::Paint;
use super::vector::{V3, add, blend, cross, dot, scale, sub, times, unit};

struct Lamp {
    toward: V3,
    colour: V3,
    casts: bool,
}

/// A lighting set-up with the shadow of its main lamp.
pub(crate) struct Lighting {
    lamps: Vec<Lamp>,
    sky: V3,
    ground: V3,
    shadow: Samples,
    axes: [V3; 3],
}

const SHADOW_SIDE: usize = 360;
const SHADOW_SPAN: f32 = 2.9;

/// Light goes a little way under the skin and comes out red: it wraps round the edge of a shadow, per colour.
const WRAP: V3 = [0.38, 0.22, 0.17];

impl Lighting {
    /// Sets the lamps and casts `patches`' shadow.
    pub(crate) fn new(light: Light, patches: &[(Patch, super::scene::Keep<'_>)]) -> Self {
        let white = [1.0, 0.97, 0.93];
        let lamp =
            |toward: V3, power: f32, casts: bool| Lamp { toward: unit(toward), colour: scale(white, power), casts };
        let (lamps, sky) = match light {
            Light::Even => (vec![lamp([0.35, 0.75, 1.0], 0.95, true), lamp([-0.7, 0.15, 0.8], 0.42, false)], 0.42),
            Light::Dark => (vec![lamp([0.5, 0.8, 0.8], 0.9, true), lamp([-0.7, 0.1, 0.8], 0.2, false)], 0.25),
            Light::Backlit => (vec![lamp([-0.8, 0.9, -0.6], 2.0, false), lamp([0.2, 0.3, 1.0], 0.25, true)], 0.40),
            Light::OneSided => (vec![lamp([1.0, 0.25, 0.25], 1.5, true)], 0.10),
            Light::Over => (vec![lamp([0.1, 0.3, 1.0], 2.4, true), lamp([-0.6, 0.2, 0.8], 1.2, false)], 1.0),
        };
        let toward = lamps.iter().find(|l| l.casts).map_or([0.0, 0.0, 1.0], |l| l.toward);
        let right = unit(cross([0.0, 1.0, 0.0], toward));
        let axes = [right, cross(toward, right), toward];
        let mut shadow = Samples::new(SHADOW_SIDE, SHADOW_SIDE);
        for (patch, keep) in patches {
            shadow.draw(patch, &|p| cast(&axes, p), keep);
        }
        Self {
            lamps,
            sky: [sky * 1.0, sky * 1.02, sky * 1.06],
            ground: [sky * 0.62, sky * 0.55, sky * 0.5],
            shadow,
            axes,
        }
    }

    /// Share of the main lamp that reaches a point, over a small neighbourhood: shadows are soft.
    fn reached(&self, point: V3, normal: V3) -> f32 {
        let at = cast(&self.axes, add(point, scale(normal, 0.03)));
        let mut lit = 0;
        for dy in [-3.0, -1.0, 1.0, 3.0] {
            for dx in [-3.0, -1.0, 1.0, 3.0] {
                let (x, y) = (at[0] + dx * 1.3, at[1] + dy * 1.3);
                let inside = x >= 0.0 && y >= 0.0 && x < SHADOW_SIDE as f32 && y < SHADOW_SIDE as f32;
                let nearest = if inside {
                    self.shadow.all[y as usize * SHADOW_SIDE + x as usize].depth
                } else {
                    f32::NEG_INFINITY
                };
                lit += u32::from(nearest < at[2] + 0.035);
            }
        }
        lit as f32 / 16.0
    }

    /// The light that `paint` sends to the eye at `eye`.
    pub(crate) fn shade(&self, sample: &Sample, paint: &Paint, eye: V3, skin: bool) -> V3 {
        let view = unit(sub(eye, sample.point));
        let mut normal = sample.normal;
        if dot(normal, view) < 0.0 {
            normal = scale(normal, -1.0);
        }
        let geometric = normal;
        normal = unit(add(normal, [paint.bump[0], paint.bump[1], 0.0]));
        let up = 0.5 + 0.5 * normal[1];
        let mut sum = times(blend(self.ground, self.sky, up), paint.albedo);
        for lamp in &self.lamps {
            let facing = dot(normal, lamp.toward);
            let lit = if lamp.casts { self.reached(sample.point, geometric) } else { 1.0 };
            let wrap = if skin { WRAP } else { [0.1; 3] };
            let diffuse = [0, 1, 2]
                .map(|i| ((facing + wrap[i]) / (1.0 + wrap[i])).max(0.0) * (lit + (1.0 - lit) * 0.12 * wrap[i]));
            sum = add(sum, times(times(diffuse, lamp.colour), paint.albedo));
            let half = unit(add(lamp.toward, view));
            let rim = 1.0 + 2.5 * (1.0 - dot(normal, view).max(0.0)).powi(3);
            let shine = paint.gloss * rim * dot(normal, half).max(0.0).powf(paint.polish) * lit;
            sum = add(sum, scale(lamp.colour, shine));
        }
        sum
    }
}

fn cast(axes: &[V3; 3], p: V3) -> V3 {
    let k = SHADOW_SIDE as f32 / SHADOW_SPAN;
    let p = sub(p, [0.0, -0.25, 0.0]);
    let mid = SHADOW_SIDE as f32 / 2.0;
    [mid + k * dot(axes[0], p), mid - k * dot(axes[1], p), dot(axes[2], p)]
}

/// The camera's exposure, and the brightness of what is behind as a factor before that exposure.
pub(crate) fn camera(light: Light) -> (f32, f32) {
    match light {
        Light::Even => (1.0, 1.0),
        Light::Dark => (0.07, 0.7),
        Light::Backlit => (0.20, 6.0),
        Light::OneSided => (1.0, 0.45),
        Light::Over => (1.3, 1.5),
    }
}

/// Linear light to an 8-bit sRGB value, the highlights rolled off as cameras do.
pub(crate) fn develop(light: f32) -> f32 {
    let x = light.max(0.0);
    let rolled = if x < 0.6 { x } else { 0.6 + 0.4 * (1.0 - (-(x - 0.6) / 0.4).exp()) };
    let encoded = if rolled <= 0.003_130_8 { 12.92 * rolled } else { 1.055 * rolled.powf(1.0 / 2.4) - 0.055 };
    encoded * 255.0
}
