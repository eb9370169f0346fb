//! The zone of real documents, exact to the character.

use std::time::Instant;

use countersign_inference::document::mrz::{Effort, MrzReader, NetMrzReader, decode};
use countersign_inference::document::picture::Gray;
use countersign_inference::models::ModelStore;
use jiff::civil::date;

use crate::corpus::{Table, csv, picture, root, source};

#[test]
fn zones_of_the_corpus() {
    let Some(root) = root() else { return };
    let reader = NetMrzReader::new(&ModelStore::built_in(1).expect("the nets are built in")).expect("the net loads");
    measure(&root, &reader);
}

fn measure(root: &std::path::Path, reader: &dyn MrzReader) -> Table {
    let mut table = Table::default();
    let verbose = std::env::var_os("COUNTERSIGN_VERBOSE").is_some();
    for row in csv(&root.join("mrz_groundtruth.csv")) {
        let image = picture(&root.join(&row[0]));
        let start = Instant::now();
        let read = reader.read(&Gray::from_rgb(&image), Effort::Search).expect("the reader works");
        let ms = start.elapsed().as_secs_f64() * 1e3;
        let decoded = read.as_ref().and_then(|r| decode(r, date(2026, 11, 22)));
        let lines = decoded.as_ref().map(|d| d.mrz.lines.join("|")).unwrap_or_default();
        let valid = decoded.as_ref().is_some_and(|d| d.mrz.valid);
        let wrong = characters_wrong(&lines, &row[2]);
        let count = |b: bool| f64::from(u8::from(b));
        let there = row[1] != "none";
        let exact = there && lines == row[2];
        let falsely_valid = valid && (!exact || row[3] != "pass");
        if verbose {
            let d = decoded.as_ref();
            println!(
                "{} {} {:.0} ms wrong {wrong} valid {valid} (truth {}) repaired {} confidence {:.2}",
                if exact { "EXACT" } else { "     " },
                row[0],
                ms,
                row[3],
                d.map_or(0, |d| d.repaired),
                d.map_or(0.0, |d| d.mrz.confidence)
            );
            if !exact {
                println!("    {lines}\n    {}", row[2]);
            }
        }
        let numbers = [
            1.0,
            count(there),
            count(read.is_some()),
            count(exact),
            count(wrong <= 2 && there),
            count(valid),
            count(falsely_valid),
            ms,
        ];
        table.add(&source(&row[0]), &numbers);
    }
    table.print(
        &format!("MRZ, reader `{}`", reader.name()),
        &["n", "with a zone", "found", "exact", "≤ 2 wrong", "valid", "valid but wrong", "ms"],
    );
    table
}

fn characters_wrong(read: &str, truth: &str) -> usize {
    if read.len() == truth.len() {
        read.bytes().zip(truth.bytes()).filter(|(a, b)| a != b).count()
    } else {
        truth.len()
    }
}
