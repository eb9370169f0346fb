//! The golden table of agreement: hand-made pairs by naming or dating convention, siblings, parents and near names among those that differ.
//!
//! What is expected comes from the convention, not from what the code says. Columns: convention, field, left, where left was read, right, where
//! right was read, expected. A reading of print names the country after a colon. The zone's names stand as in the zone, `SURNAME<<GIVEN`;
//! one that fills 30, 31 or 39 characters may be cut. Parts in print and barcode are parted by `, `.

use std::collections::BTreeMap;

use countersign_checks::identity::agreement::{Agreement, Rule};
use countersign_checks::identity::dates::{Context, Meaning, Readings, compare_dates, readings};
use countersign_checks::identity::name_rules::{NameText, compare};
use countersign_checks::identity::plain_fields::{compare_countries, compare_numbers, compare_sex};
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 11, 23);

struct Row<'a> {
    line: usize,
    convention: &'a str,
    field: &'a str,
    left: (&'a str, &'a str),
    right: (&'a str, &'a str),
    expected: &'a str,
}

fn rows() -> Vec<Row<'static>> {
    let lines = include_str!("golden/agreement.tsv").lines().enumerate().skip(1);
    let rows: Vec<_> = lines
        .map(|(at, line)| {
            let cells: Vec<&str> = line.split('\t').collect();
            let [convention, field, left, source_left, right, source_right, expected] = cells.as_slice() else {
                panic!("line {} has {} cells", at + 1, cells.len());
            };
            Row { line: at + 1, convention, field, left: (left, source_left), right: (right, source_right), expected }
        })
        .collect();
    rows
}

fn name<'a>((text, source): (&'a str, &str)) -> NameText<'a> {
    let source = source.split(':').next().unwrap_or_default();
    let cut = source == "mrz" && matches!(text.len(), 30 | 31 | 39);
    match (source, text.split_once("<<"), text.split_once(", ")) {
        ("mrz", Some((surname, given_names)), _) => NameText::Parts { surname, given_names, cut },
        ("print" | "barcode", _, Some((surname, given_names))) => NameText::Parts { surname, given_names, cut: false },
        _ => NameText::Whole(text),
    }
}

fn day(field: &str, (text, source): (&str, &str)) -> Readings {
    let country = source.split_once(':').map_or("", |(_, country)| country);
    let meaning = if field == "expiry" { Meaning::Expiry } else { Meaning::Birth };
    readings(text, Context { country, meaning, today: TODAY })
}

fn answer(row: &Row<'_>) -> Agreement {
    let country = row.left.1.split_once(':').map_or("", |(_, country)| country);
    match row.field {
        "name" => compare(name(row.left), name(row.right)),
        "birth_date" | "expiry" => compare_dates(&day(row.field, row.left), &day(row.field, row.right)),
        "number" => compare_numbers(row.left.0, row.right.0),
        "sex" => compare_sex(row.left.0, row.right.0, country),
        "nationality" => compare_countries(row.left.0, row.right.0),
        other => panic!("line {}: no field {other}", row.line),
    }
}

