//! What is on record of how face and sound were compared, measured anew when somebody asks: crops, alignment, quality, distances, sound and mouth.
//!
//! The same nets, recognisers and code as the decision's. Nothing here is a verdict and nothing is stored. Pixels and curves are personal data: no
//! `Debug`.

use countersign_inference::face::{
    Descriptor, FaceBox, FaceNets, FaceQuality, Landmarks, Similarity, distance, log_ratio,
};
use countersign_inference::models::FaceContract;
use countersign_inference::speech::HeardDigit;
use countersign_media::{Clip, Photo, RgbImage};

use super::document;
use super::liveness::{COMPARED_FRAMES, ClipFindings};

/// How much of the surroundings a crop shows, times the box of the points.
const AROUND: f32 = 1.7;
/// Longest side of a crop and of a thumbnail, pixels.
const CROP_SIDE: u32 = 240;
const THUMB_SIDE: u32 = 120;
/// Thumbnails of the strip.
const STRIP: usize = 12;
/// Seconds between two values of the sound's envelope.
pub const ENVELOPE_STEP_S: f64 = 0.02;

/// One face that took part.
pub struct FlightFace {
    /// Seconds into the video; `None` for the portrait.
    pub at_s: Option<f64>,
    /// The face with its surroundings.
    pub crop: RgbImage,
    /// As the recognition net saw it.
    pub aligned: RgbImage,
    /// How it was turned for that, degrees clockwise, and its pixels for one of the picture.
    pub alignment: Option<(f32, f32)>,
    /// How good the picture of it is.
    pub quality: FaceQuality,
    /// Euclidean distance to the portrait; `None` for the portrait itself, or without one.
    pub distance: Option<f64>,
}

/// Everything.
pub struct Flight {
    /// Hash of nets and geometry.
    pub release: String,
    /// What the net's manifest says of distances.
    pub contract: FaceContract,
    /// The portrait, where one was found.
    pub portrait: Option<FlightFace>,
    /// The best frames, which were compared.
    pub frames: Vec<FlightFace>,
    /// The portrait against the mean of these frames.
    pub fused: Option<f64>,
    /// What that distance says.
    pub log_ratio: Option<f64>,
    /// Thumbnails over the video: seconds, picture, whether a face was followed there.
    pub strip: Vec<(f64, RgbImage, bool)>,
    /// Seconds and opening of the mouth over the eye distance.
    pub mouth: Vec<(f64, f32)>,
    /// Loudness (root mean square, 0–1) every [`ENVELOPE_STEP_S`].
    pub envelope: Vec<f32>,
    /// Digits heard, and whether each is as asked.
    pub digits: Vec<(HeardDigit, bool)>,
    /// Shift at which mouth and sound agree best, seconds, and both agreements: at no shift and at that one.
    pub offset: Option<(f32, f32, f32)>,
    /// Agreement at every shift from −0.5 to 0.5 s.
    pub by_shift: Vec<f32>,
    /// Seconds.
    pub duration_s: f64,
}

/// Puts the record together from what was found in the clip.
pub(super) fn record(faces: &FaceNets, portrait: Option<&Photo>, clip: &Clip, found: &ClipFindings) -> Flight {
    let upright = portrait.and_then(|photo| document::portrait_with_picture(faces, &photo.image));
    let own = upright.as_ref().map(|(portrait, _)| &portrait.descriptor);
    let apart = |frame: &Descriptor| own.map(|own| f64::from(distance(own, frame)));
    let frames: Vec<FlightFace> = found
        .track
        .iter()
        .flat_map(|track| track.best_frames(COMPARED_FRAMES).into_iter().map(|index| &track.points[index]))
        .filter_map(|point| {
            let frame = clip.frames.iter().find(|frame| frame.at_s >= point.at_s - 1e-6)?;
            let face = point.face?;
            let descriptor = faces.descriptor(&frame.image, &face.landmarks).ok()?;
            let apart = apart(&descriptor);
            shown(faces, &frame.image, &face.landmarks, face.quality, Some(point.at_s), apart)
        })
        .collect();
    let fused = Descriptor::fused(&found.descriptors).and_then(|mean| apart(&mean));
    let contract = faces.recognition();
    let hearing = found.hearing.as_ref();
    Flight {
        release: faces.release(),
        portrait: upright
            .as_ref()
            .and_then(|(portrait, picture)| shown(faces, picture, &portrait.landmarks, portrait.quality, None, None)),
        frames,
        fused,
        log_ratio: fused.and_then(|distance| log_ratio(&contract, distance)),
        contract,
        strip: strip(clip, found),
        mouth: found
            .track
            .iter()
            .flat_map(|track| &track.points)
            .filter_map(|p| Some((p.at_s, p.mouth_opening?)))
            .collect(),
        envelope: clip.sound.as_ref().map(|sound| envelope(&sound.samples, sound.sample_rate)).unwrap_or_default(),
        digits: hearing
            .map(|(heard, matched)| heard.digits.iter().cloned().zip(matched.matched.iter().copied()).collect())
            .unwrap_or_default(),
        offset: found.mouth.as_ref().map(|mouth| (mouth.best_offset_s, mouth.agreement, mouth.best_agreement)),
        by_shift: found.mouth.as_ref().map(|mouth| mouth.by_shift.clone()).unwrap_or_default(),
        duration_s: clip.duration_s,
    }
}

