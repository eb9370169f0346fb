//! A database of its own for each test, on a real PostgreSQL.
//!
//! The server is started from Debian's package by the first test that wants it and shared by every test process of this user, for starting
//! one takes seconds and creating a database a fraction of one. It stops about fifteen seconds after the last process that uses it has ended.
//! `COUNTERSIGN_TEST_POSTGRES` (an address whose user may create databases) names another server to use instead.

use std::str::FromStr;

use sqlx::postgres::{PgConnectOptions, PgConnection};
use sqlx::{AssertSqlSafe, Connection, Executor};

use super::cluster;
use crate::crypto::SessionKey;

/// An empty database.
#[derive(Debug)]
pub struct TestDatabase {
    /// Its address, for [`connect`](crate::connect).
    pub url: String,
    server: String,
    name: String,
}

impl TestDatabase {
    /// Creates one. Panics with what to install where there is no PostgreSQL: a test that cannot run must not pass.
    pub async fn create() -> Self {
        let server = match std::env::var("COUNTERSIGN_TEST_POSTGRES") {
            Ok(url) => url,
            Err(_) => cluster::url(),
        };
        let name = format!("countersign_test_{}", hex::encode(&SessionKey::draw().expose()[..8]));
        execute(&server, format!("CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")).await;
        Self { url: with_database(&server, &name), server, name }
    }

    /// Drops it, whoever is still connected.
    pub async fn remove(self) {
        execute(&self.server, format!("DROP DATABASE {} WITH (FORCE)", self.name)).await;
    }
}

/// Runs statements on a database, beside any store.
pub async fn execute(url: &str, sql: String) {
    let result = async {
        let mut connection = PgConnection::connect_with(&PgConnectOptions::from_str(url)?).await?;
        connection.execute(AssertSqlSafe(sql)).await?;
        connection.close().await
    };
    result.await.unwrap_or_else(|error| panic!("the test's PostgreSQL: {error}"));
}

fn with_database(url: &str, name: &str) -> String {
    let (address, query) = url.split_once('?').map_or((url, String::new()), |(a, q)| (a, format!("?{q}")));
    let scheme_end = address.find("://").map_or(0, |at| at + 3);
    let host_end = address[scheme_end..].find('/').map_or(address.len(), |at| scheme_end + at);
    format!("{}/{name}{query}", &address[..host_end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_database_is_replaced_and_the_rest_of_the_address_kept() {
        for (url, wanted) in [
            ("postgres://u:p@h:5433/postgres?sslmode=disable", "postgres://u:p@h:5433/x?sslmode=disable"),
            ("postgres://u@h", "postgres://u@h/x"),
            ("postgres://u@localhost/postgres?host=/run/pg", "postgres://u@localhost/x?host=/run/pg"),
        ] {
            assert_eq!(with_database(url, "x"), wanted);
        }
    }
}
