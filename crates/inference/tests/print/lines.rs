//! Generated lines (`training/lines-eval/make.py`), one picture each: exact rates by tier and language, and how well the
//! confidence, which is that of a line right but for accents, is calibrated. `COUNTERSIGN_LINES` names their folder; `COUNTERSIGN_LINES_OUT` a file for what the fit needs.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use countersign_inference::document::print::{LineBox, LineRecogniser, Recogniser};

use crate::score::folded;
use crate::support::{cpu_ms, csv, picture, store};

struct Read {
    tier: String,
    language: String,
    exact: bool,
    bare: bool,
    spaced: bool,
    confidence: f32,
    features: String,
}

fn folder() -> Option<PathBuf> {
    let folder = std::env::var_os("COUNTERSIGN_LINES").map(PathBuf::from);
    if folder.is_none() {
        println!(
            "skipped: no generated lines (training/lines-eval/make.py makes them; COUNTERSIGN_LINES names the folder)"
        );
    }
    folder
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn read_all(recogniser: &dyn LineRecogniser, folder: &Path) -> (Vec<Read>, f64) {
    let mut out = Vec::new();
    let mut ms = 0.0;
    for row in csv(&folder.join("lines.csv")) {
        let [file, tier, language, text, corners] = row.try_into().expect("five columns");
        let photo = picture(&folder.join(file));
        let numbers: Vec<f32> = corners.split(' ').map(|n| n.parse().unwrap()).collect();
        let corners = std::array::from_fn(|i| (numbers[2 * i], numbers[2 * i + 1]));
        let start = cpu_ms();
        let line = recogniser.read(&photo, &[LineBox { corners, score: 1.0 }]).unwrap().remove(0);
        ms += cpu_ms() - start;
        let (have, want) = (squeezed(&line.text()), squeezed(&text));
        let (exact, bare) = (have == want, folded(&have) == folded(&want));
        if bare && !exact && std::env::var_os("COUNTERSIGN_MISSES").is_some() {
            println!("{tier} {language}: {text}, read {}", line.text());
        }
        let spaced = folded(&line.text()) == folded(&text);
        let features = format!(
            "{tier},{language},{},{},{:.5},{:.6},{},{:.5}",
            u8::from(exact),
            u8::from(bare),
            line.surprise,
            line.weakest,
            line.glyphs.len(),
            line.confidence
        );
        out.push(Read { tier, language, exact, bare, spaced, confidence: line.confidence, features });
    }
    (out, ms)
}

fn table(title: &str, read: &[Read], key: impl Fn(&Read) -> String) {
    let mut rows: BTreeMap<String, [u32; 4]> = BTreeMap::new();
    for line in read {
        for name in [key(line), "~ all".to_owned()] {
            let row = rows.entry(name).or_default();
            row[0] += 1;
            row[1] += u32::from(line.exact);
            row[2] += u32::from(line.bare);
            row[3] += u32::from(line.spaced);
        }
    }
    println!("\n| {title} | lines | exact | accents ignored | and spaces right |\n|---|---|---|---|---|");
    for (name, [n, exact, bare, spaced]) in rows {
        println!(
            "| {} | {n} | {exact} ({:.1} %) | {bare} | {spaced} |",
            name.trim_start_matches("~ "),
            f64::from(exact) / f64::from(n) * 100.0
        );
    }
}

/// Expected calibration error over ten equal bins, and lines wrong above 0.9.
fn reliability(read: &[Read]) -> (f64, usize, usize) {
    let mut error = 0.0;
    println!("\n| confidence | lines | mean | right but for accents |\n|---|---|---|---|");
    for bin in 0..10 {
        let inside = |line: &&Read| ((line.confidence * 10.0) as usize).min(9) == bin;
        let bin_lines: Vec<&Read> = read.iter().filter(inside).collect();
        let n = bin_lines.len().max(1) as f64;
        let mean = bin_lines.iter().map(|line| f64::from(line.confidence)).sum::<f64>() / n;
        let right = bin_lines.iter().filter(|line| line.bare).count() as f64 / n;
        error += (mean - right).abs() * bin_lines.len() as f64 / read.len() as f64;
        println!(
            "| {:.1}–{:.1} | {} | {mean:.3} | {right:.3} |",
            bin as f64 / 10.0,
            (bin + 1) as f64 / 10.0,
            bin_lines.len()
        );
    }
    let sure: Vec<&Read> = read.iter().filter(|line| line.confidence >= 0.9).collect();
    (error, sure.len(), sure.iter().filter(|line| !line.bare).count())
}

#[test]
fn generated_lines_and_the_calibration() {
    let Some(folder) = folder() else { return };
    let (read, ms) = read_all(&Recogniser::load(&store()).unwrap(), &folder);
    table("tier", &read, |line| line.tier.clone());
    table("language", &read, |line| line.language.clone());
    let (error, sure, wrong) = reliability(&read);
    println!(
        "\nECE {error:.3}; of {sure} lines with confidence ≥ 0.9, {wrong} are wrong; {:.1} ms of processor time a line",
        ms / read.len() as f64
    );
    if let Some(path) = std::env::var_os("COUNTERSIGN_LINES_OUT") {
        let mut text = "tier,language,exact,bare,surprise,weakest,length,confidence\n".to_owned();
        for line in &read {
            writeln!(text, "{}", line.features).unwrap();
        }
        std::fs::write(path, text).unwrap();
    }
    assert!(read.len() >= 300 && error < 0.1, "ECE {error}");
}
