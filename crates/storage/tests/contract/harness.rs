//! A fresh database of a backend, its store, and a way past the store to do what only a fault or an attacker does.

use std::sync::Arc;

use countersign_storage::test_support::master_keys;
use countersign_storage::test_support::postgres::TestDatabase;
use countersign_storage::{MasterKeys, Store, connect};
use sqlx::{AssertSqlSafe, Connection, Executor};

enum Place {
    File(tempfile::TempDir),
    Server(TestDatabase),
}

pub struct Backend {
    pub store: Arc<dyn Store>,
    place: Place,
}

pub async fn sqlite() -> Backend {
    let folder = tempfile::tempdir().expect("a folder");
    ready(Place::File(folder)).await
}

pub async fn postgres() -> Backend {
    ready(Place::Server(TestDatabase::create().await)).await
}

async fn ready(place: Place) -> Backend {
    let store = connect(&url(&place), master_keys()).await.expect("connects");
    store.migrate().await.expect("migrates");
    Backend { store, place }
}

fn url(place: &Place) -> String {
    match place {
        Place::File(folder) => format!("sqlite://{}/store.db", folder.path().display()),
        Place::Server(database) => database.url.clone(),
    }
}

impl Backend {
    /// A second store on the same database, as another process would have.
    pub async fn another(&self, keys: Arc<MasterKeys>) -> Arc<dyn Store> {
        connect(&url(&self.place), keys).await.expect("connects")
    }

    /// Runs SQL past the store; gives the database's refusal as its text.
    pub async fn raw(&self, sql: &str) -> Result<u64, String> {
        let sql = AssertSqlSafe(sql.to_owned());
        match &self.place {
            Place::File(_) => {
                let mut connection = sqlx::SqliteConnection::connect(&url(&self.place)).await.expect("connects");
                connection.execute(sql).await.map(|done| done.rows_affected()).map_err(|error| error.to_string())
            }
            Place::Server(database) => {
                let mut connection = sqlx::PgConnection::connect(&database.url).await.expect("connects");
                connection.execute(sql).await.map(|done| done.rows_affected()).map_err(|error| error.to_string())
            }
        }
    }

    /// Every byte that the database's files hold, where they can be read: SQLite's.
    pub fn bytes_on_disk(&self) -> Option<Vec<u8>> {
        let Place::File(folder) = &self.place else { return None };
        let files = std::fs::read_dir(folder.path()).expect("a folder");
        Some(files.flat_map(|file| std::fs::read(file.expect("an entry").path()).expect("readable")).collect())
    }

    pub async fn remove(self) {
        drop(self.store);
        if let Place::Server(database) = self.place {
            database.remove().await;
        }
    }
}
