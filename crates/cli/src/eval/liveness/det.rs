//! Detection error trade-off: genuine recordings refused over attacks taken, both axes in normal deviates, as an SVG.

use std::fmt::Write as _;

use super::trial::{Attack, Trial};

/// Rates at the ticks; what is beyond lies at the ends.
const TICKS: [f64; 7] = [0.01, 0.02, 0.05, 0.10, 0.20, 0.40, 0.60];
/// Colours of the curves in their order.
const COLOURS: [&str; 8] = ["#0b5a52", "#b5651d", "#667", "#b00020", "#304890", "#7a4fa0", "#2f7d32", "#a0522d"];
/// Left, lower end and length of the axes.
const FRAME: (f64, f64, f64) = (46.0, 300.0, 280.0);

/// The curves of every attack that was made here.
pub fn svg(trials: &[Trial<'_>]) -> String {
    let scores = |attack| -> Vec<f32> {
        trials.iter().filter(|trial| trial.attack == attack).map(|trial| trial.score().unwrap_or(-1.0)).collect()
    };
    let own = scores(Attack::Genuine);
    let (left, low, side) = FRAME;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 470 340\" width=\"470\" font-family=\"sans-serif\" role=\"img\" \
         aria-label=\"genuine refused over attacks taken\"><rect width=\"470\" height=\"340\" fill=\"#fff\"/>\
         <text x=\"{left}\" y=\"14\" font-size=\"11\">genuine refused, %</text><text x=\"230\" y=\"332\" font-size=\"11\">attacks taken, %</text>"
    );
    for rate in TICKS {
        let (x, y) = (left + side * deviate(rate), low - side * deviate(rate));
        write!(
            out,
            "<path d=\"M{x:.1} {low}V{:.1}M{left} {y:.1}H{:.1}\" stroke=\"#ddd\"/><text x=\"{x:.1}\" y=\"314\" font-size=\"9\" \
             text-anchor=\"middle\">{:.0}</text><text x=\"42\" y=\"{y:.1}\" font-size=\"9\" text-anchor=\"end\">{:.0}</text>",
            low - side,
            left + side,
            100.0 * rate,
            100.0 * rate
        )
        .unwrap_or_default();
    }
    for (at, (attack, colour)) in Attack::ALL[1..].iter().zip(COLOURS).enumerate() {
        let points: Vec<String> = trade(&own, &scores(*attack))
            .into_iter()
            .map(|(taken, lost)| format!("{:.1} {:.1}", left + side * deviate(taken), low - side * deviate(lost)))
            .collect();
        if !points.is_empty() {
            write!(out, "<path d=\"M{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.5\"/>", points.join("L"))
                .unwrap_or_default();
        }
        let y = 30 + 16 * at;
        write!(out, "<text x=\"336\" y=\"{y}\" font-size=\"10\" fill=\"{colour}\">{}</text>", attack.name())
            .unwrap_or_default();
    }
    out.push_str("</svg>\n");
    out
}

/// Misses of genuine recordings over attacks taken, for every score at which either changes, both 0–1.
fn trade(own: &[f32], attacked: &[f32]) -> Vec<(f64, f64)> {
    let share = |scores: &[f32], keep: &dyn Fn(f32) -> bool| {
        scores.iter().filter(|score| keep(**score)).count() as f64 / scores.len().max(1) as f64
    };
    let mut cuts: Vec<f32> = own.iter().chain(attacked).copied().collect();
    cuts.sort_by(f32::total_cmp);
    cuts.iter().map(|cut| (share(attacked, &|s| s >= *cut), share(own, &|s| s < *cut))).collect()
}

/// Where a rate lies between the first and the last tick on an axis of normal deviates, 0–1.
fn deviate(rate: f64) -> f64 {
    let (first, last) = (TICKS[0], TICKS[TICKS.len() - 1]);
    let (low, high) = (probit(first), probit(last));
    (probit(rate.clamp(first, last)) - low) / (high - low)
}

/// The value that a normal variable stays under with probability `p`, by halving; exact to 1e-9 between 1 and 99 %.
fn probit(p: f64) -> f64 {
    let (mut low, mut high) = (-4.0, 4.0);
    for _ in 0..40 {
        let middle = f64::midpoint(low, high);
        if normal(middle) < p { low = middle } else { high = middle }
    }
    f64::midpoint(low, high)
}

/// Probability under `x`, Abramowitz and Stegun 26.2.17, exact to 1e-7.
fn normal(x: f64) -> f64 {
    let t = 1.0 / (1.0 + 0.231_641_9 * x.abs());
    let sum =
        t * (0.319_381_530 + t * (-0.356_563_782 + t * (1.781_477_937 + t * (-1.821_255_978 + t * 1.330_274_429))));
    let above = (-x * x / 2.0).exp() / std::f64::consts::TAU.sqrt() * sum;
    if x >= 0.0 { 1.0 - above } else { above }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_never_wrong_loses_nobody() {
        let points = trade(&[0.9, 0.95], &[0.1, 0.2]);
        assert!(points.contains(&(0.0, 0.0)));
        assert_eq!(points.first(), Some(&(1.0, 0.0)));
    }

    #[test]
    fn deviates_are_those_of_the_table() {
        assert!((probit(0.975) - 1.959_96).abs() < 1e-3 && probit(0.5).abs() < 1e-6);
        assert!(deviate(0.0).abs() < 1e-9 && (deviate(0.9) - 1.0).abs() < 1e-9);
    }
}
