//! Manifests and hashes.

use countersign_inference::{
    convert::convert_face_api,
    models::{ModelError, ModelStore, Tensor, WeightState},
};
use sha2::{Digest, Sha256};

use crate::support::{package, store, weights, workspace};

#[test]
fn converted_files_are_the_manifests() {
    let folder = tempfile::tempdir().unwrap();
    let store = store();
    for made in convert_face_api(&package(), folder.path()).unwrap() {
        let info = store.info(&made.name).unwrap();
        assert_eq!((made.sha256.as_str(), made.bytes as u64), (info.sha256.as_str(), info.bytes), "{}", made.name);
        assert_eq!(std::fs::read(folder.path().join(&info.file)).unwrap().len(), made.bytes);
        assert_eq!(store.state(&made.name).unwrap(), WeightState::Verified);
    }
}

#[test]
fn source_shards_are_the_manifests() {
    let package = package();
    let mut shards = 0;
    for info in store().list().filter(|info| info.source.package == "@vladmandic/face-api") {
        for file in &info.source.files {
            let path = package.join(file.path.strip_prefix("model/").unwrap());
            assert_eq!(hex::encode(Sha256::digest(std::fs::read(path).unwrap())), file.sha256, "{}", file.path);
            shards += 1;
        }
    }
    assert_eq!(shards, 10, "five nets, a manifest and a shard each");
}

#[test]
fn a_changed_byte_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let mut bytes = std::fs::read(weights().join("tiny_face_detector.onnx")).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(folder.path().join("tiny_face_detector.onnx"), bytes).unwrap();
    let store = ModelStore::open(&workspace().join("models"), folder.path()).unwrap();
    assert!(matches!(store.load("tiny_face_detector"), Err(ModelError::WrongHash { .. })));
    assert!(matches!(store.state("tiny_face_detector").unwrap(), WeightState::Changed(_)));
    assert!(matches!(store.load("face_recognition"), Err(ModelError::WeightsMissing { .. })));
    assert!(matches!(store.load("no_such_net"), Err(ModelError::Unknown { .. })));
}

#[test]
fn a_tensor_of_the_wrong_shape_is_refused_before_it_runs() {
    let model = store().load("face_recognition").unwrap();
    let wrong = Tensor::new(vec![1, 3, 149, 150], vec![0.0; 3 * 149 * 150]).unwrap();
    assert!(matches!(model.run(&[wrong]), Err(ModelError::Contract { .. })));
    assert!(matches!(model.run(&[]), Err(ModelError::Contract { .. })));
}

#[test]
fn the_pool_never_has_more_threads_than_the_machine_has_cores() {
    let cores = std::thread::available_parallelism().unwrap().get();
    assert_eq!(store().with_threads(10_000).threads(), cores);
    assert_eq!(store().with_threads(0).threads(), 1);
}

#[test]
fn broken_manifests_name_their_fault() {
    let good = std::fs::read_to_string(workspace().join("models/tiny_face_detector.toml")).unwrap();
    let cases = [
        (good.replace("name = \"tiny_face_detector\"", "name = \"other\""), "names the model other"),
        (good.replacen("sha256 = \"", "sha256 = \"x", 1), "not a sha256"),
        (good.replace("licence = \"MIT\"", "licence = \"\""), "must not be empty"),
        (format!("surprise = 1\n{good}"), "surprise"),
        ("not toml at all".to_owned(), "manifest"),
    ];
    for (text, fault) in cases {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("tiny_face_detector.toml"), text).unwrap();
        let error = ModelStore::open(folder.path(), folder.path()).err().expect("a broken manifest is refused");
        assert!(error.to_string().contains(fault), "{error}");
    }
    assert!(ModelStore::open(&workspace().join("no such folder"), weights()).is_err());
}
