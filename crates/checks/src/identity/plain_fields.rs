//! Number, sex and country: fields that have one form, or nearly.

use countersign_inference::document::types::countries;

use crate::identity::agreement::{Agreement, Rule};
use crate::identity::letters::{fold, upper};

/// Two document numbers. Spaces and hyphens do not count. Characters that readers of print confuse are told apart by the rule `look_alike`,
/// which asks a person.
pub fn compare_numbers(a: &str, b: &str) -> Agreement {
    let bare = |text: &str| fold(text).chars().filter(char::is_ascii_alphanumeric).collect::<String>();
    let (one, other) = (bare(a), bare(b));
    if one.is_empty() || other.is_empty() {
        Agreement::Unreadable
    } else if one == other {
        if upper(a.trim()) == upper(b.trim()) { Agreement::Equal } else { Agreement::By(Rule::Punctuation) }
    } else if one.chars().map(looks_like).eq(other.chars().map(looks_like)) {
        Agreement::By(Rule::LookAlike)
    } else {
        Agreement::Different
    }
}

/// One character for all that look like it in print.
fn looks_like(c: char) -> char {
    match c {
        'O' | 'Q' | 'D' => '0',
        'I' | 'L' => '1',
        'Z' => '2',
        'S' => '5',
        'G' => '6',
        'B' => '8',
        other => other,
    }
}

/// Two marks of sex as documents of a country print them. `X`, `<` and nothing are no statement.
pub fn compare_sex(a: &str, b: &str, country: &str) -> Agreement {
    let (Some(one), Some(other)) = (sexes(a, country), sexes(b, country)) else { return Agreement::Unreadable };
    if one.len() > 1 || other.len() > 1 {
        // In Hungary F is a man (férfi), in Mexico M a woman (mujer): the letter alone settles nothing.
        return Agreement::Unreadable;
    }
    match one == other {
        true if upper(a.trim()) == upper(b.trim()) => Agreement::Equal,
        true => Agreement::By(Rule::CountryName),
        false => Agreement::Different,
    }
}

fn sexes(text: &str, country: &str) -> Option<&'static [char]> {
    let text = fold(text);
    let first = text.split(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty())?;
    Some(match (first, country) {
        ("F", "HUN") | ("M", "MEX") | ("V", _) => &['F', 'M'],
        ("M" | "MALE" | "MASCULINO" | "MASCULIN" | "MANN" | "HOMME" | "HOMBRE" | "H" | "М" | "МУЖ" | "男", _) => {
            &['M']
        }
        (
            "F" | "FEMALE" | "FEMININO" | "FEMENINO" | "FEMININ" | "FRAU" | "FEMME" | "MUJER" | "W" | "K" | "Ж" | "ЖЕН"
            | "女",
            _,
        )
        | ("N", "HUN") => &['F'],
        _ => return None,
    })
}

/// Two countries or nationalities, by code or by word.
pub fn compare_countries(a: &str, b: &str) -> Agreement {
    let (Some(one), Some(other)) = (countries::code(a), countries::code(b)) else { return Agreement::Unreadable };
    match one == other {
        true if upper(a.trim()) == upper(b.trim()) => Agreement::Equal,
        true => Agreement::By(Rule::CountryName),
        false => Agreement::Different,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_without_gaps_and_with_letters_that_look_like_digits() {
        assert_eq!(compare_numbers("L898902C3", "L898902C3"), Agreement::Equal);
        assert_eq!(compare_numbers("L 898-902 C3", "L898902C3"), Agreement::By(Rule::Punctuation));
        assert_eq!(compare_numbers("L8989O2C3", "L898902C3"), Agreement::By(Rule::LookAlike));
        assert_eq!(compare_numbers("L898902C4", "L898902C3"), Agreement::Different);
        assert_eq!(compare_numbers("", "L898902C3"), Agreement::Unreadable);
    }

    #[test]
    fn sex_by_letter_and_word_and_where_the_letter_settles_nothing() {
        assert_eq!(compare_sex("F", "F", "SWE"), Agreement::Equal);
        assert_eq!(compare_sex("K", "F", "SWE"), Agreement::By(Rule::CountryName));
        assert_eq!(compare_sex("M", "F", "SWE"), Agreement::Different);
        assert_eq!(compare_sex("M", "F", "MEX"), Agreement::Unreadable);
        assert_eq!(compare_sex("X", "F", "SWE"), Agreement::Unreadable);
    }

    #[test]
    fn countries_by_code_and_word() {
        assert_eq!(compare_countries("D", "DEU"), Agreement::By(Rule::CountryName));
        assert_eq!(compare_countries("British Citizen", "GBR"), Agreement::By(Rule::CountryName));
        assert_eq!(compare_countries("ÖSTERREICH", "AUT"), Agreement::By(Rule::CountryName));
        assert_eq!(compare_countries("DEU", "AUT"), Agreement::Different);
        assert_eq!(compare_countries("Ruritanian", "AUT"), Agreement::Unreadable);
    }
}
