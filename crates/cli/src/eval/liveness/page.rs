//! The page for the operator's eyes: trade-off curves, and each clip's mouth over its sound.

use std::fmt::Write as _;

use countersign_domain::CheckResult;

use super::trial::{Attack, Trial};

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
        "<figure><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 800 110\" width=\"800\" role=\"img\" aria-label=\"mouth and sound\"><path d=\"{wave}\" stroke=\"#9ab\"/>{}{}\
         <path d=\"M715 0V110\" stroke=\"#ccc\"/></svg><figcaption>{} · {} · {} · {}</figcaption></figure>",
        line(&course, "#0b5a52"),
        line(&shifts, "#b5651d"),
        trial.talking.source,
        trial.talking.name,
        trial.label(),
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
        super::det::svg(trials)
    )
}

/// Which recordings came out in a certain way.
type Kind<'a> = (&'a str, &'a dyn Fn(&Trial<'_>) -> bool);

/// One recording of each outcome, the first that came out so: a name for the file, and the picture.
pub fn outcomes(trials: &[Trial<'_>]) -> Vec<(String, String)> {
    let kinds: [Kind<'_>; 5] = [
        ("genuine-passes", &|trial| trial.attack == Attack::Genuine && trial.result == CheckResult::Pass),
        ("swapped-refused", &|trial| trial.attack == Attack::Swapped && trial.result == CheckResult::Fail),
        ("late-refused", &|trial| trial.attack == Attack::Late && trial.result == CheckResult::Fail),
        ("still-refused", &|trial| trial.attack == Attack::Still && trial.result == CheckResult::Fail),
        ("to-a-person", &|trial| trial.result == CheckResult::Doubt),
    ];
    let first = |(name, of): Kind<'_>| Some((name.to_owned(), timeline(trials.iter().find(|trial| of(trial))?)));
    kinds.into_iter().filter_map(first).collect()
}
