//! Reads a TensorFlow.js weight manifest and its shards.

use std::{collections::BTreeMap, path::Path};

use serde::Deserialize;

use super::ConvertError;

/// One tensor as TensorFlow stores it: filters are `[height, width, in, out]`, dense weights `[in, out]`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Weight {
    pub shape: Vec<usize>,
    pub data: Vec<f32>,
}

/// All tensors of one net, by name.
pub(super) struct Weights {
    net: String,
    tensors: BTreeMap<String, Weight>,
}

#[derive(Deserialize)]
struct Group {
    paths: Vec<String>,
    weights: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    name: String,
    shape: Vec<usize>,
    dtype: String,
    quantization: Option<Quantization>,
}

#[derive(Deserialize)]
struct Quantization {
    dtype: String,
    scale: f64,
    min: f64,
}

impl Weights {
    /// Reads `<net>_model-weights_manifest.json` and the shards it names.
    pub(super) fn read(folder: &Path, net: &str) -> Result<Self, ConvertError> {
        let read = |name: &str| {
            let path = folder.join(name);
            std::fs::read(&path).map_err(|source| ConvertError::Unreadable { path: path.display().to_string(), source })
        };
        let malformed = |reason: String| ConvertError::Malformed { net: net.to_owned(), reason };
        let text = read(&format!("{net}_model-weights_manifest.json"))?;
        let groups: Vec<Group> = serde_json::from_slice(&text).map_err(|error| malformed(error.to_string()))?;
        let mut tensors = BTreeMap::new();
        for group in groups {
            let mut bytes = Vec::new();
            for path in &group.paths {
                if path.contains(['/', '\\']) {
                    return Err(malformed(format!("the shard {path:?} is not a file name")));
                }
                bytes.extend(read(path)?);
            }
            let mut rest = bytes.as_slice();
            for entry in group.weights {
                let data = take(&mut rest, &entry).map_err(&malformed)?;
                tensors.insert(entry.name, Weight { shape: entry.shape, data });
            }
            if !rest.is_empty() {
                return Err(malformed(format!("{} bytes of the shards belong to no tensor", rest.len())));
            }
        }
        Ok(Self { net: net.to_owned(), tensors })
    }

    /// The tensor `name`, which must have `rank` axes.
    pub(super) fn get(&self, name: &str, rank: usize) -> Result<&Weight, ConvertError> {
        let malformed = |reason| ConvertError::Malformed { net: self.net.clone(), reason };
        let weight = self.tensors.get(name).ok_or_else(|| malformed(format!("no tensor {name}")))?;
        if weight.shape.len() == rank {
            Ok(weight)
        } else {
            Err(malformed(format!("{name} has {} axes, not {rank}", weight.shape.len())))
        }
    }
}

/// Cuts the bytes of one tensor off the front of `rest` and turns them into numbers.
fn take(rest: &mut &[u8], entry: &Entry) -> Result<Vec<f32>, String> {
    let count = entry.shape.iter().product::<usize>();
    let mut cut = |bytes: usize| {
        let (head, tail) = rest.split_at_checked(bytes).ok_or(format!("the shards end inside {}", entry.name))?;
        *rest = tail;
        Ok::<&[u8], String>(head)
    };
    match (&entry.quantization, entry.dtype.as_str()) {
        // TensorFlow.js computes q * scale + min in double precision and stores single.
        (Some(q), "float32") if q.dtype == "uint8" => {
            Ok(cut(count)?.iter().map(|byte| (f64::from(*byte) * q.scale + q.min) as f32).collect())
        }
        (None, "float32") => Ok(cut(count * 4)?
            .chunks_exact(4)
            .map(|four| f32::from_le_bytes([four[0], four[1], four[2], four[3]]))
            .collect()),
        (quantization, dtype) => Err(format!(
            "{} is {dtype} quantised as {:?}, which this converter does not know",
            entry.name,
            quantization.as_ref().map(|q| &q.dtype)
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(manifest: &str, shard: &[u8]) -> Result<Weights, ConvertError> {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("toy_model-weights_manifest.json"), manifest).unwrap();
        std::fs::write(folder.path().join("toy.bin"), shard).unwrap();
        Weights::read(folder.path(), "toy")
    }

    const TOY: &str = r#"[{"paths":["toy.bin"],"weights":[
        {"name":"a","shape":[2],"dtype":"float32","quantization":{"dtype":"uint8","scale":0.5,"min":-1.0}},
        {"name":"b","shape":[1],"dtype":"float32"}]}]"#;

    #[test]
    fn quantised_and_plain_tensors_are_read_in_the_order_of_the_manifest() {
        let weights = written(TOY, &[0, 4, 0, 0, 0x80, 0x3f]).unwrap();
        assert_eq!(weights.get("a", 1).unwrap().data, [-1.0, 1.0]);
        assert_eq!(weights.get("b", 1).unwrap().data, [1.0]);
    }

    #[test]
    fn a_shard_of_the_wrong_length_is_refused() {
        assert!(matches!(written(TOY, &[0, 4, 0]), Err(ConvertError::Malformed { .. })));
        assert!(matches!(written(TOY, &[0; 7]), Err(ConvertError::Malformed { .. })));
    }

    #[test]
    fn an_unknown_quantisation_is_refused() {
        let manifest = TOY.replace("uint8", "float16");
        assert!(matches!(written(&manifest, &[0; 6]), Err(ConvertError::Malformed { .. })));
    }
}
