//! Finds models by name and vouches for their weights.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::Arc,
};

use rten::ThreadPool;
use sha2::{Digest, Sha256};

use super::{Model, ModelError, ModelInfo, own, runtime::RtenModel};

/// All manifests of a folder and the folder that holds the weights.
pub struct ModelStore {
    manifests: BTreeMap<String, ModelInfo>,
    manifest_dir: PathBuf,
    weights_dir: PathBuf,
    pool: Arc<ThreadPool>,
    threads: usize,
}

/// How a model's weights stand, for `countersign models list` and `doctor`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WeightState {
    /// There, with the hash of the manifest.
    Verified,
    /// Not there.
    Missing,
    /// There, with another hash (hex).
    Changed(String),
}

impl ModelStore {
    /// The nets that are built into the binary and no others, on a pool of `threads` (bounded as in
    /// [`ModelStore::with_threads`]). For readers that shall work without any file beside the program.
    pub fn built_in(threads: usize) -> Result<Self, ModelError> {
        let mut store = Self {
            manifests: BTreeMap::new(),
            manifest_dir: PathBuf::new(),
            weights_dir: PathBuf::new(),
            pool: Arc::new(ThreadPool::with_num_threads(threads.clamp(1, cores()))),
            threads: threads.clamp(1, cores()),
        };
        store.add_built_in()?;
        Ok(store)
    }

    /// Reads every `*.toml` of `manifest_dir` and adds the nets built into the binary. Weights are looked for in
    /// `weights_dir` first, beside the manifest second and in the binary last; they are read only by
    /// [`ModelStore::load`]. The pool has as many threads as the machine has cores.
    pub fn open(manifest_dir: &Path, weights_dir: &Path) -> Result<Self, ModelError> {
        let unreadable =
            |path: &Path, source| ModelError::ManifestUnreadable { path: path.display().to_string(), source };
        let mut manifests = BTreeMap::new();
        for entry in std::fs::read_dir(manifest_dir).map_err(|error| unreadable(manifest_dir, error))? {
            let path = entry.map_err(|error| unreadable(manifest_dir, error))?.path();
            if path.extension().is_none_or(|extension| extension != "toml") {
                continue;
            }
            let text = std::fs::read_to_string(&path).map_err(|error| unreadable(&path, error))?;
            let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
            let info = ModelInfo::parse(&text, &stem)
                .map_err(|reason| ModelError::ManifestInvalid { path: path.display().to_string(), reason })?;
            manifests.insert(stem, info);
        }
        let threads = cores();
        let mut store = Self {
            manifests,
            manifest_dir: manifest_dir.to_owned(),
            weights_dir: weights_dir.to_owned(),
            pool: Arc::new(ThreadPool::with_num_threads(threads)),
            threads,
        };
        store.add_built_in()?;
        Ok(store)
    }

    /// Manifests of the binary, for models that the folder does not describe itself.
    fn add_built_in(&mut self) -> Result<(), ModelError> {
        for own in own::OWN {
            if !self.manifests.contains_key(own.name) {
                let info = ModelInfo::parse(own.manifest, own.name).map_err(|reason| ModelError::ManifestInvalid {
                    path: format!("{}.toml (built in)", own.name),
                    reason,
                })?;
                self.manifests.insert(own.name.to_owned(), info);
            }
        }
        Ok(())
    }

    /// The same store with a pool of `threads`, at least one and never more than the cores. Models loaded before keep
    /// the pool they have.
    #[must_use]
    pub fn with_threads(mut self, threads: usize) -> Self {
        self.threads = threads.clamp(1, cores());
        self.pool = Arc::new(ThreadPool::with_num_threads(self.threads));
        self
    }

    /// Threads of the pool that all models of this store share.
    pub fn threads(&self) -> usize {
        self.threads
    }

    /// All manifests, by name.
    pub fn list(&self) -> impl Iterator<Item = &ModelInfo> {
        self.manifests.values()
    }

    /// One manifest.
    pub fn info(&self, name: &str) -> Result<&ModelInfo, ModelError> {
        self.manifests.get(name).ok_or_else(|| ModelError::Unknown { name: name.to_owned() })
    }

    /// Whether the weights are there and unchanged.
    pub fn state(&self, name: &str) -> Result<WeightState, ModelError> {
        match self.read(self.info(name)?) {
            Ok(_) => Ok(WeightState::Verified),
            Err(ModelError::WeightsMissing { .. }) => Ok(WeightState::Missing),
            Err(ModelError::WrongHash { found, .. }) => Ok(WeightState::Changed(found)),
            Err(error) => Err(error),
        }
    }

    /// The verified bytes of a model, for a runtime other than the store's own.
    pub fn weights(&self, name: &str) -> Result<Vec<u8>, ModelError> {
        self.read(self.info(name)?)
    }

    /// Reads, verifies and loads one model.
    pub fn load(&self, name: &str) -> Result<Box<dyn Model>, ModelError> {
        let info = self.info(name)?;
        let onnx = self.read(info)?;
        Ok(Box::new(RtenModel::new(info.clone(), onnx, Arc::clone(&self.pool))?))
    }

    fn read(&self, info: &ModelInfo) -> Result<Vec<u8>, ModelError> {
        let missing = || ModelError::WeightsMissing { name: info.name.clone(), file: info.file.clone() };
        let bytes = [&self.weights_dir, &self.manifest_dir]
            .into_iter()
            .filter(|folder| !folder.as_os_str().is_empty())
            .find_map(|folder| std::fs::read(folder.join(&info.file)).ok())
            .or_else(|| own::weights(&info.file).map(<[u8]>::to_vec))
            .ok_or_else(missing)?;
        let found = hex::encode(Sha256::digest(&bytes));
        if found == info.sha256 {
            Ok(bytes)
        } else {
            Err(ModelError::WrongHash { name: info.name.clone(), expected: info.sha256.clone(), found })
        }
    }
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}
