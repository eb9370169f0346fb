//! Real pictures: pairs of one person and of two, portraits on documents, and what the nets cost.
//!
//! `cargo test -p countersign-inference --test face corpus -- --nocapture` prints the tables of
//! `docs/evaluation/faces.md`.

use std::{collections::BTreeMap, path::Path, time::Instant};

use countersign_inference::face::{Descriptor, FaceTrack, distance};
use countersign_media::{Frame, RgbImage};

use crate::{
    evaluation::{Scores, Trial},
    support::{corpus, nets, picture},
};

struct Pair {
    a: String,
    b: String,
    same: bool,
    source: String,
}

fn pairs(corpus: &Path) -> Vec<Pair> {
    let text = std::fs::read_to_string(corpus.join("faces_pairs.csv")).unwrap();
    text.lines()
        .skip(1)
        .map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            Pair { a: cells[0].into(), b: cells[1].into(), same: cells[2] == "same", source: cells[3].into() }
        })
        .collect()
}

/// Descriptors by path; `None` where no face was found.
type Seen = BTreeMap<String, Option<Descriptor>>;

fn described(image: &RgbImage) -> Option<Descriptor> {
    nets().find_portrait(image).unwrap().map(|portrait| portrait.descriptor)
}

/// The picture with its largest face brought to `height` pixels, or `None` where it is smaller already.
fn with_face_of(image: &RgbImage, height: f32) -> Option<RgbImage> {
    let face = nets().measure(image).unwrap().best?;
    let factor = height / face.quality.face_height_px;
    let buffer = image::RgbImage::from_raw(image.width, image.height, image.pixels.clone())?;
    let (w, h) = ((image.width as f32 * factor) as u32, (image.height as f32 * factor) as u32);
    (factor < 1.0 && w > 0 && h > 0).then(|| {
        let small = image::imageops::resize(&buffer, w, h, image::imageops::FilterType::Triangle);
        RgbImage { width: w, height: h, pixels: small.into_raw() }
    })
}

fn trials(pairs: &[Pair], a: &Seen, b: &Seen) -> (Vec<Trial>, usize) {
    let mut found = Vec::new();
    for pair in pairs {
        if let (Some(Some(x)), Some(Some(y))) = (a.get(&pair.a), b.get(&pair.b)) {
            found.push(Trial { same: pair.same, distance: distance(x, y), source: pair.source.clone() });
        }
    }
    let missing = pairs.len() - found.len();
    (found, missing)
}

#[test]
fn one_person_is_closer_than_two() {
    let Some(corpus) = corpus() else { return };
    let pairs = pairs(&corpus);
    let mut paths: Vec<&String> = pairs.iter().flat_map(|pair| [&pair.a, &pair.b]).collect();
    paths.sort();
    paths.dedup();
    let images: BTreeMap<&String, RgbImage> = paths.iter().map(|path| (*path, picture(&corpus.join(path)))).collect();
    let full: Seen = images.iter().map(|(path, image)| ((*path).clone(), described(image))).collect();
    println!("pictures {}, with a face {}", full.len(), full.values().flatten().count());
    for (path, _) in full.iter().filter(|(_, descriptor)| descriptor.is_none()) {
        println!("  no face: {path}");
    }
    let (all, missing) = trials(&pairs, &full, &full);
    println!("{}", Scores::HEADER);
    println!("{}", Scores::of(&all).row("all, as they come", missing));
    let sources: std::collections::BTreeSet<&String> = all.iter().map(|trial| &trial.source).collect();
    for source in sources {
        let part: Vec<Trial> = all.iter().filter(|trial| &trial.source == source).cloned().collect();
        println!("{}", Scores::of(&part).row(source, 0));
    }
    for height in [100.0, 80.0, 60.0, 40.0] {
        let small: Seen = images
            .iter()
            .filter_map(|(path, image)| with_face_of(image, height).map(|i| ((*path).clone(), described(&i))))
            .collect();
        let found = small.values().flatten().count();
        let (part, _) = trials(&pairs, &small, &full);
        let lost = small.len() - found;
        println!(
            "{}",
            Scores::of(&part).row(&format!("face of one side {height} px ({found}/{} found)", small.len()), lost)
        );
    }
    let scores = Scores::of(&all);
    assert!(full.values().flatten().count() * 100 >= full.len() * 97, "faces are found on the corpus' portraits");
    assert!(scores.auc > 0.99, "AUC {}", scores.auc);
    assert!(scores.mean_different - scores.mean_same > 0.25, "{scores:?}");
    assert!(scores.tar_at_055 > 0.9 && scores.far_at_055 < 0.05, "{scores:?}");
}

/// Pictures of `mrz/` without a portrait, by eye; all others have exactly one person's.
const WITHOUT_PORTRAIT: [&str; 5] =
    ["nomrz.jpg", "id_card_smith.png", "mrz_strip_taylor.png", "passport_eriksson.png", "3.jpg"];

