//! `models/<name>.toml`: where a model comes from, what it takes and gives, and how good it was measured to be.

use serde::{Deserialize, Serialize};

/// One manifest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModelInfo {
    /// Equal to the manifest's file name without `.toml`.
    pub name: String,
    /// What it is for, for example `face-detection`.
    pub task: String,
    /// One line for `countersign models list`.
    pub summary: String,
    /// SPDX identifier of the weights' licence.
    pub licence: String,
    /// File name of the weights, in the weights folder or beside the manifest.
    pub file: String,
    /// Hex sha256 of that file, checked on every load.
    pub sha256: String,
    /// Size of that file in bytes.
    pub bytes: u64,
    /// Where the weights come from.
    pub source: Source,
    /// The tensors it takes, in order.
    #[serde(rename = "input")]
    pub inputs: Vec<TensorInfo>,
    /// The tensors it gives, in order.
    #[serde(rename = "output")]
    pub outputs: Vec<TensorInfo>,
    /// What was measured, with the command that measures it again.
    #[serde(default)]
    pub accuracy: Vec<Accuracy>,
    /// Limits that belong to this net, with their origin.
    #[serde(default, rename = "threshold")]
    pub thresholds: Vec<Threshold>,
    /// How faces go in and what distances mean, for a net with the task `face-descriptor`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub face: Option<FaceContract>,
}

/// How a recognition net wants its faces, and how far apart they lie.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FaceContract {
    /// Where eyes, nose and mouth go in its square input.
    pub alignment: Alignment,
    /// Order of the colours.
    pub colours: Colours,
    /// Taken from each colour (0–255), in that order.
    pub mean: [f32; 3],
    /// What the rest is multiplied with.
    pub scale: f32,
    /// Whether descriptors are brought to length 1: for nets trained for the angle between them.
    pub unit_length: bool,
    /// Whether a face and its mirror image are averaged.
    pub mirrored: bool,
    /// Distances of two pictures of one person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same: Option<Spread>,
    /// Distances of two persons.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub different: Option<Spread>,
}

impl Default for FaceContract {
    /// What the shipped net wants, for manifests without a `[face]` table.
    fn default() -> Self {
        Self {
            alignment: Alignment::Dlib,
            colours: Colours::Rgb,
            mean: [0.0; 3],
            scale: 1.0,
            unit_length: false,
            mirrored: true,
            same: None,
            different: None,
        }
    }
}

/// How faces are laid into the input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Alignment {
    /// As dlib's `get_face_chip`, a quarter left around the points.
    Dlib,
    /// As `ArcFace`'s crop: five points.
    Arcface,
}

/// Order of the colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Colours {
    /// Red first.
    Rgb,
    /// Blue first.
    Bgr,
}

/// A distribution of distances.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spread {
    /// Mean Euclidean distance.
    pub mean: f64,
    /// Standard deviation.
    pub deviation: f64,
    /// How many pairs it was measured on.
    pub pairs: u32,
    /// On what, by which command.
    pub origin: String,
}

/// Where weights come from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Package or generator.
    pub package: String,
    /// Its pinned version.
    pub version: String,
    /// What turns the source into `file`.
    pub made_by: String,
    /// The source's own files.
    #[serde(default, rename = "file")]
    pub files: Vec<SourceFile>,
}

/// One file of the source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceFile {
    /// Path inside the package.
    pub path: String,
    /// Hex sha256.
    pub sha256: String,
}

/// The contract of one tensor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TensorInfo {
    /// The graph's name for it.
    pub name: String,
    /// Lengths per axis; 0 where the net takes any length.
    pub shape: Vec<usize>,
    /// Range, unit, order of colours and axes.
    pub meaning: String,
}

/// One measurement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accuracy {
    /// What was measured.
    pub metric: String,
    /// The number.
    pub value: f64,
    /// On what, and how much of it.
    pub on: String,
    /// The command that measures it again.
    pub command: String,
}

/// One limit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Threshold {
    /// What is compared.
    pub name: String,
    /// The limit.
    pub value: f64,
    /// Why this number.
    pub origin: String,
}

impl ModelInfo {
    /// Reads a manifest; the error says what is wrong with it. `stem` is the file name without `.toml`.
    pub(super) fn parse(text: &str, stem: &str) -> Result<Self, String> {
        let info: Self = toml::from_str(text).map_err(|error| error.to_string())?;
        if info.name != stem {
            return Err(format!("it names the model {}, the file says {stem}", info.name));
        }
        let hashes = std::iter::once(&info.sha256).chain(info.source.files.iter().map(|file| &file.sha256));
        for hash in hashes {
            if hash.len() != 64 || !hash.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b)) {
                return Err(format!("{hash:?} is not a sha256 in lower-case hex"));
            }
        }
        if info.file.contains(['/', '\\']) {
            return Err("`file` is a name, not a path".to_owned());
        }
        let spreads = info.face.iter().flat_map(|face| [&face.same, &face.different]).flatten();
        if spreads.into_iter().any(|spread| !(spread.mean.is_finite() && spread.deviation > 0.0)) {
            return Err("a distribution of distances has a finite mean and a deviation above 0".to_owned());
        }
        for field in [&info.licence, &info.source.package, &info.source.version] {
            if field.trim().is_empty() {
                return Err("licence, source package and source version must not be empty".to_owned());
            }
        }
        Ok(info)
    }
}