fn shown(
    faces: &FaceNets,
    image: &RgbImage,
    landmarks: &Landmarks,
    quality: FaceQuality,
    at_s: Option<f64>,
    distance: Option<f64>,
) -> Option<FlightFace> {
    let aligned = faces.aligned(image, landmarks).ok()?;
    let to = faces.alignment(landmarks);
    Some(FlightFace {
        at_s,
        crop: small(&crop(image, &landmarks.bounds(1.0).grown(AROUND))?, CROP_SIDE),
        aligned,
        alignment: to.map(|to: Similarity| (to.turn(), to.scale())),
        quality,
        distance,
    })
}

fn strip(clip: &Clip, found: &ClipFindings) -> Vec<(f64, RgbImage, bool)> {
    let every = clip.frames.len().div_ceil(STRIP).max(1);
    let seen =
        |index: usize| found.track.as_ref().and_then(|track| track.points.get(index)).is_some_and(|p| p.face.is_some());
    let chosen = clip.frames.iter().enumerate().step_by(every);
    chosen.map(|(index, frame)| (frame.at_s, small(&frame.image, THUMB_SIDE), seen(index))).collect()
}

fn crop(image: &RgbImage, area: &FaceBox) -> Option<RgbImage> {
    let (left, top) = (area.x.max(0.0) as usize, area.y.max(0.0) as usize);
    let right = ((area.x + area.width).max(0.0) as usize).min(image.width as usize);
    let bottom = ((area.y + area.height).max(0.0) as usize).min(image.height as usize);
    if right <= left || bottom <= top {
        return None;
    }
    let line = image.width as usize * 3;
    let pixels = (top..bottom).flat_map(|row| &image.pixels[row * line + left * 3..row * line + right * 3]).copied();
    Some(RgbImage { width: (right - left) as u32, height: (bottom - top) as u32, pixels: pixels.collect() })
}

/// Every `n`-th pixel's block averaged, so that the longer side is at most `most`.
fn small(image: &RgbImage, most: u32) -> RgbImage {
    let step = image.width.max(image.height).div_ceil(most).max(1);
    let (width, height) = ((image.width / step).max(1), (image.height / step).max(1));
    let mut pixels = Vec::with_capacity((width * height * 3) as usize);
    for row in 0..height {
        for column in 0..width {
            let mut sums = [0_u32; 3];
            let mut count = 0;
            for y in row * step..((row + 1) * step).min(image.height) {
                for x in column * step..((column + 1) * step).min(image.width) {
                    let value = image.at(x, y);
                    sums = [0, 1, 2].map(|c| sums[c] + u32::from(value[c]));
                    count += 1;
                }
            }
            pixels.extend(sums.map(|sum| (sum / count.max(1)) as u8));
        }
    }
    RgbImage { width, height, pixels }
}

fn envelope(samples: &[f32], rate: u32) -> Vec<f32> {
    let step = ((f64::from(rate) * ENVELOPE_STEP_S) as usize).max(1);
    let loud = |part: &[f32]| (part.iter().map(|s| s * s).sum::<f32>() / part.len().max(1) as f32).sqrt();
    samples.chunks(step).map(loud).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crops_stay_inside_and_copies_keep_their_means() {
        let image = RgbImage { width: 60, height: 40, pixels: (0..60 * 40 * 3).map(|i| (i % 200) as u8).collect() };
        let part = crop(&image, &FaceBox { x: -5.0, y: 30.0, width: 20.0, height: 30.0, score: 1.0 }).expect("inside");
        assert_eq!((part.width, part.height, part.at(0, 0)), (15, 10, image.at(0, 30)));
        assert!(crop(&image, &FaceBox { x: 90.0, y: 0.0, width: 5.0, height: 5.0, score: 1.0 }).is_none());
        let copy = small(&image, 20);
        assert_eq!((copy.width, copy.height), (20, 13));
        assert_eq!(small(&image, 60), image);
    }

    #[test]
    fn the_envelope_follows_the_sound() {
        let samples: Vec<f32> = (0..1600).map(|i| if i < 800 { 0.0 } else { 0.5 }).collect();
        let found = envelope(&samples, 16_000);
        assert_eq!(found.len(), 5);
        assert!(found[0].abs() < f32::EPSILON && (found[4] - 0.5).abs() < 1e-3);
    }
}
