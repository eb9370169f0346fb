//! Lines of text to fields and checks, with the exceptions that real issuers brought into the world.

use jiff::civil::Date;

use super::alphabet::{check_digit, index};
use super::dates::{self, Meaning, MrzDate};
use super::format::{Layout, MrzFormat, Span};
use super::names::{self, MrzNames};

/// A deviation from the plain rules under which a zone is still valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Exception {
    /// The check digit of an empty optional field is `<` (ICAO allows `0` or `<` in a passport's position 43).
    EmptyOptional,
    /// The number is longer than nine: `<` in place of its digit, the rest and the digit in the optional data.
    LongNumber,
    /// As before, but the digit also counts the `<` between (Portugal).
    LongNumberCountingFiller,
    /// The layout France used before 2021.
    FranceBefore2021,
}

/// One check digit and whether it agrees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MrzCheck {
    /// `number`, `birth_date`, `expiry`, `optional`, `composite`.
    pub name: &'static str,
    /// The digit agrees, or a named exception explains it.
    pub ok: bool,
}

/// The fields, fillers removed.
#[derive(Clone, PartialEq)]
pub struct MrzFields {
    /// One or two characters, such as `P`, `ID`, `AR`.
    pub document_code: String,
    /// Issuing state, up to three letters; Germany is `D`.
    pub issuer: String,
    /// Document number, a long one already joined.
    pub number: String,
    /// Nationality, up to three letters; empty where the layout has none.
    pub nationality: String,
    /// Date of birth.
    pub birth_date: MrzDate,
    /// `F`, `M` or `X` (`<` in the zone).
    pub sex: char,
    /// Last day of validity; `None` where the layout has none.
    pub expiry: Option<MrzDate>,
    /// Names.
    pub names: MrzNames,
    /// Optional data, per run of the layout, without its trailing fillers.
    pub optional: Vec<String>,
}

impl std::fmt::Debug for MrzFields {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MrzFields(redacted)")
    }
}

/// A zone, read and checked.
#[derive(Clone, PartialEq)]
pub struct Mrz {
    /// Which layout.
    pub format: MrzFormat,
    /// The lines as read, full width.
    pub lines: Vec<String>,
    /// The fields.
    pub fields: MrzFields,
    /// Every check digit of the layout agrees and the dates are dates.
    pub valid: bool,
    /// The exception without which it would not be valid.
    pub valid_by: Option<Exception>,
    /// Each check digit.
    pub checks: Vec<MrzCheck>,
    /// 0–1, the reader's: how sure it is of its least sure characters; 1 for text that was not read from a picture.
    pub confidence: f32,
}

impl std::fmt::Debug for Mrz {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Mrz({}, valid: {}, redacted)", self.format.name(), self.valid)
    }
}

/// Parses lines whose format is decided by their number, length and first characters. `None` when they are no zone:
/// wrong shape, or characters outside A–Z, 0–9 and `<`.
pub fn parse(lines: &[String], today: Date) -> Option<Mrz> {
    let format = format_of(lines)?;
    Some(parse_as(format, lines, today))
}

/// The format of full-width lines.
pub fn format_of(lines: &[String]) -> Option<MrzFormat> {
    let width = lines.first()?.len();
    if !lines.iter().all(|l| l.len() == width && l.bytes().all(|c| index(c).is_some())) {
        return None;
    }
    let visa = lines[0].starts_with('V');
    match (lines.len(), width) {
        (3, 30) => Some(MrzFormat::Td1),
        (2, 44) if visa => Some(MrzFormat::MrvA),
        (2, 44) => Some(MrzFormat::Td3),
        (2, 36) if visa => Some(MrzFormat::MrvB),
        (2, 36) if lines[0].starts_with("IDFRA") && !td2_checks(lines) => Some(MrzFormat::FranceId),
        (2, 36) => Some(MrzFormat::Td2),
        _ => None,
    }
}

