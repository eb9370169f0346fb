//! The recognition net: any that turns an aligned face into numbers, as its manifest says.

use countersign_media::RgbImage;

use super::align::{Similarity, alignment, chip};
use super::{Descriptor, Landmarks};
use crate::models::{Alignment, Colours, FaceContract, Model, ModelError, Spread, Tensor};

/// How likely it is that two faces this far apart are one person's, against two persons'.
///
/// Both distributions are taken as normal with the wider of the two deviations, so that the ratio falls with the distance everywhere and
/// claims less than the data show; it is bounded by what their number can show (rule of three).
pub fn log_ratio(contract: &FaceContract, distance: f64) -> Option<f64> {
    let (same, different) = (contract.same.as_ref()?, contract.different.as_ref()?);
    let width = same.deviation.max(different.deviation);
    let between = different.mean - same.mean;
    if !(width > 0.0 && between > 0.0 && distance.is_finite()) {
        return None;
    }
    let bound = |of: &Spread| (f64::from(of.pairs) / 3.0).max(1.0).ln();
    let ratio = between / (width * width) * (f64::midpoint(different.mean, same.mean) - distance);
    Some(ratio.clamp(-bound(same), bound(different)))
}

/// The aligned face as the net sees it.
pub(super) fn aligned(model: &dyn Model, image: &RgbImage, landmarks: &Landmarks) -> Result<RgbImage, ModelError> {
    let (to, side) = placed(model, landmarks)?;
    Ok(chip(image, &to, side))
}

/// Where the face goes in the net's input, and that input's side.
pub(super) fn placed(model: &dyn Model, landmarks: &Landmarks) -> Result<(Similarity, u32), ModelError> {
    let kind = model.info().face.as_ref().map_or(Alignment::Dlib, |face| face.alignment);
    let side = side(model)?;
    let to = alignment(landmarks, kind, side)
        .ok_or_else(|| wrong(model, "was asked about a face whose points all lie in one place"))?;
    Ok((to, side))
}

/// The numbers of the face with these landmarks.
pub(super) fn describe(model: &dyn Model, image: &RgbImage, landmarks: &Landmarks) -> Result<Descriptor, ModelError> {
    let contract = model.info().face.clone().unwrap_or_default();
    let chip = aligned(model, image, landmarks)?;
    let seen = once(model, &chip, &contract, false)?;
    if !contract.mirrored {
        return Ok(seen);
    }
    let mirrored = once(model, &chip, &contract, true)?;
    let both =
        Descriptor::fused(&[seen, mirrored]).ok_or_else(|| wrong(model, "answered twice in different lengths"))?;
    Ok(if contract.unit_length { unit(both) } else { both })
}

fn once(model: &dyn Model, chip: &RgbImage, contract: &FaceContract, mirror: bool) -> Result<Descriptor, ModelError> {
    let side = chip.width as usize;
    let mut data = Vec::with_capacity(3 * side * side);
    for plane in 0..3 {
        let colour = if contract.colours == Colours::Bgr { 2 - plane } else { plane };
        for row in 0..side {
            for column in 0..side {
                let column = if mirror { side - 1 - column } else { column };
                let value = f32::from(chip.pixels[(row * side + column) * 3 + colour]);
                data.push((value - contract.mean[plane]) * contract.scale);
            }
        }
    }
    let output = model.run(&[Tensor { shape: vec![1, 3, side, side], data }])?;
    let values = output.into_iter().next().map(|tensor| tensor.data).unwrap_or_default();
    if values.is_empty() || values.iter().any(|value| !value.is_finite()) {
        return Err(wrong(model, "answered no numbers"));
    }
    let found = Descriptor(values);
    Ok(if contract.unit_length { unit(found) } else { found })
}

fn unit(mut of: Descriptor) -> Descriptor {
    let length = of.0.iter().map(|value| value * value).sum::<f32>().sqrt().max(f32::EPSILON);
    of.0.iter_mut().for_each(|value| *value /= length);
    of
}

/// Side of the net's square input, from its manifest; 150 for a net that does not say.
fn side(model: &dyn Model) -> Result<u32, ModelError> {
    match model.info().inputs.first().map(|input| input.shape.as_slice()) {
        None => Ok(150),
        Some([_, 3, rows, columns]) if rows == columns && (32..=1024).contains(rows) => Ok(*rows as u32),
        Some(_) => Err(wrong(model, "takes no square picture of three colours")),
    }
}

fn wrong(model: &dyn Model, reason: &str) -> ModelError {
    ModelError::Contract { name: model.info().name.clone(), reason: reason.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contract() -> FaceContract {
        let spread = |mean, pairs| Some(Spread { mean, deviation: 0.1, pairs, origin: "made up".into() });
        FaceContract { same: spread(0.4, 3000), different: spread(0.8, 300), ..FaceContract::default() }
    }

    #[test]
    fn the_ratio_is_even_in_the_middle_falls_with_distance_and_never_says_more_than_the_pairs_can() {
        let at = |distance| log_ratio(&contract(), distance).expect("both distributions");
        assert!(at(0.6).abs() < 1e-9);
        assert!(at(0.5) > at(0.55) && at(0.55) > at(0.7));
        assert!((at(0.0) - 100.0_f64.ln()).abs() < 1e-9 && (at(2.0) + 1000.0_f64.ln()).abs() < 1e-9);
        assert_eq!(log_ratio(&contract(), f64::NAN), None);
        assert_eq!(log_ratio(&FaceContract { same: None, ..contract() }, 0.5), None);
    }
}
