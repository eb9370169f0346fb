//! The page for the operator's eyes: trade-off curves and both distributions.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::picture::svg;
use super::trial::Set;

/// Distances of the histogram's ends, and its bars.
const ENDS: (f64, f64) = (0.0, 1.2);
const BARS: usize = 48;

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
        svg(sets),
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
