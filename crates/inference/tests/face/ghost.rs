//! Ghost images on documents of our own: found, and how far the face on them is from the portrait's, on genuine documents and
//! on those whose portrait was replaced. `COUNTERSIGN_VERBOSE=1` prints all of `docs/evaluation/documents-portrait.md`.

use countersign_inference::face::{Ghost, Portrait, print_quality};
use countersign_media::RgbImage;
use countersign_specimen::Picture;
use countersign_specimen::document::{Defects, Holder, Kind, render_with};
use countersign_specimen::person::{CAST, Person};
use countersign_specimen::photograph::{Scene, photograph};

use crate::support::{corpus, nets, picture};

/// Kinds that print a ghost.
const KINDS: [Kind; 2] = [Kind::IdCard, Kind::DrivingLicence];

/// The shipped policy's `max_ghost_distance`.
const LIMIT: f32 = 0.5;

/// A face by seed, as portrait of that many pixels.
type Faces<'a> = &'a dyn Fn(usize, u32, u32) -> Picture;

struct Row {
    portraits: usize,
    n: usize,
    found: usize,
    distances: Vec<f32>,
}

/// Photographs the fronts of `n` documents with faces `i` and, when replaced, a portrait of face `i + 1`.
fn measured(n: usize, faces: Faces<'_>, replaced: bool, width: u32) -> Row {
    let mut row = Row { portraits: 0, n: 0, found: 0, distances: Vec::new() };
    for i in 0..n {
        let (seed, kind) = (i as u64 + 1, KINDS[i % KINDS.len()]);
        let holder = Holder { person_seed: seed, ..Holder::sample(seed) };
        let defects = Defects { pasted_portrait: replaced, ..Defects::none() };
        let face = |of: u64, w, h| faces(if of == seed { i } else { (i + 1) % n }, w, h);
        let front = render_with(kind, &holder, &defects, &face).unwrap().remove(0);
        let scene = Scene { size: (width, width * 3 / 4), ..Scene::clean(seed) };
        row.n += 1;
        if let Some((_, ghost)) = seen(&rgb(photograph(&front.picture, &scene))) {
            row.portraits += 1;
            row.found += usize::from(ghost.is_some());
            row.distances.extend(ghost.map(|ghost| ghost.distance));
        }
    }
    row.distances.sort_by(f32::total_cmp);
    row
}

fn seen(image: &RgbImage) -> Option<(Portrait, Option<Ghost>)> {
    let portrait = nets().find_portrait(image).unwrap()?;
    let ghost = nets().find_ghost(image, &portrait).unwrap();
    Some((portrait, ghost))
}

fn rgb(picture: Picture) -> RgbImage {
    RgbImage { width: picture.width, height: picture.height, pixels: picture.pixels }
}

fn print(name: &str, row: &Row) {
    let at = |share: f32| {
        let last = row.distances.len().saturating_sub(1) as f32;
        row.distances.get((last * share).round() as usize).map_or("–".to_owned(), |d| format!("{d:.2}"))
    };
    println!(
        "| {name} | {} | {} | {} | {} / {} / {} / {} / {} |",
        row.n,
        row.portraits,
        row.found,
        at(0.0),
        at(0.1),
        at(0.5),
        at(0.9),
        at(1.0)
    );
}

const HEAD: &str = "\n| documents | n | portrait found | ghost found | distance least / 10 % / median / 90 % / most |\n|---|---|---|---|---|";

#[test]
fn ghosts_on_documents_of_our_own() {
    println!("{HEAD}");
    let drawn = |i: usize, w, h| Person::new(CAST[i % CAST.len()]).portrait(w, h);
    let genuine = measured(CAST.len(), &drawn, false, 2400);
    print("drawn persons, genuine", &genuine);
    let replaced = measured(CAST.len(), &drawn, true, 2400);
    print("drawn persons, portrait replaced", &replaced);
    assert!(genuine.portraits * 4 >= genuine.n * 3, "portraits are found");
    assert!(genuine.found * 2 >= genuine.n && replaced.found * 2 >= replaced.n, "half of the ghosts are seen");
    assert!(genuine.distances.iter().all(|d| *d < LIMIT) && replaced.distances.iter().all(|d| *d > LIMIT));
    if std::env::var_os("COUNTERSIGN_VERBOSE").is_none() {
        return;
    }
    if let Some(faces) = real_faces() {
        let real = |i: usize, w, h| fitted(&faces[i % faces.len()], w, h);
        for (name, replaced, width) in [
            ("real faces, genuine", false, 2400),
            ("real faces, portrait replaced", true, 2400),
            ("real faces, genuine, 1400 px wide", false, 1400),
            ("real faces, portrait replaced, 1400 px wide", true, 1400),
        ] {
            print(name, &measured(faces.len(), &real, replaced, width));
        }
    }
}

