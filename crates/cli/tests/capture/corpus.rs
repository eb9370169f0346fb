//! Real documents, as given and spoilt in one known way, per source.

use std::path::{Path, PathBuf};

use countersign_media::RgbImage;

use crate::judge::{Confusion, home, of_one};

/// A way to spoil a picture.
type Spoil = fn(&RgbImage) -> RgbImage;

const COPIES: [(&str, Spoil); 8] = [
    ("as given", Clone::clone),
    ("blurred, σ 2", |p| smeared(&smeared(p, (1, 0), 3), (0, 1), 3)),
    ("shaken, 7 px across", |p| smeared(p, (1, 0), 3)),
    ("shaken, 9 px aslant", |p| smeared(p, (1, 1), 4)),
    ("glare on 8 %", |p| lit(p, 0.08)),
    ("dark, a quarter", |p| scaled(p, 0.25)),
    ("over-exposed, 1.9 ×", |p| scaled(p, 1.9)),
    ("on a table", on_table),
];

fn corpus() -> Option<PathBuf> {
    let beside = home().join("../shared/data");
    let root = std::env::var_os("COUNTERSIGN_CORPUS").map_or(beside, PathBuf::from);
    let there = root.join("MANIFEST.csv").exists();
    if !there {
        println!("skipped: no corpus");
    }
    there.then_some(root)
}

#[expect(clippy::disallowed_methods, reason = "tests decode their own trusted samples")]
fn picture(path: &Path) -> Option<RgbImage> {
    let rgb = image::open(path).ok()?.into_rgb8();
    Some(RgbImage { width: rgb.width(), height: rgb.height(), pixels: rgb.into_raw() })
}

#[test]
fn real_documents_as_given_and_spoilt() {
    let Some(root) = corpus() else { return };
    let list = std::fs::read_to_string(root.join("mrz_groundtruth.csv")).expect("a readable table");
    let files = list.lines().skip(1).filter_map(|line| line.split(',').next()).filter(|file| file.starts_with("mrz/"));
    let pictures: Vec<(String, RgbImage)> = files
        .filter_map(|file| Some((file.split('/').nth(1)?.to_owned(), picture(&root.join(file))?)))
        .filter(|(_, p)| p.width >= 280)
        .collect();
    let mut sources: Vec<&String> = pictures.iter().map(|(source, _)| source).collect();
    sources.dedup();
    // All of them take eight minutes of a busy machine; every third tells when something breaks.
    let every = if std::env::var_os("COUNTERSIGN_VERBOSE").is_some() { 1 } else { 3 };
    for source in sources {
        let mut table = Confusion::default();
        for (name, spoil) in COPIES {
            for (_, given) in pictures.iter().filter(|(of, _)| of == source).step_by(every) {
                let mut said = of_one(&spoil(given));
                // These are small pictures of documents: that they are small is true of every copy and told apart here.
                said.retain(|reason| !matches!(*reason, "document_low_resolution" | "document_too_far"));
                table.add(name, &said);
            }
        }
        table.print(&format!("{source} (too few pixels left out)"));
        let (n, blurred) = table.count("blurred, σ 2", "document_blurred");
        assert!(blurred * 10 >= n * 8, "{source}: {blurred} of {n} blurred copies told");
    }
}

fn smeared(p: &RgbImage, (dx, dy): (i64, i64), reach: i64) -> RgbImage {
    let mut out = p.clone();
    let (w, h) = (i64::from(p.width), i64::from(p.height));
    for y in 0..h {
        for x in 0..w {
            let mut sums = [0u32; 3];
            for k in -reach..=reach {
                let at = p.at((x + k * dx).clamp(0, w - 1) as u32, (y + k * dy).clamp(0, h - 1) as u32);
                sums.iter_mut().zip(at).for_each(|(sum, part)| *sum += u32::from(part));
            }
            let to = ((y * w + x) * 3) as usize;
            for (part, sum) in sums.into_iter().enumerate() {
                out.pixels[to + part] = (sum / (2 * reach as u32 + 1)) as u8;
            }
        }
    }
    out
}

fn lit(p: &RgbImage, share: f32) -> RgbImage {
    let (w, h) = (p.width as f32, p.height as f32);
    let radius = (share * w * h / std::f32::consts::PI).sqrt();
    let mut out = p.clone();
    for y in 0..p.height {
        for x in 0..p.width {
            let far = (x as f32 - w * 0.6).hypot(y as f32 - h * 0.4) / radius;
            // Blown out inside the radius, fading over half of it.
            let add = (255.0 * (3.0 - 2.0 * far).clamp(0.0, 1.0)) as u8;
            let i = ((y * p.width + x) * 3) as usize;
            out.pixels[i..i + 3].iter_mut().for_each(|v| *v = v.saturating_add(add));
        }
    }
    out
}

fn scaled(p: &RgbImage, by: f32) -> RgbImage {
    let mut out = p.clone();
    out.pixels.iter_mut().for_each(|v| *v = (f32::from(*v) * by).min(255.0) as u8);
    out
}

/// Laid on a dark table with a margin, slanted by 6°.
fn on_table(p: &RgbImage) -> RgbImage {
    let (w, h) = (p.width as f32, p.height as f32);
    let (width, height) = ((w * 1.5) as u32, (h * 1.7) as u32);
    let (sin, cos) = 6f32.to_radians().sin_cos();
    let mut pixels = Vec::with_capacity((width * height * 3) as usize);
    for y in 0..height {
        for x in 0..width {
            let (dx, dy) = (x as f32 - width as f32 / 2.0, y as f32 - height as f32 / 2.0);
            let (u, v) = (cos * dx + sin * dy + w / 2.0, cos * dy - sin * dx + h / 2.0);
            let on = (0.0..w).contains(&u) && (0.0..h).contains(&v);
            let grain = ((x * 31 + y * 17 + x * y) % 13) as u8;
            pixels.extend(if on { p.at(u as u32, v as u32) } else { [70 + grain, 55 + grain, 45 + grain] });
        }
    }
    RgbImage { width, height, pixels }
}
