//! Configuration: file < environment < flags.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, bail};
use countersign_checks::{Toolbox, ToolboxOptions};
use countersign_media::{Decoder, Limits};
use countersign_storage::{BlobStore, MasterKeys, Store};
use countersign_workflow::{App, AppParts, PolicyBook, SystemClock, SystemRandomness};
use serde::Deserialize;

use crate::home;

mod mail;

pub use mail::MailSection;

/// Everything an operator chooses. docs/reference/configuration.md explains each line.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Config {
    /// `[server]`
    pub server: ServerSection,
    /// `[storage]`
    pub storage: StorageSection,
    /// `[worker]`
    pub worker: WorkerSection,
    /// `[mail]`
    pub mail: MailSection,
}

/// `[server]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ServerSection {
    /// Address to listen on. `COUNTERSIGN_LISTEN`.
    pub listen: String,
    /// Where the service is reached from outside; `http://` and the listening address when empty. `COUNTERSIGN_BASE_URL`.
    pub base_url: String,
    /// Whether anyone may start a session on the start page.
    pub demo: bool,
    /// Whose pages may show the applicant's, as origins.
    pub embed_origins: Vec<String>,
    /// The policies that the page of levels offers; those of Level 1 and 2 when empty.
    pub levels: Vec<String>,
}

/// `[storage]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct StorageSection {
    /// `sqlite://path` or `postgres://…`. `COUNTERSIGN_DATABASE`.
    pub database: String,
    /// A folder, or `s3://bucket/prefix`. `COUNTERSIGN_BLOBS`.
    pub blobs: String,
    /// File with the key that wraps every session's key. `COUNTERSIGN_MASTER_KEY_FILE`.
    pub master_key_file: PathBuf,
    /// Make the key file when it is missing. Off by default: a second key made by mistake would hide a lost volume.
    pub make_master_key: bool,
}

/// `[worker]`
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct WorkerSection {
    /// Threads of the nets; 0: half of the cores.
    pub threads: usize,
    /// Work without Landlock on kernels that lack it.
    pub allow_without_landlock: bool,
}

impl Default for ServerSection {
    fn default() -> Self {
        Self {
            listen: "127.0.0.1:8080".into(),
            base_url: String::new(),
            demo: false,
            embed_origins: vec![],
            levels: vec![],
        }
    }
}

impl Default for StorageSection {
    fn default() -> Self {
        Self {
            database: "sqlite://data/countersign.db".into(),
            blobs: "data/blobs".into(),
            master_key_file: "data/master.key".into(),
            make_master_key: false,
        }
    }
}

impl Config {
    /// Reads the file, then the environment.
    pub fn read(file: Option<&Path>) -> Result<Self> {
        let mut config = match file {
            Some(file) => {
                let text = std::fs::read_to_string(file)
                    .with_context(|| format!("the configuration {} cannot be read", file.display()))?;
                toml::from_str(&text)
                    .with_context(|| format!("the configuration {} is not as expected", file.display()))?
            }
            None => Self::default(),
        };
        let take = |name: &str, field: &mut String| {
            if let Ok(value) = std::env::var(name) {
                *field = value;
            }
        };
        take("COUNTERSIGN_LISTEN", &mut config.server.listen);
        take("COUNTERSIGN_BASE_URL", &mut config.server.base_url);
        take("COUNTERSIGN_DATABASE", &mut config.storage.database);
        take("COUNTERSIGN_BLOBS", &mut config.storage.blobs);
        if let Some(value) = std::env::var_os("COUNTERSIGN_MASTER_KEY_FILE") {
            config.storage.master_key_file = value.into();
        }
        Ok(config)
    }

    /// Everything in one folder.
    pub fn keep_in(&mut self, folder: &Path) {
        self.storage.database = format!("sqlite://{}", folder.join("countersign.db").display());
        self.storage.blobs = folder.join("blobs").display().to_string();
        self.storage.master_key_file = folder.join("master.key");
        self.storage.make_master_key = true;
    }

