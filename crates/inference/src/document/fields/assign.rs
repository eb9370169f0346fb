//! Which value belongs to which label, by where they stand.

use super::super::types::schema::{Place, Printed};
use super::labels::Group;
use super::line::{Area, Line};
use super::values::{Known, Value};

/// A value that was given to a label.
#[derive(Clone, Debug)]
pub struct Given {
    /// Which label.
    pub group: usize,
    /// The line that holds the value.
    pub line: usize,
    /// The value; its place counts from the line's first character.
    pub value: Value,
    /// How far from where it should stand: 0 on the label's own line.
    pub cost: f32,
}

/// Values stand at most so many heights of the taller of the two below their label.
const FURTHEST_BELOW: f32 = 2.2;
/// And so many to the right of it.
const FURTHEST_RIGHT: f32 = 14.0;

/// Gives every label at most one value and every text to at most one label, nearest pairs first. A text may hold a date and a
/// sex, so it can serve two labels of different kinds.
pub fn assign(lines: &[Line], groups: &[Group], known: &Known<'_>) -> Vec<Given> {
    let labelled = |line: usize| groups.iter().any(|group| group.line == line && group.means != Printed::Other);
    let titled = |line: usize| groups.iter().any(|group| group.line == line);
    let mut pairs: Vec<Given> = Vec::new();
    for (index, group) in groups.iter().enumerate() {
        if let Some(value) = behind(lines, group, known) {
            pairs.push(Given { group: index, line: group.line, value, cost: 0.0 });
            continue;
        }
        for (at, line) in lines.iter().enumerate().filter(|(at, line)| !line.zone && !labelled(*at)) {
            // Country names are titles on one line and the nationality on another.
            if titled(at) && group.means != Printed::Nationality {
                continue;
            }
            let Some(cost) = cost(group, line.at) else { continue };
            if let Some(value) = known.value(group.means, &line.text.iter().collect::<String>()) {
                pairs.push(Given { group: index, line: at, value, cost: cost + 2.0 * (1.0 - line_fit(group, line)) });
            }
        }
    }
    pairs.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    let mut out: Vec<Given> = Vec::new();
    for pair in pairs {
        let means = groups[pair.group].means;
        let taken = out.iter().any(|other| {
            other.group == pair.group
                || (other.line == pair.line
                    && overlap(other.value.at, pair.value.at)
                    && (similar(groups[other.group].means, means) || pair.cost > 0.0))
        });
        if !taken {
            out.push(pair);
        }
    }
    out
}

fn overlap(a: (usize, usize), b: (usize, usize)) -> bool {
    a.0 < b.1 && b.0 < a.1
}

fn similar(a: Printed, b: Printed) -> bool {
    a == b || a == Printed::Other || b == Printed::Other
}

/// The value on the label's own line.
fn behind(lines: &[Line], group: &Group, known: &Known<'_>) -> Option<Value> {
    let line = &lines[group.line];
    let rest = line.slice(group.rest.0, group.rest.1);
    let mut value = known.value(group.means, &rest)?;
    let words = matches!(
        group.means,
        Printed::Surname
            | Printed::SecondSurname
            | Printed::GivenNames
            | Printed::FullName
            | Printed::Name
            | Printed::Nationality
            | Printed::BirthPlace
            | Printed::Other
    );
    // Behind a stroke, or glued on, stands the label once more in letters that could not be read.
    if words && (group.rest_is_label || value.text.chars().filter(|c| c.is_alphanumeric()).count() < 2) {
        return None;
    }
    value.at = (value.at.0 + group.rest.0, value.at.1 + group.rest.0);
    Some(value)
}

/// Small letters where the label's own print has them speak against a value that is one of those labels.
fn line_fit(group: &Group, line: &Line) -> f32 {
    let small = line.text.iter().filter(|c| c.is_lowercase()).count();
    let name = matches!(group.means, Printed::Surname | Printed::GivenNames | Printed::FullName | Printed::Name);
    if name && small > 0 { 0.85 } else { 1.0 }
}

/// How far a text is from where the label's value should stand; `None` where it cannot be the label's.
fn cost(group: &Group, value: Area) -> Option<f32> {
    let allowed = |place: Place| {
        if group.place.is_empty() { place != Place::Above } else { group.place.contains(&place) }
    };
    let costs = [
        allowed(Place::Below).then(|| vertical(group.at, value, 1.0)).flatten(),
        allowed(Place::Above).then(|| vertical(group.at, value, -1.0)).flatten(),
        allowed(Place::Right).then(|| right(group.at, value)).flatten(),
    ];
    costs.into_iter().flatten().min_by(f32::total_cmp)
}

fn vertical(label: Area, value: Area, direction: f32) -> Option<f32> {
    let height = label.3.max(value.3);
    let gap = if direction > 0.0 { value.1 - (label.1 + label.3) } else { label.1 - (value.1 + value.3) };
    // Boxes drawn generously touch or overlap a little.
    if gap < -0.6 * label.3.min(value.3) || gap > FURTHEST_BELOW * height {
        return None;
    }
    let aside = (value.0 - label.0).abs() / height;
    let overlaps = value.0 < label.0 + label.2 && label.0 < value.0 + value.2;
    if !(overlaps || aside < 2.0) || value.0 < label.0 - 6.0 * height {
        return None;
    }
    Some(0.3 + (gap / height).max(0.0) + (0.2 * aside).min(1.6))
}

fn right(label: Area, value: Area) -> Option<f32> {
    let height = label.3.max(value.3);
    let middle = |area: Area| area.1 + area.3 / 2.0;
    let gap = value.0 - (label.0 + label.2);
    if (middle(label) - middle(value)).abs() > 0.5 * height || gap < -height || gap > FURTHEST_RIGHT * height {
        return None;
    }
    Some(0.6 + 0.12 * (gap / height).max(0.0) + (middle(label) - middle(value)).abs() / height)
}
