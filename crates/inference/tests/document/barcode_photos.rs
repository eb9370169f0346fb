//! PDF417 on photographs of our own making: payloads in the real format, printed on a card, photographed in ever worse ways.
//! `COUNTERSIGN_VERBOSE=1` measures all of `docs/evaluation/documents-barcodes.md`.

use std::path::Path;

use countersign_inference::document::picture::Gray;
use countersign_inference::document::{aamva, barcode};
use countersign_media::RgbImage;
use countersign_specimen::Picture;
use countersign_specimen::document::{Holder, barcode_back};
use countersign_specimen::photograph::{Blur, Light, Scene, encode_jpeg, photograph};

use crate::corpus::root;

/// A change to a careful photograph.
type Change = fn(&mut Scene);

/// The table's rows. The base is 1600 × 1200 pixels, the card on four fifths of it: a module has 3 to 4 pixels.
const ROWS: &[(&str, Change)] = &[
    ("turned 0°", |s| s.rotation_deg = 0.0),
    ("turned 5°", |s| s.rotation_deg = 5.0),
    ("turned 10°", |s| s.rotation_deg = 10.0),
    ("turned 15°", |s| s.rotation_deg = 15.0),
    ("turned 30°", |s| s.rotation_deg = 30.0),
    ("turned 90° and 12°", |s| (s.rotation_deg, s.quarter_turns) = (12.0, 1)),
    ("upside down and 5°", |s| (s.rotation_deg, s.quarter_turns) = (5.0, 2)),
    ("tilted 15°", |s| s.tilt_deg = 15.0),
    ("tilted 25°", |s| s.tilt_deg = 25.0),
    ("tilted 35°", |s| s.tilt_deg = 35.0),
    ("1200 px wide", |s| s.size = (1200, 900)),
    ("800 px wide", |s| s.size = (800, 600)),
    ("640 px wide", |s| s.size = (640, 480)),
    ("480 px wide", |s| s.size = (480, 360)),
    ("out of focus, radius 2 px", |s| s.blur = Blur::Defocus(2.0 / 1600.0)),
    ("out of focus, radius 3 px", |s| s.blur = Blur::Defocus(3.0 / 1600.0)),
    ("out of focus, radius 4 px", |s| s.blur = Blur::Defocus(4.0 / 1600.0)),
    ("out of focus, radius 6 px", |s| s.blur = Blur::Defocus(6.0 / 1600.0)),
    ("moved 4 px along the bars", |s| s.blur = Blur::Motion(4.0 / 1600.0, 90.0)),
    ("moved 4 px across", |s| s.blur = Blur::Motion(4.0 / 1600.0, 0.0)),
    ("moved 8 px across", |s| s.blur = Blur::Motion(8.0 / 1600.0, 0.0)),
    ("in shadow", |s| s.light = Light::Shadow),
    ("dark, a tenth of the light", |s| (s.light, s.noise) = (Light::Dark, 6.0)),
    ("noise 12", |s| s.noise = 12.0),
    ("noise 25", |s| s.noise = 25.0),
    ("JPEG 40", |s| s.jpeg_quality = 40),
    ("JPEG 15", |s| s.jpeg_quality = 15),
    ("a finger over the lower edge", |s| s.finger = Some(0.3)),
    ("a lamp mirrored in it", |s| s.glare = Some(glare())),
    ("12 MP", |s| s.size = (4032, 3024)),
];

fn glare() -> countersign_specimen::photograph::Glare {
    countersign_specimen::photograph::Glare { x: 0.4, y: 0.55, radius: 0.05, strength: 1.2 }
}

