//! Noise is as loud as it says, wrong prompts are wrong.

use super::spoil::{Condition, Dice};
use super::trial::neighbours;

fn tone() -> Vec<f32> {
    (0..16_000).map(|i| if i < 8000 { 0.5 * (i as f32 * 0.3).sin() } else { 0.0 }).collect()
}

fn power(samples: &[f32]) -> f32 {
    samples.iter().map(|s| s * s).sum::<f32>() / samples.len() as f32
}

#[test]
fn noise_lies_as_far_under_the_speech_as_asked() {
    for condition in [Condition::White(10), Condition::Babble(10)] {
        let voices = vec![tone()[..4000].to_vec()];
        let noisy = condition.apply(&tone(), &voices, 3);
        let noise: Vec<f32> = noisy.iter().zip(tone()).map(|(a, b)| a - b).collect();
        let speech: Vec<f32> = tone()[..8000].iter().copied().filter(|s| s.abs() > 0.05).collect();
        let db = 10.0 * (power(&speech) / power(&noise)).log10();
        assert!((db - 10.0).abs() < 0.5, "{}: {db}", condition.name());
    }
}

#[test]
fn every_neighbour_differs_in_one_place_and_none_is_the_prompt() {
    let all = neighbours(&[4, 7, 1]);
    assert_eq!(all.len(), 27);
    for prompt in all {
        assert_eq!(prompt.iter().zip([4, 7, 1]).filter(|(a, b)| *a != b).count(), 1);
    }
}

#[test]
fn dice_are_the_same_in_every_run() {
    let (mut one, mut two) = (Dice::new(5), Dice::new(5));
    assert!((0..20).all(|_| one.below(10) == two.below(10)));
    assert!((0.0..=1.0).contains(&one.share()));
}
