//! A check's answer, with everything that is needed to explain and to recompute it.

use crate::{Check, Reason};

/// The answer. There is no default: a check that says nothing has not passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckResult {
    /// In order.
    Pass,
    /// Not in order, for the reasons given.
    Fail,
    /// Neither: a person should look.
    Doubt,
    /// The check could not run or its measurement is missing. Never a pass.
    NotAssessed,
}

impl CheckResult {
    /// Every result.
    pub const ALL: [Self; 4] = [Self::Pass, Self::Fail, Self::Doubt, Self::NotAssessed];

    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pass => "pass",
            Self::Fail => "fail",
            Self::Doubt => "doubt",
            Self::NotAssessed => "could_not_assess",
        }
    }

    /// The result of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|result| result.name() == name)
    }
}

/// One raw value. Never personal data: names and dates are compared inside the check and reported as 0 or 1 by rule.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// What was measured, for example `front.sharpness`.
    pub name: String,
    /// The raw value; not finite values are not allowed.
    pub value: f64,
    /// Unit: `px`, `s`, `dB`, `share`, `distance`, `count`, `flag` …
    pub unit: &'static str,
}

/// Which model took part.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ModelUse {
    /// Its name in `models/`, or the program's name and version.
    pub name: String,
    /// SHA-256 of its weights in hex; for a program of the distribution the version text.
    pub hash: String,
}

/// One check's answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Breakdown {
    /// Which check.
    pub check: Check,
    /// Its answer.
    pub result: CheckResult,
    /// Raw values, in a fixed order.
    pub raw: Vec<Measured>,
    /// The deciding value on the scale 0 (worst) to 100 (best), 50 at the threshold; `None` where the answer is no quantity.
    pub score: Option<f64>,
    /// The limits that applied, by their names in the policy.
    pub limits: Vec<(&'static str, f64)>,
    /// Why, when it is not a pass.
    pub reasons: Vec<Reason>,
    /// Models and programs that took part.
    pub models: Vec<ModelUse>,
}

impl Breakdown {
    /// A breakdown without values yet.
    pub fn new(check: Check, result: CheckResult) -> Self {
        Self { check, result, raw: vec![], score: None, limits: vec![], reasons: vec![], models: vec![] }
    }

    /// The answer of a check that could not run.
    pub fn not_assessed(check: Check) -> Self {
        Self::new(check, CheckResult::NotAssessed).because(Reason::CheckNotAssessed { check: check.name().into() })
    }

    /// Adds a reason.
    #[must_use]
    pub fn because(mut self, reason: Reason) -> Self {
        self.reasons.push(reason);
        self
    }

    /// Adds a raw value; a value that is not finite turns the answer into *could not assess*.
    #[must_use]
    pub fn measured(mut self, name: impl Into<String>, value: f64, unit: &'static str) -> Self {
        if value.is_finite() {
            self.raw.push(Measured { name: name.into(), value, unit });
        } else {
            self.result = CheckResult::NotAssessed;
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_that_is_not_finite_never_passes() {
        let breakdown =
            Breakdown::new(Check::DocumentGlare, CheckResult::Pass).measured("front.glare", f64::NAN, "share");
        assert_eq!(breakdown.result, CheckResult::NotAssessed);
        assert!(breakdown.raw.is_empty());
    }
}
