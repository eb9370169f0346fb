//! Models: load, verify, preprocess, run, postprocess into measurements; never a verdict.
