//! Where weights, manifests and the corpus lie.

use std::{
    path::{Path, PathBuf},
    sync::OnceLock,
};

use countersign_inference::{convert::convert_face_api, face::FaceNets, models::ModelStore};
use countersign_media::RgbImage;

/// The project's folder.
pub fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().to_owned()
}

/// The npm package's `model/` folder.
pub fn package() -> PathBuf {
    let folder = std::env::var_os("COUNTERSIGN_FACE_API")
        .map_or_else(|| workspace().join("web/node_modules/@vladmandic/face-api/model"), PathBuf::from);
    assert!(folder.is_dir(), "the face nets' package is not installed: run `make setup`");
    folder
}

/// The converted weights, made once a process; each process has a folder of its own, so that tests do not meet.
pub fn weights() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("face-weights");
        convert_face_api(&package(), &folder).unwrap();
        folder
    })
}

/// The project's manifests with these weights.
pub fn store() -> ModelStore {
    ModelStore::open(&workspace().join("models"), weights()).unwrap()
}

/// The nets, loaded once.
pub fn nets() -> &'static FaceNets {
    static NETS: OnceLock<FaceNets> = OnceLock::new();
    NETS.get_or_init(|| FaceNets::load(&store()).unwrap())
}

/// The folder of real pictures, where there is one.
pub fn corpus() -> Option<PathBuf> {
    let folder =
        std::env::var_os("COUNTERSIGN_CORPUS").map_or_else(|| workspace().join("../shared/data"), PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("skipped: no corpus");
    None
}

/// A picture of the corpus.
#[expect(clippy::disallowed_methods, reason = "a test on known pictures, outside the server")]
pub fn picture(path: &Path) -> RgbImage {
    let image = image::open(path).unwrap().into_rgb8();
    RgbImage { width: image.width(), height: image.height(), pixels: image.into_raw() }
}
