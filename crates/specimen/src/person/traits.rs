//! What makes a person look like nobody else: every measure is drawn from the seed.

use super::random::Random;
use super::vector::{V3, blend};

/// How the hair is worn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hair {
    Bald,
    Crop,
    Short,
    Bob,
    Long,
}

/// How the beard is worn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Beard {
    None,
    Stubble,
    Moustache,
    Goatee,
    Full,
}

/// A face's measures. Lengths in 100 mm with the eyes at y = 0; colours linear, 0–1; the rest 0–1 unless said otherwise.
#[derive(Clone, Debug)]
pub(crate) struct Traits {
    pub grain: u32,
    pub male: bool,
    pub age: f32,
    pub skin: V3,
    pub dark: f32,
    pub head_width: f32,
    pub head_top: f32,
    pub chin: f32,
    pub jaw_square: f32,
    pub jaw_full: f32,
    pub chin_out: f32,
    pub cheek: f32,
    pub fullness: f32,
    pub brow_ridge: f32,
    pub eye_apart: f32,
    pub eye_wide: f32,
    pub eye_open: f32,
    pub eye_tilt: f32,
    pub lid_fold: f32,
    pub iris: V3,
    pub brow_height: f32,
    pub brow_thick: f32,
    pub brow_arch: f32,
    pub brow_tilt: f32,
    pub nose_low: f32,
    pub nose_wide: f32,
    pub nose_out: f32,
    pub nose_bridge: f32,
    pub nose_hook: f32,
    pub mouth: f32,
    pub mouth_wide: f32,
    pub lip_upper: f32,
    pub lip_lower: f32,
    pub lip: V3,
    pub hair: Hair,
    pub hair_colour: V3,
    pub hairline: f32,
    pub parting: f32,
    pub fringe: f32,
    pub beard: Beard,
    pub spectacles: bool,
    pub freckles: f32,
    pub clothes: V3,
}

const SKINS: [V3; 6] = [
    [0.78, 0.53, 0.43],
    [0.70, 0.45, 0.34],
    [0.60, 0.37, 0.25],
    [0.44, 0.25, 0.155],
    [0.26, 0.135, 0.08],
    [0.13, 0.065, 0.04],
];
const IRISES: [V3; 5] =
    [[0.10, 0.05, 0.02], [0.18, 0.10, 0.04], [0.16, 0.20, 0.08], [0.16, 0.27, 0.38], [0.25, 0.32, 0.36]];
const HAIRS: [V3; 6] = [
    [0.012, 0.010, 0.010],
    [0.030, 0.018, 0.012],
    [0.075, 0.040, 0.022],
    [0.20, 0.12, 0.055],
    [0.42, 0.29, 0.14],
    [0.24, 0.075, 0.025],
];

