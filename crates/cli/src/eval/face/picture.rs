//! The picture of the tables: detection error trade-off, and every distance on one scale.
//!
//! Where no pair is wrong a trade-off has no curve to show. What is drawn dashed goes beyond the data: the curve of two normal distributions with
//! the means and deviations of the distances.

use std::fmt::Write as _;

use super::rates::spread;
use super::trial::Set;

/// Logarithms to the base ten from which the axes start.
const FLOOR: f64 = -5.0;
/// Side of the trade-off and edge around it, and where the strips begin and end, pixels.
const SIZE: f64 = 420.0;
const EDGE: f64 = 56.0;
const STRIPS: (f64, f64) = (640.0, 980.0);
/// Distances of the strips' ends.
const ENDS: (f64, f64) = (0.1, 1.1);
const COLOURS: [&str; 8] = ["#0b5a52", "#b5651d", "#4455aa", "#aa3355", "#667722", "#775599", "#337788", "#888888"];

/// Missed over matched, both axes logarithmic, one curve a set of all sources; beside it both distributions of each.
pub fn svg(sets: &[Set]) -> String {
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1000 {SIZE}\" width=\"1000\" role=\"img\" font-family=\"sans-serif\" \
         font-size=\"11\" aria-label=\"Detection error trade-off and distances of face comparison\"><rect width=\"100%\" height=\"100%\" \
         fill=\"#fff\"/><path d=\"M{EDGE} {EDGE}V{1}H{1}\" fill=\"none\" stroke=\"#667\"/><text x=\"{EDGE}\" y=\"20\">one person missed (up), \
         strangers matched (right)</text><text x=\"{EDGE}\" y=\"36\" fill=\"#667\">line: counted; dashed: by normal tails</text>\
         <text x=\"{0}\" y=\"20\">distances: one person (green), two (brown)</text>",
        STRIPS.0,
        SIZE - EDGE
    );
    for power in (0..=5).step_by(1) {
        let (at, share) = (along(10_f64.powi(-power)), 100.0 * 10_f64.powi(-power));
        write!(
            out,
            "<text x=\"{:.0}\" y=\"{:.0}\" text-anchor=\"middle\" font-size=\"10\">{share} %</text><text x=\"{:.0}\" y=\"{:.0}\" \
             text-anchor=\"end\" font-size=\"10\">{share} %</text>",
            EDGE + at,
            SIZE - EDGE + 14.0,
            EDGE - 4.0,
            SIZE - EDGE - at + 3.0
        )
        .unwrap_or_default();
    }
    let shown = sets.iter().filter(|set| set.source == "all");
    for (at, (set, colour)) in shown.zip(COLOURS.iter().cycle()).enumerate() {
        one(&mut out, set, colour, 60.0 + 25.0 * at as f64);
    }
    for tenth in 1..=11 {
        let (x, share) = (place(f64::from(tenth) / 10.0), f64::from(tenth) / 10.0);
        write!(
            out,
            "<text x=\"{x:.0}\" y=\"{:.0}\" text-anchor=\"middle\" font-size=\"10\">{share}</text>",
            SIZE - 8.0
        )
        .unwrap_or_default();
    }
    out.push_str("</svg>\n");
    out
}

fn one(out: &mut String, set: &Set, colour: &str, y: f64) {
    let line = |points: &[(f64, f64)]| {
        let on = |(matched, missed): &(f64, f64)| {
            format!("{:.1} {:.1}", EDGE + along(*matched), SIZE - EDGE - along(*missed))
        };
        points.iter().map(on).collect::<Vec<_>>().join("L")
    };
    let counted: Vec<(f64, f64)> =
        set.distances.trade().into_iter().map(|(_, matched, missed)| (matched, missed)).collect();
    let lines = [(line(&counted), "1.5", ""), (line(&fitted(set)), "1", " stroke-dasharray=\"4 3\"")];
    for (points, width, dash) in lines.into_iter().filter(|(points, ..)| !points.is_empty()) {
        write!(out, "<path d=\"M{points}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width}\"{dash}/>")
            .unwrap_or_default();
    }
    write!(out, "<text x=\"{SIZE}\" y=\"{y}\" fill=\"{colour}\">{}</text>", set.name).unwrap_or_default();
    for (values, ink, up) in [(&set.distances.same, "#0b5a52", 7.0), (&set.distances.different, "#b5651d", 0.0)] {
        let mut ticks = String::new();
        for value in values {
            write!(ticks, "M{:.1} {}v6", place(*value), y - 3.0 - up).unwrap_or_default();
        }
        write!(out, "<path d=\"{ticks}\" stroke=\"{ink}\" stroke-opacity=\".35\"/>").unwrap_or_default();
    }
}

/// Pixels of a share from the axis' start.
fn along(share: f64) -> f64 {
    ((share.max(10_f64.powf(FLOOR)).log10() - FLOOR) / -FLOOR) * (SIZE - 2.0 * EDGE)
}

/// Where a distance lies on the strips.
fn place(distance: f64) -> f64 {
    STRIPS.0 + (distance.clamp(ENDS.0, ENDS.1) - ENDS.0) / (ENDS.1 - ENDS.0) * (STRIPS.1 - STRIPS.0)
}

/// The trade-off of two normal distributions: matched, missed.
fn fitted(set: &Set) -> Vec<(f64, f64)> {
    let (Some(same), Some(different)) = (spread(&set.distances.same), spread(&set.distances.different)) else {
        return vec![];
    };
    (0..=100)
        .map(|step| ENDS.0 + f64::from(step) / 100.0 * (ENDS.1 - ENDS.0))
        .map(|limit| (below(limit, different), 1.0 - below(limit, same)))
        .filter(|(matched, missed)| matched.max(*missed) < 0.9 && matched.min(*missed) > 1e-6)
        .collect()
}

/// Share of a normal distribution (mean, deviation) at most `limit`: Zelen and Severo's formula, Abramowitz and Stegun 26.2.17, good to 1e-7.
fn below(limit: f64, (mean, deviation): (f64, f64)) -> f64 {
    let z = (limit - mean) / deviation.max(1e-9);
    let t = 1.0 / (1.0 + 0.231_641_9 * z.abs());
    let series = [0.319_381_530, -0.356_563_782, 1.781_477_937, -1.821_255_978, 1.330_274_429];
    let tail = series.iter().rev().fold(0.0, |sum, factor| (sum + factor) * t);
    let above = (-0.5 * z * z).exp() / std::f64::consts::TAU.sqrt() * tail;
    if z >= 0.0 { 1.0 - above } else { above }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::eval::face::rates::Distances;

    #[test]
    fn the_normal_distribution_has_its_known_shares() {
        for (z, share) in [(0.0, 0.5), (-3.0902, 1e-3), (1.6449, 0.95)] {
            assert!((below(z, (0.0, 1.0)) - share).abs() < 1e-5, "{z}");
        }
    }

    #[test]
    fn a_picture_has_a_curve_even_where_no_pair_is_wrong() {
        let distances = Distances { same: vec![0.3, 0.35, 0.4], different: vec![0.7, 0.8, 0.9] };
        let set = Set { name: "as it came".into(), source: "all".into(), distances, lost: (0, 0) };
        assert!(fitted(&set).len() > 5);
        assert!(svg(&[set]).contains("stroke-dasharray"));
    }
}
