//! What the console is told.

use countersign_domain::{Accommodation, Challenge, DecidedBy, Decision, Event, Evidence, Step};
use countersign_workflow::desk::case::{CaseView, FieldView, Related};
use countersign_workflow::desk::queue::Named;
use countersign_workflow::stored::{Look, Person, Ticket};
use serde::Serialize;

use crate::texts::Texts;
use crate::v1::wire::{DecisionWire, LetterWire};

#[derive(Serialize)]
pub(super) struct NamedWire {
    id: String,
    name: String,
}

impl From<Named> for NamedWire {
    fn from(named: Named) -> Self {
        Self { id: named.id.to_string(), name: named.name }
    }
}

#[derive(Serialize)]
pub(super) struct CaseWire {
    now: String,
    id: String,
    applicant_id: String,
    status: &'static str,
    level: u32,
    policy: String,
    attempt: u32,
    created_at: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    external_ref: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    clock: Option<Clock>,
    #[serde(skip_serializing_if = "Option::is_none")]
    assignee: Option<NamedWire>,
    #[serde(skip_serializing_if = "Option::is_none")]
    holder: Option<NamedWire>,
    /// Whether the person who asks is the holder.
    mine: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    urgent: Option<String>,
    fields: Vec<FieldWire>,
    evidence: Vec<EvidenceWire>,
    /// Newest last; the last one is what a new decision follows.
    decisions: Vec<SignedWire>,
    history: Vec<HappenedWire>,
    looks: Vec<LookWire>,
    related: Vec<RelatedWire>,
    tickets: Vec<AskedWire>,
    /// `usual` or `without_speech`: the digits are shown with the hands.
    way: &'static str,
    /// Steps that can be asked for again.
    steps: Vec<&'static str>,
}

#[derive(Serialize)]
struct Clock {
    since: String,
    target_at: String,
    due_at: String,
}

#[derive(Serialize)]
struct FieldWire {
    field: &'static str,
    declared: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<String>,
    letters: Vec<LetterWire>,
}

#[derive(Serialize)]
struct EvidenceWire {
    id: String,
    kind: &'static str,
    media_type: String,
    bytes: u64,
    sha256: String,
    received_at: String,
    /// Whether the last decision rests on it.
    decided_on: bool,
    /// What a video was asked to show.
    #[serde(skip_serializing_if = "Option::is_none")]
    asked: Option<DigitsWire>,
}

#[derive(Serialize)]
struct DigitsWire {
    digits: String,
    /// In which they were to be said (BCP 47).
    language: String,
}

#[derive(Serialize)]
struct SignedWire {
    #[serde(flatten)]
    decision: DecisionWire,
    /// Who signed, for a person's decision.
    #[serde(skip_serializing_if = "Option::is_none")]
    signed_by: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
}

#[derive(Serialize)]
struct HappenedWire {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    subject: Option<String>,
    at: String,
}

#[derive(Serialize)]
struct LookWire {
    name: String,
    action: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    subject: Option<String>,
    at: String,
}

#[derive(Serialize)]
struct RelatedWire {
    session: String,
    status: &'static str,
    by: &'static str,
}

/// A request for help of the same session.
#[derive(Serialize)]
struct AskedWire {
    id: String,
    topic: String,
    state: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    device: Option<String>,
    made_at: String,
}

impl From<Ticket> for AskedWire {
    fn from(ticket: Ticket) -> Self {
        Self {
            id: ticket.id.to_string(),
            state: ticket.state.name(),
            topic: ticket.topic,
            reason: ticket.reason,
            device: ticket.device,
            made_at: ticket.made_at.to_string(),
        }
    }
}

impl CaseWire {
    pub(super) fn new(view: CaseView, person: &Person, now: String, texts: &Texts, language: &str) -> Self {
        let session = &view.session;
        let inputs = view.decisions.last().map(|last| last.inputs.clone()).unwrap_or_default();
        let has_back = session.declaration.as_ref().is_none_or(|declared| declared.document_type.has_back());
        let steps = Step::ALL.into_iter().filter(|step| *step != Step::DocumentBack || has_back);
        Self {
            now,
            id: session.id.to_string(),
            applicant_id: session.applicant.to_string(),
            status: session.state.name(),
            level: session.level,
            policy: session.policy.name.clone(),
            attempt: session.attempt,
            created_at: session.created_at.to_string(),
            external_ref: view.labels.as_ref().and_then(|labels| labels.external_ref.clone()),
            language: view.labels.map(|labels| labels.language),
            clock: view.clock.map(|(since, target, due)| Clock {
                since: since.to_string(),
                target_at: target.to_string(),
                due_at: due.to_string(),
            }),
            mine: view.holder.as_ref().is_some_and(|holder| holder.id == person.id),
            assignee: view.assignee.map(NamedWire::from),
            holder: view.holder.map(NamedWire::from),
            urgent: view.urgent,
            fields: view.fields.iter().map(FieldWire::new).collect(),
            evidence: view
                .evidence
                .iter()
                .map(|found| {
                    let asked = view.challenges.iter().find(|challenge| Some(challenge.id) == found.challenge);
                    EvidenceWire::new(found, inputs.contains(&(found.kind, found.sha256)), asked)
                })
                .collect(),
            decisions: view.decisions.iter().map(|decision| SignedWire::new(decision, texts, language)).collect(),
            history: view.events.into_iter().map(HappenedWire::from).collect(),
            looks: view.looks.into_iter().map(LookWire::from).collect(),
            related: view.related.into_iter().map(RelatedWire::from).collect(),
            tickets: view.tickets.into_iter().map(AskedWire::from).collect(),
            way: view.way.map_or("usual", Accommodation::name),
            steps: steps.map(Step::name).collect(),
        }
    }
}

impl FieldWire {
    fn new(field: &FieldView) -> Self {
        Self {
            field: field.field,
            declared: field.declared.clone(),
            document: field.document.clone(),
            letters: field.letters.iter().map(LetterWire::new).collect(),
        }
    }
}

impl EvidenceWire {
    fn new(found: &Evidence, decided_on: bool, asked: Option<&Challenge>) -> Self {
        Self {
            id: found.id.to_string(),
            kind: found.kind.name(),
            media_type: found.media_type.clone(),
            bytes: found.bytes,
            sha256: found.sha256.to_string(),
            received_at: found.received_at.to_string(),
            decided_on,
            asked: asked
                .map(|challenge| DigitsWire { digits: challenge.digits.text(), language: challenge.language.clone() }),
        }
    }
}

impl SignedWire {
    fn new(decision: &Decision, texts: &Texts, language: &str) -> Self {
        let (signed_by, note) = match &decision.by {
            DecidedBy::Policy => (None, None),
            DecidedBy::Reviewer { key, note } => (Some(key.clone()), Some(note.clone())),
        };
        Self { decision: DecisionWire::new(decision, texts, language), signed_by, note }
    }
}

impl From<Event> for HappenedWire {
    fn from(event: Event) -> Self {
        Self { kind: event.kind.name(), subject: event.subject, at: event.at.to_string() }
    }
}

impl From<Look> for LookWire {
    fn from(look: Look) -> Self {
        Self { name: look.name, action: look.action, subject: look.subject, at: look.at.to_string() }
    }
}

impl From<Related> for RelatedWire {
    fn from(related: Related) -> Self {
        Self { session: related.session.to_string(), status: related.state, by: related.by }
    }
}
