//! The page for the operator's eyes: trade-off curves and both distributions.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::trial::Set;

/// Logarithms to the base ten from which the axes start.
const FLOOR: f64 = -3.5;
/// Distances of the histogram's ends, and its bars.
const ENDS: (f64, f64) = (0.0, 1.2);
const BARS: usize = 48;
const COLOURS: [&str; 8] = ["#0b5a52", "#b5651d", "#4455aa", "#aa3355", "#667722", "#775599", "#337788", "#888888"];

/// Detection error trade-off: missed over matched, both axes logarithmic, one curve a set of all sources.
pub fn curves(sets: &[Set]) -> String {
    let (size, edge, side) = (420.0, 48.0, 230.0);
    let along = |share: f64| ((share.max(10_f64.powf(FLOOR)).log10() - FLOOR) / -FLOOR) * (size - 2.0 * edge);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {size}\" width=\"{0}\" role=\"img\" font-family=\"sans-serif\" \
         aria-label=\"Detection error trade-off of face comparison\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\
         <path d=\"M{edge} {edge}V{1}H{1}\" fill=\"none\" stroke=\"#667\"/><text x=\"{edge}\" y=\"20\" font-size=\"12\">one person missed (up), strangers matched (right)</text>",
        size + side,
        size - edge
    );
    for power in 0..=3 {
        let (at, share) = (along(10_f64.powi(-power)), 100.0 * 10_f64.powi(-power));
        write!(
            out,
            "<text x=\"{:.0}\" y=\"{:.0}\" font-size=\"10\">{share} %</text><text x=\"2\" y=\"{:.0}\" font-size=\"10\">{share} %</text>",
            edge + at - 10.0,
            size - edge + 14.0,
            size - edge - at + 3.0
        )
        .unwrap_or_default();
    }
    let shown = sets.iter().filter(|set| set.source == "all" && !set.name.contains("fused"));
    for (at, (set, colour)) in shown.zip(COLOURS.iter().cycle()).enumerate() {
        let points: Vec<String> = set
            .distances
            .trade()
            .into_iter()
            .map(|(_, matched, missed)| format!("{:.1} {:.1}", edge + along(matched), size - edge - along(missed)))
            .collect();
        write!(
            out,
            "<path d=\"M{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.5\"/><text x=\"{size}\" y=\"{}\" font-size=\"11\" fill=\"{colour}\">{} ({} / {})</text>",
            points.join("L"),
            edge + 18.0 * at as f64,
            set.name,
            set.distances.same.len(),
            set.distances.different.len()
        )
        .unwrap_or_default();
    }
    out.push_str("</svg>\n");
    out
}

/// Both distributions of one set.
fn histogram(set: &Set) -> String {
    let (width, height) = (BARS as f64 * 8.0, 110.0);
    let mut out = format!(
        "<figure><svg viewBox=\"0 0 {width} {height}\" width=\"{width}\" role=\"img\" aria-label=\"{}\">",
        set.name
    );
    for (values, colour) in [(&set.distances.same, "#0b5a52"), (&set.distances.different, "#b5651d")] {
        let mut bars = [0_usize; BARS];
        for value in values {
            let at = (value - ENDS.0) / (ENDS.1 - ENDS.0) * BARS as f64;
            bars[(at.max(0.0) as usize).min(BARS - 1)] += 1;
        }
        let most = bars.iter().copied().max().unwrap_or(1).max(1) as f64;
        for (at, count) in bars.iter().enumerate().filter(|(_, count)| **count > 0) {
            let tall = 90.0 * *count as f64 / most;
            write!(
                out,
                "<rect x=\"{}\" y=\"{:.1}\" width=\"7\" height=\"{tall:.1}\" fill=\"{colour}\" fill-opacity=\".6\"/>",
                at as f64 * 8.0,
                96.0 - tall
            )
            .unwrap_or_default();
        }
    }
    for tenth in (0..12).step_by(2) {
        let (at, share) = (f64::from(tenth) / 12.0 * width, f64::from(tenth) / 10.0);
        write!(out, "<text x=\"{at:.0}\" y=\"108\" font-size=\"9\">{share}</text>").unwrap_or_default();
    }
    write!(
        out,
        "</svg><figcaption>{}, {}: one person (green), two (brown)</figcaption></figure>",
        set.name, set.source
    )
    .unwrap_or_default();
    out
}

/// The page.
pub fn html(sets: &[Set], text: &str) -> String {
    let shown: String = sets.iter().map(histogram).collect();
    format!(
        "<!doctype html><meta charset=\"utf-8\"><title>Faces</title><style>body{{font:14px system-ui;margin:2em}}pre{{white-space:pre-wrap}}</style>\
         <h1>Faces</h1>{}{shown}<pre>{}</pre>\n",
        curves(sets),
        text.replace('&', "&amp;").replace('<', "&lt;")
    )
}

/// Every distance, by set.
pub fn json(sets: &[Set]) -> Value {
    let rows = sets.iter().map(|set| {
        json!({ "set": set.name, "source": set.source, "same": set.distances.same, "different": set.distances.different,
            "no_face": set.lost.0, "pictures": set.lost.1 })
    });
    json!({ "sets": rows.collect::<Vec<_>>() })
}
