//! Numbers with a shape: the only thing that goes into a net or comes out.

/// Row-major `f32` values. `data.len()` equals the product of `shape`.
#[derive(Clone, Debug, PartialEq)]
pub struct Tensor {
    /// Lengths per axis, outermost first; for pictures `[1, 3, height, width]`.
    pub shape: Vec<usize>,
    /// The values.
    pub data: Vec<f32>,
}

impl Tensor {
    /// A tensor, or `None` when the number of values is not the product of the shape.
    pub fn new(shape: Vec<usize>, data: Vec<f32>) -> Option<Self> {
        (shape.iter().product::<usize>() == data.len()).then_some(Self { shape, data })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tensor_has_as_many_values_as_its_shape_says() {
        assert!(Tensor::new(vec![2, 3], vec![0.0; 6]).is_some());
        assert!(Tensor::new(vec![2, 3], vec![0.0; 5]).is_none());
    }
}
