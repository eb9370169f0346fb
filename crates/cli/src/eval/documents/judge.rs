//! One picture: read, compared with what is known, checked.

use std::path::Path;
use std::time::Instant;

use countersign_checks::examine::{DocumentFindings, read_document};
use countersign_checks::identity::agreement::Agreement;
use countersign_checks::identity::dates::{Context, Meaning, Readings, compare_dates, readings};
use countersign_checks::identity::letters::{fold, upper};
use countersign_checks::identity::plain_fields::{compare_countries, compare_numbers, compare_sex};
use countersign_checks::{Measurements, assess};
use countersign_domain::{CheckResult, DocumentType, Reason};
use countersign_inference::document::fields::Field;
use countersign_inference::document::{ReadOptions, TextWhen};
use jiff::civil::Date;

use super::corpus::Sample;
use super::picture::{Marked, marked};
use crate::inspect::Bench;

/// What became of one picture.
#[derive(Default)]
pub struct Judged {
    /// Why it was not opened.
    pub refused: Option<String>,
    /// The zone as read.
    pub mrz: Option<Zone>,
    /// Whether the expected barcode was read exactly; `None` where none is known.
    pub barcode: Option<BarcodeFound>,
    /// Each known printed field.
    pub printed: Vec<Printed>,
    /// Each check's answer with its reasons.
    pub checks: Vec<(&'static str, CheckResult, Vec<&'static str>)>,
    /// Milliseconds by step, `decode` first.
    pub timings: Vec<(&'static str, f64)>,
    /// The picture with marks, for the first ones.
    pub picture: Option<Marked>,
}

/// A zone as read.
pub struct Zone {
    pub lines: String,
    pub valid: bool,
    pub confidence: f64,
}

/// What was read of an expected barcode.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum BarcodeFound {
    Exact,
    Another,
    Nothing,
}

/// What was read of a known printed field.
pub struct Printed {
    pub field: String,
    /// The same letters, accents counted; `None` when the reader abstained.
    pub exact: Option<bool>,
    /// The same without accents.
    pub folded: bool,
    /// The reader's confidence, also of what it abstained from; `None` when it had no candidate.
    pub confidence: Option<f64>,
}

/// Reads and judges one picture.
pub fn judge(bench: &Bench, folder: &Path, sample: &Sample, with_picture: bool) -> Judged {
    let started = Instant::now();
    let bytes = match std::fs::read(folder.join(&sample.path)) {
        Ok(bytes) => bytes,
        Err(error) => return Judged { refused: Some(error.kind().to_string()), ..Judged::default() },
    };
    let photo = match bench.decoder.photo(&bytes) {
        Ok(photo) => photo,
        Err(error) => {
            let code = bench.refused(&error)["code"].as_str().unwrap_or_default().to_owned();
            return Judged { refused: Some(code), ..Judged::default() };
        }
    };
    let decode_ms = started.elapsed().as_secs_f64() * 1000.0;
    let options = ReadOptions { text: TextWhen::Always };
    let mut found =
        read_document(&bench.toolbox.documents, Some(&bench.toolbox.faces), &photo.image, bench.today, options);
    found.examine_capture(&photo);
    let reading = &found.reading;
    Judged {
        refused: None,
        mrz: reading.mrz.as_ref().map(|decoded| Zone {
            lines: decoded.mrz.lines.join("|"),
            valid: decoded.mrz.valid,
            confidence: f64::from(decoded.mrz.confidence),
        }),
        barcode: sample.barcode.as_ref().map(|truth| barcode(&found, truth)),
        printed: sample.printed.iter().map(|(field, truth)| printed(&found, field, truth, bench.today)).collect(),
        checks: checks(bench, sample, &found),
        timings: std::iter::once(("decode", decode_ms)).chain(reading.timings.iter().copied()).collect(),
        picture: with_picture.then(|| marked(&photo.image, reading)),
    }
}

