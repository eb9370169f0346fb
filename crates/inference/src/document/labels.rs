//! The words printed above fields, in the languages most documents carry, and how to find the value that belongs to one.

use super::text::TextLine;

/// A printed field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Surname,
    GivenNames,
    Name,
    BirthDate,
    Expiry,
    Number,
    Sex,
    Nationality,
}

/// Anchor words, upper case, without accents. Longer ones first where one holds another.
const WORDS: &[(Label, &[&str])] = &[
    (
        Label::BirthDate,
        &[
            "DATE OF BIRTH",
            "BIRTH DATE",
            "DATE DE NAISSANCE",
            "NE(E) LE",
            "GEBURTSDATUM",
            "GEBURTSTAG",
            "FECHA DE NACIMIENTO",
            "DATA DI NASCITA",
            "DATA DE NASCIMENTO",
            "GEBOORTEDATUM",
            "DATA URODZENIA",
            "FODELSEDATUM",
            "FODSELSDATO",
            "SYNTYMAAIKA",
            "DATUM NAROZENI",
            "DOB",
        ],
    ),
    (
        Label::Expiry,
        &[
            "DATE OF EXPIRY",
            "EXPIRY DATE",
            "EXPIRATION DATE",
            "DATE D'EXPIRATION",
            "VALID UNTIL",
            "VALID TO",
            "GULTIG BIS",
            "FECHA DE CADUCIDAD",
            "FECHA DE VENCIMIENTO",
            "DATA DI SCADENZA",
            "DATA DE VALIDADE",
            "GELDIG TOT",
            "DATA WAZNOSCI",
            "EXPIRES",
            "CADUCIDAD",
            "VALIDEZ",
            "SCADENZA",
            "EXP",
        ],
    ),
    (
        Label::GivenNames,
        &[
            "GIVEN NAMES",
            "GIVEN NAME",
            "FIRST NAMES",
            "FIRST NAME",
            "FORENAMES",
            "FORENAME",
            "PRENOMS",
            "PRENOM",
            "VORNAMEN",
            "VORNAME",
            "NOMBRES",
            "NOMBRE",
            "NOME(S)",
            "VOORNAMEN",
            "IMIONA",
            "IMIE",
            "FORNAMN",
            "FORNAVN",
            "ETUNIMET",
            "JMENO",
        ],
    ),
    (
        Label::Surname,
        &[
            "SURNAME",
            "LAST NAME",
            "FAMILY NAME",
            "NACHNAME",
            "FAMILIENNAME",
            "APELLIDOS",
            "APELLIDO",
            "COGNOME",
            "APELIDO",
            "ACHTERNAAM",
            "NAZWISKO",
            "EFTERNAMN",
            "ETTERNAVN",
            "SUKUNIMI",
            "PRIJMENI",
        ],
    ),
    (
        Label::Number,
        &[
            "PASSPORT NO",
            "PASSPORT NUMBER",
            "DOCUMENT NO",
            "DOCUMENT NUMBER",
            "CARD NUMBER",
            "CARD NO",
            "LICENCE NO",
            "LICENSE NO",
            "NO DU PASSEPORT",
            "AUSWEISNUMMER",
            "DOCUMENTNUMMER",
            "NUM SOPORT",
            "DLN",
            "DL NO",
        ],
    ),
    (Label::Sex, &["SEX", "SEXE", "GESCHLECHT", "SEXO", "SESSO", "GESLACHT", "PLEC", "KON", "GENDER"]),
    (
        Label::Nationality,
        &[
            "NATIONALITY",
            "NATIONALITE",
            "STAATSANGEHORIGKEIT",
            "NACIONALIDAD",
            "NAZIONALITA",
            "CITTADINANZA",
            "NACIONALIDADE",
            "NATIONALITEIT",
            "OBYWATELSTWO",
            "MEDBORGARSKAP",
        ],
    ),
    (Label::Name, &["FULL NAME", "NAME", "NOM", "NOME", "NAAM", "NAMN", "NAVN"]),
];

/// Finds the value of each label: what follows it on its line, else the nearest line below that starts near its left.
pub(super) fn values(lines: &[TextLine]) -> Vec<(Label, String, f32)> {
    let labelled: Vec<Option<(Label, String)>> = lines.iter().map(|l| label(&l.text)).collect();
    let mut found: Vec<(Label, String, f32)> = Vec::new();
    for (line, label) in lines.iter().zip(&labelled) {
        let Some((label, rest)) = label else { continue };
        if found.iter().any(|(l, _, _)| l == label) {
            continue;
        }
        if plausible(*label, rest) {
            found.push((*label, rest.clone(), line.confidence));
            continue;
        }
        let below = lines.iter().zip(&labelled).filter(|(l, labelled)| {
            let down = l.at.1 - line.at.1;
            let aligned = (l.at.0 - line.at.0).abs() < 2.5 * line.at.3.max(l.at.3);
            labelled.is_none() && down > 0.4 * line.at.3 && down < 4.0 * line.at.3.max(l.at.3) && aligned
        });
        let nearest = below.map(|(l, _)| l).min_by(|a, b| a.at.1.total_cmp(&b.at.1));
        if let Some(value) = nearest.filter(|v| plausible(*label, v.text.trim())) {
            found.push((*label, value.text.trim().to_owned(), value.confidence.min(line.confidence)));
        }
    }
    found
}

