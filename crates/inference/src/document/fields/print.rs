//! Printed lines to fields: labels and codes first, then what only one place of the side can be, then what a stronger
//! source says is printed.

use super::super::text::TextLine;
use super::super::types::schema::Printed;
use super::assign::{Given, assign};
use super::confirm::{Strong, confirm};
use super::labels::{self, Group};
use super::line::{Area, Line, around, common_slope};
use super::values::Known;
use super::{codes, fill, passport};

/// What led to a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// A label beside it.
    Label,
    /// A code before it.
    Code,
    /// The order of the document's dates or of a passport's page, or the pattern of its number.
    Only,
    /// It equals what a stronger source says.
    Matched,
}

/// A printed value.
#[derive(Clone, PartialEq)]
pub struct Reading {
    /// Which field.
    pub field: Printed,
    /// The value.
    pub value: String,
    /// 0–1.
    pub confidence: f32,
    /// Where, in pixels of the upright picture put level.
    pub at: Area,
    /// Why it is taken for this field.
    pub evidence: Evidence,
}

impl std::fmt::Debug for Reading {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Reading({:?}, {:.2}, {:?}, redacted)", self.field, self.confidence, self.evidence)
    }
}

/// How far a label vouches for the value: described for the type, of the dictionary, and per slip in it.
const OWN: f32 = 0.98;
const GENERAL: f32 = 0.95;
const PER_SLIP: f32 = 0.03;
/// Per height of distance beyond the usual.
const PER_DISTANCE: f32 = 0.06;
/// Of an unknown issuer, where issuers differ.
const UNKNOWN: f32 = 0.55;
/// Without a label.
const ONLY: f32 = 0.85;

/// Reads the fields of one side.
pub fn read(lines: &[TextLine], known: &Known<'_>, strong: &[Strong]) -> Vec<Reading> {
    let slope = common_slope(lines);
    let lines: Vec<Line> = lines.iter().map(|line| Line::new(line, slope)).collect();
    let words = labels::vocabulary(known.kind, known.side, &lines);
    let mut groups: Vec<Group> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !line.zone)
        .flat_map(|(index, line)| labels::spot(index, line, &words))
        .collect();
    let coded: Vec<Group> = codes::spot(known.kind, &lines)
        .into_iter()
        .filter(|code| !groups.iter().any(|group| group.line == code.line))
        .collect();
    let first_code = groups.len();
    groups.extend(coded);
    settle_names(&mut groups);
    let given = assign(&lines, &groups, known);
    let read = given.iter().filter(|given| groups[given.group].means != Printed::Other);
    let mut used: Vec<usize> = read.map(|given| given.line).collect();
    let mut readings: Vec<Reading> = Vec::new();
    for one in &given {
        let group = &groups[one.group];
        if group.means == Printed::Other {
            continue;
        }
        let mut reading = labelled(&lines[one.line], group, one);
        if one.group >= first_code {
            reading.evidence = Evidence::Code;
        }
        lengthen(&mut reading, one, &lines, &groups, &mut used, known);
        match readings.iter_mut().find(|other| other.field == reading.field) {
            None => readings.push(reading),
            Some(other) if other.confidence < reading.confidence => *other = reading,
            Some(_) => {}
        }
    }
    second_surname(&mut readings);
    if known.kind.is_none() {
        doubt_unknown(&mut readings, &groups, &lines);
    }
    add_unlabelled(&mut readings, &lines, known, &used, strong);
    doubt_dates(&mut readings);
    confirm(&mut readings, strong, &lines, known);
    readings.sort_by_key(|reading| reading.field);
    readings
}

/// "Name" beside a label for given names is the surname; beside one for surnames, the given names; alone, all of it.
fn settle_names(groups: &mut [Group]) {
    let has = |means: Printed| groups.iter().any(|group| group.means == means);
    let meaning = match (has(Printed::Surname), has(Printed::GivenNames)) {
        (false, true) => Printed::Surname,
        (true, false) => Printed::GivenNames,
        (false, false) => Printed::FullName,
        (true, true) => Printed::Other,
    };
    groups.iter_mut().filter(|group| group.means == Printed::Name).for_each(|group| group.means = meaning);
}

fn labelled(line: &Line, group: &Group, given: &Given) -> Reading {
    let label = if group.own { OWN } else { GENERAL } - PER_SLIP * group.slips as f32;
    let distance = 1.0 - PER_DISTANCE * (given.cost - 0.8).max(0.0);
    Reading {
        field: group.means,
        value: given.value.text.clone(),
        confidence: (line.confidence * label * given.value.fit * distance).clamp(0.0, 1.0),
        at: line.part(given.value.at.0, given.value.at.1),
        evidence: Evidence::Label,
    }
}

