//! The page for the operator's eyes, with pictures from their folder; and the same as JSON. Both stay on this machine.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::chart;
use super::corpus::Sample;
use super::judge::Judged;
use super::picture::Marked;
use super::tables::Section;

const STYLE: &str = "body{font:15px/1.5 system-ui,sans-serif;margin:2rem;max-width:75rem;color:#14201e}table{border-collapse:collapse;margin:1rem 0}\
    td,th{border:1px solid #d5dbd8;padding:.25rem .5rem;text-align:left}figure{display:inline-block;margin:.5rem;vertical-align:top;width:20rem}\
    figure svg{width:100%;height:auto;background:#eee}figcaption{font-size:13px;overflow-wrap:anywhere}.bad{color:#a3271c}\
    polygon{fill:none;stroke-width:.6%}.outline{stroke:#0a7cff}.zone{stroke:#d5009b}.field{stroke:#0b8a3c}";

/// One page without any other file.
pub fn html(samples: &[Sample], judged: &[Judged], sections: &[Section]) -> String {
    let mut out = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Documents, measured</title><style>{STYLE}</style>\
         <h1>Documents, measured</h1><p>This page holds pictures of your folder. Do not pass it on.</p>"
    );
    for (title, points) in calibrations(samples, judged) {
        if !points.is_empty() {
            out += &chart::svg(title, &points);
        }
    }
    for section in sections {
        write!(out, "<h2>{}</h2><table><tr>", escaped(section.title)).unwrap_or_default();
        for cell in &section.head {
            write!(out, "<th>{}</th>", escaped(cell)).unwrap_or_default();
        }
        for row in &section.rows {
            out += "<tr>";
            for cell in row {
                write!(out, "<td>{}</td>", escaped(cell)).unwrap_or_default();
            }
        }
        write!(out, "</table><p>{}</p>", escaped(&section.note)).unwrap_or_default();
    }
    out += "<h2>Pictures</h2><p>Blue: outline. Pink: zone. Green: printed fields.</p>";
    for (sample, judged) in samples.iter().zip(judged) {
        if let Some(picture) = &judged.picture {
            out += &figure(sample, judged, picture);
        }
    }
    out
}

fn figure(sample: &Sample, judged: &Judged, picture: &Marked) -> String {
    let (width, height) = picture.size;
    let mut out = format!(
        "<figure><svg viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{}\"><image href=\"{}\" width=\"{width}\" height=\"{height}\"/>",
        escaped(&sample.path),
        picture.data
    );
    for (class, corners, what) in &picture.marks {
        let points: Vec<String> = corners.iter().map(|(x, y)| format!("{x:.0},{y:.0}")).collect();
        write!(
            out,
            "<polygon class=\"{class}\" points=\"{}\"><title>{}</title></polygon>",
            points.join(" "),
            escaped(what)
        )
        .unwrap_or_default();
    }
    write!(out, "</svg><figcaption>{}<br>{}</figcaption></figure>", escaped(&sample.path), verdict(sample, judged))
        .unwrap_or_default();
    out
}

fn verdict(sample: &Sample, judged: &Judged) -> String {
    let mut said = Vec::new();
    if let Some((lines, _)) = &sample.mrz {
        said.push(match &judged.mrz {
            Some(zone) if zone.lines == *lines => format!("zone exact ({:.2})", zone.confidence),
            Some(zone) => format!("<span class=\"bad\">zone differs ({:.2})</span>", zone.confidence),
            None => "<span class=\"bad\">no zone</span>".into(),
        });
    }
    if !judged.printed.is_empty() {
        let right = judged.printed.iter().filter(|field| field.exact == Some(true)).count();
        said.push(format!("{right} of {} printed fields exact", judged.printed.len()));
    }
    let why: Vec<&str> = judged.checks.iter().flat_map(|(_, _, reasons)| reasons.iter().copied()).collect();
    if !why.is_empty() {
        said.push(why.join(", "));
    }
    said.join("<br>")
}

/// Confidence against right and wrong, for each reader that states one.
pub fn calibrations(samples: &[Sample], judged: &[Judged]) -> [(&'static str, Vec<(f64, bool)>); 2] {
    let zone = samples
        .iter()
        .zip(judged)
        .filter_map(|(sample, judged)| {
            let ((lines, _), zone) = (sample.mrz.as_ref()?, judged.mrz.as_ref()?);
            Some((zone.confidence, zone.lines == *lines))
        })
        .collect();
    let fields = judged.iter().flat_map(|judged| &judged.printed);
    let printed = fields.filter_map(|field| Some((field.confidence?, field.exact?))).collect();
    [("Zone", zone), ("Printed fields", printed)]
}

/// Everything but the pictures. Holds no read text: only paths, verdicts, confidences and times.
pub fn json(samples: &[Sample], judged: &[Judged], sections: &[Section]) -> Value {
    let pictures: Vec<Value> = samples
        .iter()
        .zip(judged)
        .map(|(sample, judged)| {
            json!({
                "path": sample.path, "source": sample.source, "refused": judged.refused,
                "zone": judged.mrz.as_ref().map(|zone| json!({
                    "exact": sample.mrz.as_ref().map(|(lines, _)| *lines == zone.lines), "valid": zone.valid, "confidence": zone.confidence,
                })),
                "printed": judged.printed.iter().map(|field| json!({
                    "field": field.field, "exact": field.exact, "exact_without_accents": field.folded, "confidence": field.confidence,
                })).collect::<Vec<_>>(),
                "checks": judged.checks.iter().map(|(check, result, reasons)| json!({
                    "check": check, "result": result.name(), "reasons": reasons,
                })).collect::<Vec<_>>(),
                "timings_ms": judged.timings.iter().map(|(step, ms)| ((*step).to_owned(), json!(ms))).collect::<serde_json::Map<_, _>>(),
            })
        })
        .collect();
    let tables: Vec<Value> = sections
        .iter()
        .map(|section| json!({ "title": section.title, "head": section.head, "rows": section.rows }))
        .collect();
    let calibration: serde_json::Map<String, Value> = calibrations(samples, judged)
        .into_iter()
        .map(|(name, points)| {
            let bins: Vec<Value> = chart::bins(&points)
                .into_iter()
                .map(|(n, confidence, right)| json!({ "n": n, "confidence": confidence, "right": right }))
                .collect();
            (name.to_owned(), json!({ "error": chart::calibration_error(&points), "bins": bins }))
        })
        .collect();
    json!({ "tables": tables, "calibration": calibration, "pictures": pictures })
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
