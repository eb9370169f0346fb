//! The page for the operator's eyes: trade-off curves, and each clip's mouth over its sound.

use std::fmt::Write as _;

use super::trial::{Attack, Trial};

/// Misses of genuine recordings over attacks taken, for every score at which either changes, both 0–1.
fn trade(own: &[f32], attacked: &[f32]) -> Vec<(f64, f64)> {
    let share = |scores: &[f32], keep: &dyn Fn(f32) -> bool| {
        scores.iter().filter(|score| keep(**score)).count() as f64 / scores.len().max(1) as f64
    };
    let mut cuts: Vec<f32> = own.iter().chain(attacked).copied().collect();
    cuts.sort_by(f32::total_cmp);
    cuts.iter().map(|cut| (share(attacked, &|s| s >= *cut), share(own, &|s| s < *cut))).collect()
}

fn curves(trials: &[Trial<'_>]) -> String {
    let scores = |attack| -> Vec<f32> {
        trials.iter().filter(|trial| trial.attack == attack).map(|trial| trial.score().unwrap_or(-1.0)).collect()
    };
    let own = scores(Attack::Genuine);
    let mut out = String::from(
        "<svg viewBox=\"0 0 420 320\" width=\"420\" role=\"img\" aria-label=\"genuine refused over attacks taken\">\
         <path d=\"M40 20V300H320\" fill=\"none\" stroke=\"#667\"/><text x=\"44\" y=\"16\" font-size=\"11\">genuine refused</text>\
         <text x=\"240\" y=\"316\" font-size=\"11\">attacks taken</text>",
    );
    for (at, (attack, colour)) in
        Attack::ALL[1..].iter().zip(["#0b5a52", "#b5651d", "#667", "#b00020", "#304890"]).enumerate()
    {
        let points: Vec<String> = trade(&own, &scores(*attack))
            .into_iter()
            .map(|(taken, lost)| format!("{:.1} {:.1}", 40.0 + 280.0 * taken, 300.0 - 280.0 * lost))
            .collect();
        if !points.is_empty() {
            write!(out, "<path d=\"M{}\" fill=\"none\" stroke=\"{colour}\"/>", points.join("L")).unwrap_or_default();
        }
        let y = 30 + 16 * at;
        write!(out, "<text x=\"326\" y=\"{y}\" font-size=\"9\" fill=\"{colour}\">{}</text>", attack.name())
            .unwrap_or_default();
    }
    out.push_str("</svg>");
    out
}

/// One recording over time: loudness of the sound below, height of the lips above; agreement by shift on the right.
fn timeline(trial: &Trial<'_>) -> String {
    let sound = &trial.talking.sound;
    let step = (sound.sample_rate / 50).max(1) as usize;
    let mut wave = String::new();
    for (at, part) in sound.samples.chunks(step).enumerate() {
        let loud = part.iter().fold(0.0_f32, |most, sample| most.max(sample.abs()));
        write!(wave, "M{:.1} 100V{:.1}", 3.0 * at as f32, 100.0 - 40.0 * loud).unwrap_or_default();
    }
    let course: Vec<String> = trial
        .mouth
        .iter()
        .map(|frame| format!("{:.1} {:.1}", 150.0 * frame.at_s, 70.0 - 70.0 * f64::from(frame.lips.height)))
        .collect();
    let shifts = trial.sync.as_ref().map(|sync| sync.by_shift.as_slice()).unwrap_or_default();
    let shifts: Vec<String> =
        shifts.iter().enumerate().map(|(at, value)| format!("{} {:.1}", 640 + 3 * at, 55.0 - 50.0 * value)).collect();
    let line = |points: &[String], colour: &str| match points {
        [] => String::new(),
        points => format!("<path d=\"M{}\" fill=\"none\" stroke=\"{colour}\"/>", points.join("L")),
    };
    format!(
        "<figure><svg viewBox=\"0 0 800 110\" width=\"800\" role=\"img\" aria-label=\"mouth and sound\"><path d=\"{wave}\" stroke=\"#9ab\"/>{}{}\
         <path d=\"M715 0V110\" stroke=\"#ccc\"/></svg><figcaption>{} · {} · {} · {}</figcaption></figure>",
        line(&course, "#0b5a52"),
        line(&shifts, "#b5651d"),
        trial.talking.source,
        trial.talking.name,
        trial.attack.name(),
        trial.score().map_or_else(|| "could not assess".to_owned(), |score| format!("score {score:.2}")),
    )
}

/// The page; at most `pictures` recordings are shown.
pub fn html(trials: &[Trial<'_>], text: &str, pictures: usize) -> String {
    let genuine = trials.iter().filter(|trial| trial.attack == Attack::Genuine);
    let shown: String = genuine.take(pictures).map(timeline).collect();
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    format!(
        "<!doctype html><meta charset=\"utf-8\"><title>Liveness</title><style>body{{font:14px system-ui;margin:2em}}pre{{white-space:pre-wrap}}\
         </style><h1>Mouth and sound</h1>{}<h2>Genuine recordings: height of the lips (green), sound, agreement by shift from −0.5 to 0.5 s \
         (brown)</h2>{shown}<h2>Tables</h2><pre>{text}</pre>\n",
        curves(trials)
    )
}

#[cfg(test)]
mod tests {
    use super::trade;

    #[test]
    fn who_is_never_wrong_loses_nobody() {
        let points = trade(&[0.9, 0.95], &[0.1, 0.2]);
        assert!(points.contains(&(0.0, 0.0)));
        assert_eq!(points.first(), Some(&(1.0, 0.0)));
    }
}
