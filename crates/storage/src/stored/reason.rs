//! A reason: `{"code":"document_glare","params":{"side":"front","percent":12.5}}`. A word is a JSON string, a count a JSON whole number,
//! a measured number a JSON number with a point.

use std::collections::BTreeMap;

use countersign_domain::{Param, Reason};
use serde::{Deserialize, Serialize};

use super::{Unreadable, finite};
use crate::error::StorageError;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReasonV1 {
    code: String,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    params: BTreeMap<String, ParamV1>,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(untagged)]
enum ParamV1 {
    Count(u64),
    Number(f64),
    Word(String),
}

impl ReasonV1 {
    pub(super) fn write(reason: &Reason) -> Result<Self, StorageError> {
        let params = reason.params().into_iter().map(|(name, param)| {
            let param = match param {
                Param::Count(count) => ParamV1::Count(count),
                Param::Number(number) => ParamV1::Number(finite(number, name)?),
                Param::Word(word) => ParamV1::Word(word),
            };
            Ok((name.to_owned(), param))
        });
        Ok(Self { code: reason.code().into(), params: params.collect::<Result<_, StorageError>>()? })
    }

    pub(super) fn read(&self) -> Result<Reason, Unreadable> {
        let param = |name: &str| {
            self.params.get(name).map(|param| match param.clone() {
                ParamV1::Count(count) => Param::Count(count),
                ParamV1::Number(number) => Param::Number(number),
                ParamV1::Word(word) => Param::Word(word),
            })
        };
        let reason = Reason::from_parts(&self.code, &param).map_err(|_| Unreadable::Field("reasons"))?;
        // A parameter that the code does not have would be lost in silence.
        if reason.params().len() == self.params.len() { Ok(reason) } else { Err(Unreadable::Field("reasons")) }
    }
}

pub(super) fn write_reasons(reasons: &[Reason]) -> Result<Vec<ReasonV1>, StorageError> {
    reasons.iter().map(ReasonV1::write).collect()
}

pub(super) fn read_reasons(reasons: &[ReasonV1]) -> Result<Vec<Reason>, Unreadable> {
    reasons.iter().map(ReasonV1::read).collect()
}
