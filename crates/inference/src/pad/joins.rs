//! Where pictures or samples were cut and joined: a face does not jump, and a voice does not click.

use countersign_media::Sound;

use super::grey::Grey;
use super::{Signs, log10};

/// Frames on either side that a jump is compared with.
const AROUND: usize = 8;
/// Samples on either side that a click is compared with: 10 ms.
const NEAR: usize = 160;
/// Frames that stand still before a jump make it a recorder's stall, not a join.
const STALL: usize = 2;
/// A frame that differs by less is the one before, 8-bit steps of the small copy.
const EQUAL: f32 = 0.02;
/// What coding alone changes between frames, 8-bit steps of the small copy.
const CALM: f32 = 0.25;

pub(super) fn measure(greys: &[Grey], sound: Option<&Sound>, found: &mut Signs) {
    let steps: Vec<f32> = greys.windows(2).map(|pair| pair[0].apart(&pair[1])).collect();
    let jump = |at: usize| {
        let around = at.saturating_sub(AROUND)..(at + AROUND + 1).min(steps.len());
        let beside: Vec<f32> = around.filter(|other| *other != at).map(|other| steps[other]).collect();
        // The second largest beside it: a jump stands alone, a quick nod does not.
        let mut sorted = beside;
        sorted.sort_by(|a, b| b.total_cmp(a));
        steps[at] / (sorted.get(1).copied().unwrap_or(0.0) + CALM)
    };
    let stalled = |at: usize| at >= STALL && steps[at - STALL..at].iter().all(|step| *step < EQUAL);
    let largest = (0..steps.len())
        .filter(|at| !stalled(*at))
        .map(jump)
        .fold(None, |most: Option<f32>, value| Some(most.map_or(value, |m| m.max(value))));
    found.cut = largest.map(log10);
    found.sound_cut = sound.and_then(|sound| click(&sound.samples)).map(log10);
}

/// The largest bend of the wave over the usual bends within 10 ms of it.
fn click(samples: &[f32]) -> Option<f32> {
    let bends: Vec<f32> = samples.windows(3).map(|w| (w[0] - 2.0 * w[1] + w[2]).abs()).collect();
    let mut most: Option<f32> = None;
    for start in (0..bends.len().saturating_sub(2 * NEAR)).step_by(NEAR) {
        let part = &bends[start..start + 2 * NEAR];
        let (at, peak) =
            part.iter().copied().enumerate().fold((0, 0.0), |best, next| if next.1 > best.1 { next } else { best });
        let mut beside: Vec<f32> =
            part.iter().enumerate().filter(|(other, _)| other.abs_diff(at) > 8).map(|(_, bend)| *bend).collect();
        let place = beside.len() * 95 / 100;
        let (_, strong, _) = beside.select_nth_unstable_by(place, f32::total_cmp);
        let ratio = peak / (*strong + 1e-3);
        most = Some(most.map_or(ratio, |most| most.max(ratio)));
    }
    most
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_join_is_a_jump_and_what_a_recorder_left_out_is_none() {
        let film = |place: &dyn Fn(usize) -> f32| {
            let grey = |number: usize| {
                let shade = |at: usize| 100.0 + 60.0 * (0.1 * (at % 80) as f32 + place(number)).sin();
                let pixels = (0..80 * 60).flat_map(|at| [shade(at) as u8; 3]).collect();
                Grey::of(&countersign_media::RgbImage { width: 80, height: 60, pixels })
            };
            let mut found = Signs::default();
            measure(&(0..60).map(grey).collect::<Vec<_>>(), None, &mut found);
            found.cut.expect("frames")
        };
        let join = film(&|n| n as f32 * 0.02 + if n > 30 { 1.0 } else { 0.0 });
        let stall = film(&|n| if (26..31).contains(&n) { 0.52 } else { n as f32 * 0.02 });
        let smooth = film(&|n| n as f32 * 0.02);
        assert!(join > smooth + 0.5, "{join} against {smooth}");
        assert!(stall < smooth + 0.2, "{stall} against {smooth}");
    }

    #[test]
    fn a_click_stands_out_of_a_voice() {
        let mut samples: Vec<f32> =
            (0..16_000).map(|i| 0.3 * (i as f32 * 0.05).sin() * (i as f32 * 0.0007).sin()).collect();
        let smooth = click(&samples).expect("long enough");
        samples[9_000] += 0.25;
        assert!(click(&samples).is_some_and(|value| value > 5.0 * smooth));
        assert_eq!(click(&[0.0; 100]), None);
    }
}
