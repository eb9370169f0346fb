//! The little vector arithmetic that the renderer needs; millimetres over 100, x to the viewer's right, y up, z to the viewer.

/// A point, direction or linear colour.
pub(crate) type V3 = [f32; 3];

pub(crate) fn add(a: V3, b: V3) -> V3 {
    [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
}

pub(crate) fn sub(a: V3, b: V3) -> V3 {
    [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
}

pub(crate) fn scale(a: V3, s: f32) -> V3 {
    [a[0] * s, a[1] * s, a[2] * s]
}

pub(crate) fn times(a: V3, b: V3) -> V3 {
    [a[0] * b[0], a[1] * b[1], a[2] * b[2]]
}

pub(crate) fn dot(a: V3, b: V3) -> f32 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

pub(crate) fn cross(a: V3, b: V3) -> V3 {
    [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

pub(crate) fn unit(a: V3) -> V3 {
    scale(a, 1.0 / dot(a, a).sqrt().max(1e-9))
}

/// `a` at 0, `b` at 1.
pub(crate) fn blend(a: V3, b: V3, t: f32) -> V3 {
    add(scale(a, 1.0 - t), scale(b, t))
}

/// 0 below `low`, 1 above `high`, smooth between; a falling step when `low > high`.
pub(crate) fn step(low: f32, high: f32, x: f32) -> f32 {
    let t = ((x - low) / (high - low)).clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}

/// A bell of height 1 at 0, with deviation `width`.
pub(crate) fn bell(x: f32, width: f32) -> f32 {
    let t = x / width;
    (-0.5 * t * t).exp()
}

/// Turns first by roll (z), then pitch (x), then yaw (y); radians.
pub(crate) fn turn(p: V3, yaw: f32, pitch: f32, roll: f32) -> V3 {
    let (s, c) = roll.sin_cos();
    let p = [c * p[0] - s * p[1], s * p[0] + c * p[1], p[2]];
    let (s, c) = pitch.sin_cos();
    let p = [p[0], c * p[1] - s * p[2], s * p[1] + c * p[2]];
    let (s, c) = yaw.sin_cos();
    [c * p[0] + s * p[2], p[1], c * p[2] - s * p[0]]
}
