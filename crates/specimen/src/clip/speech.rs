//! One spoken digit, by Debian's `espeak-ng`.

use std::io::ErrorKind;
use std::process::Command;

use super::spec::Voice;
use crate::SpecimenError;

/// Samples a second of `espeak-ng`'s output.
pub(crate) const RATE: u32 = 22_050;

const WORDS: [&str; 10] = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/// Below this share of the peak a sample is silence round the word.
const SILENCE: f32 = 0.02;

/// Words a minute and pitch (0–99) for a digit. Of 64 random six-digit strings Debian's `PocketSphinx` heard all 64 in either manner; of
/// `espeak-ng`'s own female variants it heard 12 to 62, so the woman is the same voice, higher and faster. Spoken as fast as the others,
/// "seven" and "eight" are heard with little support: the weakest digit of 24 strings full of them had 0.50 (man) and 0.48 (woman),
/// below the policy's 0.5 for one clip in thirty; spoken slowly it has 0.68.
fn manner(digit: u8, voice: Voice) -> (&'static str, &'static str) {
    match (voice == Voice::Woman, digit) {
        (true, 7 | 8) => ("145", "70"),
        (true, _) => ("175", "70"),
        (false, 7 | 8) => ("140", "50"),
        (false, _) => ("170", "50"),
    }
}

/// The samples of a digit (0–9, others wrap), peak 1, the silence round it cut off.
pub(crate) fn speak(digit: u8, voice: Voice) -> Result<Vec<f32>, SpecimenError> {
    let digit = digit % 10;
    let (pace, pitch) = manner(digit, voice);
    let word = WORDS[usize::from(digit)];
    let output = Command::new("espeak-ng")
        .args(["-v", "en-us", "-s", pace, "-p", pitch, "--stdout", word])
        .output()
        .map_err(|error| match error.kind() {
            ErrorKind::NotFound => SpecimenError::MissingProgram { name: "espeak-ng", package: "espeak-ng" },
            _ => SpecimenError::Io(error),
        })?;
    if !output.status.success() {
        let detail = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        return Err(SpecimenError::Program { name: "espeak-ng", detail });
    }
    samples(&output.stdout).map(|samples| trimmed(&samples))
}

/// The samples of a 16-bit mono WAVE whose data chunk comes last (its length field is not to be trusted in a pipe).
fn samples(wave: &[u8]) -> Result<Vec<f32>, SpecimenError> {
    let refuse = |detail: &str| SpecimenError::Program { name: "espeak-ng", detail: detail.to_owned() };
    let start = wave.windows(4).position(|w| w == b"data").ok_or_else(|| refuse("no sound came back"))? + 8;
    let rate = wave.get(24..28).and_then(|b| b.try_into().ok()).map(u32::from_le_bytes);
    if rate != Some(RATE) {
        return Err(refuse("an unexpected sample rate came back"));
    }
    let body = wave.get(start..).unwrap_or_default();
    Ok(body.chunks_exact(2).map(|b| f32::from(i16::from_le_bytes([b[0], b[1]])) / 32768.0).collect())
}

fn trimmed(samples: &[f32]) -> Vec<f32> {
    let peak = samples.iter().fold(1e-6_f32, |peak, s| peak.max(s.abs()));
    let loud = |s: &f32| s.abs() > SILENCE * peak;
    let first = samples.iter().position(loud).unwrap_or(0).saturating_sub(RATE as usize / 100);
    let last = samples.iter().rposition(loud).map_or(0, |i| i + RATE as usize / 50).min(samples.len());
    samples[first.min(last)..last].iter().map(|s| s / peak).collect()
}
