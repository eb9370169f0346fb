//! Evidence of our own on the command line, for the demo, the browser journeys and the benchmark.

pub mod attacks;
pub mod clip_attacks;
pub mod recaptures;

use std::path::Path;

use anyhow::{Context, Result, bail};
use countersign_specimen::clip::{ClipDefect, ClipSpec, render_clip, render_y4m_and_wav};
use countersign_specimen::document::{CaseSpec, cases, write_case, write_folder};

/// Writes every case into its folder.
pub fn demo(folder: &Path) -> Result<()> {
    for case in cases() {
        println!("{}", case.name);
        write_case(&folder.join(case.name), &case)?;
    }
    Ok(())
}

/// Writes documents with their ground truth, as `countersign eval documents` reads them.
pub fn folder(folder: &Path, count: usize, seed: u64) -> Result<()> {
    Ok(write_folder(folder, count, seed)?)
}

/// Writes one case.
pub fn case(name: &str, folder: &Path) -> Result<()> {
    Ok(write_case(folder, &named(name)?)?)
}

/// The defects of a clip by their names on the command line.
fn defect(name: &str) -> Result<ClipDefect> {
    Ok(match name {
        "none" => ClipDefect::None,
        "silent" => ClipDefect::Silent,
        "no-sound-track" => ClipDefect::NoSoundTrack,
        "noise" => ClipDefect::Noise { snr_db: 0.0 },
        "dark" => ClipDefect::Dark,
        "backlit" => ClipDefect::Backlit,
        "one-sided" => ClipDefect::OneSided,
        "over-exposed" => ClipDefect::Over,
        "no-face" => ClipDefect::NoFace,
        "two-faces" => ClipDefect::TwoFaces,
        "covered-mouth" => ClipDefect::CoveredMouth,
        "dark-glasses" => ClipDefect::DarkGlasses,
        "still" => ClipDefect::StillPicture,
        "shifted" => ClipDefect::SoundShift(450),
        "short" => ClipDefect::TooShort,
        "long" => ClipDefect::TooLong,
        "stranger" => ClipDefect::OtherPerson(207),
        _ => bail!("there is no defect {name}; see xtask/src/specimen.rs"),
    })
}

/// Writes the clip of a case's holder reciting digits, with a defect.
pub fn clip(name: &str, digits: &str, wrong: &str, size: Option<(u32, u32)>, out: &Path) -> Result<()> {
    let mut spec = ClipSpec::new(named(name)?.holder.person_seed, &parse(digits)?).with(defect(wrong)?);
    if let Some((width, height)) = size {
        (spec.width, spec.height) = (width, height);
    }
    Ok(std::fs::write(out, render_clip(&spec)?)?)
}

/// Writes what a browser's fake camera and microphone play: `camera.y4m` or `camera.mjpeg`, and `microphone.wav`.
pub fn camera(person: u64, digits: &str, wrong: bool, folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    let digits = parse(digits)?;
    let mut spec = ClipSpec::new(person, &digits);
    if wrong {
        spec = spec.with(ClipDefect::WrongDigits(digits.iter().map(|digit| (digit + 5) % 10).collect()));
    }
    let (picture, sound) = render_y4m_and_wav(&spec, folder)?;
    let kind = picture.extension().unwrap_or_default().to_string_lossy().into_owned();
    for (from, to) in [(picture, format!("camera.{kind}")), (sound, "microphone.wav".to_owned())] {
        let to = folder.join(to);
        if from != to {
            std::fs::rename(from, to)?;
        }
    }
    Ok(())
}

fn named(name: &str) -> Result<CaseSpec> {
    cases().into_iter().find(|case| case.name == name).with_context(|| {
        let known: Vec<&str> = cases().iter().map(|case| case.name).collect();
        format!("there is no case {name}; there are {}", known.join(", "))
    })
}

fn parse(digits: &str) -> Result<Vec<u8>> {
    match digits.chars().map(|c| c.to_digit(10).map(|d| d as u8)).collect::<Option<Vec<u8>>>() {
        Some(digits) if (3..=8).contains(&digits.len()) => Ok(digits),
        _ => bail!("three to eight digits 0 to 9"),
    }
}