/// Exact readings, wrong readings, and processor time, by way of photographing.
#[test]
fn payloads_photographed_in_many_ways() {
    let payloads = payloads();
    println!("\n| photograph | n | exact | other content | ms mean | ms worst |\n|---|---|---|---|---|---|");
    let mut easy = (0, 0);
    for (row, (name, change)) in ROWS.iter().enumerate() {
        let (mut exact, mut other, mut times) = (0, 0, Vec::new());
        for (i, payload) in payloads.iter().enumerate() {
            let picture = taken(payload, i, *change);
            let start = processor_ms();
            let read = barcode::read(&picture);
            times.push(processor_ms() - start);
            let right = read.iter().any(|code| code.bytes == *payload);
            exact += usize::from(right);
            other += usize::from(!right && read.iter().any(|code| code.format == "pdf417"));
        }
        if row < 4 {
            easy = (easy.0 + exact, easy.1 + payloads.len());
        }
        let (sum, worst) = (times.iter().sum::<f64>(), times.iter().copied().fold(0.0, f64::max));
        println!("| {name} | {} | {exact} | {other} | {:.0} | {worst:.0} |", payloads.len(), sum / times.len() as f64);
        assert_eq!(other, 0, "{name}: content that is not there");
    }
    assert!(easy.0 * 20 >= easy.1 * 19, "turned up to 15°, 19 of 20 are read: {} of {}", easy.0, easy.1);
}

/// Photographs of our own documents that have no barcode: nothing may be read, within a bounded time.
#[test]
fn sides_without_a_barcode() {
    use countersign_specimen::document::{Defects, Kind, render};
    let (mut times, mut read) = (Vec::new(), 0);
    for seed in 0..if full() { 3u64 } else { 1 } {
        for kind in [Kind::Passport, Kind::IdCard] {
            for side in render(kind, &Holder::sample(seed), &Defects::none()).expect("a document") {
                let photo = photograph(&side.picture, &Scene::clean(seed));
                let gray = gray(photo);
                let start = processor_ms();
                read += barcode::read(&gray).len();
                times.push(processor_ms() - start);
            }
        }
    }
    let worst = times.iter().copied().fold(0.0, f64::max);
    println!("\n| 12 MP without a barcode | n | read | ms mean | ms worst |\n|---|---|---|---|---|");
    println!("| | {} | {read} | {:.0} | {worst:.0} |", times.len(), times.iter().sum::<f64>() / times.len() as f64);
    assert_eq!(read, 0);
}

/// Whether everything is measured, for the published table, or as much as a test needs.
fn full() -> bool {
    std::env::var_os("COUNTERSIGN_VERBOSE").is_some()
}

/// Every third payload of the corpus (every eighteenth in a plain test run), or three of our own where there is none.
fn payloads() -> Vec<Vec<u8>> {
    let own = || (0..3).map(|seed| countersign_specimen::document::aamva(&Holder::sample(seed)).into_bytes()).collect();
    let Some(folder) = root().map(|root| root.join("pdf417/c0shea__IdParser/IdParser.Test/Licenses")) else {
        return own();
    };
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let read = |path: &Path| std::fs::read(path).ok().filter(|bytes| aamva::parse(bytes).is_some());
    let found: Vec<_> = paths.iter().step_by(if full() { 3 } else { 18 }).filter_map(|path| read(path)).collect();
    if found.is_empty() { own() } else { found }
}

fn taken(payload: &[u8], seed: usize, change: Change) -> Gray {
    let card = barcode_back(payload, [12, 14, 16, 18][seed % 4].max(payload.len() / 30)).expect("a card");
    let mut scene = Scene { size: (1600, 1200), rotation_deg: 3.0, ..Scene::clean(seed as u64) };
    change(&mut scene);
    let photo = photograph(&card, &scene);
    // Through a file, as it would arrive.
    let jpeg = encode_jpeg(&photo, scene.jpeg_quality, None).expect("a file");
    decoded(&jpeg)
}

#[expect(clippy::disallowed_methods, reason = "tests decode their own trusted samples")]
fn decoded(jpeg: &[u8]) -> Gray {
    let rgb = image::load_from_memory(jpeg).expect("a picture").into_rgb8();
    Gray::from_rgb(&RgbImage { width: rgb.width(), height: rgb.height(), pixels: rgb.into_raw() })
}

fn gray(picture: Picture) -> Gray {
    Gray::from_rgb(&RgbImage { width: picture.width, height: picture.height, pixels: picture.pixels })
}

/// Milliseconds of processor time of this thread, which other work on the machine does not stretch.
fn processor_ms() -> f64 {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").expect("Linux counts processor time");
    text.split(' ').next().and_then(|ns| ns.parse::<f64>().ok()).expect("nanoseconds") / 1e6
}
