//! The data page of a passport whose labels could not be read. ICAO Doc 9303-4 fixes the order of its fields: type, issuer's code and number
//! in one row; below it in one column surname, given names, nationality; then the sex. Places stand in no fixed one, so they are left.

use super::super::mrz::is_code;
use super::super::types::countries;
use super::super::types::schema::{Kind, Printed};
use super::fill::Filled;
use super::line::{Area, Line};
use super::values::Known;

/// Lines less sure than this are labels in letters too small to read, or texture.
const SURE: f32 = 0.75;
/// Type and number of the row may be less sure: their form and place are theirs alone.
const SEEN: f32 = 0.3;
/// A name is taken from its place alone when its line is at least this sure: nothing else vouches for it.
const SURE_NAME: f32 = 0.9;
/// Lines of a column begin within so many heights of one another, and are no taller than so many times each other.
const ASIDE: f32 = 0.8;
const TALLER: f32 = 1.6;
/// Middles of the lines of a row differ by at most this share of their height.
const ROW: f32 = 0.6;
/// The word in the languages that most passports carry.
const PASSPORT: [&str; 6] = ["PASSPORT", "PASSEPORT", "PASAPORTE", "PASSAPORTE", "REISEPASS", "PASAPORT"];

/// The row of type, code and number.
struct FirstRow {
    /// Where the type stands, or the code: the column of names begins there.
    left: f32,
    height: f32,
    bottom: f32,
    /// Right edge of the number: further right stand marks and small portraits.
    right: f32,
    number: Filled,
}

/// Number, names, nationality and sex, as far as they stand where the order wants them.
pub fn by_order(lines: &[Line], known: &Known<'_>) -> Vec<Filled> {
    let Some(row) = first_row(lines, known) else { return vec![] };
    let column = column(lines, &row);
    let mut out = vec![row.number.clone()];
    // A lone letter is a sex.
    let country = |line: &Line| line.folded.chars.len() >= 3 && countries::code(&text(line)).is_some();
    let nationality = column.iter().position(|line| country(&lines[*line]));
    if let Some(at) = nationality {
        out.extend(names(lines, &column[..at], known));
        out.extend(filled(lines, column[at], Printed::Nationality, known));
        out.extend(sex(lines, lines[column[at]].at, &row, known));
    }
    out
}

fn text(line: &Line) -> String {
    line.text.iter().collect()
}

fn filled(lines: &[Line], line: usize, field: Printed, known: &Known<'_>) -> Option<Filled> {
    let value = known.value(field, &text(&lines[line]))?;
    Some(Filled { field, value: value.text, line, fit: value.fit, at: lines[line].at })
}

/// The only row that has a code of three letters with one number to its right, on a page that calls itself a passport's or begins the
/// row with a `P`.
fn first_row(lines: &[Line], known: &Known<'_>) -> Option<FirstRow> {
    if known.kind.is_some_and(|kind| kind.kind != Kind::Passport) {
        return None;
    }
    let said = known.kind.is_some()
        || lines.iter().any(|line| {
            let folded: String = line.folded.chars.iter().collect();
            PASSPORT.iter().any(|word| folded.contains(word))
        });
    let seen: Vec<(usize, &Line)> = lines.iter().enumerate().filter(|(_, l)| !l.zone && l.confidence >= SEEN).collect();
    let sure = seen.iter().filter(|(_, line)| line.confidence >= SURE);
    let mut rows = sure.filter(|(_, line)| three_letters(line)).filter_map(|(_, code)| {
        let kind = seen
            .iter()
            .map(|(_, line)| *line)
            .find(|line| is_type(line) && line.at.0 < code.at.0 && in_row(line.at, code.at));
        if kind.is_none() && !(said && is_code(&text(code))) {
            return None;
        }
        let numbers: Vec<Filled> = seen
            .iter()
            .filter(|(_, line)| line.at.0 > code.at.0 + code.at.2 && in_row(line.at, code.at))
            .filter_map(|(index, _)| filled(lines, *index, Printed::Number, known))
            .filter(|number| number.at.2 > 0.0 && text(&lines[number.line]).split_whitespace().count() <= 2)
            .collect();
        let [number] = numbers.as_slice() else { return None };
        let first = kind.unwrap_or(code);
        Some(FirstRow {
            left: first.at.0,
            height: code.at.3,
            bottom: code.at.1 + code.at.3,
            right: number.at.0 + number.at.2,
            number: number.clone(),
        })
    });
    let first = rows.next()?;
    rows.next().is_none().then_some(first)
}

fn three_letters(line: &Line) -> bool {
    line.text.len() == 3 && line.text.iter().all(char::is_ascii_uppercase)
}

/// `P`, or `P` and the letter that issuers choose (`PD`, `PO`).
fn is_type(line: &Line) -> bool {
    matches!(line.text.as_slice(), ['P'] | ['P', 'A'..='Z'])
}

fn in_row(a: Area, b: Area) -> bool {
    ((a.1 + a.3 / 2.0) - (b.1 + b.3 / 2.0)).abs() <= ROW * a.3.max(b.3)
}