fn td2_checks(lines: &[String]) -> bool {
    MrzFormat::Td2.layout().checks.iter().all(|c| covered(lines, c.over) == at(lines, c.at))
}

fn text(lines: &[String], s: Span) -> &str {
    &lines[s.line][s.start..s.end]
}

fn at(lines: &[String], (line, place): (usize, usize)) -> u8 {
    lines[line].as_bytes()[place]
}

fn covered(lines: &[String], over: &[Span]) -> u8 {
    let joined: String = over.iter().map(|s| text(lines, *s)).collect();
    check_digit(joined.as_bytes())
}

fn bare(text: &str) -> String {
    text.trim_end_matches('<').replace('<', " ")
}

fn parse_as(format: MrzFormat, lines: &[String], today: Date) -> Mrz {
    let layout = format.layout();
    let mut valid_by = (format == MrzFormat::FranceId).then_some(Exception::FranceBefore2021);
    let mut number = bare(text(lines, layout.number));
    let mut checks = Vec::new();
    for rule in layout.checks {
        let digit = at(lines, rule.at);
        let mut ok = covered(lines, rule.over) == digit;
        if !ok && digit == b'<' && rule.name == "optional" {
            ok = text(lines, rule.over[0]).bytes().all(|c| c == b'<');
            valid_by = ok.then_some(Exception::EmptyOptional).or(valid_by);
        }
        let may_be_long = !ok && digit == b'<' && rule.name == "number" && format == MrzFormat::Td1;
        if let Some((long, exception)) = long_number(lines).filter(|_| may_be_long) {
            (ok, number, valid_by) = (true, long, Some(exception));
        }
        checks.push(MrzCheck { name: rule.name, ok });
    }
    let fields = fields(layout, lines, number, today);
    let dates = fields.birth_date != MrzDate::Invalid && fields.expiry != Some(MrzDate::Invalid);
    let valid = dates && checks.iter().all(|c| c.ok);
    let valid_by = if valid { valid_by } else { None };
    Mrz { format, lines: lines.to_vec(), fields, valid, valid_by, checks, confidence: 1.0 }
}

fn fields(layout: &Layout, lines: &[String], number: String, today: Date) -> MrzFields {
    let mut names = names::split(text(lines, layout.names));
    if let Some(given) = layout.given_names {
        let field = text(lines, given);
        names.given_names = field.split('<').filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ");
        names.may_be_truncated |= !field.ends_with('<');
    }
    let sex = match at(lines, (layout.sex.line, layout.sex.start)) {
        b'<' => 'X',
        other => other as char,
    };
    MrzFields {
        document_code: bare(&lines[0][..2]),
        issuer: bare(text(lines, layout.issuer)),
        number,
        nationality: layout.nationality.map(|s| bare(text(lines, s))).unwrap_or_default(),
        birth_date: dates::read(text(lines, layout.birth), Meaning::Birth, today),
        sex,
        expiry: layout.expiry.map(|s| dates::read(text(lines, s), Meaning::Expiry, today)),
        names,
        optional: layout.optional.iter().map(|s| text(lines, *s).trim_end_matches('<').to_owned()).collect(),
    }
}

/// A TD1 number that continues in the optional data: nine characters, `<`, more characters, their digit, `<`.
fn long_number(lines: &[String]) -> Option<(String, Exception)> {
    let head = lines[0].get(5..14)?;
    let rest = lines[0].get(15..30)?.split('<').next()?;
    let (tail, digit) = rest.split_at_checked(rest.len().checked_sub(1)?)?;
    let digit = *digit.as_bytes().first()?;
    if tail.is_empty() || head.contains('<') {
        return None;
    }
    let number = format!("{head}{tail}");
    if check_digit(number.as_bytes()) == digit {
        return Some((number, Exception::LongNumber));
    }
    let counting = check_digit(format!("{head}<{tail}").as_bytes()) == digit;
    counting.then_some((number, Exception::LongNumberCountingFiller))
}

#[cfg(test)]
#[path = "parse_tests.rs"]
mod tests;
