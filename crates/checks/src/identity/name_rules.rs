//! Names are equal by a named rule, or a person looks, or they differ. There is no similarity number: siblings have similar names.

use crate::identity::transliteration::{admits, admits_beginning, fold, is_covered, upper};
use crate::measurements::NameRead;

/// How two names agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// Equal, by the named rule.
    Equal(&'static str),
    /// A person should look, because of the named rule.
    NeedsLook(&'static str),
    /// Different.
    Different,
}

impl Agreement {
    /// 0 equal, 1 needs a look, 2 different.
    pub fn severity(&self) -> u8 {
        match self {
            Self::Equal(_) => 0,
            Self::NeedsLook(_) => 1,
            Self::Different => 2,
        }
    }
}

/// What stands in a document for a name that the person does not have.
const PLACEHOLDERS: &[&str] = &["FNU", "LNU", "XXX", "UNKNOWN", "NONE", "UNAVL"];

/// A declared name against one reading of the document's. `cut`: the reading fills its field, so its end may be missing.
pub fn compare_declared(declared: &str, read: &NameRead, cut: bool) -> Agreement {
    let given = tokens(&read.given_names);
    let surname = tokens(&read.surname);
    let written = tokens(declared);
    let orders = [[given.clone(), surname.clone()].concat(), [surname.clone(), given.clone()].concat()];
    if orders.contains(&written) {
        return Agreement::Equal("equal");
    }
    if orders.iter().any(|order| fold_all(order) == fold_all(&written)) {
        return Agreement::Equal("case_and_accents");
    }
    if orders.iter().any(|order| pairwise(&written, order)) {
        return Agreement::Equal("transliteration");
    }
    let real: Vec<Vec<String>> = orders
        .iter()
        .map(|order| order.iter().filter(|t| !PLACEHOLDERS.contains(&t.as_str())).cloned().collect())
        .collect();
    if real
        .iter()
        .zip(&orders)
        .any(|(real, order)| real.len() < order.len() && !real.is_empty() && pairwise(&written, real))
    {
        return Agreement::Equal("placeholder");
    }
    if cut && surname.len() + given.len() >= 2 && cut_short(&written, &surname, &given) {
        return Agreement::Equal("mrz_truncation");
    }
    if !is_covered(declared) {
        return Agreement::NeedsLook("script_without_table");
    }
    if orders.iter().any(|order| {
        admits(&joined(&written), order.concat().as_bytes()) || fold(&written.concat()) == fold(&order.concat())
    }) {
        return Agreement::NeedsLook("spacing");
    }
    let order = &orders[0];
    if order.len() == written.len() && covers(&written, order) {
        return Agreement::NeedsLook("token_order");
    }
    let smaller = written.len().min(order.len());
    let surname_kept = covers(&written, &surname) && !surname.is_empty();
    if smaller >= 2 && surname_kept && (covers(&written, order) || covered_by(&written, order)) {
        return Agreement::NeedsLook("given_names_subset");
    }
    Agreement::Different
}

/// Two readings of documents against each other: equal in either direction is equal.
pub fn compare_reads(a: &NameRead, b: &NameRead) -> Agreement {
    let full = |name: &NameRead| format!("{} {}", name.given_names, name.surname);
    let one = compare_declared(&full(a), b, false);
    let other = compare_declared(&full(b), a, false);
    if one.severity() <= other.severity() { one } else { other }
}

/// Upper-case words. A hyphen parts words as `<` does in the MRZ; apostrophes and points vanish.
fn tokens(name: &str) -> Vec<String> {
    upper(name)
        .replace(['\'', '’', 'ʻ', 'ʼ', '.', '`'], "")
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | ',' | '<' | '/' | '·'))
        .filter(|token| !token.is_empty())
        .map(str::to_owned)
        .collect()
}

fn fold_all(tokens: &[String]) -> Vec<String> {
    tokens.iter().map(|token| fold(token)).collect()
}

fn joined(tokens: &[String]) -> Vec<char> {
    tokens.iter().flat_map(|token| token.chars()).collect()
}

/// One word against one word: an admitted spelling, or equal without marks.
fn same(written: &str, plain: &str) -> bool {
    admits(&written.chars().collect::<Vec<_>>(), plain.as_bytes()) || fold(written) == fold(plain)
}