    /// Whose pages may show the applicant's: scheme, host and port, where the port may be `*`. Anything else could widen the policy it stands in.
    pub fn embed_origins(&self) -> Result<Vec<String>> {
        let fits = |origin: &str| {
            let host = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://"));
            host.is_some_and(|host| {
                !host.is_empty() && host.chars().all(|c| c.is_ascii_alphanumeric() || "-.:*".contains(c))
            })
        };
        match self.server.embed_origins.iter().find(|origin| !fits(origin)) {
            Some(wrong) => bail!("server.embed_origins: {wrong} is not an origin such as https://shop.example.org"),
            None => Ok(self.server.embed_origins.clone()),
        }
    }

    /// The policies that the page of levels offers. Where anyone may try the service out, those that let samples through.
    pub fn levels(&self) -> Result<Vec<String>> {
        let usual: &[&str] = if self.server.demo { &["demo-1", "demo"] } else { &["level-1", "level-2"] };
        if self.server.levels.is_empty() {
            return Ok(usual.iter().map(|name| (*name).to_owned()).collect());
        }
        let book = Self::policies()?;
        match self.server.levels.iter().find(|name| book.get(name).is_none()) {
            Some(wrong) => bail!("server.levels: there is no policy {wrong}"),
            None => Ok(self.server.levels.clone()),
        }
    }

    /// The decoder with the product's limits.
    pub fn decoder(&self) -> Result<Arc<Decoder>> {
        let limits = Limits { allow_without_landlock: self.worker.allow_without_landlock, ..Limits::default() };
        Ok(Arc::new(Decoder::this_program(limits).context("this program's own path is not known")?))
    }

    /// The models, loaded and verified.
    pub fn toolbox(&self) -> Result<Toolbox> {
        let mut options = ToolboxOptions::in_folder(&home::find()?.join("models"));
        if self.worker.threads > 0 {
            options.threads = self.worker.threads;
        }
        Toolbox::load(&options).context("the models cannot be loaded; `countersign models build` makes them")
    }

    /// The policies.
    pub fn policies() -> Result<PolicyBook> {
        let folder = home::find()?.join("policies");
        PolicyBook::read(&folder).with_context(|| format!("the policies in {} cannot be used", folder.display()))
    }

    /// The key that wraps every session's key.
    pub fn master_keys(&self) -> Result<Arc<MasterKeys>> {
        let path = &self.storage.master_key_file;
        if !path.exists() && self.storage.make_master_key {
            if let Some(folder) = path.parent() {
                std::fs::create_dir_all(folder)?;
            }
            return Ok(Arc::new(MasterKeys::generate(path)?));
        }
        MasterKeys::load(path).map(Arc::new).with_context(|| {
            format!(
                "the master key {} cannot be used; `storage.make_master_key = true` makes one when it is missing",
                path.display()
            )
        })
    }

    /// The database, brought to this version's schema.
    pub async fn store(&self) -> Result<Arc<dyn Store>> {
        let url = &self.storage.database;
        if let Some(path) = url.strip_prefix("sqlite://").map(|rest| rest.split('?').next().unwrap_or(rest))
            && let Some(folder) = Path::new(path).parent()
            && !folder.as_os_str().is_empty()
        {
            std::fs::create_dir_all(folder)?;
        }
        let store = countersign_storage::connect(url, self.master_keys()?).await?;
        store.migrate().await?;
        Ok(store)
    }

    /// The encrypted files.
    pub fn blobs(&self) -> Result<BlobStore> {
        let location = &self.storage.blobs;
        if location.contains("://") {
            let options: Vec<(String, String)> =
                std::env::vars().filter(|(name, _)| name.starts_with("AWS_")).collect();
            return Ok(BlobStore::open(location, &options)?);
        }
        std::fs::create_dir_all(location)?;
        let folder = std::fs::canonicalize(location)?;
        Ok(BlobStore::open(&format!("file://{}", folder.display()), &[])?)
    }

    /// The whole application.
    pub async fn app(&self) -> Result<Arc<App>> {
        let toolbox = self.toolbox()?;
        Ok(App::new(AppParts {
            store: self.store().await?,
            blobs: Arc::new(self.blobs()?),
            decoder: self.decoder()?,
            examiner: Arc::new(toolbox),
            policies: Self::policies()?,
            clock: Arc::new(SystemClock),
            randomness: Arc::new(SystemRandomness),
            decoders: std::thread::available_parallelism().map_or(1, usize::from),
            mail: self.mail.parts()?,
        }))
    }
}