#[test]
fn portraits_are_found_on_documents_and_nowhere_else() {
    let Some(corpus) = corpus() else { return };
    let manifest = std::fs::read_to_string(corpus.join("MANIFEST.csv")).unwrap();
    let (mut found, mut with, mut false_faces, mut without) = (0, 0, 0, 0);
    for path in manifest.lines().filter_map(|line| line.split(',').next()) {
        let extension = Path::new(path).extension().is_some_and(|e| e == "png" || e == "jpg");
        // Photographs of things, and drawings of documents: no faces on the former.
        let things = path.starts_with("pad/AmadeusITGroup");
        if !extension || !(path.starts_with("mrz/") || things) {
            continue;
        }
        let portrait = nets().find_portrait(&picture(&corpus.join(path))).unwrap();
        if things || WITHOUT_PORTRAIT.iter().any(|name| path.ends_with(&format!("/{name}"))) {
            without += 1;
            false_faces += usize::from(portrait.is_some());
        } else {
            with += 1;
            found += usize::from(portrait.is_some());
            if portrait.is_none() {
                println!("  no portrait: {path}");
            }
        }
    }
    println!(
        "documents: portrait found on {found} of {with}; false faces on {false_faces} of {without} pictures without"
    );
    assert!(with > 30 && found * 100 >= with * 95 && false_faces <= 1);
}

/// Frames of a clip at 15 a second and at most 640 pixels wide, by ffmpeg.
fn frames(path: &Path) -> Vec<Frame> {
    let (width, height) = (480u32, 360u32);
    let filter = format!("fps=15,scale={width}:{height}:force_original_aspect_ratio=decrease,pad={width}:{height}");
    let output = std::process::Command::new("ffmpeg")
        .args(["-v", "error", "-t", "4", "-i"])
        .arg(path)
        .args(["-vf", &filter, "-pix_fmt", "rgb24", "-f", "rawvideo", "-"])
        .output()
        .unwrap();
    output
        .stdout
        .chunks_exact((width * height * 3) as usize)
        .enumerate()
        .map(|(i, pixels)| Frame { at_s: i as f64 / 15.0, image: RgbImage { width, height, pixels: pixels.to_vec() } })
        .collect()
}

#[test]
fn a_talking_face_is_followed_through_every_frame() {
    let Some(corpus) = corpus() else { return };
    let manifest = std::fs::read_to_string(corpus.join("MANIFEST.csv")).unwrap();
    let clips: Vec<&str> = manifest
        .lines()
        .filter_map(|line| line.split(',').next())
        .filter(|path| path.starts_with("talking/AryamanParida") && path.contains(".mpg"))
        .take(4)
        .collect();
    assert!(!clips.is_empty());
    for path in clips {
        let frames = frames(&corpus.join(path));
        let start = Instant::now();
        let track = FaceTrack::over(nets(), &frames).unwrap();
        let took = start.elapsed().as_secs_f64() / frames.len() as f64;
        let openings: Vec<f32> = track.points.iter().filter_map(|point| point.mouth_opening).collect();
        let (low, high) = openings.iter().fold((f32::MAX, 0.0f32), |(l, h), v| (l.min(*v), h.max(*v)));
        println!(
            "{path}: {} frames, with a face {:.3}, faces at most {}, mouth {low:.3} to {high:.3}, {:.0} ms a frame",
            frames.len(),
            track.frames_with_face_share,
            track.faces_max,
            took * 1e3
        );
        assert!(track.frames_with_face_share > 0.9 && track.faces_max == 1);
        assert!(high - low > 0.08, "a talking mouth opens and shuts: {low} to {high}");
        assert_eq!(track.best_frames(3).len(), 3);
    }
}

#[test]
fn what_each_net_costs() {
    let Some(corpus) = corpus() else { return };
    let pairs = pairs(&corpus);
    let image = picture(&corpus.join(&pairs[0].a));
    let portrait = nets().find_portrait(&image).unwrap().unwrap();
    let timed = |what: &str, run: &dyn Fn() -> bool| {
        assert!(run());
        let mut times: Vec<f64> = (0..9)
            .map(|_| {
                let start = Instant::now();
                run();
                start.elapsed().as_secs_f64() * 1e3
            })
            .collect();
        times.sort_by(f64::total_cmp);
        println!("{what}: median {:.1} ms, least {:.1} ms", times[4], times[0]);
    };
    println!("picture {}x{}", image.width, image.height);
    for side in [160, 224, 320, 416, 640, 1280] {
        timed(&format!("detector at {side}"), &|| nets().detect(&image, side, 0.5).is_ok());
    }
    timed("landmarks", &|| nets().landmarks(&image, &portrait.face_box).is_ok());
    timed("descriptor", &|| nets().descriptor(&image, &portrait.landmarks).is_ok());
    timed("expression", &|| nets().expression(&image, &portrait.landmarks).is_ok());
    timed("portrait, whole chain", &|| nets().find_portrait(&image).is_ok());
    assert!(portrait.quality.inter_eye_px > 10.0);
}
