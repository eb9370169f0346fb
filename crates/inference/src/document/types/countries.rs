//! `documents/countries.toml`: countries by code and by the words that documents print for them and their people.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::fold::fold;

const COUNTRIES: &str = include_str!("../../../../../documents/countries.toml");
/// Words no longer than this must be the whole text: they are codes.
const CODE: usize = 3;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u32,
    words: BTreeMap<String, Vec<String>>,
}

/// Code, and its words with single spaces, folded.
type Country = (String, Vec<String>);

/// All of them. A file that does not parse would be an empty one; a test keeps it from that.
fn all() -> &'static [Country] {
    static ALL: LazyLock<Vec<Country>> = LazyLock::new(|| read(COUNTRIES).unwrap_or_default());
    &ALL
}

fn read(text: &str) -> Result<Vec<Country>, String> {
    let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
    if file.version != 1 {
        return Err(format!("version {}", file.version));
    }
    Ok(file.words.into_iter().map(|(code, words)| (code, words.iter().map(|text| spaced(text)).collect())).collect())
}

/// The code of three letters that a printed country or nationality means: a code (`D`, `DEU`), or words that begin as those of a
/// country do, in either language of a print in two (`YKPAIHA/UKRAINE`). A code of three letters that is not listed stands for itself;
/// `None` for other texts.
pub fn code(text: &str) -> Option<String> {
    let whole = spaced(text);
    let found = std::iter::once(whole.clone()).chain(text.split('/').map(spaced)).find_map(|words| listed(&words));
    if let Some(code) = found {
        return Some(code.to_owned());
    }
    (whole.len() == CODE && whole.bytes().all(|b| b.is_ascii_uppercase())).then_some(whole)
}

fn listed(text: &str) -> Option<&'static str> {
    let means = |known: &str| if known.chars().count() <= CODE { text == known } else { text.starts_with(known) };
    let country = all().iter().find(|(code, words)| text == code || words.iter().any(|known| means(known)));
    country.map(|(code, _)| code.as_str())
}

/// Capitals and digits without accents, everything else one space.
fn spaced(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).map(fold).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::super::mrz::is_code;
    use super::*;

    #[test]
    fn the_list_parses_and_every_code_is_one_of_zones() {
        let all = read(COUNTRIES).expect("countries.toml");
        assert!(all.len() > 150, "{}", all.len());
        for (code, words) in &all {
            // German zones write D.
            assert!(is_code(code) || code == "DEU", "{code}");
            assert!(!words.is_empty() && words.iter().all(|word| !word.is_empty()), "{code}");
        }
        assert!(read("version = 2\n[words]\n").is_err());
    }

    #[test]
    fn no_word_means_two_countries() {
        for (country, words) in all() {
            for word in words {
                assert_eq!(listed(word), Some(country.as_str()), "{word}");
            }
        }
    }

    #[test]
    fn words_codes_and_prints_in_two_languages() {
        for (text, expected) in [
            ("CANÁDIAN/CANADÍENNE", "CAN"),
            ("D", "DEU"),
            ("British Citizen", "GBR"),
            ("Česká republika / Czech Republic", "CZE"),
            ("YKPAÏHA/UKRAINE", "UKR"),
            ("SVENSK/SWE", "SWE"),
            ("REPUBLIC OF CHINA", "TWN"),
            ("ZZQ", "ZZQ"),
        ] {
            assert_eq!(code(text).as_deref(), Some(expected), "{text}");
        }
        for text in ["Ruritanian", "MARTIN", "12 AUG 1974", "", "/"] {
            assert_eq!(code(text), None, "{text}");
        }
    }
}
