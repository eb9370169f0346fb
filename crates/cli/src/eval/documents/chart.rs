//! A reliability diagram: of what was said with a confidence, how much was right.

use std::fmt::Write as _;

/// Bins of equal width.
const BINS: usize = 10;

/// Each bin: how many, their mean confidence, the share that was right.
pub fn bins(points: &[(f64, bool)]) -> Vec<(usize, f64, f64)> {
    let place = |confidence: f64| ((confidence.clamp(0.0, 1.0) * BINS as f64) as usize).min(BINS - 1);
    (0..BINS)
        .filter_map(|bin| {
            let inside: Vec<_> = points.iter().filter(|(confidence, _)| place(*confidence) == bin).collect();
            let n = inside.len();
            let mean = inside.iter().map(|(confidence, _)| confidence).sum::<f64>() / n as f64;
            let right = inside.iter().filter(|(_, right)| *right).count() as f64 / n as f64;
            (n > 0).then_some((n, mean, right))
        })
        .collect()
}

/// Expected calibration error: how far confidence and share lie apart, weighted by how many.
pub fn calibration_error(points: &[(f64, bool)]) -> Option<f64> {
    let total = points.len();
    let far = |(n, mean, right): &(usize, f64, f64)| *n as f64 * (mean - right).abs();
    (total > 0).then(|| bins(points).iter().map(far).sum::<f64>() / total as f64)
}

/// The diagram as SVG; the area of a dot is how many lie in its bin.
pub fn svg(title: &str, points: &[(f64, bool)]) -> String {
    let (size, edge) = (260.0, 34.0);
    let at = |x: f64, y: f64| (edge + x * (size - 2.0 * edge), size - edge - y * (size - 2.0 * edge));
    let (left, bottom) = at(0.0, 0.0);
    let (right, top) = at(1.0, 1.0);
    let mut out = format!(
        "<svg viewBox=\"0 0 {size} {size}\" width=\"{size}\" role=\"img\" aria-label=\"{title}\"><path d=\"M{left} {top}V{bottom}H{right}\" \
         fill=\"none\" stroke=\"#667\"/><path d=\"M{left} {bottom}L{right} {top}\" stroke=\"#bbc\" stroke-dasharray=\"4\"/>"
    );
    for (n, mean, share) in bins(points) {
        let (x, y) = at(mean, share);
        let radius = 2.0 + 14.0 * (n as f64 / points.len() as f64).sqrt();
        write!(
            out,
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius:.1}\" fill=\"#0b5a52\" fill-opacity=\".6\"><title>{n} at {mean:.2}: {share:.2} right</title></circle>"
        )
        .unwrap_or_default();
    }
    let error = calibration_error(points).map_or_else(|| "none".into(), |error| format!("{error:.3}"));
    write!(
        out,
        "<text x=\"4\" y=\"16\" font-size=\"12\">{title}: n {}, calibration error {error}</text>\
         <text x=\"{left}\" y=\"{}\" font-size=\"11\">0 … confidence … 1; up: share that is right</text></svg>",
        points.len(),
        size - 10.0
    )
    .unwrap_or_default();
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_that_knows_itself_has_no_calibration_error() {
        let honest: Vec<(f64, bool)> = (0..10).map(|n| (0.75, n < 5)).chain((0..10).map(|n| (0.25, n < 5))).collect();
        assert!((calibration_error(&honest).expect("points") - 0.25).abs() < 1e-9);
        let perfect: Vec<(f64, bool)> = (0..8).map(|n| (0.75, n < 6)).collect();
        assert!(calibration_error(&perfect).expect("points") < 1e-9);
        assert_eq!(calibration_error(&[]), None);
        assert_eq!(bins(&[(1.0, true), (0.99, false)]), [(2, 0.995, 0.5)]);
    }
}