/// The lines below the row that begin where it begins, from the top.
fn column(lines: &[Line], row: &FirstRow) -> Vec<usize> {
    let stands = |line: &Line| {
        (line.at.0 - row.left).abs() <= ASIDE * row.height
            && line.at.1 + line.at.3 / 2.0 > row.bottom
            && line.at.3 <= TALLER * row.height
            && row.height <= TALLER * line.at.3
    };
    let mut column: Vec<usize> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !line.zone && line.confidence >= SURE && stands(line))
        .map(|(index, _)| index)
        .collect();
    column.sort_by(|a, b| lines[*a].at.1.total_cmp(&lines[*b].at.1));
    column
}

/// Surname and given names are the two lines above the nationality. More lines are names in two scripts or of other people, one
/// is a page that this order does not explain.
fn names(lines: &[Line], column: &[usize], known: &Known<'_>) -> Vec<Filled> {
    let [surname, given] = column else { return vec![] };
    let both = (filled(lines, *surname, Printed::Surname, known), filled(lines, *given, Printed::GivenNames, known));
    let (Some(surname), Some(given)) = both else { return vec![] };
    [surname, given].into_iter().filter(|name| lines[name.line].confidence >= SURE_NAME).collect()
}

/// The only line below the nationality that is a sex.
fn sex(lines: &[Line], nationality: Area, row: &FirstRow, known: &Known<'_>) -> Option<Filled> {
    let below = |line: &Line| {
        let middle = line.at.1 + line.at.3 / 2.0;
        !line.zone && middle > nationality.1 && line.at.0 >= row.left - ASIDE * row.height && line.at.0 < row.right
    };
    let mut sexes = (0..lines.len())
        .filter(|index| below(&lines[*index]))
        .filter_map(|index| filled(lines, index, Printed::Sex, known));
    let only = sexes.next().filter(|_| sexes.next().is_none())?;
    (lines[only.line].confidence >= SURE).then_some(only)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::super::text::TextLine;
    use super::*;

    /// Text, confidence, left, top.
    type Spot = (&'static str, f32, f32, f32);

    fn read(page: &[Spot]) -> Vec<(Printed, String)> {
        let line = |(text, confidence, left, top): &Spot| {
            let width = 8.0 * text.chars().count() as f32;
            Line::new(
                &TextLine {
                    text: (*text).to_owned(),
                    confidence: *confidence,
                    at: (*left, *top, width, 14.0),
                    slope: 0.0,
                },
                0.0,
            )
        };
        let lines: Vec<Line> = page.iter().map(line).collect();
        let known = Known { kind: None, side: None, today: date(2026, 11, 22) };
        by_order(&lines, &known).into_iter().map(|filled| (filled.field, filled.value)).collect()
    }

    const PAGE: &[Spot] = &[
        ("P", 0.95, 200.0, 40.0),
        ("CZE", 0.98, 260.0, 40.0),
        ("99003853", 0.97, 420.0, 41.0),
        ("oPrijmeniSumame", 0.1, 200.0, 56.0),
        ("NOVOTNÁ", 0.97, 201.0, 70.0),
        ("Jmna", 0.05, 200.0, 84.0),
        ("Markéta", 0.95, 200.0, 98.0),
        ("ČESKÁ REPUBLIKA/CZECH REPUBLIC", 0.9, 200.0, 126.0),
        ("01.01.1911", 0.98, 200.0, 155.0),
        ("F", 0.95, 200.0, 182.0),
        ("PRAHA", 0.98, 262.0, 182.0),
        ("04.07.2002", 0.98, 200.0, 210.0),
        ("PRAHA", 0.98, 310.0, 210.0),
    ];

    #[test]
    fn a_page_without_readable_labels_is_read_by_its_order() {
        let expected = [
            (Printed::Number, "99003853"),
            (Printed::Surname, "NOVOTNÁ"),
            (Printed::GivenNames, "Markéta"),
            (Printed::Nationality, "ČESKÁ REPUBLIKA/CZECH REPUBLIC"),
            (Printed::Sex, "F"),
        ];
        assert_eq!(read(PAGE), expected.map(|(field, value)| (field, value.to_owned())));
    }

    #[test]
    fn what_the_order_does_not_explain_is_left_alone() {
        let changed = |change: &dyn Fn(&mut Vec<Spot>)| {
            let mut page = PAGE.to_vec();
            change(&mut page);
            read(&page).into_iter().map(|(field, _)| field).collect::<Vec<_>>()
        };
        let names = [Printed::Surname, Printed::GivenNames];
        let has_names = |fields: &[Printed]| names.iter().any(|name| fields.contains(name));
        // A third line of names, a name that is not sure, no nationality to end them, no row to begin with.
        assert!(!has_names(&changed(&|page| page.insert(6, ("NOVÁKOVÁ", 0.95, 200.0, 84.0)))));
        assert!(!changed(&|page| page[4].1 = 0.85).contains(&Printed::Surname));
        assert_eq!(changed(&|page| page[7].0 = "RURITANIAN"), [Printed::Number]);
        assert!(changed(&|page| page[2].0 = "AUTHORITY").is_empty());
        // Two sexes are none.
        assert!(!changed(&|page| page.push(("M", 0.9, 300.0, 240.0))).contains(&Printed::Sex));
    }

    #[test]
    fn a_card_is_no_passport() {
        let card: Vec<_> = PAGE.iter().filter(|line| line.0 != "P").copied().collect();
        assert!(read(&card).is_empty());
    }
}
