//! What a reading of fields is worth, counted.

use std::collections::BTreeMap;

use countersign_inference::document::fields::DocumentFields;
use countersign_inference::document::types::fold::fold;

/// A printed value as a person read it.
pub struct Wanted {
    field: &'static str,
    value: String,
}

const FIELDS: [&str; 10] = [
    "surname",
    "given_names",
    "full_name",
    "number",
    "birth_date",
    "issue_date",
    "expiry",
    "sex",
    "nationality",
    "birth_place",
];

impl Wanted {
    /// From a row of the list; `None` for fields that are not read. Dates become YYYY-MM-DD, sexes M, F or X.
    pub fn of(field: &str, value: &str) -> Option<Self> {
        let field = if field == "place_of_birth" { "birth_place" } else { field };
        let field = FIELDS.into_iter().find(|known| *known == field)?;
        let value = match field {
            "birth_date" | "issue_date" | "expiry" => iso(field, value).unwrap_or_else(|| "never".to_owned()),
            "sex" => value.rsplit('/').next().unwrap_or_default().trim().chars().take(1).collect(),
            _ => value.to_owned(),
        };
        Some(Self { field, value })
    }
}

/// A date of the list: day first, month as number or word, two digits of a year. Written apart from the reader it judges.
pub fn iso(field: &str, text: &str) -> Option<String> {
    const MONTHS: [&[&str]; 12] = [
        &["JAN", "GEN"],
        &["FEB"],
        &["MAR", "MRZ"],
        &["APR"],
        &["MAY", "MAI"],
        &["JUN"],
        &["JUL"],
        &["AUG", "СЕР"],
        &["SEP", "ВЕР"],
        &["OCT", "OKT"],
        &["NOV"],
        &["DEC", "DEZ"],
    ];
    let numbers: Vec<u32> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .filter_map(|p| p.parse().ok())
        .collect();
    let upper = text.to_uppercase();
    let word = MONTHS.iter().position(|names| names.iter().any(|name| upper.contains(name)));
    let (year, month, day) = match (numbers.as_slice(), word) {
        ([day, year], Some(month)) => (*year, month as u32 + 1, *day),
        ([year, month, day], None) if *year > 999 => (*year, *month, *day),
        ([day, month, year], None) => (*year, *month, *day),
        _ => return None,
    };
    let year = match (year, field) {
        (27..=99, "birth_date") => year + 1900,
        (0..=99, _) => year + 2000,
        _ => year,
    };
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

/// How the readings of a field came out.
#[derive(Clone, Copy, Default)]
pub struct Count {
    /// Values on the list.
    pub wanted: usize,
    /// Read exactly, accents included; spaces that the engine lost count as lost.
    pub exact: usize,
    /// Read exactly but for accents, case, spaces and marks.
    pub folded: usize,
    /// Something else was read with confidence.
    pub wrong: usize,
    /// A value was seen and not trusted.
    pub abstained: usize,
}

/// Counts by field and by source.
#[derive(Default)]
pub struct Table(BTreeMap<(u8, String), Count>);

impl Table {
    /// Counts a document.
    pub fn add(&mut self, source: &str, name: &str, wanted: &[Wanted], found: &DocumentFields) {
        for Wanted { field, value } in wanted {
            let get = |list: &[(&'static str, countersign_inference::document::fields::Field)]| {
                list.iter().find(|(known, _)| known == field).map(|(_, read)| read.clone())
            };
            let (read, doubted) = (get(&found.printed), get(&found.abstained));
            let exact = read.as_ref().is_some_and(|read| read.value == *value);
            let folded = read.as_ref().is_some_and(|read| fold(&read.value) == fold(value));
            if !exact && std::env::var_os("COUNTERSIGN_MISSES").is_some() {
                let told = read.as_ref().or(doubted.as_ref()).map(|read| (&read.value, read.confidence, read.evidence));
                println!("{name}: {field} {value:?}, read {told:?}");
            }
            let order = FIELDS.iter().position(|known| known == field).unwrap_or_default() as u8;
            let rows = [(order, (*field).to_owned()), (100, format!("from {source}")), (200, "all".to_owned())];
            for row in rows {
                let count = self.0.entry(row).or_default();
                count.wanted += 1;
                count.exact += usize::from(exact);
                count.folded += usize::from(folded);
                count.wrong += usize::from(read.is_some() && !folded);
                count.abstained += usize::from(read.is_none() && doubted.is_some());
            }
        }
    }

    /// All fields of all sources.
    pub fn all(&self) -> Count {
        self.0.get(&(200, "all".to_owned())).copied().unwrap_or_default()
    }

    /// Prints a Markdown table.
    pub fn print(&self, title: &str) {
        println!(
            "\n{title}\n\n| | n | exact | exact but accents, spaces | wrong | abstained | not found |\n|---|---|---|---|---|---|---|"
        );
        for ((_, row), count) in &self.0 {
            let Count { wanted, exact, folded, wrong, abstained } = count;
            let missing = wanted - folded - wrong - abstained;
            println!("| {row} | {wanted} | {exact} | {folded} | {wrong} | {abstained} | {missing} |");
        }
    }
}