/// Adds a name's next line: close below, as high, beginning at the same place, and no label's own.
fn lengthen(
    reading: &mut Reading,
    given: &Given,
    lines: &[Line],
    groups: &[Group],
    used: &mut Vec<usize>,
    known: &Known<'_>,
) {
    let name = matches!(reading.field, Printed::Surname | Printed::GivenNames | Printed::FullName);
    let most = if known.kind.is_some() { known.rule(reading.field).map_or(1, |rule| rule.lines) } else { 2 };
    let behind = &lines[given.line].text[given.value.at.1..];
    if !name || behind.iter().any(|c| c.is_alphanumeric()) {
        return;
    }
    // `DOE,` and `JOHN` on the next line: the comma says where the surname ends.
    let mark = if behind.contains(&',') { "," } else { "" };
    for _ in 1..most {
        let (left, top, _, height) = reading.at;
        let first = &lines[given.line];
        let next = lines.iter().enumerate().find(|(index, line)| {
            let gap = line.at.1 - (top + height);
            !used.contains(index)
                && !line.zone
                && !groups.iter().any(|group| group.line == *index)
                && (line.at.0 - left).abs() < 0.8 * first.at.3
                && gap > -0.5 * first.at.3
                && gap < 0.6 * first.at.3
                && (line.at.3 / first.at.3 - 1.0).abs() < 0.25
        });
        let Some((index, line)) = next else { return };
        let text: String = line.text.iter().collect();
        let Some(value) = known.value(reading.field, &text).filter(|value| value.fit > 0.96) else { return };
        reading.value = format!("{}{mark} {}", reading.value, value.text);
        reading.confidence *= 0.97 * line.confidence;
        reading.at = around(reading.at, line.at);
        used.push(index);
    }
}

/// A second surname with a label of its own belongs to the surname.
fn second_surname(readings: &mut Vec<Reading>) {
    let Some(second) = readings.iter().position(|reading| reading.field == Printed::SecondSurname) else { return };
    let second = readings.remove(second);
    if let Some(first) = readings.iter_mut().find(|reading| reading.field == Printed::Surname) {
        first.value = format!("{} {}", first.value, second.value);
        first.confidence = first.confidence.min(second.confidence);
        first.at = around(first.at, second.at);
    }
}

/// What an unknown issuer leaves open. A label for given names without one for surnames may stand for the whole name
/// (Mexico's NOMBRE), and behind SEXO the letter M is a man or, in Mexico, a woman.
fn doubt_unknown(readings: &mut [Reading], groups: &[Group], lines: &[Line]) {
    let has = |means: Printed| groups.iter().any(|group| group.means == means);
    let sexo = lines.iter().any(|line| line.folded.chars.windows(4).any(|four| four == ['S', 'E', 'X', 'O']));
    for reading in readings {
        let open = match reading.field {
            // Behind a comma stand given names, so before it stands the surname, whatever the label said.
            Printed::GivenNames => !has(Printed::Surname) || reading.value.contains(','),
            Printed::Surname => !has(Printed::GivenNames),
            Printed::Sex => sexo && reading.value == "M",
            _ => false,
        };
        if open {
            reading.confidence *= UNKNOWN;
        }
    }
}

fn add_unlabelled(readings: &mut Vec<Reading>, lines: &[Line], known: &Known<'_>, used: &[usize], strong: &[Strong]) {
    let mut in_order = fill::dates_in_order(lines, known);
    // The zone says which date is which: an order that says something else is not this document's. It has no century.
    let short = |date: &str| date.chars().skip(2).collect::<String>();
    let against = |filled: &fill::Filled| {
        strong.iter().any(|one| one.field == filled.field && short(&one.value) != short(&filled.value))
    };
    if in_order.iter().any(against) {
        in_order.clear();
    }
    let told = |field: Printed| strong.iter().find(|one| one.field == field)?.value.parse::<jiff::civil::Date>().ok();
    let issued = told(Printed::BirthDate)
        .zip(told(Printed::Expiry))
        .filter(|_| in_order.is_empty())
        .and_then(|(birth, expiry)| fill::issue_date(lines, known, birth, expiry));
    let number = fill::number_by_pattern(lines, known, used);
    let nationality = fill::own_nationality(lines, known);
    let ordered = passport::by_order(lines, known);
    for filled in in_order.into_iter().chain(issued).chain(number).chain(nationality).chain(ordered) {
        match readings.iter_mut().find(|reading| reading.field == filled.field) {
            // The order of the dates contradicts a label: one of the two is wrong.
            Some(other) if is_date(filled.field) && other.value != filled.value => {
                other.confidence *= 0.5;
            }
            Some(_) => {}
            None => readings.push(Reading {
                field: filled.field,
                value: filled.value,
                confidence: lines[filled.line].confidence * filled.fit * ONLY,
                at: filled.at,
                evidence: Evidence::Only,
            }),
        }
    }
}

fn is_date(field: Printed) -> bool {
    matches!(field, Printed::BirthDate | Printed::IssueDate | Printed::Expiry)
}

/// Dates that contradict each other (an end before the beginning) are both in doubt.
fn doubt_dates(readings: &mut [Reading]) {
    let day = |readings: &[Reading], field: Printed| {
        readings.iter().find(|reading| reading.field == field)?.value.parse::<jiff::civil::Date>().ok()
    };
    let order = [Printed::BirthDate, Printed::IssueDate, Printed::Expiry];
    for (index, earlier) in order.into_iter().enumerate() {
        for later in order.into_iter().skip(index + 1) {
            if let (Some(a), Some(b)) = (day(readings, earlier), day(readings, later))
                && a >= b
            {
                readings
                    .iter_mut()
                    .filter(|reading| [earlier, later].contains(&reading.field))
                    .for_each(|reading| reading.confidence *= 0.4);
            }
        }
    }
}
