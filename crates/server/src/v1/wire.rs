//! Wire forms of version 1. The domain knows nothing of them.

use std::collections::BTreeMap;

use countersign_domain::{
    Breakdown, DecidedBy, Decision, DocumentSays, Outcome, Param, Reason, Remedy, Session, SessionState, Step,
};
use countersign_workflow::differences::{Difference, Letter};
use countersign_workflow::queue::Place;
use countersign_workflow::view::{SessionView, StepState, StepView};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use crate::texts::Texts;

/// A reason with its text in the session's language.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ReasonWire {
    /// Stable code.
    code: &'static str,
    /// What happened.
    title: String,
    /// What to do now.
    text: String,
    /// Whether the applicant can put it right.
    retryable: bool,
    /// The step to do again.
    #[serde(skip_serializing_if = "Option::is_none")]
    step: Option<&'static str>,
    /// Typed parameters by name.
    #[schema(value_type = Object)]
    params: BTreeMap<&'static str, Value>,
}

impl ReasonWire {
    /// A reason in a language.
    pub fn new(reason: &Reason, texts: &Texts, language: &str) -> Self {
        let text = texts.reason(reason, language);
        let step = match reason.remedy() {
            Remedy::Redo(step) => Some(step.name()),
            Remedy::Wait | Remedy::Final => None,
        };
        let params = reason.params().into_iter().map(|(name, param)| (name, value(param))).collect();
        Self { code: reason.code(), title: text.title, text: text.fix, retryable: step.is_some(), step, params }
    }

    /// The same told for another step: a refused file is told for the step of its upload.
    pub(crate) fn for_step(mut self, step: Step) -> Self {
        self.step = self.step.map(|_| step.name());
        self
    }

    /// Several reasons in a language.
    pub fn list(reasons: &[Reason], texts: &Texts, language: &str) -> Vec<Self> {
        reasons.iter().map(|reason| Self::new(reason, texts, language)).collect()
    }
}

fn value(param: Param) -> Value {
    match param {
        Param::Count(n) => n.into(),
        Param::Number(n) => n.into(),
        Param::Word(word) => word.into(),
    }
}

/// One step of the journey.
#[derive(Debug, Serialize, ToSchema)]
pub struct StepWire {
    /// `consent`, `details`, `document_front`, `document_back` or `liveness`.
    step: &'static str,
    /// `required`, `done`, `redo` or `not_needed`.
    state: &'static str,
    /// Why it is asked again.
    reasons: Vec<ReasonWire>,
}

impl StepWire {
    pub(crate) fn new(view: &StepView, texts: &Texts, language: &str) -> Self {
        let state = match view.state {
            StepState::Required => "required",
            StepState::Done => "done",
            StepState::Redo => "redo",
            StepState::NotNeeded => "not_needed",
        };
        Self { step: view.step.name(), state, reasons: ReasonWire::list(&view.reasons, texts, language) }
    }
}

/// Declared details, as the applicant sent them.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclarationWire {
    /// Legal name as on the document, 1 to 200 characters.
    #[schema(example = "Anna Maria Eriksson", min_length = 1, max_length = 200)]
    pub legal_name: String,
    /// Birth date, YYYY-MM-DD.
    #[schema(example = "1974-08-12", format = Date)]
    pub birth_date: String,
    /// `passport`, `id_card` or `driving_licence`.
    #[schema(example = "passport")]
    pub document_type: String,
    /// ISO 3166-1 alpha-3 or an ICAO 9303 code.
    #[schema(example = "UTO", min_length = 3, max_length = 3)]
    pub issuing_country: String,
}