/// The label a line starts with or holds, and what stands behind it. Lines such as `Surname/Nom/Apellidos` name the same
/// field several times; what follows the last name of it counts.
fn label(text: &str) -> Option<(Label, String)> {
    let plain = plain(text);
    let (label, _, _) = WORDS
        .iter()
        .flat_map(|(label, words)| words.iter().filter_map(|w| find(&plain, w).map(|at| (*label, at, w.len()))))
        .filter(|(_, at, _)| *at <= 12)
        .min_by_key(|(_, at, len)| (*at, usize::MAX - *len))?;
    let same = WORDS.iter().filter(|(l, _)| *l == label || *l == Label::Name);
    let end = same.flat_map(|(_, words)| words.iter().filter_map(|w| find(&plain, w).map(|at| at + w.len()))).max()?;
    let rest: String = text.chars().skip(end).collect();
    Some((label, rest.trim_matches([' ', ':', '.', '/', '-', '|', '°']).to_owned()))
}

/// Where a whole word or phrase stands.
fn find(text: &str, phrase: &str) -> Option<usize> {
    text.match_indices(phrase).map(|(at, _)| at).find(|at| {
        let letter = |b: Option<&u8>| b.is_some_and(u8::is_ascii_alphanumeric);
        !letter(at.checked_sub(1).and_then(|i| text.as_bytes().get(i)))
            && !letter(text.as_bytes().get(at + phrase.len()))
    })
}

/// Upper case, one ASCII character for each of the text's characters, so that places stay the same.
fn plain(text: &str) -> String {
    text.chars()
        .map(|c| match c.to_uppercase().next().unwrap_or(c) {
            'À'..='Å' => 'A',
            'È'..='Ë' | 'Ę' => 'E',
            'Ì'..='Ï' => 'I',
            'Ò'..='Ö' | 'Ø' => 'O',
            'Ù'..='Ü' => 'U',
            'Ç' => 'C',
            'Ñ' | 'Ń' => 'N',
            'Ś' => 'S',
            'Ł' => 'L',
            'Ż' | 'Ź' => 'Z',
            '’' => '\'',
            c if c.is_ascii() => c,
            _ => '?',
        })
        .collect()
}

fn plausible(label: Label, value: &str) -> bool {
    let digits = value.chars().filter(char::is_ascii_digit).count();
    let letters = value.chars().filter(|c| c.is_alphabetic()).count();
    match label {
        Label::BirthDate | Label::Expiry => (4..=8).contains(&digits) && value.len() <= 24,
        Label::Number => digits >= 3 && value.len() <= 20,
        Label::Sex => matches!(value.split(['/', ' ']).next(), Some("M" | "F" | "X" | "m" | "f" | "x")),
        Label::Surname | Label::GivenNames | Label::Name | Label::Nationality => {
            letters >= 2 && digits == 0 && value.chars().next().is_some_and(char::is_uppercase)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, x: f32, y: f32) -> TextLine {
        TextLine { text: text.to_owned(), confidence: 0.9, at: (x, y, 100.0, 12.0) }
    }

    #[test]
    fn values_beside_and_below_their_labels() {
        let lines = [
            line("Surname/Nom", 10.0, 10.0),
            line("SPECIMEN", 10.0, 26.0),
            line("Given names: ANNA MARIA", 10.0, 50.0),
            line("Date of birth/Date de naissance", 10.0, 80.0),
            line("12 AUG 1974", 12.0, 96.0),
            line("Sex", 300.0, 80.0),
            line("F", 300.0, 96.0),
            line("Date of expiry 15.04.2032", 10.0, 120.0),
        ];
        let found = values(&lines);
        let get = |label: Label| found.iter().find(|f| f.0 == label).map(|f| f.1.as_str());
        assert_eq!(get(Label::Surname), Some("SPECIMEN"));
        assert_eq!(get(Label::GivenNames), Some("ANNA MARIA"));
        assert_eq!(get(Label::BirthDate), Some("12 AUG 1974"));
        assert_eq!(get(Label::Sex), Some("F"));
        assert_eq!(get(Label::Expiry), Some("15.04.2032"));
        assert_eq!(get(Label::Number), None);
    }

    #[test]
    fn a_label_without_a_value_gives_none() {
        assert!(values(&[line("Surname", 10.0, 10.0), line("Given names", 10.0, 26.0)]).is_empty());
        assert!(values(&[line("SEXTON", 10.0, 10.0)]).is_empty());
    }
}