#[test]
fn every_pair_agrees_as_its_convention_says() {
    let rows = rows();
    let mut table: BTreeMap<&str, [usize; 5]> = BTreeMap::new();
    let mut wrong = Vec::new();
    for row in &rows {
        let found = answer(row);
        let counts = table.entry(row.convention).or_default();
        counts[0] += 1;
        counts[1] += usize::from(found.name() == row.expected);
        counts[2] += usize::from(row.expected == "different");
        counts[3] += usize::from(row.expected == "different" && found.class().is_some_and(|class| class <= 2));
        counts[4] += usize::from(row.expected != "different" && found == Agreement::Different);
        if found.name() != row.expected {
            wrong.push(format!("line {}: {} is {}, expected {}", row.line, row.convention, found.name(), row.expected));
        }
    }
    println!(
        "convention | pairs | as expected | non-matches | non-matches taken for the same | the same taken for different"
    );
    for (convention, [n, right, different, accepted, refused]) in &table {
        println!("{convention} | {n} | {right} | {different} | {accepted} | {refused}");
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

#[test]
fn the_table_is_as_wide_as_it_claims() {
    let rows = rows();
    let conventions: std::collections::BTreeSet<&str> = rows.iter().map(|row| row.convention).collect();
    let different = rows.iter().filter(|row| row.expected == "different").count();
    assert!(rows.len() >= 500 && conventions.len() >= 25, "{} pairs, {} conventions", rows.len(), conventions.len());
    assert!(different * 10 >= rows.len() * 4, "{different} of {} are non-matches", rows.len());
    let mut pairs: Vec<_> = rows.iter().map(|row| (row.field, row.left, row.right)).collect();
    pairs.sort_unstable();
    let twice: Vec<_> = pairs.windows(2).filter(|two| two[0] == two[1]).collect();
    assert!(twice.is_empty(), "{twice:?}");
    let known: Vec<&str> =
        Rule::ALL.iter().map(|rule| rule.name()).chain(["equal", "different", "unreadable"]).collect();
    assert!(rows.iter().all(|row| known.contains(&row.expected)));
    let unused: Vec<&&str> = known.iter().filter(|rule| !rows.iter().any(|row| row.expected == **rule)).collect();
    assert!(unused.is_empty(), "no pair for {unused:?}");
}

#[test]
fn the_order_of_the_two_readings_does_not_matter() {
    for row in rows() {
        let turned = Row { left: row.right, right: row.left, ..row };
        if row.field != "sex" {
            assert_eq!(answer(&row), answer(&turned), "line {}", row.line);
        }
    }
}

/// A small generator with a fixed seed; the property tests need many texts, not good randomness.
struct Draw(u64);

impl Draw {
    fn next(&mut self, below: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as u32) % below
    }

    fn text(&mut self) -> String {
        const RANGES: [(u32, u32); 12] = [
            (0x20, 0x7E),
            (0xC0, 0x17F),
            (0x300, 0x36F),
            (0x370, 0x3FF),
            (0x400, 0x4FF),
            (0x590, 0x6FF),
            (0x900, 0x97F),
            (0xE00, 0xE7F),
            (0x200B, 0x206F),
            (0x4E00, 0x4E40),
            (0xAC00, 0xAC40),
            (0x1F600, 0x1F64F),
        ];
        let length = [3, 12, 40, 120][self.next(4) as usize];
        (0..length)
            .filter_map(|_| {
                let (from, to) = RANGES[self.next(12) as usize];
                if self.next(5) == 0 { Some(' ') } else { char::from_u32(from + self.next(to - from + 1)) }
            })
            .collect()
    }
}

#[test]
fn any_text_is_compared_without_panic_symmetrically_and_equals_itself() {
    let mut draw = Draw(7);
    for _ in 0..200 {
        let (a, b, c) = (draw.text(), draw.text(), draw.text());
        let parts = NameText::Parts { surname: &b, given_names: &c, cut: draw.next(2) == 0 };
        let whole = NameText::Whole(&a);
        assert_eq!(compare(whole, parts), compare(parts, whole), "{a:?} {b:?} {c:?}");
        assert_eq!(compare(parts, NameText::Whole(&b)), compare(NameText::Whole(&b), parts));
        let own = compare(whole, whole);
        assert!(matches!(own, Agreement::Equal | Agreement::Unreadable), "{a:?} {own:?}");
        for (field, text) in [("birth_date", &a), ("expiry", &b)] {
            let (one, other) = (day(field, (text, "print:")), day(field, (&c, "print:SAU")));
            assert_eq!(compare_dates(&one, &other), compare_dates(&other, &one));
        }
        assert_eq!(compare_numbers(&a, &b), compare_numbers(&b, &a));
        assert_eq!(compare_countries(&a, &b), compare_countries(&b, &a));
    }
}

#[test]
fn a_letter_changed_anywhere_is_never_taken_for_the_same() {
    let name = "Wilhelmina Featherstonehaugh";
    for (at, old) in name.char_indices().filter(|(_, c)| c.is_alphabetic()) {
        for new in ('a'..='z').filter(|new| !new.eq_ignore_ascii_case(&old)) {
            let changed: String = name.char_indices().map(|(i, c)| if i == at { new } else { c }).collect();
            let parts = NameText::Parts { surname: "FEATHERSTONEHAUGH", given_names: "WILHELMINA", cut: false };
            assert_eq!(compare(NameText::Whole(&changed), parts), Agreement::Different, "{changed}");
        }
    }
}
