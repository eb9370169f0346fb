//! The graphs of the package's nets, after its TypeScript (`src/tinyFaceDetector`, `src/faceFeatureExtractor`,
//! `src/faceRecognitionNet`, `src/faceProcessor`).

use super::{
    ConvertError,
    graph::{AROUND, AT_END, Graph, Pads, VALID},
    shards::{Weight, Weights},
};

type Built<T = ()> = Result<T, ConvertError>;

/// Mean colour of the detector's training pictures (`tinyFaceDetector/const.ts`).
const DETECTOR_MEAN: [f32; 3] = [117.001, 114.697, 97.404];
/// Mean colour of the other nets (`FaceFeatureExtractor.ts`, `FaceRecognitionNet.ts`).
const FACE_MEAN: [f32; 3] = [122.782, 117.001, 104.298];

/// `runMobilenet` of `TinyYolov2Base.ts`: any side that is a multiple of 32, one cell per 32 pixels, 5 anchors × 5 values.
pub(super) fn tiny_face_detector(weights: &Weights, graph: &mut Graph) -> Built {
    let mut x = graph.picture(0, DETECTOR_MEAN);
    x = conv(weights, graph, &x, "conv0", 1, VALID)?;
    x = graph.leaky(&x, 0.1);
    for layer in 1..=5 {
        x = graph.max_pool(&x, 2, 2, AT_END);
        x = separable(weights, graph, &x, &format!("conv{layer}"), 1, AROUND)?;
        x = graph.leaky(&x, 0.1);
    }
    x = graph.max_pool(&x, 2, 1, AT_END);
    x = conv(weights, graph, &x, "conv8", 1, VALID)?;
    graph.output(&x, "boxes", &[1, 25, 0, 0]);
    Ok(())
}

/// 68 points as fractions of the square input, x before y.
pub(super) fn face_landmark_68(weights: &Weights, graph: &mut Graph) -> Built {
    let features = extractor(weights, graph, 4, 4, 7)?;
    let points = fully_connected(weights, graph, &features)?;
    graph.output(&points, "points", &[1, 136]);
    Ok(())
}

/// The same with three blocks of three layers.
pub(super) fn face_landmark_68_tiny(weights: &Weights, graph: &mut Graph) -> Built {
    let features = extractor(weights, graph, 3, 3, 14)?;
    let points = fully_connected(weights, graph, &features)?;
    graph.output(&points, "points", &[1, 136]);
    Ok(())
}

/// Seven probabilities.
pub(super) fn face_expression(weights: &Weights, graph: &mut Graph) -> Built {
    let features = extractor(weights, graph, 4, 4, 7)?;
    let scores = fully_connected(weights, graph, &features)?;
    let probabilities = graph.softmax(&scores);
    graph.output(&probabilities, "probabilities", &[1, 7]);
    Ok(())
}

/// The 29-layer residual net, 128 values out.
pub(super) fn face_recognition(weights: &Weights, graph: &mut Graph) -> Built {
    // (layer, whether it halves the picture, channels added by zeros, rows and columns added to the convolved branch).
    // The zeros stand where the package pads a branch that came out smaller than its shortcut.
    const LAYERS: [(&str, Option<(i64, i64)>); 14] = [
        ("conv32_1", None),
        ("conv32_2", None),
        ("conv32_3", None),
        ("conv64_down", Some((32, 0))),
        ("conv64_1", None),
        ("conv64_2", None),
        ("conv64_3", None),
        ("conv128_down", Some((64, 0))),
        ("conv128_1", None),
        ("conv128_2", None),
        ("conv256_down", Some((128, 1))),
        ("conv256_1", None),
        ("conv256_2", None),
        ("conv256_down_out", Some((0, 1))),
    ];
    let mut x = graph.picture(150, FACE_MEAN);
    x = scaled_conv(weights, graph, &x, "conv32_down", 2, VALID)?;
    x = graph.relu(&x);
    x = graph.max_pool(&x, 3, 2, VALID);
    for (layer, down) in LAYERS {
        let (stride, pads) = if down.is_some() { (2, VALID) } else { (1, AROUND) };
        let mut branch = scaled_conv(weights, graph, &x, &format!("{layer}/conv1"), stride, pads)?;
        branch = graph.relu(&branch);
        branch = scaled_conv(weights, graph, &branch, &format!("{layer}/conv2"), 1, AROUND)?;
        if let Some((channels, edge)) = down {
            x = graph.average_pool(&x, 2, 2);
            if channels > 0 {
                x = graph.pad_end(&x, channels, 0, 0);
            }
            if edge > 0 {
                branch = graph.pad_end(&branch, 0, edge, edge);
            }
        }
        x = graph.add(&branch, &x);
        x = graph.relu(&x);
    }
    x = graph.global_mean(&x);
    x = graph.dense(&x, weights.get("fc", 2)?, None);
    graph.output(&x, "descriptor", &[1, 128]);
    Ok(())
}

