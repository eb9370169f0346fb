//! Every described type reads its fixture: invented lines, laid out like the type, with slips as text readers make them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use countersign_inference::document::fields::{DocumentFields, Sources, fields};
use countersign_inference::document::text::TextLine;
use countersign_inference::document::types::{self, fold::fold};
use jiff::civil::date;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Given {
    /// Says what the lines are.
    #[serde(rename = "made_up")]
    _made_up: String,
    sides: BTreeMap<String, Page>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Page {
    width: usize,
    height: usize,
    lines: Vec<Printed>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Printed {
    text: String,
    confidence: f32,
    at: (f32, f32, f32, f32),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    document_type: String,
    printed: BTreeMap<String, BTreeMap<String, String>>,
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures")
}

fn load<T: serde::de::DeserializeOwned>(id: &str, file: &str) -> T {
    let path = fixtures().join(id.replace('/', "-")).join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn read(page: &Page) -> DocumentFields {
    let text: Vec<TextLine> = page
        .lines
        .iter()
        .map(|line| TextLine { text: line.text.clone(), confidence: line.confidence, at: line.at, slope: 0.0 })
        .collect();
    let turned = (0, page.width, page.height);
    fields(Sources { mrz: None, licences: &[], text: &text, turned, today: date(2026, 11, 22) })
}

fn digits(text: &str) -> Vec<char> {
    let mut digits: Vec<char> = text.chars().filter(char::is_ascii_digit).collect();
    digits.sort_unstable();
    digits
}

#[test]
fn every_type_is_recognised_and_read_from_its_print_alone() {
    for known in types::all() {
        let given: Given = load(known.id, "lines.json");
        let expected: Expected = load(known.id, "expected.json");
        assert_eq!(expected.document_type, known.id);
        for (side, page) in &given.sides {
            let found = read(page);
            if side == "front" {
                assert_eq!(found.document_type, Some(known.id), "{}", known.id);
            }
            let printed: BTreeMap<String, String> =
                found.printed.iter().map(|(name, field)| ((*name).to_owned(), field.value.clone())).collect();
            let wanted = expected.printed.get(side).cloned().unwrap_or_default();
            assert_eq!(printed, wanted, "{} {side}", known.id);
        }
    }
}

#[test]
fn values_stand_in_the_photo_where_their_lines_do() {
    let given: Given = load("DEU/passport", "lines.json");
    let page = &given.sides["front"];
    let found = read(page);
    for (name, field) in &found.printed {
        let corners = field.at.expect("print has a place");
        let inside = |(x, y): (f32, f32)| x >= 0.0 && y >= 0.0 && x <= page.width as f32 && y <= page.height as f32;
        assert!(corners.into_iter().all(inside), "{name}: {corners:?}");
    }
    let number = found.printed.iter().find(|(name, _)| *name == "number").expect("a number");
    let line = page.lines.iter().find(|line| line.text == number.1.value).expect("its line");
    assert_eq!(number.1.at.map(|corners| corners[0]), Some((line.at.0, line.at.1)));
}

#[test]
fn a_doubtful_engine_makes_every_field_abstain() {
    for known in types::all() {
        let mut given: Given = load(known.id, "lines.json");
        for page in given.sides.values_mut() {
            page.lines.iter_mut().for_each(|line| line.confidence = 0.5);
            let found = read(page);
            assert!(found.printed.is_empty(), "{}: {:?}", known.id, found.printed);
        }
    }
}

#[test]
fn a_line_that_is_not_read_never_gives_its_field_another_value() {
    // One line after the other is not read. A label or value that is gone must not hand another's value to its field.
    let mut wrong = Vec::new();
    for known in types::all() {
        let given: Given = load(known.id, "lines.json");
        let expected: Expected = load(known.id, "expected.json");
        for (side, page) in given.sides {
            let wanted = expected.printed.get(&side).cloned().unwrap_or_default();
            for gone in 0..page.lines.len() {
                let lines = page
                    .lines
                    .iter()
                    .enumerate()
                    .filter(|(index, _)| *index != gone)
                    .map(|(_, line)| Printed { text: line.text.clone(), confidence: line.confidence, at: line.at });
                let found = read(&Page { width: page.width, height: page.height, lines: lines.collect() });
                for (name, field) in &found.printed {
                    // Half of a value on two lines is what is left when one line is not read; a date in two readings, of an
                    // issuer that could not be recognised, stays as printed.
                    let same = wanted.get(*name).is_some_and(|value| {
                        let as_printed = name.contains("date") || *name == "expiry";
                        let (value, read) = (fold(value), fold(&field.value));
                        value.contains(&read)
                            || read.contains(&value)
                            || (as_printed && digits(&value) == digits(&read))
                    });
                    if !same {
                        wrong.push(format!(
                            "{} {side} without {:?}: {name} is {}",
                            known.id, page.lines[gone].text, field.value
                        ));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
