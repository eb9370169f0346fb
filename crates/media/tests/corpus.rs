//! Hostile and odd files of other people: each gives a picture or a refusal, never a failure of the sandbox, never a hang.

mod support;

use countersign_media::DecodeError;
use support::{corpus, decoder, files};

#[test]
fn every_file_is_decoded_or_refused() {
    let (mut decoded, mut refused) = (0, 0);
    for folder in ["corrupt", "metadata"].into_iter().filter_map(corpus) {
        for path in files(&folder) {
            let bytes = std::fs::read(&path).unwrap_or_default();
            let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
            let results = [decoder().photo(&bytes).map(drop), decoder().clip(&bytes, 10.0, 320).map(drop)];
            for result in results {
                match result {
                    Ok(()) => decoded += 1,
                    Err(DecodeError::Refused(_)) => refused += 1,
                    Err(DecodeError::Sandbox(error)) => panic!("{name}: {error}"),
                }
            }
        }
    }
    println!("decoded {decoded}, refused {refused}");
}
