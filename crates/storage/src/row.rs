//! What both backends exchange: texts, whole numbers and bytes. Every value is one of these three, so that the tables above them are
//! written once and only the SQL differs.

use jiff::Timestamp;

use crate::error::{ErrorKind, StorageError};

/// A value to bind.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    Text(Option<String>),
    Int(Option<i64>),
    Blob(Option<Vec<u8>>),
    /// Only read: an empty column of whichever type.
    Null,
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(Some(text.to_owned()))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(Some(text))
    }
}

impl From<Option<String>> for Value {
    fn from(text: Option<String>) -> Self {
        Self::Text(text)
    }
}

impl From<Option<&str>> for Value {
    fn from(text: Option<&str>) -> Self {
        Self::Text(text.map(str::to_owned))
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Int(Some(number))
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Int(Some(i64::from(number)))
    }
}

impl From<Timestamp> for Value {
    fn from(at: Timestamp) -> Self {
        Self::Int(Some(at.as_millisecond()))
    }
}

impl From<Option<Timestamp>> for Value {
    fn from(at: Option<Timestamp>) -> Self {
        Self::Int(at.map(Timestamp::as_millisecond))
    }
}

impl From<Vec<u8>> for Value {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Blob(Some(bytes))
    }
}

impl From<Option<Vec<u8>>> for Value {
    fn from(bytes: Option<Vec<u8>>) -> Self {
        Self::Blob(bytes)
    }
}

impl From<[u8; 32]> for Value {
    fn from(bytes: [u8; 32]) -> Self {
        Self::Blob(Some(bytes.to_vec()))
    }
}

/// Binds a list of anything that is a [`Value`], ids by their text.
macro_rules! values {
    ($($value:expr),* $(,)?) => { vec![$($crate::row::Value::from($value)),*] };
}
pub(crate) use values;

impl Value {
    /// PostgreSQL cannot hold a NUL character in a text; refused for both, so that both behave alike.
    pub(crate) fn storable(&self) -> bool {
        !matches!(self, Self::Text(Some(text)) if text.contains('\0'))
    }
}

/// One row that was read: named values, and for errors the table and the row's key.
pub(crate) struct Row {
    pub(crate) cells: Vec<(String, Value)>,
    pub(crate) table: &'static str,
    pub(crate) key: String,
}

impl Row {
    pub(crate) fn new(cells: Vec<(String, Value)>) -> Self {
        Self { cells, table: "row", key: String::new() }
    }

    /// Says which table it is of and which column is its key.
    pub(crate) fn of(mut self, table: &'static str, key: &'static str) -> Self {
        self.table = table;
        self.key = self.text(key).unwrap_or_else(|_| "?".into());
        self
    }

    fn cell(&self, column: &'static str) -> Option<&Value> {
        self.cells.iter().find(|(name, _)| name == column).map(|(_, value)| value)
    }

    /// The error that names this row and a column.
    pub(crate) fn impossible(&self, column: &'static str) -> StorageError {
        StorageError::corrupt(self.table, column, &self.key)
    }

    pub(crate) fn opt_text(&self, column: &'static str) -> Result<Option<String>, StorageError> {
        match self.cell(column) {
            Some(Value::Text(text)) => Ok(text.clone()),
            Some(Value::Null) => Ok(None),
            _ => Err(self.impossible(column)),
        }
    }

    pub(crate) fn text(&self, column: &'static str) -> Result<String, StorageError> {
        self.opt_text(column)?.ok_or_else(|| self.impossible(column))
    }

    pub(crate) fn opt_int(&self, column: &'static str) -> Result<Option<i64>, StorageError> {
        match self.cell(column) {
            Some(Value::Int(number)) => Ok(*number),
            Some(Value::Null) => Ok(None),
            _ => Err(self.impossible(column)),
        }
    }

    pub(crate) fn int(&self, column: &'static str) -> Result<i64, StorageError> {
        self.opt_int(column)?.ok_or_else(|| self.impossible(column))
    }

    pub(crate) fn u32(&self, column: &'static str) -> Result<u32, StorageError> {
        u32::try_from(self.int(column)?).map_err(|_| self.impossible(column))
    }

    pub(crate) fn u64(&self, column: &'static str) -> Result<u64, StorageError> {
        u64::try_from(self.int(column)?).map_err(|_| self.impossible(column))
    }

    pub(crate) fn opt_blob(&self, column: &'static str) -> Result<Option<Vec<u8>>, StorageError> {
        match self.cell(column) {
            Some(Value::Blob(bytes)) => Ok(bytes.clone()),
            Some(Value::Null) => Ok(None),
            _ => Err(self.impossible(column)),
        }
    }

    pub(crate) fn blob(&self, column: &'static str) -> Result<Vec<u8>, StorageError> {
        self.opt_blob(column)?.ok_or_else(|| self.impossible(column))
    }

    pub(crate) fn hash(&self, column: &'static str) -> Result<[u8; 32], StorageError> {
        self.blob(column)?.try_into().map_err(|_| self.impossible(column))
    }

    pub(crate) fn time(&self, column: &'static str) -> Result<Timestamp, StorageError> {
        self.opt_time(column)?.ok_or_else(|| self.impossible(column))
    }

    pub(crate) fn opt_time(&self, column: &'static str) -> Result<Option<Timestamp>, StorageError> {
        self.opt_int(column)?.map(|ms| Timestamp::from_millisecond(ms).map_err(|_| self.impossible(column))).transpose()
    }

    /// A column read by `FromStr`, for ids.
    pub(crate) fn parsed<T: std::str::FromStr>(&self, column: &'static str) -> Result<T, StorageError> {
        self.text(column)?.parse().map_err(|_| self.impossible(column))
    }

    pub(crate) fn opt_parsed<T: std::str::FromStr>(&self, column: &'static str) -> Result<Option<T>, StorageError> {
        self.opt_text(column)?.map(|text| text.parse().map_err(|_| self.impossible(column))).transpose()
    }

    /// A column read by a function that knows the stable names.
    pub(crate) fn named<T>(&self, column: &'static str, read: impl Fn(&str) -> Option<T>) -> Result<T, StorageError> {
        read(&self.text(column)?).ok_or_else(|| self.impossible(column))
    }

    /// A stored document that must read back.
    pub(crate) fn document<T>(
        &self,
        column: &'static str,
        read: impl Fn(&str) -> Result<T, crate::stored::Unreadable>,
    ) -> Result<T, StorageError> {
        read(&self.text(column)?).map_err(|cause| self.impossible(column).because(cause))
    }
}

/// Refuses what one of the two backends could not hold.
pub(crate) fn prove_storable(params: &[Value]) -> Result<(), StorageError> {
    if params.iter().all(Value::storable) {
        return Ok(());
    }
    Err(StorageError::new(ErrorKind::Invalid, "text").saying("a text holds a NUL character"))
}
