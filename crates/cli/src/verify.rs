//! `verify`: one person from files, without server or database.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use countersign_checks::Stage;
use countersign_domain::{BirthDate, Country, Declaration, Digits, DocumentType, LegalName, Outcome, decide};
use countersign_media::DecodeError;
use countersign_server::Texts;
use countersign_server::v1::wire::{BreakdownWire, DifferenceWire, ReasonWire};
use countersign_workflow::differences::{Difference, differences, document_says};
use countersign_workflow::process::{Bytes, Examined, Files, Question, examine};
use countersign_workflow::{Clock, SystemClock, refusal};
use jiff::tz::TimeZone;
use serde_json::json;

use crate::args::{EXIT_DECLINED, EXIT_RESUBMIT, EXIT_REVIEW, VerifyArguments};
use crate::config::Config;
use crate::files;
use crate::print;

/// Verifies.
pub fn run(arguments: &VerifyArguments) -> Result<ExitCode> {
    let config = Config::read(None)?;
    let policies = Config::policies()?;
    let policy =
        &policies.get(&arguments.policy).with_context(|| format!("there is no policy {}", arguments.policy))?.policy;
    let question = question(arguments)?;
    let files = Files {
        front: Some(read(&arguments.front)?),
        back: arguments.back.as_deref().map(read).transpose()?,
        clip: Some(read(&arguments.video)?),
    };
    eprintln!("loading models");
    let toolbox = config.toolbox()?;
    let decoder = config.decoder()?;
    eprintln!("decoding");
    let progress = |stage: Stage| {
        eprintln!(
            "{}",
            match stage {
                Stage::Front => "reading the front",
                Stage::Back => "reading the back",
                Stage::Face => "following the face",
                Stage::Speech => "listening",
                Stage::Comparison => "comparing the faces",
            }
        );
    };
    let examined = examine(&decoder, &toolbox, policy, &files, &question, &progress)?;
    let verdict = decide(&examined.breakdowns, policy, question.document_type, 1);
    let texts = Texts::built_in()?;
    if arguments.json {
        let mut answer = as_json(&examined, &verdict, policy, &texts);
        if arguments.differences {
            let found = differing(&examined, &verdict, policy, &question)?;
            answer["differences"] = json!(found.iter().map(DifferenceWire::new).collect::<Vec<_>>());
        }
        println!("{answer}");
    } else {
        for (kind, error) in &examined.undecoded {
            println!("  {}: {}", kind.name(), told(error, &texts));
        }
        print::breakdowns(&examined.breakdowns, &texts);
        print::verdict(&verdict, &texts);
        if arguments.differences {
            print::differences(&differing(&examined, &verdict, policy, &question)?);
        }
    }
    Ok(match verdict.outcome {
        Outcome::Approved => ExitCode::SUCCESS,
        Outcome::Resubmit(_) => ExitCode::from(EXIT_RESUBMIT),
        Outcome::InReview => ExitCode::from(EXIT_REVIEW),
        Outcome::Declined => ExitCode::from(EXIT_DECLINED),
    })
}

/// Which letters differ; only on request, since it prints what the document says.
fn differing(
    examined: &Examined,
    verdict: &countersign_domain::Verdict,
    policy: &countersign_domain::Policy,
    question: &Question,
) -> Result<Vec<Difference>> {
    let says = document_says(&examined.measurements, policy)?;
    Ok(question.declared.as_ref().map_or_else(Vec::new, |declared| differences(declared, &says, &verdict.reasons)))
}

fn question(arguments: &VerifyArguments) -> Result<Question> {
    let today = SystemClock.now().to_zoned(TimeZone::UTC).date();
    let document_type = match arguments.document_type.as_deref() {
        Some(name) => {
            DocumentType::from_name(name).context("--document-type is passport, id_card or driving_licence")?
        }
        None if arguments.back.is_none() => DocumentType::Passport,
        None => DocumentType::IdCard,
    };
    if document_type.has_back() && arguments.back.is_none() {
        bail!("this document has two sides: give --back as well");
    }
    let date = arguments.birth_date.parse().context("--birth-date is a day in the form YYYY-MM-DD")?;
    let declared = Declaration {
        legal_name: LegalName::new(&arguments.name)?,
        birth_date: BirthDate::new(date, today)?,
        document_type,
        issuing_country: Country::new("XXX")?,
    };
    let digits = Digits::parse(&arguments.digits)?.as_slice().to_vec();
    let language = arguments.language.clone();
    Ok(Question { today, document_type, declared: Some(declared), digits: Some(digits), language, way: None })
}

fn read(path: &Path) -> Result<Bytes> {
    files::read(path).map(Bytes::new).with_context(|| format!("{} cannot be read", path.display()))
}

fn told(error: &DecodeError, texts: &Texts) -> String {
    match error {
        DecodeError::Refused(refused) => {
            let text = texts.reason(&refusal::reason(refused), "en");
            format!("{}. {}", text.title, text.fix)
        }
        DecodeError::Sandbox(_) => "could not be looked at: the decoder did not work (countersign doctor)".into(),
    }
}

fn as_json(
    examined: &Examined,
    verdict: &countersign_domain::Verdict,
    policy: &countersign_domain::Policy,
    texts: &Texts,
) -> serde_json::Value {
    let steps: Vec<&str> = match &verdict.outcome {
        Outcome::Resubmit(steps) => steps.iter().map(|step| step.name()).collect(),
        _ => vec![],
    };
    let refused: serde_json::Map<String, serde_json::Value> = examined
        .undecoded
        .iter()
        .map(|(kind, error)| {
            let value = match error {
                DecodeError::Refused(refused) => json!(ReasonWire::new(&refusal::reason(refused), texts, "en")),
                DecodeError::Sandbox(_) => json!({ "code": "decoder_failed" }),
            };
            (kind.name().to_owned(), value)
        })
        .collect();
    json!({
        "outcome": verdict.outcome.name(),
        "steps": steps,
        "reasons": ReasonWire::list(&verdict.reasons, texts, "en"),
        "policy": policy.id.name,
        "policy_version": policy.id.version,
        "refused_files": refused,
        "breakdowns": examined.breakdowns.iter().map(|found| BreakdownWire::new(found, texts, "en")).collect::<Vec<_>>(),
        "timings_ms": examined.measurements.timings.iter().cloned().collect::<std::collections::BTreeMap<_, _>>(),
    })
}
