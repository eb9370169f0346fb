//! One SQLite transaction.

use async_trait::async_trait;
use sqlx::sqlite::{Sqlite, SqliteArguments, SqliteRow};
use sqlx::{Column, Row as _, Transaction, TypeInfo, ValueRef};

use super::fault::fault;
use super::sql::SQL;
use crate::error::StorageError;
use crate::link::{Link, Sql};
use crate::row::{Row, Value};

pub(super) struct SqliteLink(pub(super) Transaction<'static, Sqlite>);

fn query(sql: &'static str, params: Vec<Value>) -> sqlx::query::Query<'static, Sqlite, SqliteArguments> {
    params.into_iter().fold(sqlx::query(sql), |query, value| match value {
        Value::Text(text) => query.bind(text),
        Value::Int(number) => query.bind(number),
        Value::Blob(bytes) => query.bind(bytes),
        Value::Null => query.bind(None::<String>),
    })
}

fn read(row: &SqliteRow) -> Result<Row, sqlx::Error> {
    let mut cells = Vec::with_capacity(row.columns().len());
    for (i, column) in row.columns().iter().enumerate() {
        let raw = row.try_get_raw(i)?;
        let value = if raw.is_null() {
            Value::Null
        } else {
            match raw.type_info().name() {
                "INTEGER" => Value::Int(Some(row.try_get(i)?)),
                "BLOB" => Value::Blob(Some(row.try_get(i)?)),
                _ => Value::Text(Some(row.try_get(i)?)),
            }
        };
        cells.push((column.name().to_owned(), value));
    }
    Ok(Row::new(cells))
}

#[async_trait]
impl Link for SqliteLink {
    fn sql(&self) -> &'static Sql {
        &SQL
    }

    async fn rows(&mut self, sql: &'static str, params: Vec<Value>) -> Result<Vec<Row>, StorageError> {
        let rows = query(sql, params).fetch_all(&mut *self.0).await.map_err(fault)?;
        rows.iter().map(|row| read(row).map_err(fault)).collect()
    }

    async fn run(&mut self, sql: &'static str, params: Vec<Value>) -> Result<u64, StorageError> {
        Ok(query(sql, params).execute(&mut *self.0).await.map_err(fault)?.rows_affected())
    }

    async fn script(&mut self, sql: &'static str) -> Result<(), StorageError> {
        sqlx::raw_sql(sql).execute(&mut *self.0).await.map(drop).map_err(fault)
    }

    async fn commit(self: Box<Self>) -> Result<(), StorageError> {
        self.0.commit().await.map_err(fault)
    }
}
