//! Nets that we trained ourselves (`training/`): small enough to be tracked and built into the binary with their
//! manifests, so that a document can be read without any file beside the program.

/// A manifest and its weights, as they were when the binary was built.
pub(super) struct Own {
    /// Name of the manifest without `.toml`.
    pub name: &'static str,
    /// Text of `models/<name>.toml`.
    pub manifest: &'static str,
    /// Bytes of `models/own/<name>.onnx`.
    pub weights: &'static [u8],
}

/// One line of [`OWN`]: both files by the model's name.
macro_rules! own {
    ($($name:literal),* $(,)?) => {
        &[$(Own {
            name: $name,
            manifest: include_str!(concat!("../../../../models/", $name, ".toml")),
            weights: include_bytes!(concat!("../../../../models/own/", $name, ".onnx")),
        }),*]
    };
}

/// All of them, by name.
pub(super) const OWN: &[Own] =
    own!["digits", "digits-languages", "document-layout", "latin-lines", "mrz-lines", "presentation", "speech-lips"];

/// The weights of that file name, if they are built in.
pub(super) fn weights(file: &str) -> Option<&'static [u8]> {
    OWN.iter().find(|own| file.strip_suffix(".onnx") == Some(own.name)).map(|own| own.weights)
}
