//! Real pictures: pairs of one person and of two, portraits on documents, and what the nets cost.
//!
//! `cargo test -p countersign-inference --test face corpus -- --nocapture` prints the tables of
//! `docs/evaluation/faces.md`.

use std::{collections::BTreeMap, path::Path, time::Instant};

use countersign_inference::face::{Descriptor, distance};
use countersign_media::RgbImage;

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
    for height in [120.0, 100.0, 80.0, 60.0, 40.0] {
        let small: Seen = images
            .iter()
            .filter_map(|(path, image)| with_face_of(image, height).map(|i| ((*path).clone(), described(&i))))
            .collect();
        let found = small.values().flatten().count();
        let (part, _) = trials(&pairs, &small, &full);
        let lost = small.len() - found;
        println!("{}", Scores::of(&part).row(&format!("face of one side {height} px ({found}/{} found)", small.len()), lost));
    }
    let scores = Scores::of(&all);
    assert!(full.values().flatten().count() * 100 >= full.len() * 97, "faces are found on the corpus' portraits");
    assert!(scores.auc > 0.99, "AUC {}", scores.auc);
    assert!(scores.mean_different - scores.mean_same > 0.25, "{scores:?}");
    assert!(scores.tar_at_055 > 0.9 && scores.far_at_055 < 0.05, "{scores:?}");
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
