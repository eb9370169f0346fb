//! A person before a camera, from surfaces to light with a share of cover for every pixel.

use super::head::Head;
use super::light::Lighting;
use super::look::Look;
use super::raster::{NOTHING, Patch, Sample, Samples};
use super::skin::{Paint, bare, face};
use super::traits::Traits;
use super::vector::{V3, add, scale, sub, turn};
use super::{body, hair};

/// Where on its map a surface exists.
pub(crate) type Keep<'a> = Box<dyn Fn([f32; 2]) -> bool + 'a>;

const FACE: u8 = 1;
const HAIR: u8 = 2;
const EAR: u8 = 3;
const NECK: u8 = 4;
const CLOTH: u8 = 5;
const FRAME: u8 = 6;
const DARK_LENS: u8 = 7;
const MASK: u8 = 8;

/// Samples per pixel, along each side.
const FINE: usize = 2;

/// The camera's distance from the eyes: 90 cm.
const DISTANCE: f32 = 9.0;

/// Chin to crown, 23 cm.
const FACE_HEIGHT: f32 = 2.3;

/// A rectangle of pixels, ends excluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Window {
    pub(crate) left: usize,
    pub(crate) top: usize,
    pub(crate) right: usize,
    pub(crate) bottom: usize,
}

impl Window {
    /// The whole picture.
    pub(crate) fn whole(width: usize, height: usize) -> Self {
        Self { left: 0, top: 0, right: width, bottom: height }
    }

    pub(crate) fn width(self) -> usize {
        self.right - self.left
    }

    pub(crate) fn height(self) -> usize {
        self.bottom - self.top
    }
}

/// Where the camera puts things: pixels for a length at the eyes' distance, and the pixel of the point between the eyes.
struct Camera {
    zoom: f32,
    centre: [f32; 2],
}

impl Camera {
    fn new(look: &Look, width: usize, height: usize) -> Self {
        let (w, h) = (width as f32, height as f32);
        Self { zoom: look.size * h / FACE_HEIGHT, centre: [0.5 * w + look.shift.0 * h, (0.5 - look.shift.1) * h] }
    }

    fn project(&self, p: V3) -> V3 {
        let s = self.zoom * DISTANCE / (DISTANCE - p[2]);
        [self.centre[0] + p[0] * s, self.centre[1] - (p[1] + 0.02) * s, p[2]]
    }
}

/// The pixels of the part of the face between `low` and `high` and within `side` of its middle.
pub(crate) fn part_of_face(look: &Look, width: usize, height: usize, low: f32, high: f32, side: f32) -> Window {
    let camera = Camera::new(look, width, height);
    let (from, to) = (camera.project([-side, high, 0.5]), camera.project([side, low, 0.5]));
    let within = |x: f32, end: usize| x.clamp(0.0, end as f32) as usize;
    Window {
        left: within(from[0], width),
        top: within(from[1], height),
        right: within(to[0], width),
        bottom: within(to[1], height),
    }
}

/// Takes the picture of one person, or the part of it inside `window`: for each pixel linear light, premultiplied by its
/// cover, and the cover.
pub(crate) fn take(t: &Traits, look: &Look, width: usize, height: usize, window: Window) -> Vec<[f32; 4]> {
    let head = Head::new(t, look);
    let patches = surfaces(&head, look);
    let lighting = Lighting::new(look.light, &patches);
    let camera = Camera::new(look, width, height);
    let fine = FINE as f32;
    let project = |p: V3| {
        let at = camera.project(p);
        [(at[0] - window.left as f32) * fine, (at[1] - window.top as f32) * fine, at[2]]
    };
    let (w, h) = (window.width() * FINE, window.height() * FINE);
    let mut samples = Samples::new(w, h);
    for (patch, keep) in &patches {
        samples.draw(patch, &project, keep);
    }
    let gaze = [-0.05 * look.yaw.clamp(-0.5, 0.5), 0.03 * look.pitch.clamp(-0.5, 0.5)];
    let mut pixels = vec![[0.0; 4]; window.width() * window.height()];
    for (i, sample) in samples.all.iter().enumerate() {
        if sample.part == NOTHING {
            continue;
        }
        let paint = paint(&head, sample, gaze);
        let skin = matches!(sample.part, FACE | EAR | NECK);
        let light = lighting.shade(sample, &paint, [0.0, 0.0, DISTANCE], skin);
        let pixel = &mut pixels[i / w / FINE * window.width() + i % w / FINE];
        for (sum, value) in pixel.iter_mut().zip([light[0], light[1], light[2], 1.0]) {
            *sum += value / (FINE * FINE) as f32;
        }
    }
    pixels
}

