//! The recogniser over a net that says what the test tells it to.

use super::*;
use crate::models::{ModelInfo, TensorInfo};

/// Hears given units at given steps in each language.
struct Told {
    info: ModelInfo,
    answers: Vec<Tensor>,
}

impl Model for Told {
    fn info(&self) -> &ModelInfo {
        &self.info
    }

    fn run(&self, inputs: &[Tensor]) -> Result<Vec<Tensor>, ModelError> {
        assert_eq!(inputs[0].shape[..3], [1, 2, BANDS]);
        Ok(self.answers.clone())
    }
}

/// A net with one head a language, each given the digits that it hears, every digit for four steps with a pause of two.
fn told(heads: &[(&str, &[u8])]) -> Box<dyn Model> {
    let fake = crate::models::FakeModel::new("digits", |_| vec![]);
    let mut info = fake.info().clone();
    let mut answers = Vec::new();
    for (name, digits) in heads {
        let language = SpokenLanguage::of(name).unwrap();
        let units = 2 + PARTS * language.words().count();
        let mut heard = vec![0; 3];
        for digit in *digits {
            let word = language.words().position(|(value, _)| value == *digit).unwrap();
            heard.extend([0, 0, 1, 2].map(|part| 2 + PARTS * word + part));
            heard.extend([0, 0]);
        }
        let score = |unit: usize, step: usize| if heard[step] == unit { 6.0 } else { 0.0 };
        let data = (0..units).flat_map(|unit| (0..heard.len()).map(move |step| (unit, step)));
        let data: Vec<f32> = data.map(|(unit, step)| score(unit, step)).collect();
        answers.push(Tensor::new(vec![1, units, heard.len()], data).unwrap());
        info.outputs.push(TensorInfo { name: (*name).into(), shape: vec![1, units, 0], meaning: String::new() });
    }
    Box::new(Told { info, answers })
}

fn net(heads: &[(&str, &[u8])]) -> DigitNet {
    DigitNet::over(vec![told(heads)]).unwrap()
}

fn sound() -> Sound {
    Sound { sample_rate: 16_000, samples: vec![0.1; 16_000] }
}

#[test]
fn what_the_net_hears_comes_out_with_times_and_support() {
    let ears = net(&[("en", &[4, 7, 1])]);
    let found = ears.recognise(&sound(), "en", 3).unwrap();
    assert_eq!(found.text(), "471");
    assert_eq!(found.free, Some(vec![4, 7, 1]));
    assert!(found.score() > 0.9, "{found:?}");
    let first = &found.digits[0];
    assert!((first.start_s - 0.06).abs() < 1e-6 && (first.end_s - 0.14).abs() < 1e-6, "{first:?}");
    assert!((first.support.iter().sum::<f32>() - 1.0).abs() < 1e-4);
}

#[test]
fn another_number_than_asked_is_told_by_free_listening_and_by_doubt() {
    let found = net(&[("en", &[4, 7, 1])]).recognise(&sound(), "en", 2).unwrap();
    assert_eq!(found.free, Some(vec![4, 7, 1]));
    assert!(
        net(&[("en", &[])]).recognise(&sound(), "en", 6).unwrap().digits.is_empty(),
        "three steps hold no six digits"
    );
}

#[test]
fn the_same_string_in_another_language_is_told() {
    let ears = net(&[("en", &[9, 9, 9]), ("es", &[4, 7, 1])]);
    let found = ears.recognise(&sound(), "en", 3).unwrap();
    let against = super::super::digits::judge(&found, &[4, 7, 1]);
    assert_eq!((against.exact, against.elsewhere.as_deref()), (false, Some("es")));
    assert_eq!(ears.languages().collect::<Vec<_>>(), ["en", "es"]);
}

#[test]
fn languages_of_several_nets_are_heard_each_by_its_own() {
    let ears =
        DigitNet::over(vec![told(&[("en", &[4, 7, 1])]), told(&[("es", &[1, 2, 3]), ("tr", &[9, 0, 9])])]).unwrap();
    let heard = |language| ears.recognise(&sound(), language, 3).unwrap().text();
    assert_eq!((heard("en"), heard("es"), heard("tr")), ("471".into(), "123".into(), "909".into()));
    assert_eq!(ears.nets().count(), 2);
}

#[test]
fn a_language_without_a_head_and_a_head_without_a_language_are_errors() {
    let ears = net(&[("en", &[1])]);
    assert!(!ears.hears("es"));
    assert!(matches!(ears.recognise(&sound(), "es", 3), Err(HearingError::Language { asked }) if asked == "es"));
    let mut info = crate::models::FakeModel::new("digits", |_| vec![]).info().clone();
    info.outputs.push(TensorInfo { name: "tlh".into(), shape: vec![1, 32, 0], meaning: String::new() });
    assert!(DigitNet::over(vec![Box::new(Told { info, answers: vec![] })]).is_err());
}
