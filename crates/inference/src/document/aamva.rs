//! The content of the barcode on North American licences and ID cards: AAMVA DL/ID Card Design Standard, versions 01–11.
//!
//! Parsed from bytes and by element codes, not by the offsets in the header: several issuers wrote those wrong (zero,
//! off by some, counted without the header), while the three-letter codes at line starts have stayed the same since 2000.

use jiff::civil::Date;

/// Whether a name was cut to fit its element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truncation {
    /// The issuer says it was cut.
    Cut,
    /// The issuer says it is whole.
    Whole,
    /// The issuer does not say (older versions, or `U`).
    Unknown,
}

/// A licence or ID card as its barcode tells it.
#[derive(Clone, PartialEq)]
pub struct Aamva {
    /// Issuer Identification Number, six digits.
    pub issuer: String,
    /// AAMVA version 0–99; 01–11 are published.
    pub version: u8,
    /// `DL`, `ID` or `EN`, the first subfile.
    pub document: String,
    /// DCS, or the first part of DAA.
    pub surname: Option<String>,
    /// DAC and DAD, or DCT, or the rest of DAA: all given names, joined by spaces.
    pub given_names: Option<String>,
    /// DCU, or DAE of version 01, or a fourth part of DAA.
    pub suffix: Option<String>,
    /// DAQ.
    pub number: Option<String>,
    /// DBB.
    pub birth_date: Option<Date>,
    /// DBA.
    pub expiry: Option<Date>,
    /// DBD.
    pub issued: Option<Date>,
    /// DBC: `M`, `F`, or `X` for anything else it says.
    pub sex: Option<char>,
    /// DCG: `USA` or `CAN`.
    pub country: Option<String>,
    /// DAJ: state or province.
    pub region: Option<String>,
    /// DDA: `F` fully compliant with REAL ID, `N` not, `M` materially (old).
    pub compliance: Option<char>,
    /// Flags for surname (DDE), first name (DDF), middle names (DDG).
    pub truncation: [Truncation; 3],
    /// Every element as written, code and value, in order.
    pub elements: Vec<(String, String)>,
}

impl std::fmt::Debug for Aamva {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Aamva(issuer {}, version {}, redacted)", self.issuer, self.version)
    }
}

/// Parses a barcode's bytes. `None` when they carry no AAMVA header or no element after it.
pub fn parse(bytes: &[u8]) -> Option<Aamva> {
    let (issuer, version, document, rest) = header(bytes)?;
    let elements = elements(rest, separator(bytes));
    if elements.len() < 2 {
        return None;
    }
    let raw = |code: &str| elements.iter().find(|(c, _)| c == code).map(|(_, v)| v.as_str());
    let get = |code: &str| raw(code).filter(|v| stated(v)).map(str::to_owned);
    let country = get("DCG").filter(|c| c.starts_with("USA") || c.starts_with("CAN")).map(|c| c[..3].to_owned());
    let date = |code: &str| get(code).and_then(|v| read_date(&v));
    let flag = |code: &str| match raw(code) {
        Some("T" | "t") => Truncation::Cut,
        Some("N" | "n") => Truncation::Whole,
        _ => Truncation::Unknown,
    };
    let names = names(&get);
    Some(Aamva {
        issuer,
        version,
        document,
        number: get("DAQ"),
        birth_date: date("DBB"),
        expiry: date("DBA"),
        issued: date("DBD"),
        sex: get("DBC").map(|v| match v.to_ascii_uppercase().as_str() {
            "1" | "M" | "MALE" => 'M',
            "2" | "F" | "FEMALE" => 'F',
            _ => 'X',
        }),
        region: get("DAJ"),
        compliance: get("DDA").and_then(|v| v.chars().next()).filter(|c| "FNM".contains(*c)),
        truncation: [flag("DDE"), flag("DDF"), flag("DDG")],
        surname: names.0,
        given_names: names.1,
        suffix: names.2,
        country,
        elements,
    })
}

/// Issuer, version, type of the first subfile and what follows the subfile directory: `ANSI ` or `AAMVA`, IIN (6), version (2), from version 02 on
/// the issuer's own version (2), number of subfiles (2), and ten characters for each.
fn header(bytes: &[u8]) -> Option<(String, u8, String, &[u8])> {
    let find = |mark: &[u8]| bytes.windows(mark.len()).take(40).position(|w| w == mark).map(|at| at + mark.len());
    let mut at = find(b"ANSI").or_else(|| find(b"AAMVA"))?;
    // The standard has one blank after ANSI and none after AAMVA; both are found with and without.
    at += bytes[at..].iter().take_while(|b| **b == b' ').count();
    let digits = |from: usize, n: usize| -> Option<&str> {
        let text = std::str::from_utf8(bytes.get(from..from + n)?).ok()?;
        text.bytes().all(|c| c.is_ascii_digit()).then_some(text)
    };
    let issuer = digits(at, 6)?.to_owned();
    let version: u8 = digits(at + 6, 2)?.parse().ok()?;
    let count_at = if version < 2 { at + 8 } else { at + 10 };
    let count: usize = digits(count_at, 2).and_then(|n| n.parse().ok()).unwrap_or(1);
    let mut directory = count_at + 2;
    let document = latin(bytes.get(directory..directory + 2)?);
    for _ in 0..count.clamp(1, 20) {
        // Some issuers list fewer subfiles than they count, or write letters where numbers belong.
        let entry = bytes.get(directory..directory + 10)?;
        if !entry[2..].iter().all(u8::is_ascii_digit) {
            break;
        }
        directory += 10;
    }
    let rest = &bytes[directory..];
    // After a spoilt directory the data begins at the next `DLD` or `IDD`.
    let skip = rest.windows(3).take(12).position(|w| matches!(w, b"DLD" | b"IDD" | b"END")).unwrap_or(0);
    Some((issuer, version, document, &rest[skip..]))
}

