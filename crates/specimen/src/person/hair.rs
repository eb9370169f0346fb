//! Hair: a shell round the head that exists only where hair grows.

use super::head::Head;
use super::random::{clouds, noise};
use super::skin::Paint;
use super::traits::{Hair, Traits};
use super::vector::{V3, bell, scale, step};

/// How thick the hair lies at the crown, in 100 mm.
fn thickness(t: &Traits) -> f32 {
    match t.hair {
        Hair::Bald => 0.004,
        Hair::Crop => 0.03,
        Hair::Short => 0.10,
        Hair::Bob => 0.11,
        Hair::Long => 0.09,
    }
}

/// The lowest point of the hair.
pub(crate) fn lowest(t: &Traits) -> f32 {
    match t.hair {
        Hair::Bald | Hair::Crop | Hair::Short => -0.62,
        Hair::Bob => t.chin + 0.05,
        Hair::Long => -2.1,
    }
}

/// The highest point of the hair.
pub(crate) fn highest(t: &Traits) -> f32 {
    t.head_top + thickness(t)
}

/// The shell at an angle (radians from the face's middle) and height.
pub(crate) fn shell(head: &Head<'_>, angle: f32, y: f32) -> V3 {
    let t = head.traits;
    let thick = thickness(t);
    let wavy = thick * 0.35 * clouds(angle * 2.5, y * 1.6, t.grain ^ 0x14);
    let scalp = if y > 0.2 { 0.2 + (y - 0.2) * (t.head_top - 0.2) / (highest(t) - 0.2) } else { y.max(0.02) };
    let base = head.surface(angle, scalp);
    let loose = match t.hair {
        Hair::Long | Hair::Bob => 0.05 * step(0.3, -0.4, y) + 0.10 * step(-0.6, -1.8, y),
        _ => -0.16 * step(-0.1, -0.6, y),
    };
    let edge = step(0.0, 0.25, y - hairline(t, base[0])).max(step(1.0, 1.3, angle.abs()));
    let grow = 1.0 + (thick * (0.35 + 0.65 * edge) + wavy) / 0.75 + loose;
    let flat = bell(angle, 0.9) * 0.01;
    [base[0] * grow, y, base[2] * (grow - flat) - 0.05 * step(-0.2, -1.2, y)]
}

/// Where the forehead ends above x.
fn hairline(t: &Traits, x: f32) -> f32 {
    let a = x.abs();
    let temple = if t.male { 0.10 * bell(a - 0.36, 0.12) * (0.4 + t.age) } else { 0.0 };
    let part = 0.05 * bell(x - t.parting, 0.10);
    let brow = t.fringe * (t.hairline - t.brow_height - 0.07);
    t.hairline + part * (1.0 - t.fringe) + temple - 0.35 * step(0.3, 0.75, a) * (1.0 - t.fringe) - brow
}

/// Whether hair grows at (angle, y); its rim is ragged.
pub(crate) fn grows(t: &Traits, angle: f32, y: f32) -> bool {
    let rough =
        0.035 * noise(angle * 45.0, y * 6.0, t.grain ^ 0x15) + 0.03 * clouds(angle * 9.0, y * 5.0, t.grain ^ 0x16);
    let x = t.head_width * angle.sin();
    let a = angle.abs();
    if a < 1.25 && y > hairline(t, x) + rough {
        return t.hair != Hair::Bald || a > 1.0 && y < 0.5;
    }
    let low = match t.hair {
        Hair::Bald | Hair::Crop | Hair::Short => {
            if t.hair == Hair::Bald && y > 0.42 {
                return false;
            }
            let sideburn = -0.12 + 0.3 * step(1.30, 1.12, a);
            if a < 1.9 { sideburn } else { -0.5 }
        }
        Hair::Bob | Hair::Long => lowest(t) + 0.05,
    };
    let front = match t.hair {
        Hair::Bob => 1.05 + 0.10 * step(0.0, -0.8, y),
        Hair::Long => 1.12 + 0.05 * (y * 2.0).sin(),
        _ => 1.12,
    };
    a + 1.2 * rough > front && y > low + 2.0 * rough
}

/// The hair's colour, strand by strand.
pub(crate) fn paint(t: &Traits, angle: f32, y: f32) -> Paint {
    let lean = angle + 0.12 * clouds(angle * 2.0, y * 1.5, t.grain ^ 0x17);
    let strand = noise(lean * 75.0, y * 2.2, t.grain ^ 0x18) * 0.6 + noise(lean * 190.0, y * 3.5, t.grain ^ 0x19) * 0.4;
    let lock = clouds(lean * 11.0, y * 1.2, t.grain ^ 0x1A);
    let tone = (0.85 + 0.45 * strand + 0.35 * lock).max(0.15);
    Paint {
        albedo: scale(t.hair_colour, tone),
        gloss: 0.10,
        polish: 10.0,
        bump: [0.5 * strand + 0.3 * lock, 0.1 * strand],
    }
}