/// `FaceFeatureExtractor`: `blocks` dense blocks of `layers` layers on 112 × 112, then the mean of `window` × `window`.
fn extractor(weights: &Weights, graph: &mut Graph, blocks: usize, layers: usize, window: i64) -> Built<String> {
    let mut x = graph.picture(112, FACE_MEAN);
    for block in 0..blocks {
        let name = |layer: usize| format!("dense{block}/conv{layer}");
        // All sizes here are even (112, 56, 28, 14), so `same` at stride 2 pads at the end only.
        let first = if block == 0 {
            conv(weights, graph, &x, &name(0), 2, AT_END)?
        } else {
            separable(weights, graph, &x, &name(0), 2, AT_END)?
        };
        let mut sum = graph.relu(&first);
        x.clone_from(&sum);
        for layer in 1..layers {
            let out = separable(weights, graph, &x, &name(layer), 1, AROUND)?;
            sum = graph.add(&sum, &out);
            x = graph.relu(&sum);
        }
    }
    Ok(graph.average_pool(&x, window, 2))
}

fn fully_connected(weights: &Weights, graph: &mut Graph, x: &str) -> Built<String> {
    let bias = weights.get("fc/bias", 1)?;
    Ok(graph.dense(x, weights.get("fc/weights", 2)?, Some(&bias.data)))
}

fn conv(weights: &Weights, graph: &mut Graph, x: &str, name: &str, stride: i64, pads: Pads) -> Built<String> {
    let filters = weights.get(&format!("{name}/filters"), 4)?;
    let bias = weights.get(&format!("{name}/bias"), 1)?;
    Ok(graph.conv(x, filters, &bias.data, stride, pads))
}

fn separable(weights: &Weights, graph: &mut Graph, x: &str, name: &str, stride: i64, pads: Pads) -> Built<String> {
    let depthwise = weights.get(&format!("{name}/depthwise_filter"), 4)?;
    let pointwise = weights.get(&format!("{name}/pointwise_filter"), 4)?;
    let bias = weights.get(&format!("{name}/bias"), 1)?;
    let spread = graph.depthwise(x, depthwise, stride, pads);
    Ok(graph.conv(&spread, pointwise, &bias.data, 1, VALID))
}

/// A convolution followed by a scale per channel, folded into the convolution: (x·w + b)·s + t = x·(w·s) + (b·s + t).
fn scaled_conv(weights: &Weights, graph: &mut Graph, x: &str, name: &str, stride: i64, pads: Pads) -> Built<String> {
    let filters = weights.get(&format!("{name}/conv/filters"), 4)?;
    let bias = weights.get(&format!("{name}/conv/bias"), 1)?;
    let scale = weights.get(&format!("{name}/scale/weights"), 1)?;
    let shift = weights.get(&format!("{name}/scale/biases"), 1)?;
    // The output channel is the last axis, so it changes fastest.
    let data = filters.data.iter().zip(scale.data.iter().cycle()).map(|(w, s)| w * s).collect();
    let folded = Weight { shape: filters.shape.clone(), data };
    let shifts: Vec<f32> = bias.data.iter().zip(&scale.data).zip(&shift.data).map(|((b, s), t)| b * s + t).collect();
    Ok(graph.conv(x, &folded, &shifts, stride, pads))
}
