//! Where the nets, the corpus and its list of fields lie.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use countersign_inference::convert::{text_wheel, unpack_text_nets};
use countersign_inference::document::print::PrintReader;
use countersign_inference::models::ModelStore;
use countersign_media::RgbImage;

/// The project's folder.
pub fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().to_owned()
}

/// The project's manifests with the text nets unpacked from the wheel, on one thread.
pub fn store() -> ModelStore {
    let weights = Path::new(env!("CARGO_TARGET_TMPDIR")).join("text-weights");
    let wheel = text_wheel(&workspace().join("models/weights"));
    assert!(wheel.is_file(), "the text nets' wheel is not there: run `make setup`");
    unpack_text_nets(&wheel, &weights).unwrap();
    ModelStore::open(&workspace().join("models"), &weights).unwrap().with_threads(1)
}

/// The reader as it ships.
pub fn reader() -> &'static PrintReader {
    static READER: OnceLock<PrintReader> = OnceLock::new();
    READER.get_or_init(|| PrintReader::load(&store()).unwrap())
}

/// The corpus folder; `None`, said aloud, where there is none.
pub fn corpus() -> Option<PathBuf> {
    let beside = workspace().join("../shared/data");
    let root = std::env::var_os("COUNTERSIGN_CORPUS").map_or(beside, PathBuf::from);
    let there = root.join("MANIFEST.csv").exists();
    if !there {
        println!("skipped: no corpus");
    }
    there.then_some(root)
}

/// A picture of known origin.
#[expect(clippy::disallowed_methods, reason = "tests decode their own trusted samples")]
pub fn picture(path: &Path) -> RgbImage {
    let rgb = image::open(path).expect("a picture").into_rgb8();
    RgbImage { width: rgb.width(), height: rgb.height(), pixels: rgb.into_raw() }
}

/// Processor time of this process so far, milliseconds: what a shared machine's clock cannot tell. 0 where the system does
/// not say.
pub fn cpu_ms() -> f64 {
    let text = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = text.rsplit(')').next().unwrap_or_default();
    // User and system time are the twelfth and thirteenth numbers after the name, in hundredths of a second.
    after_name.split_whitespace().skip(11).take(2).filter_map(|n| n.parse::<f64>().ok()).sum::<f64>() * 10.0
}

/// Rows of a CSV file without its heading; quoted cells may hold commas and doubled quotes.
pub fn csv(path: &Path) -> Vec<Vec<String>> {
    let text = std::fs::read_to_string(path).expect("a readable table");
    text.lines().skip(1).map(row).collect()
}

fn row(line: &str) -> Vec<String> {
    let (mut cells, mut quoted, mut last) = (vec![String::new()], false, ' ');
    for char in line.chars() {
        match char {
            '"' => {
                if !quoted && last == '"' {
                    cells.last_mut().unwrap().push('"');
                }
                quoted = !quoted;
            }
            ',' if !quoted => cells.push(String::new()),
            other => cells.last_mut().unwrap().push(other),
        }
        last = char;
    }
    cells
}
