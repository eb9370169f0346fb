//! A scripted examiner: everything that was handed in is in order, except what the test changes.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use countersign_domain::{Declaration, DocumentType, ModelUse};
use countersign_media::{Clip, Photo, RgbImage};
use countersign_workflow::examining::measurements::{
    ClipMeasured, Comparison, DigitsHeard, ExpiryRead, FaceOverTime, FaceSeen, FaceTemplate, Fields, Measurements,
    MouthMeasured, MrzMeasured, NameRead, Placement, PortraitMeasured, PresentationMeasured, Read, Side, SoundMeasured,
    Source, Unaltered,
};
use countersign_workflow::examining::{
    Asked, Case, Examiner, FaceContract, FaceQuality, Flight, FlightFace, HeardDigit, Pose, Spread, Stage,
};
use jiff::civil::date;

type Change = Box<dyn Fn(&mut Measurements) + Send + Sync>;

/// Measures nothing; says that what is there is in order and agrees with the declaration.
#[derive(Default)]
pub struct FakeExaminer {
    change: Mutex<Option<Change>>,
    faces: AtomicUsize,
}

impl FakeExaminer {
    /// Changes every later measurement. A change that panics is an examiner that crashes.
    pub fn measures(&self, change: impl Fn(&mut Measurements) + Send + Sync + 'static) {
        *self.change.lock().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(change));
    }

    /// Everything is in order again.
    pub fn measures_well(&self) {
        *self.change.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

impl Examiner for FakeExaminer {
    fn examine(&self, case: &Case<'_>, _: &(dyn Fn(Stage) + Sync)) -> Measurements {
        let mut found = in_order(case);
        // Nobody looks like anybody before, unless the test says so.
        found.template = case.clip.map(|_| template(self.faces.fetch_add(1, Ordering::Relaxed)));
        if let Some(change) = &*self.change.lock().unwrap_or_else(PoisonError::into_inner) {
            change(&mut found);
        }
        found
    }

    fn flight(&self, portrait: Option<&Photo>, clip: &Clip, asked: Option<Asked<'_>>) -> Option<Flight> {
        Some(flight(portrait, clip, asked.map(|asked| asked.digits).unwrap_or_default()))
    }

    fn models(&self) -> Vec<ModelUse> {
        vec![model()]
    }
}

/// A record in which everything is in order: a portrait, one frame, the digits evenly over the video.
fn flight(portrait: Option<&Photo>, clip: &Clip, digits: &[u8]) -> Flight {
    let spread = |mean| Some(Spread { mean, deviation: 0.1, pairs: 300, origin: "scripted".into() });
    let each = clip.duration_s as f32 / digits.len().max(1) as f32;
    let heard = |(at, digit): (usize, &u8)| HeardDigit {
        digit: *digit,
        start_s: at as f32 * each,
        end_s: (at as f32 + 0.6) * each,
        confidence: 0.9,
        support: [0.1; 10],
    };
    Flight {
        release: "scripted".into(),
        contract: FaceContract { same: spread(0.4), different: spread(0.8), ..FaceContract::default() },
        portrait: portrait.map(|_| face(None)),
        frames: vec![face(Some(1.0))],
        fused: portrait.map(|_| 0.3),
        log_ratio: portrait.map(|_| 4.0),
        strip: clip.frames.iter().take(2).map(|frame| (frame.at_s, frame.image.clone(), true)).collect(),
        mouth: vec![(0.0, 0.02), (0.1, 0.2), (0.2, 0.1)],
        envelope: vec![0.0, 0.2, 0.1],
        digits: digits.iter().enumerate().map(|found| (heard(found), true)).collect(),
        offset: Some((0.02, 0.6, 0.6)),
        by_shift: vec![0.1, 0.6, 0.1],
        duration_s: clip.duration_s,
    }
}

fn face(at_s: Option<f64>) -> FlightFace {
    let image = RgbImage { width: 8, height: 8, pixels: vec![128; 192] };
    FlightFace {
        at_s,
        crop: image.clone(),
        aligned: image,
        alignment: Some((2.0, 0.8)),
        quality: FaceQuality {
            inter_eye_px: 85.0,
            face_height_px: 180.0,
            sharpness: 0.12,
            brightness: 0.5,
            contrast: 0.2,
            over_exposed_share: 0.0,
            dark_share: 0.0,
            left_right_imbalance: 0.1,
            background_brightness_ratio: 1.1,
            pose: Pose { yaw: 1.0, pitch: 2.0, roll: 3.0 },
        },
        distance: at_s.map(|_| 0.3),
    }
}

/// The face of the person of that number: at least 1 from every other.
pub fn template(person: usize) -> FaceTemplate {
    let values = (0..32).map(|at| if at == person % 32 { 1.0 + (person / 32) as f32 } else { 0.0 }).collect();
    FaceTemplate { release: "scripted".into(), values }
}

fn model() -> ModelUse {
    ModelUse { name: "scripted".into(), hash: "0".repeat(64) }
}

fn in_order(case: &Case<'_>) -> Measurements {
    let declared = case.declared;
    let zone_on_front = case.document_type == DocumentType::Passport;
    let front = case.front.map(|_| side(declared, zone_on_front.then_some("P")));
    let back = case.back.map(|_| match case.document_type {
        DocumentType::DrivingLicence => Side { barcodes: 1, licence_record: true, ..side(declared, None) },
        _ => side(declared, Some("I")),
    });
    let clip = case.clip.map(|clip| clip_in_order(case.digits, clip.sound.is_some()));
    let comparison = (case.front.is_some() && case.clip.is_some()).then(|| Comparison {
        portrait_px: 180.0,
        distances: vec![0.3; 5],
        fused: Some(0.3),
        log_ratio: None,
    });
    Measurements {
        today: case.today,
        document_type: case.document_type,
        declared: declared.cloned(),
        front,
        back,
        clip,
        comparison,
        template: None,
        gallery: None,
        document_models: vec![model()],
        speech_models: vec![model()],
        face_models: vec![model()],
        timings: vec![("scripted".into(), 1.0)],
    }
}

fn side(declared: Option<&Declaration>, document_code: Option<&str>) -> Side {
    let mrz = document_code.map(|code| MrzMeasured {
        format: if code == "P" { "TD3" } else { "TD1" }.into(),
        valid: true,
        exception: None,
        confidence: 0.97,
        document_code: code.into(),
        name_may_be_cut: false,
    });
    Side {
        width_px: Some(1500.0),
        sharpness: Some(0.6),
        glare_share: Some(0.0),
        brightness: Some(0.55),
        overexposed_share: Some(0.0),
        placement: Some(Placement { documents: 1, fill: 0.8, covered_share: Some(0.0), ..Placement::default() }),
        margin_share: Some(0.05),
        mrz,
        fields: fields(declared),
        mrz_searched: true,
        barcode_searched: true,
        portrait_px: Some(180.0),
        portrait_searched: true,
        portrait: Some(PortraitMeasured {
            eyes_px: 85.0,
            height_px: 180.0,
            sharpness: 0.12,
            screen: Some(0.6),
            other_colour_share: 0.1,
            ghost_searched: true,
            ghost: None,
        }),
        unaltered: Some(Unaltered {
            moire: Some(0.0),
            halftone: Some(0.1),
            own_colour: Some(14.0),
            tint: Some(4.0),
            roughness: Some(0.1),
            crushed: Some(0.0),
            portrait_grain: Some(1.5),
            clean_cells: Some(0.0),
            overprint: Some(vec![]),
            ..Unaltered::default()
        }),
        ..Side::default()
    }
}

fn fields(declared: Option<&Declaration>) -> Fields {
    fn read<T: Clone>(value: T) -> Vec<Read<T>> {
        [Source::Mrz, Source::Print].map(|source| Read { value: value.clone(), confidence: 0.95, source }).to_vec()
    }
    let Some(declared) = declared else { return Fields::default() };
    let name = declared.legal_name.expose().to_uppercase();
    let (given_names, surname) = name.rsplit_once(' ').unwrap_or(("", &name));
    Fields {
        names: read(NameRead { surname: surname.into(), given_names: given_names.into() }),
        birth_dates: read(declared.birth_date.expose()),
        expiries: read(ExpiryRead::On(date(2030, 4, 15))),
        numbers: read("L898902C3".into()),
        ..Fields::default()
    }
}

fn clip_in_order(digits: Option<&[u8]>, has_sound: bool) -> ClipMeasured {
    let digits = digits.map(|digits| digits.len() as u64);
    ClipMeasured {
        duration_s: 4.1,
        face: Some(FaceOverTime {
            frames_with_face: 1.0,
            faces_max: 1,
            several_share: 0.0,
            brightness: Some(0.5),
            overexposed_share: Some(0.0),
            backlit_ratio: Some(1.1),
            imbalance: Some(0.1),
            picture_brightness: Some(0.5),
            picture_overexposed_share: Some(0.0),
            seen: Some(FaceSeen {
                yaw: 4.0,
                pitch: 5.0,
                roll: 2.0,
                eyes_px: 120.0,
                eyes_share: 0.18,
                cut_share: 0.0,
                sharpness: 0.12,
                mouth_contrast: Some(0.15),
                mouth_other_share: Some(0.2),
                eyes_brightness: Some(0.8),
                eyes_contrast: Some(0.2),
                forehead_other_share: Some(0.05),
                away_s: 0.0,
                own_distance: Some(0.3),
                smile_at_rest: Some(0.05),
                smile_otherwise: Some(0.1),
                components: vec![("HeadPoseYaw", 99.0)],
            }),
        }),
        sound: has_sound.then_some(SoundMeasured {
            snr_db: Some(30.0),
            speech_s: 2.2,
            silent: false,
            clipped_share: 0.0,
            other_speech_s: 0.0,
        }),
        has_sound,
        digits: digits.map(|asked| DigitsHeard {
            matched: asked,
            asked,
            score: 0.9,
            free: Some(asked),
            language: None,
            proven: true,
        }),
        mouth: Some(MouthMeasured {
            motion: 0.8,
            correlation: 0.5,
            best_correlation: 0.5,
            offset_s: 0.02,
            shape_fit: Some(0.8),
        }),
        presentation: Some(PresentationMeasured { score: Some(5.0), impossible_share: Some(0.0), signs: vec![] }),
    }
}
