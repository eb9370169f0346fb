//! The page.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use countersign_checks::examine::FlightFace;
use countersign_domain::{Breakdown, Check, CheckResult, Step};
use countersign_media::{RgbImage, encode};

use super::{Told, charts};

/// The one style of the page, whose hash its answer names.
pub const STYLE: &str = "body{font:14px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:64rem;padding:0 1rem;color:#123}\
                     table{border-collapse:collapse;margin:.5rem 0}td,th{border:1px solid #ccd;padding:.15rem .5rem;text-align:left}\
                     figure{display:inline-block;margin:.3rem;vertical-align:top}figcaption{font-size:12px}.strip img{height:72px}\
                     .fail{color:#b00020}.doubt,.could_not_assess{color:#8a5a00}.pass{color:#0b5a52}svg{max-width:100%;height:auto}";

/// Checks that the record is about, those that are not a pass first.
pub(super) fn concerned(breakdowns: &[Breakdown]) -> Vec<&Breakdown> {
    let about = |check: Check| check.step() == Step::Liveness;
    let mut found: Vec<&Breakdown> = breakdowns.iter().filter(|found| about(found.check)).collect();
    found.sort_by_key(|found| found.result == CheckResult::Pass);
    found
}

/// One page without a script and without a reference to anything else.
pub(super) fn html(told: &Told<'_>) -> String {
    let (decision, flight) = (told.decision, told.flight);
    let mut out = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Flight record {0}</title><style>{STYLE}</style></head><body>\
         <h1>Flight record</h1><p>Session {1}, decision {0} of {2}: <b>{3}</b> under {4} {5}. Measured anew from the same evidence; nets and geometry \
         <code>{6}</code>.{7}</p>",
        decision.id,
        decision.session,
        decision.at,
        decision.verdict.outcome.name(),
        escaped(&decision.policy.name),
        escaped(&decision.policy.version),
        escaped(&flight.release),
        if told.pictures { "" } else { " Without pictures, for sharing." }
    );
    checks(&mut out, &decision.breakdowns);
    out.push_str("<h2>Same person</h2>");
    out.push_str(&charts::distances(flight, &decision.breakdowns));
    match (flight.fused, flight.log_ratio) {
        (Some(distance), Some(ratio)) => write!(
            out,
            "<p>Portrait to the mean of {} frames: {distance:.3}. Logarithm of how much likelier that is for one person than for two: {ratio:+.1} \
             (bounded by the number of pairs it was measured on).</p>",
            flight.frames.len()
        )
        .unwrap_or_default(),
        (Some(distance), None) => write!(out, "<p>Portrait to the mean of the frames: {distance:.3}.</p>").unwrap_or_default(),
        _ => out.push_str("<p>Nothing to compare: no portrait or no face in the video.</p>"),
    }
    faces(&mut out, told);
    out.push_str("<h2>Sound and mouth</h2>");
    out.push_str(&charts::sound_and_mouth(flight));
    if let Some((offset, agreement, best)) = flight.offset {
        write!(out, "<p>Agreement {agreement:.2} at no shift, {best:.2} at {offset:+.2} s.</p>").unwrap_or_default();
    }
    out.push_str(&charts::shifts(flight));
    if told.pictures {
        out.push_str("<h2>Over the video</h2><div class=\"strip\">");
        for (at, image, seen) in &flight.strip {
            figure(&mut out, image, &format!("{at:.1} s{}", if *seen { "" } else { ", no face" }));
        }
        out.push_str("</div>");
    }
    out + "</body></html>\n"
}

fn checks(out: &mut String, breakdowns: &[Breakdown]) {
    out.push_str("<h2>What the decision kept</h2><table><tr><th>check</th><th>answer</th><th>reasons</th><th>measured</th><th>limits</th></tr>");
    for found in concerned(breakdowns) {
        let reasons: Vec<&str> = found.reasons.iter().map(countersign_domain::Reason::code).collect();
        let raw: Vec<String> = found
            .raw
            .iter()
            .map(|value| format!("{} {:.3} {}", escaped(&value.name), value.value, value.unit))
            .collect();
        let limits: Vec<String> = found.limits.iter().map(|(name, value)| format!("{name} {value}")).collect();
        write!(
            out,
            "<tr><td>{}</td><td class=\"{1}\">{1}</td><td>{2}</td><td>{3}</td><td>{4}</td></tr>",
            found.check.name(),
            found.result.name(),
            reasons.join(", "),
            raw.join("<br>"),
            limits.join("<br>")
        )
        .unwrap_or_default();
    }
    out.push_str("</table>");
}

fn faces(out: &mut String, told: &Told<'_>) {
    let all: Vec<&FlightFace> = told.flight.portrait.iter().chain(&told.flight.frames).collect();
    if told.pictures {
        for face in &all {
            let name = name(face);
            figure(out, &face.crop, &name);
            figure(out, &face.aligned, &format!("{name}, as compared"));
        }
    }
    out.push_str(
        "<table><tr><th>face</th><th>distance</th><th>turned</th><th>scale</th><th>px between eyes</th><th>sharpness</th><th>brightness</th>\
         <th>burnt out</th><th>uneven</th><th>yaw</th><th>pitch</th><th>roll</th></tr>",
    );
    for face in all {
        let quality = &face.quality;
        let (turn, scale) = face.alignment.unwrap_or_default();
        write!(
            out,
            "<tr><td>{}</td><td>{}</td><td>{turn:.1}°</td><td>{scale:.2}</td><td>{:.0}</td><td>{:.3}</td><td>{:.2}</td><td>{:.2}</td><td>{:.2}</td>\
             <td>{:.0}°</td><td>{:.0}°</td><td>{:.0}°</td></tr>",
            name(face),
            face.distance.map_or_else(|| "–".to_owned(), |distance| format!("{distance:.3}")),
            quality.inter_eye_px,
            quality.sharpness,
            quality.brightness,
            quality.over_exposed_share,
            quality.left_right_imbalance,
            quality.pose.yaw,
            quality.pose.pitch,
            quality.pose.roll
        )
        .unwrap_or_default();
    }
    out.push_str("</table>");
}

fn name(face: &FlightFace) -> String {
    face.at_s.map_or_else(|| "portrait".to_owned(), |at| format!("frame at {at:.2} s"))
}

fn figure(out: &mut String, image: &RgbImage, caption: &str) {
    if let Some(jpeg) = encode::jpeg(image, u32::MAX) {
        write!(
            out,
            "<figure><img alt=\"{caption}\" src=\"data:image/jpeg;base64,{}\"><figcaption>{caption}</figcaption></figure>",
            STANDARD.encode(jpeg)
        )
        .unwrap_or_default();
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
