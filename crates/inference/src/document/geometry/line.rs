//! Straight lines.

/// `x·n.0 + y·n.1 = d` with `n` of length one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Line {
    /// Normal.
    pub n: (f32, f32),
    /// Distance from the origin along the normal.
    pub d: f32,
}

impl Line {
    /// Through a point with this normal.
    pub fn at(point: (f32, f32), n: (f32, f32)) -> Self {
        Self { n, d: point.0 * n.0 + point.1 * n.1 }
    }

    /// Signed distance of a point along the normal.
    pub fn off(&self, p: (f32, f32)) -> f32 {
        p.0 * self.n.0 + p.1 * self.n.1 - self.d
    }

    /// Where two lines meet; `None` when they are nearly parallel (less than about 15°).
    pub fn cross(&self, other: &Self) -> Option<(f32, f32)> {
        let det = self.n.0 * other.n.1 - self.n.1 * other.n.0;
        (det.abs() > 0.25)
            .then(|| ((self.d * other.n.1 - self.n.1 * other.d) / det, (self.n.0 * other.d - self.d * other.n.0) / det))
    }

    /// The line along which weighted points lie, fitted again twice without those far off it. `None` for fewer than four
    /// points. The sign of the normal is arbitrary.
    pub fn fitted(points: &[(f32, f32, f32)]) -> Option<Self> {
        let mut kept = points.to_vec();
        let mut line = None;
        for _ in 0..3 {
            if kept.len() < 4 {
                break;
            }
            let total: f32 = kept.iter().map(|p| p.2).sum::<f32>().max(1e-6);
            let (cx, cy) = kept.iter().fold((0.0, 0.0), |s, p| (s.0 + p.0 * p.2 / total, s.1 + p.1 * p.2 / total));
            let (mut xx, mut xy, mut yy) = (0.0f32, 0.0f32, 0.0f32);
            for p in &kept {
                let (dx, dy) = (p.0 - cx, p.1 - cy);
                xx += p.2 * dx * dx;
                xy += p.2 * dx * dy;
                yy += p.2 * dy * dy;
            }
            // Direction of most spread; the normal stands on it.
            let along = 0.5 * (2.0 * xy).atan2(xx - yy);
            let fit = Self::at((cx, cy), (-along.sin(), along.cos()));
            let spread = (kept.iter().map(|p| p.2 * fit.off((p.0, p.1)).powi(2)).sum::<f32>() / total).sqrt();
            line = Some(fit);
            kept.retain(|p| fit.off((p.0, p.1)).abs() < (1.5 * spread).max(1.5));
        }
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_fitted_in_spite_of_a_stray_point() {
        let mut points: Vec<(f32, f32, f32)> = (0..30).map(|i| (i as f32, 5.0 + 0.5 * i as f32, 1.0)).collect();
        points.push((3.0, 25.0, 1.0));
        let line = Line::fitted(&points).expect("enough points");
        assert!(line.off((0.0, 5.0)).abs() < 0.2 && line.off((20.0, 15.0)).abs() < 0.2);
        assert!(Line::fitted(&points[..3]).is_none());
    }

    #[test]
    fn lines_cross_unless_they_are_parallel() {
        let across = Line::at((0.0, 7.0), (0.0, 1.0));
        let down = Line::at((3.0, 0.0), (1.0, 0.0));
        assert_eq!(across.cross(&down), Some((3.0, 7.0)));
        assert_eq!(across.cross(&Line::at((0.0, 9.0), (0.0, 1.0))), None);
    }
}
