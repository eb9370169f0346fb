//! Error rates from labelled distances.

/// One comparison.
#[derive(Clone, Debug)]
pub struct Trial {
    pub same: bool,
    pub distance: f32,
    pub source: String,
}

/// What a set of comparisons says. Rates are fractions of the pairs with a face on both sides.
#[derive(Clone, Debug)]
pub struct Scores {
    pub same: usize,
    pub different: usize,
    pub auc: f32,
    pub equal_error: f32,
    pub equal_error_at: f32,
    pub tar_at_055: f32,
    pub far_at_055: f32,
    /// Share of same pairs closer than the closest different pair.
    pub tar_at_no_false: f32,
    pub closest_different: f32,
    pub mean_same: f32,
    pub mean_different: f32,
}

impl Scores {
    pub const HEADER: &'static str = "| set | same | different | not compared | AUC | EER (at d) | TAR d<0.55 | FAR d<0.55 | TAR at FAR 0 (d) | mean same | mean different |\n|---|---|---|---|---|---|---|---|---|---|---|";

    pub fn of(trials: &[Trial]) -> Self {
        let pick = |same| {
            let mut distances: Vec<f32> = trials.iter().filter(|t| t.same == same).map(|t| t.distance).collect();
            distances.sort_by(f32::total_cmp);
            distances
        };
        let (same, different) = (pick(true), pick(false));
        let below =
            |sorted: &[f32], limit: f32| sorted.partition_point(|d| *d < limit) as f32 / sorted.len().max(1) as f32;
        let mean = |values: &[f32]| values.iter().sum::<f32>() / values.len().max(1) as f32;
        let wins: f32 = same.iter().map(|s| 1.0 - below(&different, *s)).sum();
        let (equal_error, equal_error_at) = same
            .iter()
            .chain(&different)
            .map(|limit| {
                let (missed, taken) = (1.0 - below(&same, *limit), below(&different, *limit));
                (missed.max(taken), *limit)
            })
            .min_by(|a, b| a.0.total_cmp(&b.0))
            .unwrap_or((f32::NAN, f32::NAN));
        let closest_different = different.first().copied().unwrap_or(f32::NAN);
        Self {
            auc: wins / same.len().max(1) as f32,
            equal_error,
            equal_error_at,
            tar_at_055: below(&same, 0.55),
            far_at_055: below(&different, 0.55),
            tar_at_no_false: below(&same, closest_different),
            closest_different,
            mean_same: mean(&same),
            mean_different: mean(&different),
            same: same.len(),
            different: different.len(),
        }
    }

    pub fn row(&self, name: &str, missing: usize) -> String {
        format!(
            "| {name} | {} | {} | {missing} | {:.4} | {:.4} ({:.3}) | {:.3} | {:.4} | {:.3} ({:.3}) | {:.3} | {:.3} |",
            self.same,
            self.different,
            self.auc,
            self.equal_error,
            self.equal_error_at,
            self.tar_at_055,
            self.far_at_055,
            self.tar_at_no_false,
            self.closest_different,
            self.mean_same,
            self.mean_different,
        )
    }
}

#[test]
fn separate_sets_have_no_errors_and_mixed_ones_have() {
    let trial = |same, distance| Trial { same, distance, source: String::new() };
    let apart = Scores::of(&[trial(true, 0.3), trial(true, 0.4), trial(false, 0.8), trial(false, 0.9)]);
    assert!((apart.auc - 1.0).abs() < 1e-6 && apart.equal_error.abs() < 1e-6);
    let mixed = Scores::of(&[trial(true, 0.3), trial(true, 0.85), trial(false, 0.8), trial(false, 0.9)]);
    assert!((mixed.auc - 0.75).abs() < 1e-6 && (mixed.equal_error - 0.5).abs() < 1e-6);
    assert!((mixed.far_at_055).abs() < 1e-6 && (mixed.tar_at_055 - 0.5).abs() < 1e-6);
}
