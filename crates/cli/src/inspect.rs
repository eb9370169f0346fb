//! `inspect`: the parts alone. Models are loaded once; each file gives one line of JSON, in the order of the arguments.

mod document;
mod faces;
pub mod overlay;
mod speech;
mod video;

use std::io::{ErrorKind, Write as _};
use std::path::Path;
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result, bail};
use countersign_checks::Toolbox;
use countersign_domain::{Digits, Policy};
use countersign_media::{DecodeError, Decoder};
use countersign_server::Texts;
use countersign_workflow::{Clock, SystemClock, refusal};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::{Value, json};

use crate::args::{EXIT_REFUSED, InspectCommand, Many};
use crate::config::Config;
use crate::files;

/// A file's bytes, or why there are none, as JSON.
fn bytes_of(file: &Path) -> Result<Vec<u8>, Value> {
    files::read(file).map_err(|error| {
        let title = match error.kind() {
            ErrorKind::NotFound => "There is no such file".to_owned(),
            kind => kind.to_string(),
        };
        json!({ "code": "unreadable", "title": title })
    })
}

/// What every part works with.
pub struct Bench {
    pub(crate) toolbox: Toolbox,
    pub(crate) decoder: Arc<Decoder>,
    pub(crate) policy: Policy,
    pub(crate) texts: Texts,
    pub(crate) today: Date,
}

impl Bench {
    /// Loads the models.
    pub fn load() -> Result<Self> {
        let config = Config::read(None)?;
        let policies = Config::policies()?;
        Ok(Self {
            toolbox: config.toolbox()?,
            decoder: config.decoder()?,
            policy: policies.get("level-2").context("there is no policy level-2")?.policy.clone(),
            texts: Texts::built_in()?,
            today: SystemClock.now().to_zoned(TimeZone::UTC).date(),
        })
    }

    /// A file that was not decoded, as JSON.
    pub(crate) fn refused(&self, error: &DecodeError) -> Value {
        match error {
            DecodeError::Refused(refused) => {
                let reason = refusal::reason(refused);
                let text = self.texts.reason(&reason, "en");
                json!({ "code": reason.code(), "title": text.title, "text": text.fix })
            }
            DecodeError::Sandbox(_) => {
                json!({ "code": "decoder_failed", "title": "The decoder did not work", "text": "Run countersign doctor." })
            }
        }
    }
}

/// One finding: the JSON and whether the file was refused.
pub struct Finding {
    pub(crate) value: Value,
    pub(crate) refused: bool,
}

impl Finding {
    pub(crate) fn of(value: Value) -> Self {
        Self { value, refused: false }
    }

    pub(crate) fn refused(file: &Path, error: Value) -> Self {
        let mut value = json!({ "file": file.display().to_string() });
        value["error"] = error;
        Self { value, refused: true }
    }
}

/// Runs a part over its files.
pub fn run(command: &InspectCommand) -> Result<ExitCode> {
    let bench = Bench::load()?;
    Ok(match command {
        InspectCommand::Document { files, text, pictures, many } => {
            each(files, many, |_, file| document::inspect(&bench, file, *text, pictures.as_deref()))
        }
        InspectCommand::Faces { files, many } => {
            if files.len() % 2 != 0 {
                bail!("faces are compared in pairs: give an even number of files");
            }
            let pairs: Vec<_> = files.chunks(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect();
            each(&pairs, many, |_, (a, b)| faces::inspect(&bench, a, b))
        }
        InspectCommand::Speech { files, digits, language, many } => {
            let digits = for_each_file(digits, files.len())?;
            each(files, many, |at, file| speech::inspect(&bench, file, &digits[at], language))
        }
        InspectCommand::Video { files, digits, language, many } => {
            let digits = for_each_file(digits, files.len())?;
            each(files, many, |at, file| video::inspect(&bench, file, &digits[at], language))
        }
    })
}

fn for_each_file(given: &[String], files: usize) -> Result<Vec<Vec<u8>>> {
    let parsed: Vec<Vec<u8>> = given
        .iter()
        .map(|text| parse_digits(text).with_context(|| format!("--digits {text}")))
        .collect::<Result<_>>()?;
    match parsed.len() {
        1 => Ok(vec![parsed[0].clone(); files]),
        n if n == files => Ok(parsed),
        n => bail!("--digits was given {n} times for {files} files: give it once, or once a file"),
    }
}

/// Challenges have four to eight digits; parts alone may be looked at with one to sixteen.
fn parse_digits(text: &str) -> Result<Vec<u8>> {
    if let Ok(digits) = Digits::parse(text) {
        return Ok(digits.as_slice().to_vec());
    }
    let digits: Option<Vec<u8>> = text.chars().map(|c| c.to_digit(10).map(|d| d as u8)).collect();
    match digits {
        Some(digits) if (1..=16).contains(&digits.len()) => Ok(digits),
        _ => bail!("one to sixteen digits 0 to 9"),
    }
}

/// Looks at every item, `jobs` at a time, and prints in order as soon as the next one is there.
fn each<T: Sync>(items: &[T], many: &Many, look: impl Fn(usize, &T) -> Finding + Sync) -> ExitCode {
    let next = AtomicUsize::new(0);
    let done: Mutex<(usize, Vec<Option<Finding>>)> = Mutex::new((0, items.iter().map(|_| None).collect()));
    let refused = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..many.jobs.clamp(1, items.len().max(1)) {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(at) else { return };
                    let finding = look(at, item);
                    refused.fetch_add(usize::from(finding.refused), Ordering::Relaxed);
                    let mut done = done.lock().unwrap_or_else(PoisonError::into_inner);
                    done.1[at] = Some(finding);
                    while let Some(Some(ready)) = {
                        let at = done.0;
                        done.1.get_mut(at).map(Option::take)
                    } {
                        print(&ready.value, many.json);
                        done.0 += 1;
                    }
                }
            });
        }
    });
    if refused.into_inner() > 0 { ExitCode::from(EXIT_REFUSED) } else { ExitCode::SUCCESS }
}

fn print(value: &Value, as_json: bool) {
    let text = if as_json { value.to_string() } else { readable(value, 0) };
    // A reader that went away (`| head`) has seen enough; that is no fault of ours.
    if writeln!(std::io::stdout(), "{text}").is_err() {
        std::process::exit(0);
    }
}

/// An indented outline of a JSON document, for eyes.
fn readable(value: &Value, depth: usize) -> String {
    let pad = "  ".repeat(depth);
    match value {
        Value::Object(fields) => fields
            .iter()
            .filter(|(_, value)| !value.is_null())
            .map(|(name, value)| match value {
                Value::Object(inner) if inner.is_empty() => format!("{pad}{name}: none"),
                Value::Array(inner) if inner.is_empty() => format!("{pad}{name}: none"),
                Value::Object(_) | Value::Array(_) => format!("{pad}{name}:\n{}", readable(value, depth + 1)),
                other => format!("{pad}{name}: {}", scalar(other)),
            })
            .collect::<Vec<_>>()
            .join("\n"),
        Value::Array(items) => items
            .iter()
            .map(|item| match item {
                Value::Object(_) => format!("{pad}-\n{}", readable(item, depth + 1)),
                other => format!("{pad}- {}", scalar(other)),
            })
            .collect::<Vec<_>>()
            .join("\n"),
        other => format!("{pad}{}", scalar(other)),
    }
}

fn scalar(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => match number.as_f64() {
            Some(float) if !number.is_i64() && !number.is_u64() => format!("{float:.3}"),
            _ => number.to_string(),
        },
        other => other.to_string(),
    }
}
