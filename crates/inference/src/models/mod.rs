//! The model store: manifests, hashes and the runtime behind a two-method trait.
