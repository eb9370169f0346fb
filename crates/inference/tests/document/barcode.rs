//! PDF417 as given, slanted, turned and shrunk.

use std::time::Instant;

use countersign_inference::document::barcode;
use countersign_inference::document::picture::Gray;

use crate::corpus::{csv, picture, root};

#[test]
fn barcodes_of_the_corpus() {
    let Some(root) = root() else { return };
    let rows = csv(&root.join("pdf417_groundtruth.csv"));
    let rows: Vec<_> = rows.iter().filter(|r| r[0].contains("/pdf417-")).collect();
    println!("\n| variant | n | exact | ms |\n|---|---|---|---|");
    let pictures: Vec<Gray> = rows.iter().map(|r| Gray::from_rgb(&picture(&root.join(&r[0])))).collect();
    for (name, degrees, scale) in [
        ("as given", 0.0, 1.0),
        ("8°", 8.0, 1.0),
        ("15°", 15.0, 1.0),
        ("30°", 30.0, 1.0),
        ("90°", 90.0, 1.0),
        ("180°", 180.0, 1.0),
        ("0.6 ×", 0.0, 0.6),
        ("0.4 ×", 0.0, 0.4),
    ] {
        let (mut exact, start) = (0, Instant::now());
        for (row, plain) in rows.iter().zip(&pictures) {
            let size = |n: usize| (n as f32 * scale) as usize;
            let view =
                if size(100) == 100 { plain.clone() } else { plain.resized(size(plain.width), size(plain.height)) };
            let view = if f32::abs(degrees) < 1.0 { view } else { view.rotated(degrees) };
            let read = barcode::read(&view);
            let right = |b: &barcode::Barcode| match row[1].as_str() {
                "bin" => hex(&b.bytes).starts_with(&row[2]) || row[2].starts_with(&hex(&b.bytes)),
                _ => b.text == row[2] || b.text.replace(['\r', '\n'], "") == row[2].replace(['\r', '\n'], ""),
            };
            exact += usize::from(read.iter().any(right));
        }
        println!(
            "| {name} | {} | {exact} | {:.0} |",
            rows.len(),
            start.elapsed().as_secs_f64() * 1e3 / rows.len() as f64
        );
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, b| text + &format!("{b:02x}"))
}
