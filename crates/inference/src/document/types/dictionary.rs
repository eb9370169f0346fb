//! `documents/labels.toml` and `documents/months.toml`: words by meaning and language.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::fold::fold;
use super::schema::Printed;

const LABELS: &str = include_str!("../../../../../documents/labels.toml");
const MONTHS: &str = include_str!("../../../../../documents/months.toml");

/// A label of the dictionary, folded.
#[derive(Clone, Debug)]
pub struct Label {
    /// What stands beside it.
    pub means: Printed,
    /// ISO 639-1.
    pub language: String,
    /// Letters and digits.
    pub text: Vec<char>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LabelFile {
    version: u32,
    surname: Words,
    second_surname: Words,
    given_names: Words,
    full_name: Words,
    name: Words,
    birth_date: Words,
    number: Words,
    expiry: Words,
    issue_date: Words,
    sex: Words,
    nationality: Words,
    birth_place: Words,
    other: Words,
}

type Words = BTreeMap<String, Vec<String>>;

/// All labels. A dictionary that does not parse would be an empty one; a test keeps it from that.
pub fn labels() -> &'static [Label] {
    static ALL: LazyLock<Vec<Label>> = LazyLock::new(|| read_labels(LABELS).unwrap_or_default());
    &ALL
}

fn read_labels(text: &str) -> Result<Vec<Label>, String> {
    let file: LabelFile = toml::from_str(text).map_err(|error| error.to_string())?;
    if file.version != 1 {
        return Err(format!("version {}", file.version));
    }
    let all = [
        (Printed::Surname, file.surname),
        (Printed::SecondSurname, file.second_surname),
        (Printed::GivenNames, file.given_names),
        (Printed::FullName, file.full_name),
        (Printed::Name, file.name),
        (Printed::BirthDate, file.birth_date),
        (Printed::Number, file.number),
        (Printed::Expiry, file.expiry),
        (Printed::IssueDate, file.issue_date),
        (Printed::Sex, file.sex),
        (Printed::Nationality, file.nationality),
        (Printed::BirthPlace, file.birth_place),
        (Printed::Other, file.other),
    ];
    let labels = all.into_iter().flat_map(|(means, words)| {
        words.into_iter().flat_map(move |(language, words)| {
            words.into_iter().map(move |word| Label {
                means,
                language: language.clone(),
                text: fold(&word).chars().collect(),
            })
        })
    });
    Ok(labels.collect())
}

#[derive(Deserialize)]
struct MonthFile {
    version: u32,
    #[serde(flatten)]
    languages: BTreeMap<String, Vec<Vec<String>>>,
}

/// Every month's words by language: folded word, language, month 1–12.
pub fn months() -> &'static [(String, String, i8)] {
    static ALL: LazyLock<Vec<(String, String, i8)>> = LazyLock::new(|| read_months(MONTHS).unwrap_or_default());
    &ALL
}

fn read_months(text: &str) -> Result<Vec<(String, String, i8)>, String> {
    let file: MonthFile = toml::from_str(text).map_err(|error| error.to_string())?;
    if file.version != 1 {
        return Err(format!("version {}", file.version));
    }
    let mut out = Vec::new();
    for (language, months) in file.languages {
        if months.len() != 12 {
            return Err(format!("{language}: {} months", months.len()));
        }
        for (index, words) in months.into_iter().enumerate() {
            out.extend(words.iter().map(|word| (fold(word), language.clone(), index as i8 + 1)));
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_dictionaries_parse_and_cover_twenty_languages() {
        let labels = read_labels(LABELS).expect("labels.toml");
        for means in [Printed::Surname, Printed::GivenNames, Printed::BirthDate, Printed::Expiry, Printed::Number] {
            let languages: BTreeSet<_> = labels.iter().filter(|l| l.means == means).map(|l| &l.language).collect();
            assert!(languages.len() >= 20, "{means:?}: {}", languages.len());
        }
        assert!(labels.iter().all(|label| !label.text.is_empty()));
        assert!(read_months(MONTHS).expect("months.toml").len() > 400);
    }

    #[test]
    fn one_label_means_one_thing_in_one_language() {
        let mut seen: BTreeMap<(String, String), Printed> = BTreeMap::new();
        for label in labels() {
            let key = (label.language.clone(), label.text.iter().collect());
            if let Some(other) = seen.insert(key.clone(), label.means) {
                assert_eq!(other, label.means, "{key:?}");
            }
        }
    }

    #[test]
    fn broken_dictionaries_are_refused() {
        assert!(read_labels("version = 1\n[surnames]\nen = [\"Surname\"]").is_err());
        assert!(read_months("version = 1\nen = [[\"JAN\"]]").is_err());
    }
}
