//! A model that answers what a test tells it to, so that pipelines run without weights.

use super::{Accuracy, Model, ModelError, ModelInfo, Source, Tensor};

type Answer = Box<dyn Fn(&[Tensor]) -> Vec<Tensor> + Send + Sync>;

/// Stands in for a net in tests.
pub struct FakeModel {
    info: ModelInfo,
    answer: Answer,
}

impl FakeModel {
    /// A model called `name` that answers with `answer`.
    pub fn new(name: &str, answer: impl Fn(&[Tensor]) -> Vec<Tensor> + Send + Sync + 'static) -> Self {
        let info = ModelInfo {
            name: name.to_owned(),
            task: "test".to_owned(),
            summary: "answers what a test tells it to".to_owned(),
            licence: "Apache-2.0".to_owned(),
            file: format!("{name}.fake"),
            sha256: "0".repeat(64),
            bytes: 0,
            source: Source {
                package: "countersign".to_owned(),
                version: "0".to_owned(),
                made_by: "FakeModel::new".to_owned(),
                files: Vec::new(),
            },
            inputs: Vec::new(),
            outputs: Vec::new(),
            accuracy: Vec::<Accuracy>::new(),
            thresholds: Vec::new(),
            face: None,
        };
        Self { info, answer: Box::new(answer) }
    }
}

impl Model for FakeModel {
    fn info(&self) -> &ModelInfo {
        &self.info
    }

    fn run(&self, inputs: &[Tensor]) -> Result<Vec<Tensor>, ModelError> {
        Ok((self.answer)(inputs))
    }
}