fn pairwise(written: &[String], plain: &[String]) -> bool {
    written.len() == plain.len() && written.iter().zip(plain).all(|(a, b)| same(a, b))
}

/// Every word of `plain` is among `written`, each used once.
fn covers(written: &[String], plain: &[String]) -> bool {
    let mut left: Vec<&String> = written.iter().collect();
    plain.iter().all(|token| left.iter().position(|other| same(other, token)).map(|at| left.swap_remove(at)).is_some())
}

fn covered_by(written: &[String], plain: &[String]) -> bool {
    let mut left: Vec<&String> = plain.iter().collect();
    written
        .iter()
        .all(|token| left.iter().position(|other| same(token, other)).map(|at| left.swap_remove(at)).is_some())
}

/// The reading is the declared name cut at the end of its field: surname first, then the given names that fit, the last one perhaps cut.
fn cut_short(written: &[String], surname: &[String], given: &[String]) -> bool {
    let count = surname.len();
    let splits = [written.len().saturating_sub(count), 0];
    splits.iter().any(|at| {
        if written.len() < count || *at + count > written.len() || !pairwise(&written[*at..*at + count], surname) {
            return false;
        }
        let rest: Vec<String> = if *at == 0 { written[count..].to_vec() } else { written[..*at].to_vec() };
        let Some((last, whole)) = given.split_last() else { return false };
        rest.len() > whole.len()
            && pairwise(&rest[..whole.len()], whole)
            && admits_beginning(&rest[whole.len()].chars().collect::<Vec<_>>(), last.as_bytes())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(surname: &str, given_names: &str) -> NameRead {
        NameRead { surname: surname.into(), given_names: given_names.into() }
    }

    #[test]
    fn each_rule_names_itself() {
        let cases = [
            ("ANNA MARIA ERIKSSON", "ERIKSSON", "ANNA MARIA", false, Agreement::Equal("equal")),
            ("Eriksson Anna Maria", "ERIKSSON", "ANNA MARIA", false, Agreement::Equal("equal")),
            ("Zoé Dubois-Lefèvre", "DUBOIS LEFEVRE", "ZOE", false, Agreement::Equal("case_and_accents")),
            ("Jürgen Groß", "GROSS", "JUERGEN", false, Agreement::Equal("transliteration")),
            ("Юлия Щербакова", "SHCHERBAKOVA", "IULIIA", false, Agreement::Equal("transliteration")),
            ("Seán O’Neill", "ONEILL", "SEAN", false, Agreement::Equal("case_and_accents")),
            ("Suharto", "SUHARTO", "FNU", false, Agreement::Equal("placeholder")),
            (
                "Nilavadhanananda Chayapa Dejthamrong Krasuang",
                "NILAVADHANANANDA",
                "CHAYAPA DEJTHAMRONG K",
                true,
                Agreement::Equal("mrz_truncation"),
            ),
            ("王小明", "WANG", "XIAOMING", false, Agreement::NeedsLook("script_without_table")),
            ("Annamaria Eriksson", "ERIKSSON", "ANNA MARIA", false, Agreement::NeedsLook("spacing")),
            ("Maria Anna Eriksson", "ERIKSSON", "ANNA MARIA", false, Agreement::NeedsLook("token_order")),
            ("Anna Eriksson", "ERIKSSON", "ANNA MARIA", false, Agreement::NeedsLook("given_names_subset")),
        ];
        for (declared, surname, given, cut, expected) in cases {
            assert_eq!(compare_declared(declared, &read(surname, given), cut), expected, "{declared}");
        }
    }

    #[test]
    fn siblings_parents_and_near_names_differ() {
        let cases = [
            ("Anna Eriksson", "ERIKSSON", "ANNE"),
            ("Jon Smith", "SMITH", "JOHN"),
            ("Maria Garcia Lopez", "GARCIA PEREZ", "MARIA"),
            ("Johann Müller", "MILLER", "JOHANN"),
            ("Erik Eriksson", "ERIKSSON", "ANNA MARIA"),
            ("Eriksson", "ERIKSSON", "ANNA"),
        ];
        for (declared, surname, given) in cases {
            assert_eq!(compare_declared(declared, &read(surname, given), false), Agreement::Different, "{declared}");
        }
        assert_eq!(
            compare_declared("Anna Eriksson", &read("ERIKSSON", "ANNE"), true),
            Agreement::Different,
            "a cut field excuses no letter"
        );
    }
}