/// The corpus' documents: which ghosts are seen, and how the portraits were printed.
#[test]
fn ghosts_and_print_on_the_corpus() {
    let Some(corpus) = corpus() else { return };
    let table = std::fs::read_to_string(corpus.join("mrz_groundtruth.csv")).unwrap();
    let (mut found, mut portraits, mut lines) = (0, 0, Vec::new());
    for path in table.lines().skip(1).filter_map(|line| line.split(',').next()) {
        let image = picture(&corpus.join(path));
        let Some((portrait, ghost)) = seen(&image) else { continue };
        portraits += 1;
        found += usize::from(ghost.is_some());
        let print = print_quality(&image, &portrait.landmarks);
        let name = path.rsplit('/').next().unwrap_or_default();
        lines.push(format!(
            "| {name} | {:.0} | {:.2} | {} | {:.2} | {} |",
            portrait.quality.inter_eye_px,
            portrait.quality.sharpness,
            print.screen.map_or("–".to_owned(), |s| format!("{s:.2}")),
            print.other_colour_share,
            ghost.map_or("–".to_owned(), |g| format!(
                "{:.0} px at {:.0}, {:.0}: {:.2}",
                g.inter_eye_px, g.face_box.x, g.face_box.y, g.distance
            )),
        ));
    }
    println!(
        "\n{portraits} portraits, {found} ghosts\n\n| document | eyes px | sharpness | screen | other colour | ghost: eyes, place, distance |\n|---|---|---|---|---|---|"
    );
    for line in &lines {
        println!("{line}");
    }
    assert!(portraits > 0);
}

/// One face a person of the corpus' pairs, cut out as a portrait.
fn real_faces() -> Option<Vec<RgbImage>> {
    let corpus = corpus()?;
    let pairs = std::fs::read_to_string(corpus.join("faces_pairs.csv")).unwrap();
    let mut folders: Vec<String> = Vec::new();
    let mut faces = Vec::new();
    for path in pairs.lines().skip(1).filter_map(|line| line.split(',').next()) {
        // The folder or the file's first letters name the person.
        let file = path.rsplit('/').next().unwrap_or_default();
        let person: String = file.chars().take_while(|c| c.is_alphabetic()).collect::<String>().to_lowercase();
        if folders.contains(&person) || faces.len() >= 16 {
            continue;
        }
        let image = picture(&corpus.join(path));
        let Some(face) = nets().measure(&image).unwrap().best.filter(|face| face.quality.inter_eye_px > 40.0) else {
            continue;
        };
        folders.push(person);
        faces.push(cut(&image, face.landmarks.bounds(1.0).grown(1.9)));
    }
    Some(faces)
}

fn cut(image: &RgbImage, area: countersign_inference::face::FaceBox) -> RgbImage {
    let buffer = image::RgbImage::from_raw(image.width, image.height, image.pixels.clone()).unwrap();
    let (x, y) = (area.x.max(0.0) as u32, area.y.max(0.0) as u32);
    let (w, h) = ((area.width as u32).min(image.width - x), (area.height as u32).min(image.height - y));
    let part = image::imageops::crop_imm(&buffer, x, y, w, h).to_image();
    RgbImage { width: w, height: h, pixels: part.into_raw() }
}

fn fitted(face: &RgbImage, width: u32, height: u32) -> Picture {
    let buffer = image::RgbImage::from_raw(face.width, face.height, face.pixels.clone()).unwrap();
    // As wide as asked, cut below: a face keeps its shape.
    let high = (width * face.height / face.width).max(height);
    let scaled = image::imageops::resize(&buffer, width, high, image::imageops::FilterType::Triangle);
    let part = image::imageops::crop_imm(&scaled, 0, 0, width, height).to_image();
    Picture { width, height, pixels: part.into_raw() }
}
