//! Small files to upload, made on the spot: what matters to a route is that the decoder takes them, not what they show.

use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use countersign_specimen::Picture;
use countersign_specimen::photograph::{encode_jpeg, encode_png};

fn picture(seed: u8) -> Picture {
    let (width, height) = (96, 64);
    let pixels = (0..width * height * 3_u32).map(|at| (at as u8).wrapping_mul(7).wrapping_add(seed)).collect();
    Picture { width, height, pixels }
}

/// A JPEG; another `seed`, another picture.
pub fn jpeg(seed: u8) -> Vec<u8> {
    encode_jpeg(&picture(seed), 80, None).unwrap_or_else(|error| panic!("a JPEG: {error}"))
}

/// A PNG.
pub fn png(seed: u8) -> Vec<u8> {
    encode_png(&picture(seed)).unwrap_or_else(|error| panic!("a PNG: {error}"))
}

/// A WebM of half a second with a test picture and a tone. `seed` stands in its metadata, so that another `seed` is another file.
pub fn webm(seed: u8) -> Vec<u8> {
    static MADE: OnceLock<Vec<u8>> = OnceLock::new();
    let mut file = MADE
        .get_or_init(|| {
            ffmpeg(
                "-f lavfi -i testsrc2=s=96x64:r=10:d=0.5 -f lavfi -i sine=f=440:r=48000:d=0.5 \
                 -c:v libvpx -deadline realtime -cpu-used 8 -c:a libopus -metadata title=made-by-test-000 clip.webm",
            )
        })
        .clone();
    let mark = b"made-by-test-";
    let at = file.windows(mark.len()).position(|found| found == mark).unwrap_or_else(|| panic!("no title in the clip"));
    file[at + mark.len()..at + mark.len() + 3].copy_from_slice(format!("{seed:03}").as_bytes());
    file
}

/// An animated WebP of three frames.
pub fn animated_webp() -> Vec<u8> {
    ffmpeg("-f lavfi -i testsrc2=s=96x64:r=10:d=0.3 -c:v libwebp_anim moving.webp")
}

/// An animated GIF of three frames.
pub fn gif() -> Vec<u8> {
    ffmpeg("-f lavfi -i testsrc2=s=96x64:r=10:d=0.3 moving.gif")
}

/// How many sealed files lie in an app's folder.
pub fn count(folder: &Path) -> usize {
    fn under(folder: &Path) -> usize {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        entries.map(|entry| if entry.path().is_dir() { under(&entry.path()) } else { 1 }).sum()
    }
    under(&folder.join("blobs"))
}

/// Runs ffmpeg with `arguments`, the last being the output's name within a folder of its own, and gives what it wrote.
pub fn ffmpeg(arguments: &str) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("a folder: {error}"));
    let run = Command::new("ffmpeg")
        .args(["-hide_banner", "-loglevel", "error", "-y"])
        .args(arguments.split_whitespace())
        .current_dir(folder.path())
        .output()
        .unwrap_or_else(|error| panic!("ffmpeg: {error}"));
    assert!(run.status.success(), "ffmpeg {arguments}: {}", String::from_utf8_lossy(&run.stderr));
    let name = arguments.split_whitespace().next_back().unwrap_or_default();
    std::fs::read(folder.path().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// Every file under `folder` whose bytes hold `needle`.
pub fn holding(folder: &Path, needle: &[u8]) -> Vec<String> {
    assert!(!needle.is_empty(), "every file holds nothing");
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())).flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(holding(&path, needle));
        } else if std::fs::read(&path).is_ok_and(|bytes| bytes.windows(needle.len()).any(|part| part == needle)) {
            found.push(path.display().to_string());
        }
    }
    found
}
