//! Makes the ONNX files of `models/weights` from pinned packages: the face nets from the weight shards of the npm package
//! `@vladmandic/face-api`, the text nets from a Python wheel (`wheel.rs`).
//!
//! The npm package ships each net as a manifest (`<net>_model-weights_manifest.json`) and one shard of bytes, most tensors
//! quantised to `uint8`. The graphs are written out here from the package's TypeScript; the weights are dequantised the
//! way TensorFlow.js does it. The same package always gives the same bytes, so the manifests in `models/` can pin them.

mod graph;
mod nets;
mod onnx;
mod shards;
mod wheel;

use std::path::Path;

use sha2::{Digest, Sha256};

use graph::Graph;
use shards::Weights;

pub use wheel::{TEXT_WHEEL, text_wheel, unpack_text_nets};

/// One ONNX file that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConvertedModel {
    /// Name of the model; the file is `<name>.onnx`.
    pub name: String,
    /// Hex sha256 of the file.
    pub sha256: String,
    /// Its size.
    pub bytes: usize,
}

/// Why a package cannot be converted.
#[derive(Debug, thiserror::Error)]
pub enum ConvertError {
    /// A file cannot be read.
    #[error("{path} cannot be read: {source} (was it fetched? run `make setup`)")]
    Unreadable {
        /// The file.
        path: String,
        /// The system's reason.
        source: std::io::Error,
    },
    /// The ONNX file cannot be written.
    #[error("{path} cannot be written: {source}")]
    Unwritable {
        /// The file.
        path: String,
        /// The system's reason.
        source: std::io::Error,
    },
    /// The manifest and its shard are not in the format of the pinned package.
    #[error("{net}: {reason}")]
    Malformed {
        /// The net.
        net: String,
        /// What does not fit.
        reason: String,
    },
}

/// A net of the package: its name and what writes its graph.
type Net = (&'static str, fn(&Weights, &mut Graph) -> Result<(), ConvertError>);

/// The nets that are converted, in the order of the result.
const NETS: [Net; 5] = [
    ("tiny_face_detector", nets::tiny_face_detector),
    ("face_landmark_68", nets::face_landmark_68),
    ("face_landmark_68_tiny", nets::face_landmark_68_tiny),
    ("face_recognition", nets::face_recognition),
    ("face_expression", nets::face_expression),
];

/// Converts the nets of `package_model_dir` (the package's `model/` folder) into `out_dir`, which is made if needed.
pub fn convert_face_api(package_model_dir: &Path, out_dir: &Path) -> Result<Vec<ConvertedModel>, ConvertError> {
    let mut made = Vec::new();
    for (name, build) in NETS {
        let weights = Weights::read(package_model_dir, name)?;
        let mut graph = Graph::default();
        build(&weights, &mut graph)?;
        let onnx = graph.into_onnx(name);
        made.push(written(out_dir, name, &onnx)?);
    }
    Ok(made)
}

/// Writes `<name>.onnx` into `out_dir`, which is made if needed.
fn written(out_dir: &Path, name: &str, onnx: &[u8]) -> Result<ConvertedModel, ConvertError> {
    let unwritable = |path: &Path, source| ConvertError::Unwritable { path: path.display().to_string(), source };
    std::fs::create_dir_all(out_dir).map_err(|error| unwritable(out_dir, error))?;
    let path = out_dir.join(format!("{name}.onnx"));
    // Written aside and renamed, so that a store never reads half a file.
    let aside = out_dir.join(format!(".{name}.{}.part", std::process::id()));
    std::fs::write(&aside, onnx).map_err(|error| unwritable(&aside, error))?;
    std::fs::rename(&aside, &path).map_err(|error| unwritable(&path, error))?;
    Ok(ConvertedModel { name: name.to_owned(), sha256: hex::encode(Sha256::digest(onnx)), bytes: onnx.len() })
}
