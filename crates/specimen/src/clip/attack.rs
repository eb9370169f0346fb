//! Attacks made of recordings that exist: what somebody does who has a film of the person and not the person.
//!
//! By Debian's `ffmpeg`; sound and pictures are coded again as MP4 (H.264 and AAC), as a phone or a virtual camera would send them.

use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, Output};

use crate::SpecimenError;

/// Samples a second at which pauses are looked for.
const RATE: usize = 8_000;
/// Parts that a recording is cut into: with commands or digits of half a second, one or two words each.
const PARTS: usize = 5;
/// A cut may lie this far from where equal parts would end, in parts: at the quietest place there.
const REACH: f32 = 0.4;

macro_rules! attacks {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)*) => {
        /// What is done to a recording.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum ClipAttack { $($(#[$doc])* $name,)* }

        impl ClipAttack {
            /// All of them, the untouched recording first.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Word on the command line, in file names and tables.
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// The attack of that name.
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|attack| attack.name() == name)
            }
        }
    };
}

attacks! {
    /// Nothing but coded again.
    Recoded = "genuine";
    /// The sound of another recording.
    Swapped = "swapped-sound";
    /// Own sound 200 ms late.
    Late = "late-200ms";
    /// Own sound 200 ms early.
    Early = "early-200ms";
    /// One picture, moved a little by the hand that holds it and with a camera's noise, under the sound.
    Still = "still";
    /// Words of the recording cut apart at their pauses and joined in another order, pictures with them.
    Reordered = "wrong-order";
    /// Words of this and another recording joined in turn, pictures with them.
    Joined = "cut-and-join";
    /// Words of the sound in another order under the pictures as they were.
    SoundReordered = "sound-wrong-order";
    /// Played a fifth slower, sound and pictures.
    Slow = "slow";
    /// Played a quarter faster, sound and pictures.
    Fast = "fast";
    /// Pictures a tenth slower than their sound, as in a dub that was stretched to fit.
    PicturesSlow = "pictures-slow";
    /// Pictures in reverse under the sound.
    Backwards = "pictures-backwards";
}

/// Makes an attack of the recording `own`; `other` gives sound or words to those that need another's. Written to `out` as MP4.
pub fn attack_clip(own: &Path, other: &Path, attack: ClipAttack, out: &Path) -> Result<(), SpecimenError> {
    let graph = match attack {
        ClipAttack::Recoded => plain("null", "anull"),
        ClipAttack::Swapped => "[0:v]null[v];[1:a]anull[a]".to_owned(),
        ClipAttack::Late => plain("null", "adelay=200:all=1"),
        ClipAttack::Early => plain("null", "atrim=start=0.2,asetpts=PTS-STARTPTS"),
        ClipAttack::Still => plain(&still(own)?, "anull"),
        ClipAttack::Slow => plain("setpts=PTS/0.8", "atempo=0.8"),
        ClipAttack::Fast => plain("setpts=PTS/1.25", "atempo=1.25"),
        ClipAttack::PicturesSlow => plain("setpts=PTS/0.9", "anull"),
        ClipAttack::Backwards => plain("reverse", "anull"),
        ClipAttack::Reordered => {
            let cuts = pauses(own)?;
            joined(&order(cuts.len()).into_iter().map(|part| (0, cuts[part])).collect::<Vec<_>>())
        }
        ClipAttack::Joined => {
            let (mine, theirs) = (pauses(own)?, pauses(other)?);
            let pick =
                |at: usize| if at.is_multiple_of(2) { (0, mine[at]) } else { (1, theirs[at.min(theirs.len() - 1)]) };
            joined(&(0..mine.len()).map(pick).collect::<Vec<_>>())
        }
        ClipAttack::SoundReordered => {
            let cuts = pauses(own)?;
            let parts: Vec<String> = order(cuts.len()).iter().map(|part| sound_part(0, cuts[*part])).collect();
            let parts = parts.iter().enumerate().map(|(at, part)| format!("{part}[s{at}];"));
            let names = (0..cuts.len()).map(|at| format!("[s{at}]"));
            let graph = parts.chain(names).collect::<Vec<_>>().concat();
            format!("{graph}concat=n={}:v=0:a=1[a];[0:v]null[v]", cuts.len())
        }
    };
    let mut command = Command::new("ffmpeg");
    command.args(["-v", "error", "-y", "-i"]).arg(own).arg("-i").arg(other);
    command.args(["-filter_complex", &graph, "-map", "[v]", "-map", "[a]", "-shortest", "-pix_fmt", "yuv420p"]);
    command.args(["-c:v", "libx264", "-preset", "veryfast", "-crf", "16", "-c:a", "aac", "-b:a", "128k", "-f", "mp4"]);
    ran(command.arg(out)).map(|_| ())
}

fn plain(pictures: &str, sound: &str) -> String {
    format!("[0:v]{pictures}[v];[0:a]{sound}[a]")
}

/// The middle picture for as long as the recording lasts.
fn still(own: &Path) -> Result<String, SpecimenError> {
    let length = samples(own)?.len() as f32 / RATE as f32;
    // Cut by its length: `-shortest` does not end a picture that repeats for ever.
    Ok(format!(
        "trim=start={:.2},loop=loop=-1:size=1,setpts=N/25/TB,fps=25,trim=duration={length:.2},scale=iw+16:ih+16,\
         crop=iw-16:ih-16:8+4*sin(4.4*t):8+3*sin(6.9*t),noise=alls=3:allf=t",
        length / 2.0
    ))
}

