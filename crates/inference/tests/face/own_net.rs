//! A recognition net of the operator's own: a manifest beside the others, no line of code.

use std::path::Path;

use countersign_inference::{
    face::{FaceNets, distance, log_ratio},
    models::{Alignment, ModelError, ModelStore},
};
use sha2::{Digest, Sha256};

use crate::{
    pictures::drawn_face,
    support::{nets, weights, workspace},
};

const NET: &[u8] = include_bytes!("../reference/own-face.onnx");

fn manifest(name: &str) -> String {
    format!(
        r#"
name = "{name}"
task = "face-descriptor"
summary = "Shaped as ArcFace nets are; knows no faces."
licence = "Apache-2.0"
file = "own-face.onnx"
sha256 = "{}"
bytes = {}

[source]
package = "countersign training/face-own-net"
version = "1"
made_by = "python training/face-own-net/make.py"

[[input]]
name = "input"
shape = [1, 3, 112, 112]
meaning = "BGR, NCHW, (value - 127.5) / 128, aligned by five points"

[[output]]
name = "embedding"
shape = [1, 64]
meaning = "compared by angle"

[face]
alignment = "arcface"
colours = "bgr"
mean = [127.5, 127.5, 127.5]
scale = 0.0078125
unit_length = true
mirrored = true

[face.same]
mean = 0.3
deviation = 0.1
pairs = 900
origin = "made up for the test"

[face.different]
mean = 1.1
deviation = 0.1
pairs = 9000
origin = "made up for the test"
"#,
        hex::encode(Sha256::digest(NET)),
        NET.len()
    )
}

/// The project's manifests and weights, and `own` manifests beside them.
fn store(folder: &Path, own: &[&str]) -> ModelStore {
    for from in [workspace().join("models"), weights().to_owned()] {
        for entry in std::fs::read_dir(from).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                std::fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
            }
        }
    }
    std::fs::write(folder.join("own-face.onnx"), NET).unwrap();
    for name in own {
        std::fs::write(folder.join(format!("{name}.toml")), manifest(name)).unwrap();
    }
    ModelStore::open(folder, folder).unwrap()
}

#[test]
fn a_manifest_is_enough() {
    let folder = tempfile::tempdir().unwrap();
    let own = FaceNets::load(&store(folder.path(), &["own-face"])).unwrap();
    assert_eq!(own.recognition().alignment, Alignment::Arcface);
    assert_ne!(own.release(), nets().release(), "faces of both are never compared");
    let (small, large) = (drawn_face(320, 300, 160, 130, 140), drawn_face(640, 600, 320, 260, 280));
    let shipped = nets().find_portrait(&small).unwrap().unwrap();
    let [small, large] = [small, large].map(|image| own.find_portrait(&image).unwrap().unwrap());
    assert_eq!(small.descriptor.0.len(), 64);
    let length: f32 = small.descriptor.0.iter().map(|value| value * value).sum::<f32>().sqrt();
    assert!((length - 1.0).abs() < 1e-4, "{length}");
    assert!(distance(&small.descriptor, &shipped.descriptor).is_infinite());
    assert!(distance(&small.descriptor, &large.descriptor) < 0.6, "one drawing at two sizes");
    let ratio = |distance| log_ratio(&own.recognition(), distance).unwrap();
    assert!(ratio(0.3) > 4.0 && ratio(1.1) < -4.0, "what a distance means comes from the manifest");
}

#[test]
fn of_two_nets_brought_neither_is_guessed() {
    let folder = tempfile::tempdir().unwrap();
    match FaceNets::load(&store(folder.path(), &["one-face", "other-face"])) {
        Err(ModelError::Contract { name, .. }) => assert_eq!(name, "other-face"),
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("one of two was taken"),
    }
}
