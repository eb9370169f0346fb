//! Barcodes: exact texts, wrong texts, times.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

use anyhow::Result;
use countersign_inference::document::barcode;
use countersign_inference::document::picture::Gray;

use super::rows;
use super::table::{part, table, times};
use crate::inspect::Bench;

#[derive(Default)]
struct Tally {
    n: usize,
    exact: usize,
    other: usize,
    ms: Vec<f64>,
}

/// Measures every image with a ground truth, by folder: each holds one kind of barcode.
pub fn measure(bench: &Bench, corpus: &Path) -> Result<String> {
    let mut tallies: BTreeMap<String, Tally> = BTreeMap::new();
    for row in rows(corpus, "pdf417_groundtruth.csv")? {
        let path = &row["path"];
        let Ok(photo) = bench.decoder.photo(&std::fs::read(corpus.join(path))?) else { continue };
        let started = Instant::now();
        let codes = barcode::read(&Gray::from_rgb(&photo.image));
        let ms = started.elapsed().as_secs_f64() * 1000.0;
        let plain = |text: &str| text.replace("\r\n", "\n").trim_end().to_owned();
        // Binary payloads stand in the table as hexadecimal text.
        let hex = |bytes: &[u8]| bytes.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"));
        let exact = codes.iter().any(|code| {
            plain(&code.text) == plain(&row["expected"])
                || (row["kind"] == "bin" && hex(&code.bytes) == row["expected"])
        });
        let folder = Path::new(path)
            .parent()
            .and_then(Path::file_name)
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let tally = tallies.entry(folder).or_default();
        tally.n += 1;
        tally.exact += usize::from(exact);
        tally.other += usize::from(!exact && !codes.is_empty());
        tally.ms.push(ms);
    }
    let lines: Vec<Vec<String>> = tallies
        .into_iter()
        .map(|(name, t)| vec![name, part(t.exact, t.n), t.other.to_string(), times(&t.ms)])
        .collect();
    let head = ["folder", "exact text", "another text", "ms, median / p95"];
    let note = "\nTexts are compared without their last line end, binary payloads byte by byte.\n";
    Ok(format!("\n## Barcodes\n{}{note}", table(&head, &lines)))
}
