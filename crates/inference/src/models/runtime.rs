//! Runs ONNX files with `rten`, on one bounded pool shared by all models of a store.

use std::sync::Arc;

use rten::{NodeId, RunOptions, ThreadPool, ValueView};
use rten_tensor::Layout;

use super::{Model, ModelError, ModelInfo, Tensor};

/// An ONNX net in `rten`.
pub(super) struct RtenModel {
    info: ModelInfo,
    net: rten::Model,
    inputs: Vec<NodeId>,
    outputs: Vec<NodeId>,
    pool: Arc<ThreadPool>,
}

impl RtenModel {
    /// Parses `onnx` and looks up the tensors that the manifest names.
    pub(super) fn new(info: ModelInfo, onnx: Vec<u8>, pool: Arc<ThreadPool>) -> Result<Self, ModelError> {
        let unloadable = |reason: String| ModelError::Unloadable { name: info.name.clone(), reason };
        let mut options = rten::ModelOptions::with_all_ops();
        options.prepack_weights(true);
        let net = options.load(onnx).map_err(|error| unloadable(error.to_string()))?;
        let find = |name: &str| net.node_id(name).map_err(|error| unloadable(error.to_string()));
        let inputs = info.inputs.iter().map(|tensor| find(&tensor.name)).collect::<Result<_, _>>()?;
        let outputs = info.outputs.iter().map(|tensor| find(&tensor.name)).collect::<Result<_, _>>()?;
        Ok(Self { info, net, inputs, outputs, pool })
    }

    fn contract(&self, reason: String) -> ModelError {
        ModelError::Contract { name: self.info.name.clone(), reason }
    }

    fn check_inputs(&self, inputs: &[Tensor]) -> Result<(), ModelError> {
        if inputs.len() != self.inputs.len() {
            return Err(self.contract(format!("takes {} tensors, was given {}", self.inputs.len(), inputs.len())));
        }
        for (tensor, wanted) in inputs.iter().zip(&self.info.inputs) {
            let fits = tensor.shape.len() == wanted.shape.len()
                && tensor.shape.iter().zip(&wanted.shape).all(|(have, want)| *want == 0 || have == want);
            if !fits {
                return Err(self.contract(format!("`{}` wants {:?}, is {:?}", wanted.name, wanted.shape, tensor.shape)));
            }
        }
        Ok(())
    }
}

impl Model for RtenModel {
    fn info(&self) -> &ModelInfo {
        &self.info
    }

    fn run(&self, inputs: &[Tensor]) -> Result<Vec<Tensor>, ModelError> {
        self.check_inputs(inputs)?;
        let mut fed = Vec::with_capacity(inputs.len());
        for (id, tensor) in self.inputs.iter().zip(inputs) {
            let view =
                ValueView::from_shape(&tensor.shape, &tensor.data).map_err(|error| self.contract(error.to_string()))?;
            fed.push((*id, view.into()));
        }
        let mut options = RunOptions::default();
        options.thread_pool = Some(Arc::clone(&self.pool));
        let values = self
            .net
            .run(fed, &self.outputs, Some(options))
            .map_err(|error| ModelError::RunFailed { name: self.info.name.clone(), reason: error.to_string() })?;
        values
            .into_iter()
            .map(|value| {
                let tensor = value
                    .into_tensor::<f32>()
                    .ok_or_else(|| self.contract("gave an output that is not f32".to_owned()))?;
                Ok(Tensor { shape: tensor.shape().to_vec(), data: tensor.into_data() })
            })
            .collect()
    }
}