impl Traits {
    /// The traits of the person with this seed.
    pub(crate) fn new(seed: u64) -> Self {
        let mut r = Random::new(seed, 1);
        let male = r.chance(0.5);
        let age = r.unit().powf(1.3);
        let dark = r.unit();
        let skin = skin_of(dark, &mut r);
        let hair_colour = hair_of(dark, age, &mut r);
        let gender = if male { 1.0 } else { -1.0 };
        let mut traits = Self {
            grain: (r.unit() * 1e6) as u32,
            male,
            age,
            skin,
            dark,
            head_width: 0.715 + 0.02 * gender + 0.048 * r.normal(),
            head_top: 1.16 + 0.06 * r.normal(),
            chin: -1.12 - 0.05 * gender - 0.08 * r.normal(),
            jaw_square: 2.15 + 0.25 * gender + 0.48 * r.normal(),
            jaw_full: 1.75 + 0.12 * gender + 0.30 * r.normal(),
            chin_out: 0.02 * gender + 0.045 * r.normal(),
            cheek: 0.5 + 0.8 * r.normal(),
            fullness: 0.95 * r.normal(),
            brow_ridge: 0.5 + 0.45 * gender + 0.2 * r.normal(),
            eye_apart: 0.315 + 0.023 * r.normal(),
            eye_wide: 0.150 + 0.014 * r.normal(),
            eye_open: 0.056 - 0.004 * gender + 0.011 * r.normal(),
            eye_tilt: 0.06 + 0.10 * r.normal(),
            lid_fold: r.unit(),
            iris: if dark > 0.42 { IRISES[usize::from(r.chance(0.3))] } else { r.pick(&IRISES) },
            brow_height: 0.215 - 0.02 * gender + 0.028 * r.normal(),
            brow_thick: 0.036 + 0.011 * gender + 0.013 * r.normal(),
            brow_arch: 0.045 - 0.02 * gender + 0.025 * r.normal(),
            brow_tilt: 0.045 * r.normal(),
            nose_low: -0.475 - 0.015 * gender + 0.047 * r.normal(),
            nose_wide: 0.155 + 0.008 * gender + 0.05 * (dark - 0.4) + 0.024 * r.normal(),
            nose_out: 0.25 + 0.015 * gender - 0.05 * (dark - 0.4) + 0.042 * r.normal(),
            nose_bridge: 0.07 - 0.04 * (dark - 0.4) + 0.028 * r.normal(),
            nose_hook: 0.6 * r.normal(),
            mouth: -0.705 + 0.03 * r.normal(),
            mouth_wide: 0.25 + 0.01 * gender + 0.029 * r.normal(),
            lip_upper: 0.062 - 0.010 * gender + 0.045 * (dark - 0.4) + 0.020 * r.normal(),
            lip_lower: 0.080 - 0.008 * gender + 0.05 * (dark - 0.4) + 0.020 * r.normal(),
            lip: [0.0; 3],
            hair: Hair::Short,
            hair_colour,
            hairline: 0.72 + 0.06 * r.normal(),
            parting: r.between(-0.4, 0.4),
            fringe: 0.0,
            beard: Beard::None,
            spectacles: r.chance(0.2),
            freckles: if dark < 0.3 && r.chance(0.4) { r.unit() } else { 0.0 },
            clothes: [r.between(0.02, 0.5), r.between(0.02, 0.5), r.between(0.02, 0.5)],
        };
        let blush = if male { 0.35 } else { 0.6 + 0.4 * r.unit() };
        traits.lip = blend(skin, [skin[0] * 0.80 + 0.02, skin[1] * 0.42, skin[2] * 0.45], blush);
        traits.wear(&mut r);
        traits
    }

    fn wear(&mut self, r: &mut Random) {
        if self.male {
            self.hair = r.pick(&[Hair::Short, Hair::Short, Hair::Crop, Hair::Crop, Hair::Bald]);
            self.beard =
                r.pick(&[Beard::None, Beard::None, Beard::Stubble, Beard::Moustache, Beard::Goatee, Beard::Full]);
            self.hairline += 0.18 * self.age * r.unit();
        } else {
            self.hair = r.pick(&[Hair::Long, Hair::Long, Hair::Bob, Hair::Bob, Hair::Short]);
            self.fringe = if r.chance(0.3) { r.between(0.6, 1.0) } else { 0.0 };
        }
        self.mouth = self.mouth.min(self.nose_low - 0.15);
        self.chin = self.chin.min(self.mouth - self.lip_lower - 0.22);
        self.eye_wide = self.eye_wide.min(self.eye_apart - 0.145);
        self.jaw_full = self.jaw_full.max(1.25);
        self.brow_thick = self.brow_thick.max(0.014);
        self.lip_upper = self.lip_upper.max(0.028);
        self.lip_lower = self.lip_lower.max(0.04);
        self.eye_open = self.eye_open.max(0.038);
        self.hairline = self.hairline.min(0.98);
    }
}

fn skin_of(dark: f32, r: &mut Random) -> V3 {
    let at = dark * (SKINS.len() - 1) as f32;
    let index = (at as usize).min(SKINS.len() - 2);
    let base = blend(SKINS[index], SKINS[index + 1], at - index as f32);
    let (warm, light) = (1.0 + 0.05 * r.normal(), 1.0 + 0.05 * r.normal());
    [base[0] * light, base[1] * light, base[2] * light / warm]
}

fn hair_of(dark: f32, age: f32, r: &mut Random) -> V3 {
    let colour = if dark > 0.45 { HAIRS[usize::from(r.chance(0.4))] } else { r.pick(&HAIRS) };
    let grey = if age > 0.6 { ((age - 0.6) * 2.2 * r.between(0.4, 1.3)).min(0.95) } else { 0.0 };
    blend(colour, [0.38, 0.37, 0.36], grey)
}
