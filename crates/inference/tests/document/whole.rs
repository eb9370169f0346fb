//! The whole reading of a photograph: what each step takes, on documents as given and photographed at 12 megapixels.

use countersign_inference::document::{ReadOptions, TextWhen};
use countersign_media::RgbImage;
use jiff::civil::date;

use crate::corpus::{csv, picture, root};

/// A way to photograph a document.
type Take = fn(&RgbImage) -> RgbImage;

const TODAY: jiff::civil::Date = date(2026, 11, 22);

#[test]
fn whole_readings_of_the_corpus() {
    let Some(root) = root() else { return };
    let rows = csv(&root.join("mrz_groundtruth.csv"));
    let reader = crate::corpus::reader();
    // Every fourth, so that all kinds are there and the test takes a minute.
    let pictures: Vec<_> = rows.iter().step_by(4).map(|r| (picture(&root.join(&r[0])), r[2].clone())).collect();
    println!(
        "\n| photograph | n | zone exact | quality ms | mrz ms | barcode ms | text ms | all ms | worst ms |\n|---|---|---|---|---|---|---|---|---|"
    );
    let takes: [(&str, Take, TextWhen); 4] = [
        ("as given, text always", Clone::clone, TextWhen::Always),
        ("12 MP on a table, 4°, no text", |p| photographed(p, 4.0, 0), TextWhen::Never),
        ("12 MP on a table, −8°, turned 90°, no text", |p| photographed(p, -8.0, 1), TextWhen::Never),
        ("12 MP on a table, 2°, upside down, text always", |p| photographed(p, 2.0, 2), TextWhen::Always),
    ];
    for (name, take, text) in takes {
        let (mut exact, mut worst, mut sums) = (0, 0f64, [0f64; 4]);
        for (given, truth) in &pictures {
            let read = reader.read(&take(given), TODAY, ReadOptions { text });
            exact += usize::from(read.mrz.is_some_and(|d| d.mrz.lines.join("|") == *truth));
            for (step, ms) in &read.timings {
                if let Some(place) = ["quality", "mrz", "barcode", "text"].iter().position(|s| s == step) {
                    sums[place] += ms;
                }
            }
            worst = worst.max(read.timings.iter().map(|(_, ms)| ms).sum());
            assert!(read.failures.is_empty(), "{:?}", read.failures);
        }
        let n = pictures.len() as f64;
        let [q, m, b, t] = sums.map(|s| s / n);
        println!("| {name} | {n} | {exact} | {q:.0} | {m:.0} | {b:.0} | {t:.0} | {:.0} | {worst:.0} |", q + m + b + t);
    }
}

/// 4000 × 3000, the document on three quarters of it, slanted, then turned by quarters.
fn photographed(p: &RgbImage, degrees: f32, quarters: u32) -> RgbImage {
    let (width, height) = (4000u32, 3000u32);
    let scale = (0.75 * width as f32 / p.width as f32).min(0.75 * height as f32 / p.height as f32);
    let (sin, cos) = degrees.to_radians().sin_cos();
    let mut pixels = Vec::with_capacity((width * height * 3) as usize);
    for y in 0..height {
        for x in 0..width {
            let (dx, dy) = ((x as f32 - 2000.0) / scale, (y as f32 - 1500.0) / scale);
            let (u, v) =
                (cos * dx + sin * dy + p.width as f32 / 2.0 - 0.5, cos * dy - sin * dx + p.height as f32 / 2.0 - 0.5);
            let on = (0.0..p.width as f32 - 1.0).contains(&u) && (0.0..p.height as f32 - 1.0).contains(&v);
            let grain = ((x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)) >> 7) as u8 % 12;
            for c in 0..3 {
                let at = |x: f32, y: f32| f32::from(p.at(x as u32, y as u32)[c]);
                let (fu, fv) = (u.fract(), v.fract());
                let ink = || {
                    (at(u, v) * (1.0 - fu) + at(u + 1.0, v) * fu) * (1.0 - fv)
                        + (at(u, v + 1.0) * (1.0 - fu) + at(u + 1.0, v + 1.0) * fu) * fv
                };
                pixels.push(if on { ink() as u8 } else { 70 + grain });
            }
        }
    }
    (0..quarters).fold(RgbImage { width, height, pixels }, |p, _| {
        let mut turned = Vec::with_capacity(p.pixels.len());
        for y in 0..p.width {
            for x in 0..p.height {
                turned.extend(p.at(y, p.height - 1 - x));
            }
        }
        RgbImage { width: p.height, height: p.width, pixels: turned }
    })
}
