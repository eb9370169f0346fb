//! The expression before the first digit, against the same person's own while they speak.
//!
//! The net says "happy" of a quarter of all resting faces, so its word is not taken by itself: who looks happy to it always does so with
//! moving lips too, and who smiles for the camera stops when the digits begin.

use countersign_media::Frame;
use serde::Serialize;

use crate::face::{FaceNets, FaceTrack, TrackedFace};
use crate::models::ModelError;

/// Frames asked before the first digit and among the rest: spread over the time, so that a blink does not decide.
const ASKED: usize = 4;
/// Rest is what lies this long before the voice begins, seconds: lips open ahead of their sound.
const AHEAD_S: f64 = 0.12;
/// Places of *happy* and *surprised* in the net's answer: the expressions that change a mouth at rest.
const ACTIVE: [usize; 2] = [1, 6];

/// How the face looks at rest. Probabilities 0–1 of a smile or an open surprise.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct AtRest {
    /// Median over the frames at rest.
    pub rest: f32,
    /// Median over the person's other frames; 0 where there are none.
    pub own: f32,
    /// Whether there was a rest before the voice; otherwise the frames with the mouth most closed stand for it.
    pub before_voice: bool,
}

/// Looks at the expression; `None` without a face. `voice_from_s` is when the voice begins, if one was heard.
pub fn at_rest(
    nets: &FaceNets,
    track: &FaceTrack,
    frames: &[Frame],
    voice_from_s: Option<f64>,
) -> Result<Option<AtRest>, ModelError> {
    let seen: Vec<(&Frame, TrackedFace)> =
        frames.iter().zip(&track.points).filter_map(|(frame, point)| Some((frame, point.face?))).collect();
    let until = voice_from_s.map_or(0.0, |from| from - AHEAD_S);
    let (mut rest, mut other): (Vec<_>, Vec<_>) = seen.into_iter().partition(|(frame, _)| frame.at_s < until);
    let before_voice = rest.len() >= 2;
    if !before_voice {
        other.append(&mut rest);
        other.sort_by(|a, b| a.1.lips.opening.total_cmp(&b.1.lips.opening));
        let shut = ASKED.min(other.len());
        rest = other.drain(..shut).collect();
    }
    let active = |chosen: Vec<&(&Frame, TrackedFace)>| -> Result<Option<f32>, ModelError> {
        let mut found = Vec::with_capacity(chosen.len());
        for (frame, face) in chosen {
            let expression = nets.expression(&frame.image, &face.landmarks)?;
            found.push(ACTIVE.iter().map(|at| expression.probabilities[*at]).sum::<f32>());
        }
        found.sort_by(f32::total_cmp);
        Ok(found.get(found.len() / 2).copied())
    };
    let Some(at_rest) = active(spread(&rest))? else { return Ok(None) };
    Ok(Some(AtRest { rest: at_rest, own: active(spread(&other))?.unwrap_or(0.0), before_voice }))
}

/// Up to [`ASKED`] of them, evenly apart.
fn spread<T>(all: &[T]) -> Vec<&T> {
    let count = ASKED.min(all.len());
    (0..count).map(|i| &all[(2 * i + 1) * all.len() / (2 * count)]).collect()
}

#[cfg(test)]
mod tests {
    use super::spread;

    #[test]
    fn frames_are_taken_apart_from_each_other() {
        let all: Vec<usize> = (0..20).collect();
        assert_eq!(spread(&all), [&2, &7, &12, &17]);
        assert_eq!(spread(&all[..2]), [&0, &1]);
        assert!(spread::<usize>(&[]).is_empty());
    }
}
