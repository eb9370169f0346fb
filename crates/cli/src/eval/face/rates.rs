//! Rates of two sets of distances.

/// Distances of one person and of two.
#[derive(Clone, Default)]
pub struct Distances {
    pub same: Vec<f64>,
    pub different: Vec<f64>,
}

/// Draws of persons for a bound.
const DRAWS: usize = 400;

impl Distances {
    /// Share of one person's that lie above the limit.
    pub fn missed(&self, limit: f64) -> f64 {
        share(&self.same, |distance| distance > limit)
    }

    /// Share of two persons' that lie at or below the limit.
    pub fn matched(&self, limit: f64) -> f64 {
        share(&self.different, |distance| distance <= limit)
    }

    /// Where both rates are equal: rate and limit.
    pub fn equal(&self) -> Option<(f64, f64)> {
        if self.same.is_empty() || self.different.is_empty() {
            return None;
        }
        let mut limits: Vec<f64> = self.same.iter().chain(&self.different).copied().collect();
        limits.sort_by(f64::total_cmp);
        let apart = |limit: f64| (self.missed(limit) - self.matched(limit)).abs();
        let best = limits.into_iter().min_by(|a, b| apart(*a).total_cmp(&apart(*b)))?;
        Some((f64::midpoint(self.missed(best), self.matched(best)), best))
    }

    /// Share missed at the largest limit that matches at most `rate` of two persons' pairs.
    pub fn missed_at(&self, rate: f64) -> Option<f64> {
        let mut sorted = self.different.clone();
        sorted.sort_by(f64::total_cmp);
        let first_wrong = sorted.get((rate * sorted.len() as f64).floor() as usize)?;
        (!self.same.is_empty()).then(|| share(&self.same, |distance| distance >= *first_wrong))
    }

    /// Rates at every limit where either changes: `(limit, matched, missed)`.
    pub fn trade(&self) -> Vec<(f64, f64, f64)> {
        let mut limits: Vec<f64> = self.same.iter().chain(&self.different).copied().collect();
        limits.sort_by(f64::total_cmp);
        limits.dedup();
        limits.into_iter().map(|limit| (limit, self.matched(limit), self.missed(limit))).collect()
    }
}

fn share(values: &[f64], is: impl Fn(f64) -> bool) -> f64 {
    values.iter().filter(|value| is(**value)).count() as f64 / values.len().max(1) as f64
}

/// Mean and standard deviation; `None` for fewer than two.
pub fn spread(values: &[f64]) -> Option<(f64, f64)> {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    (values.len() > 1).then(|| (mean, (values.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / (n - 1.0)).sqrt()))
}

/// The distance under which a normal tail of these distances lets `rate` through, and its lower bound at 95 %: persons, not pairs, are drawn
/// anew, since pairs of one person hang together. `pairs`: distance and both persons.
pub fn tail(pairs: &[(f64, usize, usize)], rate: f64) -> Option<(f64, f64)> {
    let z = quantile_of_normal(rate)?;
    let at = |values: &[f64]| spread(values).map(|(mean, deviation)| mean + z * deviation);
    let whole = at(&pairs.iter().map(|pair| pair.0).collect::<Vec<_>>())?;
    let mut persons: Vec<usize> = pairs.iter().flat_map(|pair| [pair.1, pair.2]).collect();
    persons.sort_unstable();
    persons.dedup();
    let mut state = 7_u64;
    let mut draws: Vec<f64> = (0..DRAWS)
        .filter_map(|_| {
            let mut weight = std::collections::BTreeMap::<usize, usize>::new();
            for _ in 0..persons.len() {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                *weight.entry(persons[(state >> 33) as usize % persons.len()]).or_default() += 1;
            }
            let times = |person: &usize| weight.get(person).copied().unwrap_or(0);
            let drawn: Vec<f64> =
                pairs.iter().flat_map(|(d, a, b)| std::iter::repeat_n(*d, times(a) * times(b))).collect();
            at(&drawn)
        })
        .collect();
    draws.sort_by(f64::total_cmp);
    Some((whole, *draws.get(draws.len() / 20)?))
}

/// Standard normal quantiles of the rates that are asked for.
fn quantile_of_normal(rate: f64) -> Option<f64> {
    [(1e-2, -2.3263), (1e-3, -3.0902), (1e-4, -3.7190), (1e-5, -4.2649), (1e-6, -4.7534)]
        .into_iter()
        .find(|(known, _)| (known / rate - 1.0).abs() < 1e-6)
        .map(|(_, z)| z)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_of_what_overlaps_a_little() {
        let found = Distances { same: vec![0.1, 0.2, 0.3, 0.6], different: vec![0.5, 0.8, 0.9, 1.0] };
        assert_eq!(found.equal().map(|(rate, _)| rate), Some(0.25));
        assert_eq!((found.missed(0.4), found.matched(0.5)), (0.25, 0.25));
        assert_eq!((found.missed_at(0.01), found.missed_at(0.25)), (Some(0.25), Some(0.0)));
        assert_eq!(Distances::default().equal(), None);
        assert_eq!(Distances::default().missed_at(0.1), None);
    }

    #[test]
    fn the_bound_of_a_tail_lies_below_it() {
        let pairs: Vec<(f64, usize, usize)> =
            (0..20).flat_map(|a| (0..a).map(move |b| (0.8 + 0.01 * ((a * 7 + b * 3) % 11) as f64, a, b))).collect();
        let (at, bound) = tail(&pairs, 1e-4).expect("pairs");
        assert!(bound < at && at < 0.8, "{bound} {at}");
        assert_eq!(tail(&[], 1e-4), None);
        assert_eq!(tail(&pairs, 0.3), None);
    }
}
