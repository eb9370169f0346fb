//! Curves as SVG, drawn from numbers alone.

use std::fmt::Write as _;

use countersign_checks::examine::{ENVELOPE_STEP_S, Flight};
use countersign_domain::{Breakdown, Check};

const WIDTH: f64 = 760.0;
const EDGE: f64 = 24.0;

/// Where this case's distance lies between those of one person and of two.
pub(super) fn distances(flight: &Flight, breakdowns: &[Breakdown]) -> String {
    let (from, to, height) = (0.0, 1.2, 150.0);
    let along = |distance: f64| EDGE + (distance - from) / (to - from) * (WIDTH - 2.0 * EDGE);
    let mut out = open(height, "Distance of this case against the distributions of one person and of two");
    for (spread, colour, name) in
        [(&flight.contract.same, "#0b5a52", "one person"), (&flight.contract.different, "#b5651d", "two persons")]
    {
        let Some(spread) = spread else { continue };
        let points: Vec<String> = (0..=120)
            .map(|step| {
                let distance = from + (to - from) * f64::from(step) / 120.0;
                let z = (distance - spread.mean) / spread.deviation;
                format!("{:.1} {:.1}", along(distance), height - 30.0 - 90.0 * (-z * z / 2.0).exp())
            })
            .collect();
        write!(
            out,
            "<path d=\"M{}\" fill=\"none\" stroke=\"{colour}\"/><text x=\"{:.0}\" y=\"16\" fill=\"{colour}\" text-anchor=\"middle\">{name}</text>",
            points.join("L"),
            along(spread.mean)
        )
        .unwrap_or_default();
    }
    let found = breakdowns.iter().find(|found| found.check == Check::FaceSamePerson);
    let limits = found.map(|found| found.limits.as_slice()).unwrap_or_default();
    for (row, (name, limit)) in limits.iter().filter(|(name, _)| name.ends_with("distance")).enumerate() {
        line(&mut out, along(*limit), (height, row + 1), "#667", "4", &format!("{name} {limit}"));
    }
    for frame in &flight.frames {
        if let Some(distance) = frame.distance {
            write!(out, "<circle cx=\"{:.1}\" cy=\"{}\" r=\"3\" fill=\"#456\"/>", along(distance), height - 34.0)
                .unwrap_or_default();
        }
    }
    if let Some(distance) = flight.fused {
        line(&mut out, along(distance), (height, 0), "#b00020", "0", &format!("this case {distance:.3}"));
    }
    for tenth in (0..=12).step_by(2) {
        let distance = f64::from(tenth) / 10.0;
        write!(out, "<text x=\"{:.0}\" y=\"{}\">{distance}</text>", along(distance) - 6.0, height - 4.0)
            .unwrap_or_default();
    }
    out + "</svg>"
}

/// The sound, where each digit was heard, and the mouth over the same seconds.
pub(super) fn sound_and_mouth(flight: &Flight) -> String {
    let height = 230.0;
    let seconds = flight.duration_s.max(0.1);
    let along = |at: f64| EDGE + at / seconds * (WIDTH - 2.0 * EDGE);
    let mut out = open(height, "Sound with the digits heard, and the opening of the mouth");
    let peak = flight.envelope.iter().copied().fold(1e-4_f32, f32::max);
    let mut wave = String::new();
    for (index, loud) in flight.envelope.iter().enumerate() {
        let half = f64::from(loud / peak) * 45.0;
        write!(wave, "M{:.1} {:.1}V{:.1}", along(index as f64 * ENVELOPE_STEP_S), 60.0 - half, 60.0 + half)
            .unwrap_or_default();
    }
    write!(out, "<path d=\"{wave}\" stroke=\"#9ab\"/>").unwrap_or_default();
    for (digit, matched) in &flight.digits {
        let colour = if *matched { "#0b5a52" } else { "#b00020" };
        let (left, right) = (along(f64::from(digit.start_s)), along(f64::from(digit.end_s)));
        write!(
            out,
            "<rect x=\"{left:.1}\" y=\"10\" width=\"{:.1}\" height=\"100\" fill=\"{colour}\" fill-opacity=\".14\"/>\
             <text x=\"{left:.1}\" y=\"124\" fill=\"{colour}\">{} ({:.2})</text>",
            (right - left).max(1.0),
            digit.digit,
            digit.confidence
        )
        .unwrap_or_default();
    }
    let most = flight.mouth.iter().map(|(_, open)| *open).fold(0.1_f32, f32::max);
    let mut last = f64::NEG_INFINITY;
    let mut path = String::new();
    for (at, opening) in &flight.mouth {
        // A gap without a face is a gap in the curve.
        let step = if at - last > 0.2 { 'M' } else { 'L' };
        write!(path, "{step}{:.1} {:.1}", along(*at), height - 24.0 - f64::from(opening / most) * 70.0)
            .unwrap_or_default();
        last = *at;
    }
    write!(out, "<path d=\"{path}\" fill=\"none\" stroke=\"#4455aa\" stroke-width=\"1.5\"/>").unwrap_or_default();
    for second in 0..=seconds as u32 {
        write!(out, "<text x=\"{:.0}\" y=\"{}\">{second} s</text>", along(f64::from(second)), height - 6.0)
            .unwrap_or_default();
    }
    out + "</svg>"
}

/// Agreement of mouth and sound at every shift.
pub(super) fn shifts(flight: &Flight) -> String {
    let height = 130.0;
    let count = flight.by_shift.len();
    if count < 2 {
        return String::new();
    }
    let along = |share: f64| EDGE + share * (WIDTH - 2.0 * EDGE);
    let up = |agreement: f32| height / 2.0 - f64::from(agreement) * 50.0;
    let mut out = open(height, "Agreement of mouth and sound at shifts of up to half a second");
    let points: Vec<String> = flight
        .by_shift
        .iter()
        .enumerate()
        .map(|(index, value)| format!("{:.1} {:.1}", along(index as f64 / (count - 1) as f64), up(*value)))
        .collect();
    write!(
        out,
        "<path d=\"M{EDGE} {0}H{1}\" stroke=\"#ccd\"/><path d=\"M{2}\" fill=\"none\" stroke=\"#4455aa\"/>",
        up(0.0),
        WIDTH - EDGE,
        points.join("L")
    )
    .unwrap_or_default();
    if let Some((offset, ..)) = flight.offset {
        line(&mut out, along(f64::from(offset) + 0.5), (height, 0), "#b00020", "0", &format!("best at {offset:+.2} s"));
    }
    for (share, text) in [(0.0, "−0.5 s"), (0.5, "0"), (0.95, "+0.5 s")] {
        write!(out, "<text x=\"{:.0}\" y=\"{}\">{text}</text>", along(share), height - 4.0).unwrap_or_default();
    }
    out + "</svg>"
}

fn open(height: f64, label: &str) -> String {
    format!(
        "<svg viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" role=\"img\" aria-label=\"{label}\" font-size=\"11\" font-family=\"sans-serif\">"
    )
}

/// Markers near each other have their words on rows of their own.
fn line(out: &mut String, x: f64, (height, row): (f64, usize), colour: &str, dash: &str, text: &str) {
    write!(
        out,
        "<path d=\"M{x:.1} 22V{}\" stroke=\"{colour}\" stroke-dasharray=\"{dash}\"/><text x=\"{:.1}\" y=\"{}\" fill=\"{colour}\">{text}</text>",
        height - 24.0,
        x + 3.0,
        34 + 14 * row
    )
    .unwrap_or_default();
}