/// Another order of `count` parts in which none stands where it stood.
fn order(count: usize) -> Vec<usize> {
    (0..count).map(|at| (at + count / 2) % count.max(1)).collect()
}

fn sound_part(input: usize, (from, to): (f32, f32)) -> String {
    format!(
        "[{input}:a]atrim=start={from:.3}:end={to:.3},asetpts=PTS-STARTPTS,aformat=sample_rates=44100:channel_layouts=mono"
    )
}

/// Parts of both inputs one after the other, brought to the first one's size.
fn joined(parts: &[(usize, (f32, f32))]) -> String {
    let streams = parts.iter().enumerate().map(|(at, (input, (from, to)))| {
        let sound = sound_part(*input, (*from, *to));
        let shape = "setpts=PTS-STARTPTS,fps=25,scale=480:360,setsar=1";
        format!("[{input}:v]trim=start={from:.3}:end={to:.3},{shape}[v{at}];{sound}[a{at}];")
    });
    let names = (0..parts.len()).map(|at| format!("[v{at}][a{at}]"));
    let graph = streams.chain(names).collect::<Vec<_>>().concat();
    format!("{graph}concat=n={}:v=1:a=1[v][a]", parts.len())
}

/// From and to of the recording's parts, cut where it is quiet.
fn pauses(file: &Path) -> Result<Vec<(f32, f32)>, SpecimenError> {
    Ok(quiet_cuts(&samples(file)?))
}

fn quiet_cuts(samples: &[f32]) -> Vec<(f32, f32)> {
    let part = samples.len() / PARTS;
    let window = RATE / 40;
    let loudness = |at: usize| -> f32 {
        samples[at.saturating_sub(window)..(at + window).min(samples.len())].iter().map(|s| s * s).sum()
    };
    let reach = (REACH * part as f32) as usize;
    let cut = |number: usize| {
        let middle = number * part;
        let places = (middle - reach..=middle + reach).step_by(window.max(1));
        places.min_by(|a, b| loudness(*a).total_cmp(&loudness(*b))).unwrap_or(middle)
    };
    let inner = (1..PARTS).map(cut);
    let ends: Vec<usize> = std::iter::once(0).chain(inner).chain([samples.len()]).collect();
    ends.windows(2).map(|pair| (pair[0] as f32 / RATE as f32, pair[1] as f32 / RATE as f32)).collect()
}

fn samples(file: &Path) -> Result<Vec<f32>, SpecimenError> {
    let mut command = Command::new("ffmpeg");
    command.args(["-v", "error", "-i"]).arg(file);
    let rate = RATE.to_string();
    let output = ran(command.args(["-vn", "-ac", "1", "-ar", &rate, "-f", "s16le", "-"]))?;
    let value = |bytes: &[u8; 2]| f32::from(i16::from_le_bytes(*bytes)) / 32768.0;
    let found: Vec<f32> = output.stdout.as_chunks::<2>().0.iter().map(value).collect();
    if found.len() < RATE {
        return Err(SpecimenError::Program {
            name: "ffmpeg",
            detail: "the recording has less than a second of sound".into(),
        });
    }
    Ok(found)
}

fn ran(command: &mut Command) -> Result<Output, SpecimenError> {
    let output = command.output().map_err(|error| match error.kind() {
        ErrorKind::NotFound => SpecimenError::MissingProgram { name: "ffmpeg", package: "ffmpeg" },
        _ => SpecimenError::Io(error),
    })?;
    if !output.status.success() {
        let detail = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        return Err(SpecimenError::Program { name: "ffmpeg", detail });
    }
    Ok(output)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_lie_in_the_pauses() {
        // Five words of 0.5 s with pauses of 0.2 s that do not lie at equal parts.
        let starts = [0.1, 0.8, 1.45, 2.2, 2.95];
        let speaks = |t: f32| starts.iter().any(|start| (*start..start + 0.5).contains(&t));
        let samples: Vec<f32> = (0..RATE * 7 / 2)
            .map(|i| i as f32 / RATE as f32)
            .map(|t| if speaks(t) { (t * 2000.0).sin() } else { 0.0 })
            .collect();
        let cuts = quiet_cuts(&samples);
        assert_eq!(cuts.len(), PARTS);
        for (from, _) in &cuts[1..] {
            assert!(!speaks(*from), "{from} s lies in a word");
        }
    }

    #[test]
    fn no_part_stays_where_it_was_and_none_is_lost() {
        let found = order(5);
        assert!(found.iter().enumerate().all(|(at, part)| at != *part));
        let mut sorted = found;
        sorted.sort_unstable();
        assert_eq!(sorted, [0, 1, 2, 3, 4]);
    }

    #[test]
    fn every_attack_is_found_by_its_name() {
        for attack in ClipAttack::ALL {
            assert_eq!(ClipAttack::named(attack.name()), Some(*attack));
        }
        assert_eq!(ClipAttack::named("magic"), None);
    }
}
