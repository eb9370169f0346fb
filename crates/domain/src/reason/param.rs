//! What a reason carries beside its code, and how it reads back.

/// A typed parameter of a reason. Never personal data: a reason travels in webhooks and logs.
#[derive(Clone, Debug, PartialEq)]
pub enum Param {
    /// A count.
    Count(u64),
    /// A measured number.
    Number(f64),
    /// A word from a closed list of the code (a format, a codec, a field name, a check name).
    Word(String),
}

/// A stored reason that does not read back.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReasonError {
    /// The code is not known.
    #[error("no reason has the code {0}")]
    UnknownCode(String),
    /// A parameter is missing or of another type.
    #[error("the reason {code} lacks its parameter {param}")]
    Parameter {
        /// The code.
        code: &'static str,
        /// The parameter.
        param: &'static str,
    },
}

pub(super) trait AsParam: Sized {
    fn to_param(&self) -> Param;
    fn from_param(param: &Param) -> Option<Self>;
}

impl AsParam for u64 {
    fn to_param(&self) -> Param {
        Param::Count(*self)
    }
    fn from_param(param: &Param) -> Option<Self> {
        match param {
            Param::Count(n) => Some(*n),
            _ => None,
        }
    }
}

impl AsParam for f64 {
    fn to_param(&self) -> Param {
        Param::Number(*self)
    }
    fn from_param(param: &Param) -> Option<Self> {
        match param {
            Param::Number(n) => Some(*n),
            Param::Count(n) => Some(*n as f64),
            Param::Word(_) => None,
        }
    }
}

impl AsParam for String {
    fn to_param(&self) -> Param {
        Param::Word(self.clone())
    }
    fn from_param(param: &Param) -> Option<Self> {
        match param {
            Param::Word(word) => Some(word.clone()),
            _ => None,
        }
    }
}