fn paint(head: &Head<'_>, sample: &Sample, gaze: [f32; 2]) -> Paint {
    let t = head.traits;
    let [u, v] = sample.map;
    match sample.part {
        FACE => face(head, u, v, gaze),
        HAIR => hair::paint(t, u, v),
        EAR => body::paint_ear(bare(t, u * 0.2, v * 0.3), u, v),
        NECK => bare(t, u, v),
        CLOTH => body::paint_cloth(t, u, v),
        FRAME => Paint { albedo: [0.02, 0.018, 0.016], gloss: 0.25, polish: 30.0, bump: [0.0; 2] },
        DARK_LENS => Paint { albedo: [0.006, 0.006, 0.007], gloss: 0.12, polish: 60.0, bump: [0.0; 2] },
        _ => Paint::dull([0.42, 0.58, 0.66]),
    }
}

fn surfaces<'a>(head: &'a Head<'a>, look: &Look) -> Vec<(Patch, Keep<'a>)> {
    let t = head.traits;
    let pivot = [0.0, -0.95, -0.25];
    let pose = *look;
    let share =
        move |p: V3, part: f32| add(turn(sub(p, pivot), part * pose.yaw, part * pose.pitch, part * pose.roll), pivot);
    let nod = move |p: V3| share(p, 1.0);
    let neck_turn = move |p: V3| share(p, 0.35 * ((p[1] + 2.2) / 1.2).clamp(0.0, 1.0));
    let everywhere = || -> Keep<'a> { Box::new(|_| true) };
    let skull = Patch::new(FACE, (-2.0, 2.0, 250), (-1.0, 1.0, 230), &|angle, v| {
        let (chin, top) = (head.chin_now(), t.head_top);
        let y = chin + (top - chin) * (0.5 + 0.5 * (1.2 * v).sin() / 1.2_f32.sin());
        let p = head.surface(angle, y);
        let behind = if angle.abs() > 1.5 { 1.0 } else { 0.0 };
        (p, [p[0] + behind * angle.signum(), y])
    });
    let shell = Patch::new(HAIR, (-3.15, 3.15, 260), (hair::lowest(t), hair::highest(t), 170), &|angle, y| {
        (hair::shell(head, angle, y), [angle, y])
    });
    let neck = Patch::new(NECK, (-1.9, 1.9, 60), (-2.2, -0.75, 50), &|angle, y| {
        let p = body::neck(t, angle, y);
        (p, [p[0], y])
    });
    let cloth = Patch::new(CLOTH, (-1.95, 1.95, 90), (0.0, 1.0, 60), &|x, v| {
        let p = body::cloth(t, x, v);
        (p, [p[0], p[1]])
    });
    let mut all: Vec<(Patch, Keep<'a>)> = vec![
        (skull.placed(&nod), everywhere()),
        (shell.placed(&nod), Box::new(|m| hair::grows(t, m[0], m[1]))),
        (neck.placed(&neck_turn), everywhere()),
        (cloth, Box::new(|m| body::cloth_covers(t, m[0], m[1]))),
    ];
    for side in [-1.0, 1.0] {
        let ear = Patch::new(EAR, (0.0, 6.284, 40), (0.0, 1.6, 16), &|u, v| (body::ear(head, side, u, v), [u, v]));
        all.push((ear.placed(&nod), everywhere()));
    }
    worn(head, look, &nod, &mut all);
    all
}

fn worn<'a>(head: &'a Head<'a>, look: &Look, nod: &dyn Fn(V3) -> V3, all: &mut Vec<(Patch, Keep<'a>)>) {
    let t = head.traits;
    let sheet =
        |part| Patch::new(part, (-0.66, 0.66, 60), (-0.3, 0.22, 30), &|x, y| (body::spectacles(t, x, y), [x, y]));
    if t.spectacles || look.dark_glasses {
        all.push((sheet(FRAME).placed(nod), Box::new(|m| body::frame(t, m[0], m[1]))));
    }
    if look.dark_glasses {
        all.push((sheet(DARK_LENS).placed(nod), Box::new(|m| body::lens(t, m[0], m[1]) < 1.0)));
    }
    if look.covered_mouth {
        let mask = Patch::new(MASK, (-1.35, 1.35, 90), (t.chin - 0.12, t.nose_low + 0.3, 60), &|a, y| {
            (body::mask(head, a, y), [a, y])
        });
        all.push((mask.placed(nod), Box::new(|m| body::masked(t, m[0], m[1]))));
    }
}

/// The background's linear light at a pixel.
pub(crate) fn over(front: [f32; 4], back: V3) -> V3 {
    add([front[0], front[1], front[2]], scale(back, 1.0 - front[3].min(1.0)))
}
