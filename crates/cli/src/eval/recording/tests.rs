//! A good recording of our own making, and each defect on it: its own reason and no other. Real recordings do the same where there are.

use std::collections::BTreeSet;

use countersign_inference::face::FaceTrack;
use countersign_media::Clip;
use countersign_specimen::clip::{ClipDefect, ClipSpec, render_clip};
use countersign_workflow::process::{CLIP_FRAMES_PER_SECOND, CLIP_MAX_SIDE};

use super::*;

fn decoded(bench: &Bench, spec: &ClipSpec) -> Clip {
    let bytes = render_clip(spec).expect("espeak-ng and ffmpeg make a clip");
    bench.decoder.clip(&bytes, CLIP_FRAMES_PER_SECOND, CLIP_MAX_SIDE).expect("our own clip decodes")
}

fn talking(clip: Clip) -> Talking {
    let sound = clip.sound.expect("sound");
    Talking { source: "specimen".into(), name: "specimen".into(), frames: clip.frames, sound, made: None }
}

/// What is said of a recording of person `seed` with each of `defects`, where it is not that defect's own reason alone.
fn misnamed(bench: &Bench, talking: &Talking, other: &Stranger) -> Vec<String> {
    let track = FaceTrack::over(&bench.toolbox.faces, &talking.frames).expect("the nets run");
    let wrong = |defect: &Defect| {
        let frames = spoilt(&talking.frames, &track, *defect, other);
        let (reasons, raw) = judged(bench, frames, talking).expect("judged");
        let own: BTreeSet<&str> = defect.reason().into_iter().collect();
        (reasons != own).then(|| format!("{}: {} gave {reasons:?}; {}", talking.name, defect.name(), text(&raw)))
    };
    Defect::ALL.iter().filter_map(wrong).collect()
}

fn seen(bench: &Bench, talking: &Talking) -> Stranger {
    let track = FaceTrack::over(&bench.toolbox.faces, &talking.frames[..5]).expect("the nets run");
    let face = track.points[0].face.expect("a face");
    Stranger { image: talking.frames[0].image.clone(), place: Place::of(&face.landmarks) }
}

#[test]
fn each_defect_on_a_good_recording_gives_its_own_reason_and_no_other() {
    let bench = Bench::load().expect("the models are built");
    let own = talking(decoded(&bench, &ClipSpec::new(9, &[4, 7, 1, 9, 0, 2])));
    let other = seen(&bench, &talking(decoded(&bench, &ClipSpec::new(207, &[1, 2, 3]).with(ClipDefect::None))));
    let wrong = misnamed(&bench, &own, &other);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
