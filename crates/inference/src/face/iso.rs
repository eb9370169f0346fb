//! Quality components of ISO/IEC 29794-5 on its scale from 0 (a severe defect) to 100, by the mappings of the reference implementation
//! OFIQ (Federal Office for Information Security, MIT). The pixels are this program's own: its 112 × 112 grey face inside the landmarks' box, not
//! OFIQ's segmented 616 × 616 one, so values are near the standard's and not certified.

/// `100 · h · (a + s / (1 + e^((x0 − x) / w)))`, the standard's sigmoid, cut to 0–100.
fn sigmoid(x: f32, middle: f32, width: f32) -> f32 {
    1.0 / (1.0 + ((middle - x) / width).exp())
}

fn scale(value: f32) -> f32 {
    value.round().clamp(0.0, 100.0)
}

/// Share of the face at luma 25 and less → `UnderExposurePrevention`.
pub fn under_exposure_prevention(dark_share: f32) -> f32 {
    scale(120.0 * (0.832 - sigmoid(dark_share, 0.92, 0.05)))
}

/// Share of the face at luma 247 and more → `OverExposurePrevention`.
pub fn over_exposure_prevention(bright_share: f32) -> f32 {
    scale(1.0 / (bright_share + 0.01))
}

/// Common share of the two halves' histograms → `IlluminationUniformity`.
pub fn illumination_uniformity(common_share: f32) -> f32 {
    scale(100.0 * common_share.max(0.0).powf(0.3))
}

/// Mean luma, 0–1 → `LuminanceMean`.
pub fn luminance_mean(mean: f32) -> f32 {
    scale(100.0 * sigmoid(mean, 0.2, 0.05) * (1.0 - sigmoid(mean, 0.8, 0.05)))
}

/// Pixels between the eyes of the picture as it came → `InterEyeDistance`.
pub fn inter_eye_distance(pixels: f32) -> f32 {
    scale(100.0 * sigmoid(pixels, 70.0, 20.0))
}

/// Degrees → `HeadPoseYaw`, `HeadPosePitch`, `HeadPoseRoll`.
pub fn head_pose(degrees: f32) -> f32 {
    scale(100.0 * degrees.to_radians().cos().max(0.0).powi(2))
}

/// Covered share → `EyesVisible`, `MouthOcclusionPrevention`, `FaceOcclusionPrevention`.
pub fn uncovered(covered_share: f32) -> f32 {
    scale(100.0 * (1.0 - covered_share))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scale_ends_where_the_standard_ends() {
        assert!((under_exposure_prevention(0.0) - 100.0).abs() < 1.0 && under_exposure_prevention(1.0) < 1.0);
        assert!((over_exposure_prevention(0.0) - 100.0).abs() < 1.0 && over_exposure_prevention(0.5) < 3.0);
        assert!((inter_eye_distance(70.0) - 50.0).abs() < 1.0 && inter_eye_distance(150.0) > 97.0);
        assert!((head_pose(0.0) - 100.0).abs() < f32::EPSILON && (head_pose(-45.0) - 50.0).abs() < 1.0);
        assert!(luminance_mean(0.5) > 99.0 && luminance_mean(0.05) < 6.0 && luminance_mean(0.97) < 5.0);
        assert!((illumination_uniformity(1.0) - 100.0).abs() < f32::EPSILON && illumination_uniformity(0.0) < 1.0);
        assert!((uncovered(0.25) - 75.0).abs() < f32::EPSILON);
    }
}