/// The element separator: the header's second byte, a line feed by the standard, `|` from some issuers.
fn separator(bytes: &[u8]) -> u8 {
    let at = bytes.iter().position(|b| *b == b'@');
    at.and_then(|at| bytes.get(at + 1)).copied().filter(|b| *b == b'|').unwrap_or(b'\n')
}

fn elements(rest: &[u8], separator: u8) -> Vec<(String, String)> {
    let ends = |b: &u8| *b == separator || matches!(*b, b'\n' | b'\r' | 0x1e | 0x1d);
    let mut found = Vec::new();
    for piece in rest.split(ends) {
        // Control and undefined characters before a code are an issuer's padding.
        let from = piece.iter().position(u8::is_ascii_uppercase).unwrap_or(piece.len());
        let mut piece = &piece[from..];
        // A subfile opens with its type before the first code: `DLDAQ…`.
        let opens = piece.len() >= 5 && [b"DL".as_slice(), b"ID", b"EN"].contains(&&piece[..2]) && piece[2] == b'D';
        if opens {
            piece = &piece[2..];
        }
        if piece.len() >= 3 && piece[..3].iter().all(u8::is_ascii_uppercase) {
            found.push((latin(&piece[..3]), latin(&piece[3..]).trim().to_owned()));
        }
    }
    found
}

/// Bytes to text: UTF-8 where it is, else Latin-1 (the standard's ISO 8859-1), control characters dropped.
fn latin(bytes: &[u8]) -> String {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|b| *b as char).collect(),
    };
    text.chars().filter(|c| !c.is_control()).collect()
}

/// The standard's words for *nothing to say*, and what has neither letter nor digit.
fn stated(value: &str) -> bool {
    value.chars().any(char::is_alphanumeric)
        && !["NONE", "UNAVL", "UNAVAIL", "UNAVAILABLE", "N/A"].contains(&value.to_uppercase().as_str())
}

type Names = (Option<String>, Option<String>, Option<String>);

fn names(get: &impl Fn(&str) -> Option<String>) -> Names {
    let suffix = get("DCU").or_else(|| get("DAE"));
    if let Some(surname) = get("DCS").or_else(|| get("DAB")) {
        return (Some(spaced(&surname.replace(',', " "))), given_names(get), suffix);
    }
    let Some(full) = get("DAA") else { return (None, given_names(get), suffix) };
    let separator = [',', '@', '$'].into_iter().find(|sign| full.contains(*sign)).unwrap_or(' ');
    let mut parts = full.split(separator).map(str::trim);
    let surname = parts.next().filter(|p| !p.is_empty()).map(str::to_owned);
    let given: Vec<&str> = parts.by_ref().take(2).filter(|p| stated(p)).collect();
    let last = parts.find(|p| stated(p)).map(str::to_owned);
    (surname, (!given.is_empty()).then(|| given.join(" ")), suffix.or(last))
}

/// DAC and DAD, or DCT of versions 02 and 03.
fn given_names(get: &impl Fn(&str) -> Option<String>) -> Option<String> {
    // *No middle name*, as some issuers spell it.
    let middle = get("DAD").map(|v| spaced(&v)).filter(|v| !["NMN", "NMI"].contains(&v.as_str()));
    let joined = match (get("DAC").map(|v| spaced(&v)), middle) {
        // Some issuers put all given names into DAC and the later ones into DAD again.
        (Some(first), Some(middle)) if first.ends_with(&format!(" {middle}")) => Some(first),
        (Some(first), Some(middle)) => Some(format!("{first} {middle}")),
        (first, middle) => first.or(middle),
    };
    joined.or_else(|| get("DCT").map(|v| spaced(&v)))
}

/// Parts between commas and blanks, with one blank between.
fn spaced(value: &str) -> String {
    value.split([',', ' ']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// MMDDCCYY in the United States, CCYYMMDD in Canada and everywhere in version 01; several issuers have it the wrong way
/// round (Wyoming in 2009). The country need not be asked: a century of 18 to 21 is no month, so at most one order gives a
/// day of 1850–2150.
fn read_date(value: &str) -> Option<Date> {
    let digits: String = value.chars().filter(char::is_ascii_digit).collect();
    if digits.len() != 8 {
        return None;
    }
    let part = |from: usize, to: usize| digits[from..to].parse::<i16>().ok();
    let day = |year: Option<i16>, month: Option<i16>, day: Option<i16>| {
        let year = year.filter(|y| (1850..=2150).contains(y))?;
        Date::new(year, month? as i8, day? as i8).ok()
    };
    day(part(4, 8), part(0, 2), part(2, 4)).or_else(|| day(part(0, 4), part(4, 6), part(6, 8)))
}

#[cfg(test)]
#[path = "aamva_tests.rs"]
mod tests;
