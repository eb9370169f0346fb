//! The model store: manifests, hashes and the runtime behind a two-method trait.
//!
//! A model is named by its manifest `models/<name>.toml`. [`ModelStore::load`] reads the weights, compares their sha256
//! with the manifest's and only then hands them to the runtime, so a changed file is an error and never a changed verdict.

mod fake;
mod manifest;
mod own;
mod runtime;
mod store;
mod tensor;

pub use fake::FakeModel;
pub use manifest::{
    Accuracy, Alignment, Colours, FaceContract, ModelInfo, Source, SourceFile, Spread, TensorInfo, Threshold,
};
pub use store::{ModelStore, WeightState};
pub use tensor::Tensor;

/// A net that turns tensors into tensors. Two methods, so that a test can put [`FakeModel`] in its place.
pub trait Model: Send + Sync {
    /// What the manifest says of it.
    fn info(&self) -> &ModelInfo;

    /// Runs the net once; inputs and outputs in the order of the manifest.
    fn run(&self, inputs: &[Tensor]) -> Result<Vec<Tensor>, ModelError>;
}

/// Why a model could not be listed, loaded or run. Messages name models and files, never their content.
#[derive(Debug, thiserror::Error)]
pub enum ModelError {
    /// The folder of manifests or one of its files cannot be read.
    #[error("manifest {path} cannot be read: {source}")]
    ManifestUnreadable {
        /// The folder or file.
        path: String,
        /// The system's reason.
        source: std::io::Error,
    },
    /// A manifest is not what a manifest has to be.
    #[error("manifest {path} is not valid: {reason}")]
    ManifestInvalid {
        /// The file.
        path: String,
        /// What is wrong with it.
        reason: String,
    },
    /// No manifest carries this name.
    #[error("no manifest for a model named {name}")]
    Unknown {
        /// The name asked for.
        name: String,
    },
    /// The manifest is there, the weights are not.
    #[error("the weights {file} of model {name} are missing: run `countersign models build` (or `make setup`)")]
    WeightsMissing {
        /// The model.
        name: String,
        /// The file that was looked for.
        file: String,
    },
    /// The weights are not the ones the manifest vouches for.
    #[error("the weights of model {name} have sha256 {found}, its manifest says {expected}")]
    WrongHash {
        /// The model.
        name: String,
        /// Hex, from the manifest.
        expected: String,
        /// Hex, of the file.
        found: String,
    },
    /// The runtime refuses the file.
    #[error("model {name} cannot be loaded: {reason}")]
    Unloadable {
        /// The model.
        name: String,
        /// The runtime's reason.
        reason: String,
    },
    /// The net was given, or gave back, tensors that its contract does not allow.
    #[error("model {name}: {reason}")]
    Contract {
        /// The model.
        name: String,
        /// What does not fit.
        reason: String,
    },
    /// The runtime failed on a run.
    #[error("model {name} failed: {reason}")]
    RunFailed {
        /// The model.
        name: String,
        /// The runtime's reason.
        reason: String,
    },
}
