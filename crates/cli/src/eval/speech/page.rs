//! The page for the operator's eyes: the trade of missed against wrongly taken prompts, and what was heard when.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::spoil::Condition;
use super::tables::conditions;
use super::trial::{Listener, Trial};

/// Logarithms to the base ten from which the axes start: one in ten thousand.
const FLOOR: f64 = -4.0;

/// Points of missed prompts over wrong ones taken, for every score at which either changes: `(wrong taken, missed)`.
fn trade(own: &[f32], wrong: &[f32]) -> Vec<(f64, f64)> {
    let share = |scores: &[f32], keep: &dyn Fn(f32) -> bool| {
        scores.iter().filter(|score| keep(**score)).count() as f64 / scores.len().max(1) as f64
    };
    let mut cuts: Vec<f32> = own.to_vec();
    cuts.extend((0..=100).map(|at| at as f32 / 100.0));
    cuts.sort_by(f32::total_cmp);
    cuts.dedup();
    cuts.iter().map(|cut| (share(wrong, &|s| s >= *cut), share(own, &|s| s < *cut))).collect()
}

/// The curves of one condition as SVG, both axes logarithmic.
fn curves(trials: &[Trial<'_>], condition: Condition) -> String {
    let (size, edge) = (300.0, 40.0);
    let along = |share: f64| ((share.max(10_f64.powf(FLOOR)).log10() - FLOOR) / -FLOOR) * (size - 2.0 * edge);
    let mut out = format!(
        "<svg viewBox=\"0 0 {size} {size}\" width=\"{size}\" role=\"img\" aria-label=\"{0}\"><text x=\"{edge}\" y=\"16\" font-size=\"12\">{0}</text>\
         <path d=\"M{edge} {edge}V{1}H{1}\" fill=\"none\" stroke=\"#667\"/>",
        condition.name(),
        size - edge
    );
    for power in 0..=4 {
        let (at, share) = (along(10_f64.powi(-power)), 100.0 * 10_f64.powi(-power));
        write!(
            out,
            "<text x=\"{:.0}\" y=\"{:.0}\" font-size=\"9\">{share}</text><text x=\"2\" y=\"{:.0}\" font-size=\"9\">{share} %</text>",
            edge + at - 6.0,
            size - edge + 12.0,
            size - edge - at + 3.0
        )
        .unwrap_or_default();
    }
    for (listener, colour) in Listener::ALL.into_iter().zip(["#0b5a52", "#b5651d", "#667"]) {
        let those = trials.iter().filter(|trial| trial.listener == listener && trial.condition == condition);
        let own: Vec<f32> = those.clone().map(|trial| trial.own.score).collect();
        let near: Vec<f32> = those.flat_map(|trial| trial.near.iter().copied()).collect();
        if own.is_empty() {
            continue;
        }
        let points: Vec<String> = trade(&own, &near)
            .into_iter()
            .map(|(wrong, missed)| format!("{:.1} {:.1}", edge + along(wrong), size - edge - along(missed)))
            .collect();
        write!(
            out,
            "<path d=\"M{}\" fill=\"none\" stroke=\"{colour}\"><title>{}</title></path>",
            points.join("L"),
            listener.name()
        )
        .unwrap_or_default();
    }
    out.push_str("</svg>");
    out
}

/// One string over time: its loudness, and each digit where it was heard.
fn timeline(trial: &Trial<'_>) -> String {
    let (scale, height) = (1.5, 90.0);
    let width = trial.envelope.len() as f64 * scale;
    let peak = trial.envelope.iter().copied().fold(1e-6_f32, f32::max);
    let mut wave = String::new();
    for (at, loud) in trial.envelope.iter().enumerate() {
        let half = f64::from(loud / peak) * 26.0;
        write!(wave, "M{:.1} {:.1}V{:.1}", at as f64 * scale, 36.0 - half, 36.0 + half).unwrap_or_default();
    }
    let mut out = format!(
        "<figure><svg viewBox=\"0 0 {width:.0} {height}\" width=\"{width:.0}\" role=\"img\" aria-label=\"asked {}, heard {}\">\
         <path d=\"{wave}\" stroke=\"#9ab\" stroke-width=\"1\"/>",
        trial.own.prompted, trial.own.heard
    );
    for (digit, matched) in trial.hearing.digits.iter().zip(&trial.own.matched) {
        let place = |seconds: f32| f64::from(seconds) * 100.0 * scale;
        let (left, right) = (place(digit.start_s), place(digit.end_s));
        let colour = if *matched { "#0b5a52" } else { "#b00020" };
        write!(
            out,
            "<rect x=\"{left:.1}\" y=\"8\" width=\"{:.1}\" height=\"56\" fill=\"{colour}\" fill-opacity=\".15\"/>\
             <text x=\"{left:.1}\" y=\"80\" font-size=\"13\" fill=\"{colour}\">{} <tspan font-size=\"9\">{:.2}</tspan></text>",
            (right - left).max(1.0),
            digit.digit,
            digit.confidence
        )
        .unwrap_or_default();
    }
    let free = trial.hearing.free.as_ref().map_or_else(String::new, |free| {
        format!(", with any number of digits {}", free.iter().map(u8::to_string).collect::<String>())
    });
    write!(
        out,
        "</svg><figcaption>{} · {} · {} · asked {}, heard {}{free} · score {:.3}</figcaption></figure>",
        trial.said.speaker.source,
        trial.said.speaker.name,
        trial.condition.name(),
        trial.own.prompted,
        trial.own.heard,
        trial.own.score
    )
    .unwrap_or_default();
    out
}

/// The page. Names and files of a corpus are plain words; they are escaped all the same.
pub fn html(trials: &[Trial<'_>], text: &str, pictures: usize) -> String {
    let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;");
    let curves: String = conditions(trials).into_iter().map(|condition| curves(trials, condition)).collect();
    let server = || trials.iter().filter(|trial| trial.listener == Listener::Server);
    let wrong = server().filter(|trial| !trial.own.exact).take(pictures * 3 / 4);
    let right = server().filter(|trial| trial.own.exact).step_by(17).take(pictures / 4);
    let shown: String = wrong.chain(right).map(timeline).collect();
    format!(
        "<!doctype html><meta charset=\"utf-8\"><title>Speech</title><style>body{{font:14px system-ui;margin:2em}}figure{{margin:1em 0}}\
         pre{{white-space:pre-wrap}}</style><h1>Spoken digits</h1><h2>Missed prompts (up) against prompts with one wrong digit taken (right), %</h2>\
         <p>Green: server. Brown: the net alone. Grey: PocketSphinx alone.</p>{curves}<h2>Heard when</h2>{shown}<h2>Tables</h2><pre>{}</pre>\n",
        escape(text)
    )
}

/// Every trial, for other programs.
pub fn json(trials: &[Trial<'_>]) -> Value {
    let one = |trial: &Trial<'_>| {
        json!({
            "condition": trial.condition.name(),
            "listener": trial.listener.name(),
            "source": trial.said.speaker.source,
            "speaker": trial.said.speaker.name,
            "whole": trial.said.whole,
            "prompted": trial.own.prompted,
            "heard": trial.own.heard,
            "free": trial.hearing.free,
            "score": trial.own.score,
            "log_ratio": trial.own.log_ratio,
            "digits": trial.hearing.digits,
            "near_max": trial.near.iter().copied().fold(0.0, f32::max),
            "far_max": trial.far.iter().copied().fold(0.0, f32::max),
            "ms": trial.ms,
        })
    };
    json!({ "trials": trials.iter().map(one).collect::<Vec<_>>() })
}

#[cfg(test)]
mod tests {
    use super::trade;

    #[test]
    fn who_is_never_wrong_misses_nothing() {
        let points = trade(&[0.9, 0.95], &[0.1, 0.2]);
        assert!(points.contains(&(0.0, 0.0)));
        assert_eq!(points.first(), Some(&(1.0, 0.0)));
        assert_eq!(points.last(), Some(&(0.0, 1.0)));
    }
}
