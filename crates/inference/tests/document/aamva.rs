//! Licence payloads of many issuers against the values their repository's own tests expect.

use std::collections::BTreeMap;

use countersign_inference::document::aamva::{self, Aamva, Truncation};

use crate::corpus::root;

#[test]
fn licences_of_the_corpus() {
    let Some(root) = root() else { return };
    let folder = root.join("pdf417/c0shea__IdParser/IdParser.Test");
    let Ok(source) = std::fs::read_to_string(folder.join("DriversLicenseTests.cs")) else {
        println!("skipped: no licence payloads");
        return;
    };
    let (mut n, mut parsed) = (0, 0);
    let mut tally: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut expected: BTreeMap<&'static str, String> = BTreeMap::new();
    for line in source.lines().map(str::trim) {
        if line.starts_with("public") {
            expected.clear();
        } else if let Some((field, value)) = value_of(line) {
            expected.insert(field, value);
        } else if line.contains("License(\"") {
            let name = quoted(line);
            let Ok(bytes) = std::fs::read(folder.join(format!("Licenses/{name}.txt"))) else { continue };
            n += 1;
            let read = aamva::parse(&bytes);
            parsed += usize::from(read.is_some());
            for (field, wanted) in told(std::mem::take(&mut expected)) {
                let right = read.as_ref().and_then(|read| value(read, field)).as_deref() == Some(wanted.as_str());
                let count = tally.entry(field).or_default();
                *count = (count.0 + 1, count.1 + usize::from(right));
                if !right {
                    println!("{name}, version {:?}: {field} differs", read.as_ref().map(|r| r.version));
                }
            }
        }
    }
    println!("\n{parsed} of {n} AAMVA payloads parsed\n\n| field | expected | right |\n|---|---|---|");
    for (field, (expected, right)) in &tally {
        println!("| {field} | {expected} | {right} |");
    }
    assert!(parsed * 10 >= n * 9, "nine in ten real payloads parse");
    let (all, right) = tally.values().fold((0, 0), |sum, count| (sum.0 + count.0, sum.1 + count.1));
    assert!(all > 0 && right * 100 >= all * 95, "{right} of {all} values");
}

fn quoted(line: &str) -> String {
    line.split('"').nth(1).unwrap_or_default().to_owned()
}

/// A property of the expected object, by its line.
fn value_of(line: &str) -> Option<(&'static str, String)> {
    let (name, value) = line.split_once(" = ")?;
    let text = || value.starts_with('"').then(|| quoted(line));
    let date = || {
        let inner = value.strip_prefix("new DateTime(")?.split(')').next()?;
        let parts: Vec<i16> = inner.split(',').filter_map(|p| p.trim().parse().ok()).collect();
        Some(format!("{:04}-{:02}-{:02}", parts.first()?, parts.get(1)?, parts.get(2)?))
    };
    let flag = || Some(if value.starts_with("true") { "Cut" } else { "Whole" }.to_owned());
    Some(match name {
        "Last" => ("surname", text()?),
        "First" => ("first", text()?),
        "Middle" => ("middle", text()?),
        "Suffix" => ("suffix", text()?),
        "IdNumber" => ("number", text()?),
        "JurisdictionCode" => ("region", text()?),
        "DateOfBirth" => ("birth_date", date()?),
        "ExpirationDate" => ("expiry", date()?),
        "IssueDate" => ("issued", date()?),
        "Sex" => ("sex", value.strip_prefix("Sex.")?.chars().next()?.to_string()),
        "WasLastTruncated" => ("cut_surname", flag()?),
        "WasFirstTruncated" => ("cut_first", flag()?),
        "WasMiddleTruncated" => ("cut_middle", flag()?),
        _ => return None,
    })
}

/// First and middle names become one value, as documents have them.
fn told(mut expected: BTreeMap<&'static str, String>) -> BTreeMap<&'static str, String> {
    let (first, middle) = (expected.remove("first"), expected.remove("middle"));
    if let Some(first) = first {
        expected.insert("given_names", middle.map_or(first.clone(), |middle| format!("{first} {middle}")));
    }
    expected
}

fn value(read: &Aamva, field: &str) -> Option<String> {
    let cut = |at: usize| Some(if read.truncation[at] == Truncation::Cut { "Cut" } else { "Whole" }.to_owned());
    match field {
        "surname" => read.surname.clone(),
        "given_names" => read.given_names.clone(),
        "suffix" => read.suffix.clone(),
        "number" => read.number.clone(),
        "region" => read.region.clone(),
        "birth_date" => read.birth_date.map(|d| d.to_string()),
        "expiry" => read.expiry.map(|d| d.to_string()),
        "issued" => read.issued.map(|d| d.to_string()),
        "sex" => read.sex.map(String::from),
        "cut_surname" => cut(0),
        "cut_first" => cut(1),
        _ => cut(2),
    }
}
