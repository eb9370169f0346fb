//! Turns the weight shards of the pinned npm package into ONNX files.