/// A session as its applicant or integrator sees it.
#[derive(Debug, Serialize, ToSchema)]
pub struct SessionWire {
    id: String,
    applicant_id: String,
    /// `created`, `capturing`, `processing`, `approved`, `declined`, `in_review`, `resubmission_requested`, `expired` or `withdrawn`.
    status: &'static str,
    level: u32,
    policy: String,
    /// Which try, from 1.
    attempt: u32,
    tries_left: u32,
    created_at: String,
    expires_at: String,
    /// Until when a person has looked, while `in_review`.
    #[serde(skip_serializing_if = "Option::is_none")]
    review_due_at: Option<String>,
    /// While `in_review`: where it stands, and when such cases are usually decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    review: Option<ReviewWire>,
    #[serde(skip_serializing_if = "Option::is_none")]
    decided_at: Option<String>,
    /// Whether a decline may still be put before a person.
    may_appeal: bool,
    /// Whether changes are told by mail: `off` (this server sends none), `possible` or `chosen`.
    mail: &'static str,
    /// `usual` or `without_speech`.
    way: &'static str,
    steps: Vec<StepWire>,
    /// Reasons of the last decision that an applicant may read.
    reasons: Vec<ReasonWire>,
    /// Only told to the applicant.
    #[serde(skip_serializing_if = "Option::is_none")]
    declaration: Option<DeclarationWire>,
    /// What the document says, once it was read. Only told to the applicant.
    #[serde(skip_serializing_if = "Option::is_none")]
    reading: Option<ReadingWire>,
    /// Which letters differ between what was declared and what the document says, where the last decision found a field different. Only told to the
    /// applicant.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    differences: Vec<DifferenceWire>,
}

impl SessionWire {
    pub(crate) fn new(view: &SessionView, texts: &Texts, language: &str, with_details: bool) -> Self {
        let session: &Session = &view.session;
        let review_due_at = match &session.state {
            SessionState::InReview { due, .. } => Some(due.to_string()),
            _ => None,
        };
        let declaration = session.declaration.as_ref().filter(|_| with_details).map(|declared| DeclarationWire {
            legal_name: declared.legal_name.expose().to_owned(),
            birth_date: declared.birth_date.expose().to_string(),
            document_type: declared.document_type.name().to_owned(),
            issuing_country: declared.issuing_country.code().to_owned(),
        });
        let reading = view.says.as_ref().filter(|_| with_details).map(ReadingWire::new);
        Self {
            id: session.id.to_string(),
            applicant_id: session.applicant.to_string(),
            status: session.state.name(),
            level: session.level,
            policy: session.policy.name.clone(),
            attempt: session.attempt,
            tries_left: view.tries_left,
            created_at: session.created_at.to_string(),
            expires_at: session.expires_at.to_string(),
            review_due_at,
            review: view.place.map(ReviewWire::new),
            may_appeal: view.may_appeal,
            mail: view.mail.name(),
            way: view.way.map_or("usual", countersign_domain::Accommodation::name),
            reading,
            decided_at: view.decision.as_ref().map(|decision| decision.at.to_string()),
            steps: view.steps.iter().map(|step| StepWire::new(step, texts, language)).collect(),
            reasons: ReasonWire::list(&view.reasons, texts, language),
            declaration,
            differences: vec![],
        }
    }

    /// With what differs, for the applicant.
    pub(crate) fn telling(mut self, differences: &[Difference]) -> Self {
        self.differences = differences.iter().map(DifferenceWire::new).collect();
        self
    }
}

/// Where a case stands among those that wait for a person.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReviewWire {
    /// 1: the next.
    position: u32,
    /// By when half of such cases were decided; absent while there are too few to say.
    #[serde(skip_serializing_if = "Option::is_none")]
    likely_from: Option<String>,
    /// By when nine in ten were.
    #[serde(skip_serializing_if = "Option::is_none")]
    likely_until: Option<String>,
}

impl ReviewWire {
    pub(crate) fn new(place: Place) -> Self {
        let (from, until) = place.expected.unzip();
        Self {
            position: place.position,
            likely_from: from.map(|at| at.to_string()),
            likely_until: until.map(|at| at.to_string()),
        }
    }
}

/// What the document says where the applicant said something.
#[derive(Serialize, ToSchema)]
pub struct ReadingWire {
    /// Name as on the document.
    #[serde(skip_serializing_if = "Option::is_none")]
    legal_name: Option<String>,
    /// YYYY-MM-DD.
    #[serde(skip_serializing_if = "Option::is_none")]
    birth_date: Option<String>,
}

impl ReadingWire {
    fn new(says: &DocumentSays) -> Self {
        Self { legal_name: says.legal_name.clone(), birth_date: says.birth_date.map(|day| day.to_string()) }
    }
}

impl std::fmt::Debug for ReadingWire {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ReadingWire(redacted)")
    }
}

/// A field that differs, letter by letter.
#[derive(Serialize, ToSchema)]
pub struct DifferenceWire {
    /// `legal_name` or `birth_date`.
    field: &'static str,
    /// As declared.
    declared: String,
    /// As on the document.
    document: String,
    /// The alignment of both, in order.
    letters: Vec<LetterWire>,
}

