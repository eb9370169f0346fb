//! Printed fields of whole photographs, by field and by source: exact, wrong, abstained. On the corpus' documents and on
//! photographs of our own: `cargo nextest run --workspace -E 'binary(document_fields)' --no-capture`. With
//! `COUNTERSIGN_MISSES=1` every reading that is not exact is named; these are invented holders.
#![expect(clippy::unwrap_used, reason = "tests")]

#[path = "document_fields/score.rs"]
mod score;
#[path = "print/support.rs"]
#[expect(dead_code, reason = "shared with the tests of lines")]
mod support;

use std::collections::BTreeMap;

use countersign_inference::document::fields::{DocumentFields, Sources, fields};
use countersign_inference::document::{DocumentReader, DocumentReading, ReadOptions, TextWhen};
use countersign_media::RgbImage;
use countersign_specimen::Picture;
use countersign_specimen::document::{Defects, Holder, Kind, render};
use countersign_specimen::photograph::{Scene, photograph};
use jiff::civil::{Date, date};
use score::{Table, Wanted, iso};

const TODAY: Date = date(2026, 11, 22);

fn reader() -> DocumentReader {
    DocumentReader::load(&support::store()).expect("the nets")
}

fn read(reader: &DocumentReader, photo: &RgbImage) -> DocumentReading {
    reader.read(photo, TODAY, ReadOptions { text: TextWhen::Always })
}

/// The same lines read as if the document had neither zone nor barcode.
fn print_alone(reading: &DocumentReading, photo: &RgbImage) -> DocumentFields {
    let turned = (reading.turns, photo.width as usize, photo.height as usize);
    fields(Sources { mrz: None, licences: &[], text: &reading.text_lines, turned, today: TODAY })
}

#[test]
fn printed_fields_of_the_corpus() {
    let Some(root) = support::corpus() else { return };
    let mut documents: BTreeMap<String, Vec<Wanted>> = BTreeMap::new();
    for row in support::csv(&support::workspace().join("crates/inference/tests/reference/printed_fields.csv")) {
        documents.entry(row[0].clone()).or_default().extend(Wanted::of(&row[1], &row[2]));
    }
    let reader = reader();
    let (mut alone, mut helped) = (Table::default(), Table::default());
    for (path, wanted) in &documents {
        let photo = support::picture(&root.join(path));
        let reading = read(&reader, &photo);
        assert!(reading.failures.is_empty(), "{path}: {:?}", reading.failures);
        let source = path.split('/').nth(1).unwrap_or_default();
        alone.add(source, path, wanted, &print_alone(&reading, &photo));
        helped.add(source, path, wanted, &reading.fields);
    }
    alone.print("Corpus, print alone");
    helped.print("Corpus, print weighed against the zone");
    // What was measured when this was written, a little lower: a change that reads fewer or lies more is noticed.
    let (all, with) = (alone.all(), helped.all());
    assert!(with.exact * 100 >= with.wanted * 45, "{} of {} exact", with.exact, with.wanted);
    assert!(all.wrong * 100 <= all.wanted * 8, "{} of {} wrong", all.wrong, all.wanted);
}

#[test]
fn printed_fields_of_specimens() {
    let reader = reader();
    let (mut alone, mut helped) = (Table::default(), Table::default());
    for (kind, name) in
        [(Kind::Passport, "passport"), (Kind::IdCard, "identity card"), (Kind::DrivingLicence, "licence")]
    {
        for seed in 0..2 {
            let holder = Holder::sample(7100 + seed);
            let front = render(kind, &holder, &Defects::none()).expect("a specimen").swap_remove(0);
            let wanted: Vec<Wanted> = front
                .truth
                .printed
                .iter()
                // The passport prints a word for it, and the truth is the code.
                .filter(|(field, _)| kind != Kind::Passport || **field != "nationality")
                .filter_map(|(field, value)| Wanted::of(if *field == "expiry_date" { "expiry" } else { field }, value))
                .collect();
            let corner = kind.corner_mm() / kind.size_mm().0;
            let scene = Scene { corner, size: (2000, 1500), ..Scene::clean(7200 + seed) };
            let photo = rgb(photograph(&front.picture, &scene));
            let reading = read(&reader, &photo);
            alone.add(name, &format!("{name} {seed}"), &wanted, &print_alone(&reading, &photo));
            helped.add(name, &format!("{name} {seed}"), &wanted, &reading.fields);
        }
    }
    alone.print("Specimens, print alone");
    helped.print("Specimens, print weighed against the zone");
    let (all, with) = (alone.all(), helped.all());
    assert!(with.exact * 100 >= with.wanted * 80, "{} of {} exact", with.exact, with.wanted);
    assert!(all.wrong * 100 <= all.wanted * 3, "{} of {} wrong", all.wrong, all.wanted);
}

fn rgb(picture: Picture) -> RgbImage {
    RgbImage { width: picture.width, height: picture.height, pixels: picture.pixels }
}

#[test]
fn the_list_of_fields_is_understood() {
    assert_eq!(iso("birth_date", "01 JAN /JAN 85"), Some("1985-01-01".to_owned()));
    assert_eq!(iso("expiry", "25 ВЕР/SEP 23"), Some("2023-09-25".to_owned()));
    assert_eq!(iso("issue_date", "04.07.2002"), Some("2002-07-04".to_owned()));
    assert_eq!(iso("expiry", "UNBEFRISTET"), None);
}
