//! Takes the text nets out of the pinned Python wheel `rapidocr-onnxruntime`, byte for byte.
//!
//! A wheel is a zip archive. The nets in it are ONNX files that our runtime takes as they are; the manifests in `models/`
//! pin them, and `models/packages.txt` pins the wheel itself.

use std::{
    fs::File,
    io::Read,
    path::{Path, PathBuf},
};

use zip::ZipArchive;

use super::{ConvertError, ConvertedModel, written};

/// The wheel as `pip download` names it.
pub const TEXT_WHEEL: &str = "rapidocr_onnxruntime-1.4.4-py3-none-any.whl";

/// The nets that are taken: their name here, their path in the wheel. The wheel's third net, which tells 0° from 180°,
/// is left where it is: the recogniser's own confidence says it better.
const NETS: [(&str, &str); 2] = [
    ("ppocr_detector", "rapidocr_onnxruntime/models/ch_PP-OCRv4_det_infer.onnx"),
    ("ppocr_recogniser", "rapidocr_onnxruntime/models/ch_PP-OCRv4_rec_infer.onnx"),
];

/// Largest file that is taken out, bytes: three times the larger net. An archive may claim any size.
const MOST: u64 = 32 << 20;

/// Writes the text nets of `wheel` into `out_dir`, which is made if needed.
pub fn unpack_text_nets(wheel: &Path, out_dir: &Path) -> Result<Vec<ConvertedModel>, ConvertError> {
    let unreadable = |source: std::io::Error| ConvertError::Unreadable { path: wheel.display().to_string(), source };
    let malformed = |net: &str, reason: String| ConvertError::Malformed { net: net.to_owned(), reason };
    let file = File::open(wheel).map_err(unreadable)?;
    let mut archive = ZipArchive::new(file).map_err(|error| malformed("text nets", error.to_string()))?;
    let mut made = Vec::new();
    for (name, path) in NETS {
        let entry = archive.by_name(path).map_err(|error| malformed(name, error.to_string()))?;
        let mut onnx = Vec::new();
        entry.take(MOST + 1).read_to_end(&mut onnx).map_err(unreadable)?;
        if onnx.len() as u64 > MOST {
            return Err(malformed(name, format!("is larger than {MOST} bytes")));
        }
        made.push(written(out_dir, name, &onnx)?);
    }
    Ok(made)
}

/// Where `scripts/setup.sh` leaves the wheel, below the folder of weights.
pub fn text_wheel(weights: &Path) -> PathBuf {
    weights.join("packages").join(TEXT_WHEEL)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_absent_wheel_and_one_that_is_none_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let wheel = folder.path().join("a.whl");
        assert!(matches!(unpack_text_nets(&wheel, folder.path()), Err(ConvertError::Unreadable { .. })));
        std::fs::write(&wheel, b"not an archive").unwrap();
        assert!(matches!(unpack_text_nets(&wheel, folder.path()), Err(ConvertError::Malformed { .. })));
    }
}
