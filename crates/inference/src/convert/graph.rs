//! Builds an ONNX graph node by node. Tensors are `[1, channels, height, width]`.

use super::{
    onnx::{Attribute, Message, attribute, float_tensor, int_tensor, value_info},
    shards::Weight,
};

/// Zeros added at the top, left, bottom and right.
pub(super) type Pads = [i64; 4];

/// No padding, TensorFlow's `valid`.
pub(super) const VALID: Pads = [0; 4];
/// One pixel on every side: TensorFlow's `same` for a 3×3 kernel at stride 1.
pub(super) const AROUND: Pads = [1; 4];
/// One pixel at the end: TensorFlow's `same` for a kernel 3 at stride 2 on even sizes, and for every 2×2 pooling.
pub(super) const AT_END: Pads = [0, 0, 1, 1];

/// A graph under construction; methods return the name of the tensor they make.
#[derive(Default)]
pub(super) struct Graph {
    nodes: Vec<Message>,
    initializers: Vec<Message>,
    input: Option<Message>,
    output: Option<Message>,
    count: usize,
}

impl Graph {
    fn fresh(&mut self) -> String {
        self.count += 1;
        format!("t{}", self.count)
    }

    fn constant(&mut self, shape: &[usize], data: &[f32]) -> String {
        let name = self.fresh();
        self.initializers.push(float_tensor(&name, shape, data));
        name
    }

    fn node(&mut self, op: &str, inputs: &[&str], attributes: &[(&str, Attribute)]) -> String {
        let output = self.fresh();
        let mut node = Message::default();
        for input in inputs {
            node = node.text(1, input);
        }
        node = node.text(2, &output).text(3, &output).text(4, op);
        for (name, value) in attributes {
            node = node.message(5, &attribute(name, value));
        }
        self.nodes.push(node);
        output
    }

    /// The picture, 0–255 RGB, less the mean colour, over 255. `side` 0 leaves height and width free.
    pub(super) fn picture(&mut self, side: usize, mean: [f32; 3]) -> String {
        self.input = Some(value_info("image", &[1, 3, side, side]));
        let mean = self.constant(&[1, 3, 1, 1], &mean);
        let scale = self.constant(&[1], &[255.0]);
        let shifted = self.node("Sub", &["image", &mean], &[]);
        self.node("Div", &[&shifted, &scale], &[])
    }

    /// Declares `tensor` to be the output, named `name`; 0 is a free dimension.
    pub(super) fn output(&mut self, tensor: &str, name: &str, shape: &[usize]) {
        self.nodes.push(Message::default().text(1, tensor).text(2, name).text(3, name).text(4, "Identity"));
        self.output = Some(value_info(name, shape));
    }

    /// A convolution. `filters` is TensorFlow's `[h, w, in, out]`; `bias` has one value per output.
    pub(super) fn conv(&mut self, x: &str, filters: &Weight, bias: &[f32], stride: i64, pads: Pads) -> String {
        let (shape, data) = filters_first(filters);
        let kernel = [shape[2] as i64, shape[3] as i64];
        let filters = self.constant(&shape, &data);
        let bias = self.constant(&[bias.len()], bias);
        self.node("Conv", &[x, &filters, &bias], &conv_attributes(kernel, stride, pads, 1))
    }

    /// One filter per channel: TensorFlow's `[h, w, channels, 1]`.
    pub(super) fn depthwise(&mut self, x: &str, filters: &Weight, stride: i64, pads: Pads) -> String {
        let [h, w, channels, _] = [0, 1, 2, 3].map(|axis| filters.shape[axis]);
        let data: Vec<f32> = (0..channels)
            .flat_map(|c| (0..h * w).map(move |position| position * channels + c))
            .map(|index| filters.data[index])
            .collect();
        let constant = self.constant(&[channels, 1, h, w], &data);
        let attributes = conv_attributes([h as i64, w as i64], stride, pads, channels as i64);
        self.node("Conv", &[x, &constant], &attributes)
    }

    /// `max(x, 0)`.
    pub(super) fn relu(&mut self, x: &str) -> String {
        self.node("Relu", &[x], &[])
    }

    /// `x` where positive, else `slope · x`.
    pub(super) fn leaky(&mut self, x: &str, slope: f32) -> String {
        self.node("LeakyRelu", &[x], &[("alpha", Attribute::Float(slope))])
    }

    /// Sum of two tensors of one shape.
    pub(super) fn add(&mut self, a: &str, b: &str) -> String {
        self.node("Add", &[a, b], &[])
    }

