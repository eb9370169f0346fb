//! Labelled pairs, the persons that follow from them, and strangers on documents.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

use anyhow::Result;
use countersign_checks::examine::find_portrait;
use countersign_inference::face::Descriptor;
use countersign_media::RgbImage;

use crate::eval::{rows, source};
use crate::inspect::Bench;

/// One picture with a face.
pub struct Face {
    /// Below the folder.
    pub path: String,
    /// The repository.
    pub source: String,
    /// The picture.
    pub image: RgbImage,
    /// From brows to chin, pixels.
    pub height: f32,
    /// As it came.
    pub descriptor: Descriptor,
    /// Number of its person; pictures that are labelled the same share it. `None` for strangers on documents.
    pub person: Option<usize>,
}

/// A labelled pair by indices of [`Corpus::faces`].
pub struct Pair {
    pub a: usize,
    pub b: usize,
    pub same: bool,
}

/// What there is to compare.
pub struct Corpus {
    pub faces: Vec<Face>,
    pub pairs: Vec<Pair>,
    /// Pictures and pairs without a face.
    pub lost: (usize, usize),
    /// Persons that are labelled different, smaller number first.
    pub different: Vec<(usize, usize)>,
    /// Milliseconds a picture: face found and described.
    pub ms: Vec<f64>,
}

/// Reads and looks at everything.
pub fn load(bench: &Bench, folder: &Path) -> Result<Corpus> {
    let rows = rows(folder, "faces_pairs.csv")?;
    let mut ms = Vec::new();
    let mut look = |path: &str| -> Result<Option<Face>> {
        let Ok(photo) = bench.decoder.photo(&std::fs::read(folder.join(path))?) else { return Ok(None) };
        let started = Instant::now();
        let found = find_portrait(&bench.toolbox.faces, &photo.image, 0, &[0]).0;
        ms.push(started.elapsed().as_secs_f64() * 1000.0);
        Ok(found.map(|portrait| Face {
            path: path.to_owned(),
            source: source(path).to_owned(),
            image: photo.image,
            height: portrait.quality.face_height_px,
            descriptor: portrait.descriptor,
            person: None,
        }))
    };
    let mut faces = Vec::new();
    let mut known: BTreeMap<String, Option<usize>> = BTreeMap::new();
    for path in rows.iter().flat_map(|row| [&row["path_a"], &row["path_b"]]) {
        if !known.contains_key(path) {
            let found = look(path)?;
            known.insert(path.clone(), found.is_some().then_some(faces.len()));
            faces.extend(found);
        }
    }
    let mut pairs = Vec::new();
    for row in &rows {
        if let (Some(a), Some(b)) = (known[&row["path_a"]], known[&row["path_b"]]) {
            pairs.push(Pair { a, b, same: row["label"] == "same" });
        }
    }
    let lost = (known.values().filter(|found| found.is_none()).count(), rows.len() - pairs.len());
    let different = persons(&mut faces, &pairs);
    for path in strangers(folder)? {
        faces.extend(look(&path)?);
    }
    Ok(Corpus { faces, pairs, lost, different, ms })
}

/// Gives pictures that are labelled the same one number, and says which numbers are labelled different.
fn persons(faces: &mut [Face], pairs: &[Pair]) -> Vec<(usize, usize)> {
    let mut person: Vec<usize> = (0..faces.len()).collect();
    for pair in pairs.iter().filter(|pair| pair.same) {
        let (from, to) = (person[pair.a].max(person[pair.b]), person[pair.a].min(person[pair.b]));
        person.iter_mut().filter(|own| **own == from).for_each(|own| *own = to);
    }
    for (face, own) in faces.iter_mut().zip(&person) {
        face.person = Some(*own);
    }
    let apart = pairs.iter().filter(|pair| !pair.same).map(|pair| {
        let (a, b) = (person[pair.a], person[pair.b]);
        (a.min(b), a.max(b))
    });
    let mut different: Vec<_> = apart.filter(|(a, b)| a != b).collect();
    different.sort_unstable();
    different.dedup();
    different
}

/// Pictures of documents, whose portraits show nobody of the pairs. Without the table there are none.
fn strangers(folder: &Path) -> Result<Vec<String>> {
    if !folder.join("mrz_groundtruth.csv").is_file() {
        return Ok(vec![]);
    }
    Ok(rows(folder, "mrz_groundtruth.csv")?.iter().filter_map(|row| row.get("path").cloned()).collect())
}
