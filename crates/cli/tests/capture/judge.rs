//! From pictures to the reasons of the checks that judge a capture.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use countersign_checks::examine::{DocumentFindings, read_document};
use countersign_checks::{Measurements, assess};
use countersign_domain::{Check, CheckResult, DocumentType, Policy};
use countersign_inference::document::geometry::LayoutNet;
use countersign_inference::document::mrz::NetMrzReader;
use countersign_inference::document::{DocumentReader, ReadOptions, TextWhen};
use countersign_inference::face::FaceNets;
use countersign_inference::models::ModelStore;
use countersign_media::RgbImage;
use countersign_workflow::LoadedPolicy;
use jiff::civil::date;

/// The checks that judge how a document was photographed.
pub const CAPTURE: [Check; 8] = [
    Check::DocumentResolution,
    Check::DocumentSharpness,
    Check::DocumentGlare,
    Check::DocumentLighting,
    Check::DocumentWhole,
    Check::DocumentAlone,
    Check::DocumentUncovered,
    Check::DocumentSideShown,
];

/// The workspace.
pub fn home() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The shipped policy.
pub fn policy() -> &'static Policy {
    static POLICY: OnceLock<Policy> = OnceLock::new();
    POLICY.get_or_init(|| {
        let text = std::fs::read_to_string(home().join("policies/level-2.toml")).expect("the policy is shipped");
        LoadedPolicy::parse(&text).expect("the policy loads").policy
    })
}

/// Layout and zone readers; print is not needed to judge a capture.
pub fn reader() -> &'static DocumentReader {
    static READER: OnceLock<DocumentReader> = OnceLock::new();
    READER.get_or_init(|| {
        let store = ModelStore::built_in(1).expect("nets are built in");
        let layout = LayoutNet::load(&store).expect("the layout net loads");
        let mrz = NetMrzReader::new(&store).expect("the line net loads");
        DocumentReader { mrz: Box::new(mrz), layout: Some(layout), print: None }
    })
}

/// The face nets of the set-up.
pub fn faces() -> &'static FaceNets {
    static FACES: OnceLock<FaceNets> = OnceLock::new();
    FACES.get_or_init(|| {
        let models = home().join("models");
        let store = ModelStore::open(&models, &models.join("weights")).expect("manifests");
        FaceNets::load(&store.with_threads(1)).expect("`make setup` has built the face nets")
    })
}

/// Reads one photo.
pub fn read(image: &RgbImage, faces: Option<&FaceNets>) -> DocumentFindings {
    read_document(reader(), faces, image, date(2026, 11, 22), ReadOptions { text: TextWhen::Never })
}

/// Codes of the reasons for which `checks` fail, in order.
pub fn reasons(
    document_type: DocumentType,
    front: Option<&DocumentFindings>,
    back: Option<&DocumentFindings>,
    checks: &[Check],
) -> Vec<&'static str> {
    let found = Measurements {
        today: date(2026, 11, 22),
        document_type,
        declared: None,
        front: front.map(DocumentFindings::side),
        back: back.map(DocumentFindings::side),
        clip: None,
        comparison: None,
        template: None,
        gallery: None,
        document_models: vec![],
        speech_models: vec![],
        face_models: vec![],
        timings: vec![],
    };
    let breakdowns = assess(&found, policy()).expect("every limit is there");
    let failed = breakdowns.iter().filter(|b| checks.contains(&b.check) && b.result == CheckResult::Fail);
    failed.flat_map(|b| b.reasons.iter().map(countersign_domain::Reason::code)).collect()
}

/// Reasons of the capture checks for one photo alone.
pub fn of_one(image: &RgbImage) -> Vec<&'static str> {
    reasons(DocumentType::Passport, Some(&read(image, None)), None, &CAPTURE)
}

/// How often each reason was given for each kind of photograph.
#[derive(Default)]
pub struct Confusion(BTreeMap<String, (usize, BTreeMap<&'static str, usize>)>, Vec<String>);

impl Confusion {
    /// Adds one photograph.
    pub fn add(&mut self, kind: &str, reasons: &[&'static str]) {
        if !self.1.iter().any(|known| known == kind) {
            self.1.push(kind.to_owned());
        }
        let row = self.0.entry(kind.to_owned()).or_default();
        row.0 += 1;
        let said: &[&'static str] = if reasons.is_empty() { &["none"] } else { reasons };
        for reason in said {
            *row.1.entry(reason).or_default() += 1;
        }
    }

    /// Photographs of a kind, and how many of them were given `reason`.
    pub fn count(&self, kind: &str, reason: &str) -> (usize, usize) {
        self.0.get(kind).map_or((0, 0), |(n, said)| (*n, said.get(reason).copied().unwrap_or(0)))
    }

    /// Prints a Markdown table.
    pub fn print(&self, title: &str) {
        println!("\n{title}\n\n| photograph | n | reasons given (times) |\n|---|---|---|");
        for kind in &self.1 {
            let (n, said) = &self.0[kind];
            let mut said: Vec<_> = said.iter().collect();
            said.sort_by_key(|(_, times)| std::cmp::Reverse(**times));
            let cells: Vec<String> = said.iter().map(|(reason, times)| format!("{reason} {times}")).collect();
            println!("| {kind} | {n} | {} |", cells.join(", "));
        }
    }
}