    /// Largest value of each window.
    pub(super) fn max_pool(&mut self, x: &str, kernel: i64, stride: i64, pads: Pads) -> String {
        self.pool("MaxPool", x, kernel, stride, pads)
    }

    /// Mean of each window, no padding.
    pub(super) fn average_pool(&mut self, x: &str, kernel: i64, stride: i64) -> String {
        self.pool("AveragePool", x, kernel, stride, VALID)
    }

    fn pool(&mut self, op: &str, x: &str, kernel: i64, stride: i64, pads: Pads) -> String {
        let attributes = [
            ("kernel_shape", Attribute::Ints(vec![kernel; 2])),
            ("strides", Attribute::Ints(vec![stride; 2])),
            ("pads", Attribute::Ints(pads.to_vec())),
        ];
        self.node(op, &[x], &attributes)
    }

    /// Zeros after the last channel, row and column.
    pub(super) fn pad_end(&mut self, x: &str, channels: i64, rows: i64, columns: i64) -> String {
        let name = self.fresh();
        self.initializers.push(int_tensor(&name, &[0, 0, 0, 0, 0, channels, rows, columns]));
        self.node("Pad", &[x, &name], &[])
    }

    /// Mean over height and width: `[1, channels, 1, 1]`.
    pub(super) fn global_mean(&mut self, x: &str) -> String {
        self.node("GlobalAveragePool", &[x], &[])
    }

    /// A fully connected layer on `[1, channels, 1, 1]`: `[1, out]`. `weights` is `[in, out]`.
    pub(super) fn dense(&mut self, x: &str, weights: &Weight, bias: Option<&[f32]>) -> String {
        let flat = self.node("Flatten", &[x], &[("axis", Attribute::Int(1))]);
        let weights = self.constant(&weights.shape, &weights.data);
        let product = self.node("MatMul", &[&flat, &weights], &[]);
        let Some(bias) = bias else { return product };
        let bias = self.constant(&[1, bias.len()], bias);
        self.node("Add", &[&product, &bias], &[])
    }

    /// Probabilities over the last axis.
    pub(super) fn softmax(&mut self, x: &str) -> String {
        self.node("Softmax", &[x], &[("axis", Attribute::Int(1))])
    }

    /// The finished file.
    pub(super) fn into_onnx(self, name: &str) -> Vec<u8> {
        let mut graph = self.nodes.into_iter().fold(Message::default(), |graph, node| graph.message(1, &node));
        graph = graph.text(2, name);
        graph = self.initializers.into_iter().fold(graph, |graph, tensor| graph.message(5, &tensor));
        graph = self.input.into_iter().fold(graph, |graph, input| graph.message(11, &input));
        graph = self.output.into_iter().fold(graph, |graph, output| graph.message(12, &output));
        let operators = Message::default().text(1, "").int(2, 13);
        let model = Message::default().int(1, 8).text(2, "countersign").message(7, &graph).message(8, &operators);
        model.into_bytes()
    }
}

fn conv_attributes(kernel: [i64; 2], stride: i64, pads: Pads, group: i64) -> [(&'static str, Attribute); 4] {
    [
        ("kernel_shape", Attribute::Ints(kernel.to_vec())),
        ("strides", Attribute::Ints(vec![stride; 2])),
        ("pads", Attribute::Ints(pads.to_vec())),
        ("group", Attribute::Int(group)),
    ]
}

/// `[h, w, in, out]` to ONNX's `[out, in, h, w]`.
fn filters_first(filters: &Weight) -> ([usize; 4], Vec<f32>) {
    let [h, w, inputs, outputs] = [0, 1, 2, 3].map(|axis| filters.shape[axis]);
    let mut data = Vec::with_capacity(filters.data.len());
    for o in 0..outputs {
        for i in 0..inputs {
            for position in 0..h * w {
                data.push(filters.data[(position * inputs + i) * outputs + o]);
            }
        }
    }
    ([outputs, inputs, h, w], data)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filters_are_turned_from_tensorflow_to_onnx_order() {
        // [h 1, w 2, in 2, out 2], value = 100 w + 10 in + out.
        let data = vec![0.0, 1.0, 10.0, 11.0, 100.0, 101.0, 110.0, 111.0];
        let (shape, turned) = filters_first(&Weight { shape: vec![1, 2, 2, 2], data });
        assert_eq!(shape, [2, 2, 1, 2]);
        assert_eq!(turned, [0.0, 100.0, 10.0, 110.0, 1.0, 101.0, 11.0, 111.0]);
    }
}