/// One letter of an alignment.
#[derive(Serialize, ToSchema)]
pub struct LetterWire {
    /// `equal`, `changed`, `missing` (on the document only) or `extra` (declared only).
    kind: &'static str,
    /// As declared.
    #[serde(skip_serializing_if = "Option::is_none")]
    declared: Option<String>,
    /// As on the document.
    #[serde(skip_serializing_if = "Option::is_none")]
    document: Option<String>,
}

impl LetterWire {
    pub(crate) fn new(letter: &Letter) -> Self {
        Self { kind: letter.kind().name(), declared: letter.declared.clone(), document: letter.document.clone() }
    }
}

impl DifferenceWire {
    /// The wire form of a difference; the command line prints the same.
    pub fn new(found: &Difference) -> Self {
        Self {
            field: found.field,
            declared: found.declared.clone(),
            document: found.document.clone(),
            letters: found.letters.iter().map(LetterWire::new).collect(),
        }
    }
}

impl std::fmt::Debug for DifferenceWire {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "DifferenceWire({}, redacted)", self.field)
    }
}

/// A check's answer.
#[derive(Debug, Serialize, ToSchema)]
pub struct BreakdownWire {
    check: &'static str,
    /// `pass`, `fail`, `doubt` or `could_not_assess`.
    result: &'static str,
    /// 0 worst to 100 best, 50 at the limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f64>,
    /// Raw values by name.
    #[schema(value_type = Object)]
    raw: BTreeMap<String, MeasuredWire>,
    /// Limits of the policy that applied.
    #[schema(value_type = Object)]
    limits: BTreeMap<&'static str, f64>,
    reasons: Vec<ReasonWire>,
    /// Models and programs that took part, `name` → hash or version.
    #[schema(value_type = Object)]
    models: BTreeMap<String, String>,
}

/// A raw value with its unit.
#[derive(Debug, Serialize, ToSchema)]
pub struct MeasuredWire {
    value: f64,
    unit: &'static str,
}

impl BreakdownWire {
    /// The wire form of a breakdown; the command line prints the same.
    pub fn new(found: &Breakdown, texts: &Texts, language: &str) -> Self {
        Self {
            check: found.check.name(),
            result: found.result.name(),
            score: found.score,
            raw: found.raw.iter().map(|m| (m.name.clone(), MeasuredWire { value: m.value, unit: m.unit })).collect(),
            limits: found.limits.iter().copied().collect(),
            reasons: ReasonWire::list(&found.reasons, texts, language),
            models: found.models.iter().map(|model| (model.name.clone(), model.hash.clone())).collect(),
        }
    }
}

/// A stored decision.
#[derive(Debug, Serialize, ToSchema)]
pub struct DecisionWire {
    id: String,
    session_id: String,
    attempt: u32,
    /// `approved`, `declined`, `resubmission_requested` or `in_review`.
    outcome: &'static str,
    /// Steps to do again.
    steps: Vec<&'static str>,
    reasons: Vec<ReasonWire>,
    /// `policy` or `reviewer`.
    decided_by: &'static str,
    at: String,
    policy: String,
    policy_version: String,
    policy_sha256: String,
    breakdowns: Vec<BreakdownWire>,
    /// SHA-256 of the evidence by kind.
    #[schema(value_type = Object)]
    inputs: BTreeMap<&'static str, String>,
}

impl DecisionWire {
    pub(crate) fn new(decision: &Decision, texts: &Texts, language: &str) -> Self {
        let steps = match &decision.verdict.outcome {
            Outcome::Resubmit(steps) => steps.iter().map(|step| step.name()).collect(),
            _ => vec![],
        };
        Self {
            id: decision.id.to_string(),
            session_id: decision.session.to_string(),
            attempt: decision.attempt,
            outcome: decision.verdict.outcome.name(),
            steps,
            reasons: ReasonWire::list(&decision.verdict.reasons, texts, language),
            decided_by: if decision.by == DecidedBy::Policy { "policy" } else { "reviewer" },
            at: decision.at.to_string(),
            policy: decision.policy.name.clone(),
            policy_version: decision.policy.version.clone(),
            policy_sha256: decision.policy_sha256.to_string(),
            breakdowns: decision.breakdowns.iter().map(|found| BreakdownWire::new(found, texts, language)).collect(),
            inputs: decision.inputs.iter().map(|(kind, hash)| (kind.name(), hash.to_string())).collect(),
        }
    }
}