fn barcode(found: &DocumentFindings, (kind, expected): &(String, String)) -> BarcodeFound {
    let plain = |text: &str| text.replace("\r\n", "\n").trim_end().to_owned();
    let hex = |bytes: &[u8]| bytes.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"));
    let codes = &found.reading.barcodes;
    let exact =
        codes.iter().any(|code| plain(&code.text) == plain(expected) || kind == "bin" && hex(&code.bytes) == *expected);
    match (exact, codes.is_empty()) {
        (true, _) => BarcodeFound::Exact,
        (false, true) => BarcodeFound::Nothing,
        (false, false) => BarcodeFound::Another,
    }
}

fn printed(found: &DocumentFindings, field: &str, truth: &str, today: Date) -> Printed {
    let fields = &found.reading.fields;
    let name = if field == "place_of_birth" { "birth_place" } else { field };
    let pick = |list: &[(&'static str, Field)]| list.iter().find(|(known, _)| *known == name).map(|(_, f)| f.clone());
    let kept = pick(&fields.printed);
    let candidate = kept.clone().or_else(|| pick(&fields.abstained));
    let issuer = fields.get("issuer").map_or("", |field| field.value.as_str());
    let compared = kept.map(|read| same(name, &read.value, truth, issuer, today));
    Printed {
        field: field.to_owned(),
        exact: compared.map(|(exact, _)| exact),
        folded: compared.is_some_and(|(_, folded)| folded),
        confidence: candidate.map(|read| f64::from(read.confidence)),
    }
}

/// Whether two texts of a field are the same: with accents, and without. Dates count by their day, countries by their code.
fn same(name: &str, read: &str, truth: &str, issuer: &str, today: Date) -> (bool, bool) {
    let meaning = if name == "birth_date" { Meaning::Birth } else { Meaning::Expiry };
    let day = |text: &str| {
        text.parse().map_or_else(|_| readings(text, Context { country: issuer, meaning, today }), Readings::day)
    };
    let is = |answer: Agreement| answer.class().is_some_and(|class| class <= 1);
    let by_rule = match name {
        "birth_date" | "expiry" | "issue_date" => is(compare_dates(&day(read), &day(truth))),
        "nationality" => is(compare_countries(read, truth)),
        "sex" => is(compare_sex(read, truth, issuer)),
        "number" | "personal_number" => is(compare_numbers(read, truth)),
        _ => false,
    };
    let bare = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    (by_rule || bare(&upper(read)) == bare(&upper(truth)), by_rule || bare(&fold(read)) == bare(&fold(truth)))
}

/// Every check that one side alone can answer. A licence's barcode stands on its back, everything else is taken for a front.
fn checks(
    bench: &Bench,
    sample: &Sample,
    found: &DocumentFindings,
) -> Vec<(&'static str, CheckResult, Vec<&'static str>)> {
    let zone = sample.mrz.as_ref().map(|(lines, _)| lines.split('|').map(str::len).max().unwrap_or(0));
    let document_type = match (zone, sample.barcode.is_some()) {
        (Some(44), _) => DocumentType::Passport,
        (None, true) => DocumentType::DrivingLicence,
        _ => DocumentType::IdCard,
    };
    let side = found.side();
    let measurements = Measurements {
        today: bench.today,
        // Judged as a passport: one side, so that no check waits for another.
        document_type: DocumentType::Passport,
        declared: None,
        front: Some(side),
        back: None,
        clip: None,
        comparison: None,
        template: None,
        gallery: None,
        document_models: vec![],
        speech_models: vec![],
        face_models: vec![],
        timings: vec![],
    };
    let answers = assess(&measurements, &bench.policy).unwrap_or_default();
    let of_one_side = |name: &str| name.starts_with("document_") && name != "document_type";
    let asked = |name: &str| name != "document_mrz" || document_type != DocumentType::DrivingLicence;
    answers
        .into_iter()
        .filter(|answer| of_one_side(answer.check.name()) && asked(answer.check.name()))
        .map(|answer| (answer.check.name(), answer.result, answer.reasons.iter().map(Reason::code).collect()))
        .collect()
}
