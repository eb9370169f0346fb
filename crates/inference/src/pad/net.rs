//! The weights of the signs: a logistic regression as an ONNX file like every other net, so that its hash stands with each result.

use super::Signs;
use crate::models::{Model, ModelError, ModelStore, Tensor};

/// Name of the manifest.
pub const MODEL: &str = "presentation";

/// Weighs signs.
pub struct PresentationNet {
    net: Box<dyn Model>,
    /// The signs it takes, in its order.
    names: Vec<String>,
}

impl PresentationNet {
    /// With the net of a store.
    pub fn load(store: &ModelStore) -> Result<Self, ModelError> {
        Self::over(store.load(MODEL)?)
    }

    /// Over any net whose manifest names the signs it takes in the meaning of its input, apart by blanks.
    pub fn over(net: Box<dyn Model>) -> Result<Self, ModelError> {
        let meaning = net.info().inputs.first().map(|input| input.meaning.clone()).unwrap_or_default();
        let names: Vec<String> = meaning.split_whitespace().map(str::to_owned).collect();
        let unknown = names.iter().find(|name| !Signs::NAMES.contains(&name.as_str()));
        match unknown {
            Some(name) => Err(contract(&*net, format!("wants a sign {name} that is not measured"))),
            None => Ok(Self { net, names }),
        }
    }

    /// What the weights are: hex sha256.
    pub fn fingerprint(&self) -> &str {
        &self.net.info().sha256
    }

    /// How much likelier a live person before a camera is than an attack: natural logarithm, positive for a live person. `None` when a sign that
    /// it weighs could not be measured.
    pub fn score(&self, signs: &Signs) -> Result<Option<f32>, ModelError> {
        let values: Option<Vec<f32>> =
            self.names.iter().map(|name| signs.named(name).filter(|value| value.is_finite())).collect();
        let Some(values) = values else { return Ok(None) };
        let input = Tensor::new(vec![1, values.len()], values)
            .ok_or_else(|| contract(&*self.net, "was given another number of signs".to_owned()))?;
        match self.net.run(&[input])?.first() {
            Some(Tensor { data, .. }) if data.len() == 1 => Ok(Some(data[0])),
            _ => Err(contract(&*self.net, "answered another shape".to_owned())),
        }
    }
}

fn contract(net: &dyn Model, reason: String) -> ModelError {
    ModelError::Contract { name: net.info().name.clone(), reason }
}
