//! A good recording of our own making, and each defect on it: its own reason and no other.

use std::collections::BTreeSet;

use countersign_inference::face::FaceTrack;
use countersign_media::Clip;
use countersign_specimen::clip::{ClipSpec, render_clip};
use countersign_specimen::document::cases;
// Makes this binary its own decoding child.
use countersign_testkit as _;
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

/// Defects under which the detector does not find this drawn head at all, so that it is `face_not_seen`; see
/// docs/evaluation/recording.md.
const NOT_FOUND: [Defect; 3] = [Defect::Far, Defect::Near, Defect::MaskSkin];

/// What is said of a recording with each defect, where it is not that defect's own reason alone.
fn misnamed(bench: &Bench, talking: &Talking, other: &Stranger) -> Vec<String> {
    let track = FaceTrack::over(&bench.toolbox.faces, &talking.frames).expect("the nets run");
    let wrong = |defect: &Defect| {
        let frames = spoilt(&talking.frames, &track, *defect, other);
        let (reasons, raw) = judged(bench, frames, talking).expect("judged");
        let own: BTreeSet<&str> = defect.reason().into_iter().collect();
        let unseen = NOT_FOUND.contains(defect) && reasons.iter().copied().eq(["face_not_seen"]);
        (reasons != own && !unseen).then(|| format!("{} gave {reasons:?}; {}", defect.name(), text(&raw)))
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
    let person = |name: &str| cases().into_iter().find(|case| case.name == name).expect("the case").holder.person_seed;
    let clip = |name: &str| talking(decoded(&bench, &ClipSpec::new(person(name), &[8, 2, 9, 4, 6, 1])));
    let other = seen(&bench, &clip("genuine-passport"));
    let wrong = misnamed(&bench, &clip("genuine-id-card"), &other);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
