//! The printed fields of the corpus' specimens: `cargo nextest run -p countersign-inference --test print fields --no-capture`.

use std::collections::BTreeMap;

use countersign_inference::document::print::Scope;

use crate::score::{folded, holds};
use crate::support::{corpus, cpu_ms, csv, picture, reader, workspace};

/// Pixels at which lines are looked for; `COUNTERSIGN_SIDE` tries another.
fn side() -> usize {
    std::env::var("COUNTERSIGN_SIDE").map_or(Scope::SIDE, |text| text.parse().expect("a number of pixels"))
}

#[test]
fn printed_fields_of_the_corpus() {
    let Some(root) = corpus() else { return };
    let mut wanted: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in csv(&workspace().join("crates/inference/tests/reference/printed_fields.csv")) {
        wanted.entry(row[0].clone()).or_default().push(row[2].clone());
    }
    let (mut fields, mut exact, mut bare, mut lines, mut find_ms, mut read_ms) = (0, 0, 0, 0, 0.0, 0.0);
    println!("\n| picture | fields | exact | accents ignored | lines | processor ms |\n|---|---|---|---|---|---|");
    for (path, values) in &wanted {
        let photo = picture(&root.join(path));
        let start = cpu_ms();
        let mut page = reader().open(&photo, &Scope { turns: Some(0), side: side(), ..Scope::default() }).unwrap();
        let found = cpu_ms() - start;
        reader().read(&mut page, usize::MAX, |_| true).unwrap();
        let ms = cpu_ms() - start;
        let read: Vec<String> = page.text_lines().into_iter().map(|line| line.text).collect();
        let plain: Vec<String> = read.iter().map(|line| folded(line)).collect();
        let right = values.iter().filter(|value| read.iter().any(|line| holds(line, value))).count();
        let missed: Vec<&String> =
            values.iter().filter(|value| !plain.iter().any(|line| holds(line, &folded(value)))).collect();
        let right_bare = values.len() - missed.len();
        println!("| {path} | {} | {right} | {right_bare} | {} | {ms:.0} |", values.len(), read.len());
        if std::env::var_os("COUNTERSIGN_MISSES").is_some() {
            println!("missed {missed:?} in {read:?}");
        }
        (fields, exact, bare, lines) = (fields + values.len(), exact + right, bare + right_bare, lines + read.len());
        (find_ms, read_ms) = (find_ms + found, read_ms + ms - found);
    }
    let n = wanted.len() as f64;
    println!("| all {n} | {fields} | {exact} | {bare} | {lines} | find {:.0}, read {:.0} |", find_ms / n, read_ms / n);
    println!("{:.1} ms of processor time a line", read_ms / f64::from(lines as u32));
    assert!(fields >= 217 && exact * 100 >= fields * 70, "{exact} of {fields} exact");
    assert!(bare * 100 >= fields * 75, "{bare} of {fields} exact without accents");
}
