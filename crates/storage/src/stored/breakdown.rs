//! One check's answer inside a stored decision.

use countersign_domain::{Breakdown, Check, CheckResult, Measured, ModelUse};
use serde::{Deserialize, Serialize};

use super::reason::{ReasonV1, read_reasons, write_reasons};
use super::words::word;
use super::{Unreadable, finite};
use crate::error::StorageError;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct BreakdownV1 {
    check: String,
    result: String,
    raw: Vec<MeasuredV1>,
    score: Option<f64>,
    limits: Vec<(String, f64)>,
    reasons: Vec<ReasonV1>,
    models: Vec<ModelV1>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct MeasuredV1 {
    name: String,
    value: f64,
    unit: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ModelV1 {
    name: String,
    hash: String,
}

impl BreakdownV1 {
    pub(super) fn write(breakdown: &Breakdown) -> Result<Self, StorageError> {
        let raw = breakdown.raw.iter().map(|measured| {
            let value = finite(measured.value, "raw")?;
            Ok(MeasuredV1 { name: measured.name.clone(), value, unit: measured.unit.into() })
        });
        let limits = breakdown.limits.iter().map(|(name, value)| Ok(((*name).to_owned(), finite(*value, "limits")?)));
        let models =
            breakdown.models.iter().map(|model| ModelV1 { name: model.name.clone(), hash: model.hash.clone() });
        Ok(Self {
            check: breakdown.check.name().into(),
            result: breakdown.result.name().into(),
            raw: raw.collect::<Result<_, StorageError>>()?,
            score: breakdown.score.map(|score| finite(score, "score")).transpose()?,
            limits: limits.collect::<Result<_, StorageError>>()?,
            reasons: write_reasons(&breakdown.reasons)?,
            models: models.collect(),
        })
    }

    pub(super) fn read(self) -> Result<Breakdown, Unreadable> {
        let raw = self.raw.into_iter().map(|MeasuredV1 { name, value, unit }| {
            Ok(Measured { name, value, unit: word(&unit).ok_or(Unreadable::Field("unit"))? })
        });
        let limits = self
            .limits
            .into_iter()
            .map(|(name, value)| word(&name).map(|name| (name, value)).ok_or(Unreadable::Field("limits")));
        Ok(Breakdown {
            check: Check::from_name(&self.check).ok_or(Unreadable::Field("check"))?,
            result: CheckResult::from_name(&self.result).ok_or(Unreadable::Field("result"))?,
            raw: raw.collect::<Result<_, Unreadable>>()?,
            score: self.score,
            limits: limits.collect::<Result<_, Unreadable>>()?,
            reasons: read_reasons(&self.reasons)?,
            models: self.models.into_iter().map(|model| ModelUse { name: model.name, hash: model.hash }).collect(),
        })
    }
}
