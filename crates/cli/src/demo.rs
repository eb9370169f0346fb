//! `demo`: made-up cases through the whole pipeline, so that someone without a camera sees every outcome.
//!
//! Nothing is let through: each case gets a challenge like anyone else, and its clip is made for the digits drawn.

use std::path::Path;
use std::process::{Command, ExitCode};
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use countersign_domain::{DocumentType, EvidenceKind, Outcome, Reason, SessionId};
use countersign_storage::{ApiKey, Role};
use countersign_workflow::App;
use countersign_workflow::capture::{CaptureError, DeclaredDetails, Upload};
use countersign_workflow::sessions::NewSession;
use serde_json::Value;

use crate::args::DemoArguments;
use crate::config::Config;

/// Puts every case of the folder through.
pub async fn run(arguments: DemoArguments) -> Result<ExitCode> {
    let config = Config::read(arguments.config.config.as_deref())?;
    let app = config.app().await?;
    let mut folders: Vec<_> = std::fs::read_dir(&arguments.cases)?
        .collect::<Result<Vec<_>, _>>()?
        .into_iter()
        .map(|entry| entry.path())
        .collect();
    folders.sort();
    let reviewer = reviewer(&app).await?;
    let mut reviewed = false;
    for folder in folders.iter().filter(|folder| folder.join("expected.json").is_file()) {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let session = case(&app, folder, &name, &arguments.clip_maker).await.with_context(|| name.clone())?;
        let view = app.view(session).await?;
        let reasons: Vec<&str> =
            view.decision.iter().flat_map(|decision| &decision.verdict.reasons).map(Reason::code).collect();
        println!("{name:<26} {:<24} {}", view.session.state.name(), reasons.join(", "));
        // One waiting case is looked at by a person, so that a signed refusal is there to see as well.
        if view.session.state.name() == "in_review" && !reviewed {
            let reason = Some(Reason::ReviewedNotAcceptable);
            app.review(session, &reviewer, Outcome::Declined, reason, "demonstration").await?;
            println!("{:<26} declined by a reviewer", "");
            reviewed = true;
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn reviewer(app: &Arc<App>) -> Result<ApiKey> {
    let known = app.store().read().await?.api_keys().await?;
    match known.into_iter().find(|key| key.name == "demo-reviewer") {
        Some(key) => Ok(key),
        None => Ok(app.create_key("demo-reviewer", Role::Reviewer).await?.0),
    }
}

async fn case(app: &Arc<App>, folder: &Path, name: &str, clip_maker: &Path) -> Result<SessionId> {
    let expected: Value = serde_json::from_slice(&std::fs::read(folder.join("expected.json"))?)?;
    let text = |pointer: &str| {
        expected.pointer(pointer).and_then(Value::as_str).with_context(|| format!("expected.json lacks {pointer}"))
    };
    let document_type = match text("/document")? {
        "passport" => DocumentType::Passport,
        "driving-licence" | "driving_licence" => DocumentType::DrivingLicence,
        _ => DocumentType::IdCard,
    };
    let new = NewSession {
        applicant: None,
        policy: "demo".into(),
        language: "en".into(),
        external_ref: Some(format!("demo/{name}")),
        mail: None,
    };
    let (session, _) = app.create_session(&new).await?;
    app.give_consent(session.id, "2026-11", "en").await?;
    let details = DeclaredDetails {
        legal_name: text("/declared/name")?,
        birth_date: text("/declared/birth_date")?.parse()?,
        document_type,
        issuing_country: "UTO",
    };
    app.declare(session.id, &details).await?;
    upload(app, session.id, EvidenceKind::DocumentFront, &folder.join("front.jpg"), None).await?;
    if document_type.has_back() {
        upload(app, session.id, EvidenceKind::DocumentBack, &folder.join("back.jpg"), None).await?;
    }
    let challenge = app.issue_challenge(session.id, None).await?;
    let clip = folder.join("clip.webm");
    let made = Command::new(clip_maker)
        .args(["clip", "--case", maker_case(name), "--digits", &challenge.digits.text(), "--out"])
        .arg(&clip)
        .status();
    if !made.with_context(|| format!("{} cannot be started", clip_maker.display()))?.success() {
        bail!("no clip was made");
    }
    upload(app, session.id, EvidenceKind::LivenessVideo, &clip, Some(challenge.id)).await?;
    app.submit(session.id).await?;
    while app.work_once("demo").await? {}
    Ok(session.id)
}

/// A folder may carry a number behind a dot, so that one made-up case stands there several times.
fn maker_case(folder: &str) -> &str {
    folder.split('.').next().unwrap_or(folder)
}

async fn upload(
    app: &Arc<App>,
    session: SessionId,
    kind: EvidenceKind,
    file: &Path,
    challenge: Option<countersign_domain::ChallengeId>,
) -> Result<()> {
    let bytes = std::fs::read(file).with_context(|| file.display().to_string())?;
    match app.accept_upload(Upload { session, kind, bytes, challenge }).await {
        Ok(_) => Ok(()),
        Err(CaptureError::Refused(reason)) => bail!("{} was refused: {}", file.display(), reason.code()),
        Err(error) => Err(error.into()),
    }
}
