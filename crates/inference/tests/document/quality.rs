//! Capture measurements on real documents and on copies spoilt in one known way, so that thresholds can be chosen.

use countersign_inference::document::picture::Gray;
use countersign_inference::document::quality::{DocumentQuality, measure};
use countersign_media::RgbImage;

use crate::corpus::{csv, picture, root, source};

/// A way to spoil a picture.
type Spoil = fn(&RgbImage) -> RgbImage;

#[test]
fn quality_of_the_corpus() {
    let Some(root) = root() else { return };
    let rows = csv(&root.join("mrz_groundtruth.csv"));
    let pictures: Vec<(String, RgbImage)> =
        rows.iter().map(|r| (source(&r[0]), picture(&root.join(&r[0])))).filter(|(_, p)| p.width >= 280).collect();
    let variants: [(&str, Spoil); 8] = [
        ("as given", Clone::clone),
        ("blur σ 1", |p| blurred(p, 1)),
        ("blur σ 2", |p| blurred(p, 2)),
        ("moved 5 px", moved),
        ("glare 3 %", |p| lit(p, 0.03)),
        ("glare 8 %", |p| lit(p, 0.08)),
        ("dark", |p| scaled(p, 0.25)),
        ("over-exposed", |p| scaled(p, 1.9)),
    ];
    let mut sources: Vec<String> = pictures.iter().map(|(s, _)| s.clone()).collect();
    sources.dedup();
    for name in sources.iter().map(Some).chain([None]) {
        let group: Vec<&RgbImage> =
            pictures.iter().filter(|(s, _)| name.is_none_or(|n| n == s)).map(|(_, p)| p).collect();
        println!("\n{} (n = {})\n", name.map_or("all", String::as_str), group.len());
        println!(
            "| copy | sharpness | glare share | blown-out share | brightness | dark share | contrast | outline found |\n|---|---|---|---|---|---|---|---|"
        );
        for (variant, spoil) in variants {
            let all: Vec<DocumentQuality> = group.iter().map(|p| measure(&spoil(p))).collect();
            let spread = |f: &dyn Fn(&DocumentQuality) -> Option<f32>| {
                let mut v: Vec<f32> = all.iter().filter_map(f).collect();
                v.sort_by(f32::total_cmp);
                let at =
                    |p: f32| v.get(((v.len().max(1) - 1) as f32 * p).round() as usize).copied().unwrap_or(f32::NAN);
                format!("{:.2} / {:.2} / {:.2}", at(0.1), at(0.5), at(0.9))
            };
            println!(
                "| {variant} | {} | {} | {} | {} | {} | {} | {} |",
                spread(&|q| q.sharpness),
                spread(&|q| Some(q.glare_share)),
                spread(&|q| Some(q.blown_share)),
                spread(&|q| Some(q.brightness)),
                spread(&|q| Some(q.dark_share)),
                spread(&|q| Some(q.contrast)),
                all.iter().filter(|q| q.document_quad.is_some()).count(),
            );
        }
    }
    outlines(&pictures);
}

/// Each document laid on a dark table with a margin, slanted, and then cut by the picture's edge.
fn outlines(pictures: &[(String, RgbImage)]) {
    println!("\n| on a table | n | outline within 4 % | margin 0 | no outline |\n|---|---|---|---|---|");
    for (name, degrees, cut) in [
        ("straight", 0.0, 0.0),
        ("slanted 6°", 6.0, 0.0),
        ("slanted −15°", -15.0, 0.0),
        ("cut off by 12 %", 0.0, 0.12),
        ("cut off by 25 %, 4°", 4.0, 0.25),
    ] {
        let (mut right, mut touching, mut none, mut n) = (0, 0, 0, 0);
        for (_, p) in pictures.iter().filter(|(_, p)| (1.2..1.8).contains(&(p.width as f32 / p.height as f32))) {
            let (photo, truth) = laid(p, degrees, cut);
            let q = measure(&photo);
            n += 1;
            match q.document_quad {
                None => none += 1,
                Some(found) => {
                    let off = found.iter().zip(&truth).map(|(a, b)| (a.0 - b.0).hypot(a.1 - b.1)).fold(0.0, f32::max);
                    right += usize::from(off < 0.04 * p.width as f32);
                    touching += usize::from(q.margin_px.is_some_and(|m| m < 2.0));
                }
            }
        }
        println!("| {name} | {n} | {right} | {touching} | {none} |");
    }
}

fn laid(p: &RgbImage, degrees: f32, cut: f32) -> (RgbImage, [(f32, f32); 4]) {
    let (w, h) = (p.width as f32, p.height as f32);
    let (cw, ch) = ((w * 1.5) as u32, (h * 1.7) as u32);
    let centre = (w * 0.5 - w * cut + if cut > 0.0 { 0.0 } else { w * 0.25 }, ch as f32 / 2.0);
    let (sin, cos) = f32::to_radians(degrees).sin_cos();
    let mut pixels = Vec::with_capacity((cw * ch * 3) as usize);
    for y in 0..ch {
        for x in 0..cw {
            let (dx, dy) = (x as f32 - centre.0, y as f32 - centre.1);
            let (u, v) = (cos * dx + sin * dy + w / 2.0, cos * dy - sin * dx + h / 2.0);
            let on = (0.0..w).contains(&u) && (0.0..h).contains(&v);
            let grain = ((x * 31 + y * 17 + x * y) % 13) as u8;
            pixels.extend(if on { p.at(u as u32, v as u32) } else { [70 + grain, 55 + grain, 45 + grain] });
        }
    }
    let corner = |u: f32, v: f32| (centre.0 + cos * u - sin * v, centre.1 + sin * u + cos * v);
    let truth =
        [corner(-w / 2.0, -h / 2.0), corner(w / 2.0, -h / 2.0), corner(w / 2.0, h / 2.0), corner(-w / 2.0, h / 2.0)];
    let truth = truth.map(|(x, y)| (x.max(0.0), y.clamp(0.0, ch as f32)));
    (RgbImage { width: cw, height: ch, pixels }, truth)
}

fn per_channel(p: &RgbImage, change: impl Fn(&Gray) -> Gray) -> RgbImage {
    let mut out = p.clone();
    for c in 0..3 {
        let pixels = p.pixels.iter().skip(c).step_by(3).copied().collect();
        let plane = change(&Gray { width: p.width as usize, height: p.height as usize, pixels });
        out.pixels.iter_mut().skip(c).step_by(3).zip(&plane.pixels).for_each(|(o, v)| *o = *v);
    }
    out
}

/// Averages along both axes three times: a bell of about `sigma`.
fn blurred(p: &RgbImage, sigma: usize) -> RgbImage {
    per_channel(p, |g| {
        let mut g = g.clone();
        for _ in 0..3 {
            for along in [1usize, g.width] {
                let from = g.clone();
                let limit = g.pixels.len();
                for i in sigma * along..limit - sigma * along {
                    let sum: usize =
                        (0..=2 * sigma).map(|d| usize::from(from.pixels[i + d * along - sigma * along])).sum();
                    g.pixels[i] = (sum / (2 * sigma + 1)) as u8;
                }
            }
        }
        g
    })
}

fn moved(p: &RgbImage) -> RgbImage {
    per_channel(p, |g| {
        let mut out = g.clone();
        for i in 2..g.pixels.len() - 2 {
            out.pixels[i] = (g.pixels[i - 2..=i + 2].iter().map(|v| u32::from(*v)).sum::<u32>() / 5) as u8;
        }
        out
    })
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
