//! Codes before values: `4b. 18.01.2033` on licences of the EU model, `2 JELANI` on North American ones.

use super::super::types::schema::{DocumentType, Printed};
use super::labels::Group;
use super::line::Line;

/// Every code at the beginning of a line, as labels. Codes that the type does not describe stand for something else, which
/// keeps their text from being taken for a value.
pub fn spot(kind: Option<&DocumentType>, lines: &[Line]) -> Vec<Group> {
    let Some(kind) = kind.filter(|kind| kind.field.iter().any(|rule| !rule.codes.is_empty())) else {
        return vec![];
    };
    let means = |code: &str| {
        let rule = kind.field.iter().find(|rule| rule.codes.iter().any(|known| known == code));
        rule.map_or(Printed::Other, |rule| rule.name)
    };
    lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !line.zone)
        .filter_map(|(index, line)| {
            let (code, end) = code(&line.text)?;
            Some(Group {
                line: index,
                means: means(&code),
                at: line.part(0, end),
                rest: (end, line.text.len()),
                rest_is_label: false,
                own: true,
                slips: 0,
                place: vec![],
            })
        })
        .collect()
}

/// Where the text of a line begins behind its code; 0 where the type has no codes or the line none.
pub fn behind(kind: Option<&DocumentType>, line: &Line) -> usize {
    let coded = kind.is_some_and(|kind| kind.field.iter().any(|rule| !rule.codes.is_empty()));
    coded.then(|| code(&line.text)).flatten().map_or(0, |(_, end)| end)
}

/// One or two digits and perhaps a letter, ended by a mark, a space, or the end; and where its text ends.
fn code(text: &[char]) -> Option<(String, usize)> {
    let digits = text.iter().take_while(|c| c.is_ascii_digit()).count();
    if digits == 0 || digits > 2 {
        return None;
    }
    let mut code: String = text[..digits].iter().collect();
    let mut end = digits;
    if let Some(letter) = text.get(digits).map(char::to_ascii_lowercase).filter(|c| ('a'..='d').contains(c)) {
        let next = text.get(digits + 1);
        if next.is_none_or(|c| !c.is_alphabetic() || *c == 'D' || *c == 'E' || *c == 'I') {
            code.push(letter);
            end += 1;
        }
    } else if code == "46" {
        // A small b is often read as a six, and no such code has two digits.
        "4b".clone_into(&mut code);
    }
    let ended = text.get(end).is_none_or(|c| c.is_whitespace() || matches!(c, '.' | ',' | ')' | ':'));
    let lettered = code.ends_with(|c: char| c.is_alphabetic());
    // `12.08.1974` and `3.1.1990` begin like codes and are none.
    let date = text.get(end) == Some(&'.')
        && text.get(end + 1..end + 3).is_some_and(|two| {
            two.iter().all(char::is_ascii_digit) && text.get(end + 3) == Some(&'.') && !lettered && digits == 2
        });
    ((ended || lettered) && !date).then_some((code, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(String, usize)> {
        code(&text.chars().collect::<Vec<_>>())
    }

    #[test]
    fn codes_and_what_only_looks_like_them() {
        assert_eq!(read("1. MORGAN"), Some(("1".to_owned(), 1)));
        assert_eq!(read("4b.18.01.2033"), Some(("4b".to_owned(), 2)));
        assert_eq!(read("4b 18.01.2033"), Some(("4b".to_owned(), 2)));
        assert_eq!(read("46. 18.01.2033"), Some(("4b".to_owned(), 2)));
        assert_eq!(read("4dDLN"), Some(("4d".to_owned(), 2)));
        assert_eq!(read("3.11.03.1976 LONDON"), Some(("3".to_owned(), 1)));
        for none in ["12.08.1974", "MORGAN", "123 HARBOUR STREET", "", "1MORGAN"] {
            assert_eq!(read(none), None, "{none}");
        }
    }
}
