//! How a check turns values and limits into one breakdown, the same way everywhere.

use countersign_domain::{Breakdown, Check, CheckResult, ModelUse, Policy, PolicyError, Reason};

use crate::measurements::Side;

/// A breakdown in the making.
pub(crate) struct Ruling<'a> {
    check: Check,
    policy: &'a Policy,
    breakdown: Breakdown,
}

/// Severity for combining: a pass is the mildest, *could not assess* outweighs doubt, a failure outweighs all.
fn severity(result: CheckResult) -> u8 {
    match result {
        CheckResult::Pass => 0,
        CheckResult::Doubt => 1,
        CheckResult::NotAssessed => 2,
        CheckResult::Fail => 3,
    }
}

impl<'a> Ruling<'a> {
    pub(crate) fn new(check: Check, policy: &'a Policy) -> Self {
        Self { check, policy, breakdown: Breakdown::new(check, CheckResult::Pass) }
    }

    /// A limit of this check; it is written into the breakdown.
    pub(crate) fn limit(&mut self, name: &'static str) -> Result<f64, PolicyError> {
        let value = self.policy.limit(self.check, name)?;
        if !self.breakdown.limits.iter().any(|(known, _)| *known == name) {
            self.breakdown.limits.push((name, value));
        }
        Ok(value)
    }

    pub(crate) fn raw(&mut self, name: impl Into<String>, value: f64, unit: &'static str) {
        self.breakdown = std::mem::replace(&mut self.breakdown, Breakdown::new(self.check, CheckResult::Pass))
            .measured(name, value, unit);
    }

    pub(crate) fn models(&mut self, models: &[ModelUse]) {
        self.breakdown.models = models.to_vec();
    }

    /// Lowers the result, never raises it.
    pub(crate) fn lower(&mut self, result: CheckResult) {
        if severity(result) > severity(self.breakdown.result) {
            self.breakdown.result = result;
        }
    }

    pub(crate) fn fail(&mut self, reason: Reason) {
        self.lower(CheckResult::Fail);
        self.breakdown.reasons.push(reason);
    }

    pub(crate) fn doubt(&mut self, reason: Reason) {
        self.lower(CheckResult::Doubt);
        self.breakdown.reasons.push(reason);
    }

    pub(crate) fn not_assessed(&mut self) {
        self.lower(CheckResult::NotAssessed);
        let reason = Reason::CheckNotAssessed { check: self.check.name().into() };
        if !self.breakdown.reasons.contains(&reason) {
            self.breakdown.reasons.push(reason);
        }
    }

    /// The deciding value on 0–100, 50 at the limit. `good` and `bad` are the values of 100 and 0 on a straight line through the limit's 50.
    pub(crate) fn score(&mut self, value: f64, limit: f64, best: f64) {
        let half = best - limit;
        if value.is_finite() && half.abs() > f64::EPSILON {
            let score = (50.0 + 50.0 * (value - limit) / half).clamp(0.0, 100.0);
            self.breakdown.score = Some(self.breakdown.score.map_or(score, |lowest| lowest.min(score)));
        }
    }

    pub(crate) fn done(self) -> Breakdown {
        self.breakdown
    }
}

/// As [`each_side`], for a value whose absence says that it does not apply: such a side is passed over.
pub(crate) fn where_told(
    ruling: &mut Ruling<'_>,
    sides: &[(&'static str, Option<&Side>)],
    name: &str,
    unit: &'static str,
    value: impl Fn(&Side) -> Option<f64>,
    judge: impl FnMut(&mut Ruling<'_>, &'static str, f64),
) {
    let told: Vec<_> =
        sides.iter().copied().filter(|(_, side)| side.and_then(&value).is_some_and(f64::is_finite)).collect();
    each_side(ruling, &told, name, unit, value, judge);
}

/// Judges one value of every photographed side; a side or value that is missing makes the check *could not assess*.
pub(crate) fn each_side(
    ruling: &mut Ruling<'_>,
    sides: &[(&'static str, Option<&Side>)],
    name: &str,
    unit: &'static str,
    value: impl Fn(&Side) -> Option<f64>,
    mut judge: impl FnMut(&mut Ruling<'_>, &'static str, f64),
) {
    for (side, measured) in sides {
        match measured.and_then(&value) {
            Some(found) if found.is_finite() => {
                ruling.raw(format!("{side}.{name}"), found, unit);
                judge(ruling, side, found);
            }
            _ => ruling.not_assessed(),
        }
    }
}
