//! The real models, loaded once.

use std::path::{Path, PathBuf};
use std::time::Instant;

use countersign_domain::ModelUse;
use countersign_inference::document::{DocumentReader, ReadOptions, TextWhen};
use countersign_inference::face::{Descriptor, FaceNets, Portrait, distance, log_ratio};
use countersign_inference::liveness::{HeardLips, LIPS_MODEL};
use countersign_inference::models::{ModelError, ModelStore};
use countersign_inference::pad::{MODEL as PRESENTATION_MODEL, PresentationNet};
use countersign_inference::programs::fingerprint;
use countersign_inference::speech::{DigitNet, DigitRecogniser, Ears, PocketSphinx};

use super::document;
use super::listening::Asked;
use super::liveness::{self, ClipFindings};
use super::{Case, Examiner, Stage};
use crate::measurements::{Comparison, FaceTemplate, Measurements};

/// How the models are loaded.
#[derive(Clone, Debug)]
pub struct ToolboxOptions {
    /// Folder of the manifests.
    pub manifests: PathBuf,
    /// Folder of the weights.
    pub weights: PathBuf,
    /// Threads of the nets' pool. Documents and video are measured side by side, so the pool gets half of the cores.
    pub threads: usize,
}

impl ToolboxOptions {
    /// `models/` beside the program's working folder, as many threads as half of the cores, at least one.
    pub fn in_folder(models: &Path) -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Self { manifests: models.to_owned(), weights: models.join("weights"), threads: (cores / 2).max(1) }
    }
}

/// Why the models cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ToolboxError {
    /// A model.
    #[error(transparent)]
    Model(#[from] ModelError),
}

/// The real models.
pub struct Toolbox {
    /// Reads documents.
    pub documents: DocumentReader,
    /// Measures faces.
    pub faces: FaceNets,
    /// Hears digits.
    pub digits: Ears,
    /// Hears what lips must do.
    pub lips: HeardLips,
    /// Weighs the signs of attacks on the camera.
    pub presentation: PresentationNet,
    face_models: Vec<ModelUse>,
    /// The digit recognisers.
    hearing: Vec<ModelUse>,
}

impl Toolbox {
    /// Loads and verifies everything.
    pub fn load(options: &ToolboxOptions) -> Result<Self, ToolboxError> {
        let store = ModelStore::open(&options.manifests, &options.weights)?.with_threads(options.threads);
        let faces = FaceNets::load(&store)?;
        let release = ModelUse { name: "face_release".into(), hash: faces.release() };
        let second = PocketSphinx::default();
        let mut hearing = vec![program(&format!("digits/{}", second.name()), "pocketsphinx_batch")];
        // Without the net's manifest the program hears alone; a manifest whose weights are missing or changed is an error.
        let net: Option<Box<dyn DigitRecogniser>> = match DigitNet::load(&store) {
            Ok(net) => {
                hearing.extend(
                    net.nets().map(|(name, hash)| ModelUse { name: format!("digits/{name}"), hash: hash.to_owned() }),
                );
                Some(Box::new(net))
            }
            Err(ModelError::Unknown { .. }) => None,
            Err(error) => return Err(error.into()),
        };
        let digits = Ears::new(net, second);
        let lips = HeardLips::load(&store)?;
        let expected = ModelUse { name: LIPS_MODEL.into(), hash: lips.fingerprint().to_owned() };
        let presentation = PresentationNet::load(&store)?;
        let weighing = ModelUse { name: PRESENTATION_MODEL.into(), hash: presentation.fingerprint().to_owned() };
        let documents = DocumentReader::load(&store)?;
        Ok(Self {
            documents,
            faces,
            digits,
            lips,
            presentation,
            face_models: vec![release, expected, weighing],
            hearing,
        })
    }

    fn template(&self, clip: &ClipFindings) -> Option<FaceTemplate> {
        let values = Descriptor::fused(&clip.descriptors)?.0;
        Some(FaceTemplate { release: self.faces.release(), values })
    }

    fn document_models(&self) -> Vec<ModelUse> {
        let version = env!("CARGO_PKG_VERSION");
        let nets = self.documents.nets().into_iter().map(|(name, hash)| ModelUse { name, hash });
        nets.chain([ModelUse { name: "barcode/zxing-cpp".into(), hash: version.into() }]).collect()
    }

    fn speech_models(&self) -> Vec<ModelUse> {
        self.hearing.clone()
    }
}

/// A program of the distribution by the hash of its file.
fn program(name: &str, file: &str) -> ModelUse {
    ModelUse { name: name.to_owned(), hash: fingerprint(file).unwrap_or_else(|| "not installed".into()) }
}

impl Examiner for Toolbox {
    fn examine(&self, case: &Case<'_>, progress: &(dyn Fn(Stage) + Sync)) -> Measurements {
        let asked = case.digits.map(|digits| Asked { digits, language: case.language });
        let ((front, back), clip) = std::thread::scope(|scope| {
            let clip = scope.spawn(|| {
                case.clip.map(|clip| {
                    timed(|| {
                        liveness::measure(
                            &self.faces,
                            &self.digits,
                            &self.lips,
                            &self.presentation,
                            clip,
                            asked,
                            progress,
                        )
                    })
                })
            });
            let side = |photo: Option<&countersign_media::Photo>, stage, faces| {
                photo.map(|photo| {
                    progress(stage);
                    timed(|| {
                        // The front is read in any case: a zone whose check digits fit is believed only beside what is printed.
                        let text = if stage == Stage::Front { TextWhen::Always } else { TextWhen::Needed };
                        let options = ReadOptions { text };
                        let mut found = document::read(&self.documents, faces, &photo.image, case.today, options);
                        found.examine_capture(photo);
                        found
                    })
                })
            };
            // The front takes longest by far, so the back is read beside it, once the video is through.
            let rest = scope.spawn(move || (clip.join().ok().flatten(), side(case.back, Stage::Back, None)));
            let front = side(case.front, Stage::Front, Some(&self.faces));
            let (clip, back) = rest.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            ((front, back), clip)
        });
        progress(Stage::Comparison);
        let portrait = front.as_ref().and_then(|(front, _)| front.portrait.as_ref());
        let (comparison, comparison_ms) = timed(|| compare(&self.faces, portrait, clip.as_ref().map(|(clip, _)| clip)));
        let template = clip.as_ref().and_then(|(clip, _)| self.template(clip));
        let mut timings = Vec::new();
        for (name, found) in [("front", &front), ("back", &back)] {
            if let Some((found, ms)) = found {
                timings.push((name.to_owned(), *ms));
                timings.extend(found.reading.timings.iter().map(|(step, ms)| (format!("{name}.{step}"), *ms)));
            }
        }
        if let Some((clip, ms)) = &clip {
            timings.push(("clip".into(), *ms));
            timings.extend(clip.timings.iter().map(|(step, ms)| (format!("clip.{step}"), *ms)));
        }
        timings.push(("comparison".into(), comparison_ms));
        Measurements {
            today: case.today,
            document_type: case.document_type,
            declared: case.declared.cloned(),
            front: front.map(|(found, _)| found.side()),
            back: back.map(|(found, _)| found.side()),
            clip: clip.map(|(found, _)| found.measured),
            comparison,
            template,
            gallery: None,
            document_models: self.document_models(),
            speech_models: self.speech_models(),
            face_models: self.face_models.clone(),
            timings,
        }
    }

    fn hears(&self, language: &str) -> bool {
        self.digits.hears(language)
    }

    fn marks(&self, photo: &countersign_media::Photo, today: jiff::civil::Date) -> Vec<super::Mark> {
        super::record::marks(&self.documents, &self.faces, photo, today)
    }

    fn moments(
        &self,
        portrait: Option<&countersign_media::Photo>,
        clip: &countersign_media::Clip,
    ) -> Vec<super::FaceMoment> {
        super::record::moments(&self.faces, portrait, clip)
    }

    fn flight(
        &self,
        portrait: Option<&countersign_media::Photo>,
        clip: &countersign_media::Clip,
        asked: Option<Asked<'_>>,
    ) -> Option<super::Flight> {
        let found = liveness::measure(&self.faces, &self.digits, &self.lips, &self.presentation, clip, asked, &|_| {});
        Some(super::flight::record(&self.faces, portrait, clip, &found))
    }

    fn models(&self) -> Vec<ModelUse> {
        [self.document_models(), self.face_models.clone(), self.speech_models()].concat()
    }
}

fn compare(faces: &FaceNets, portrait: Option<&Portrait>, clip: Option<&ClipFindings>) -> Option<Comparison> {
    let (portrait, clip) = (portrait?, clip?);
    let apart = |frame: &Descriptor| f64::from(distance(&portrait.descriptor, frame));
    let fused = Descriptor::fused(&clip.descriptors).map(|mean| apart(&mean));
    Some(Comparison {
        portrait_px: f64::from(portrait.quality.face_height_px),
        distances: clip.descriptors.iter().map(apart).collect(),
        fused,
        log_ratio: fused.and_then(|distance| log_ratio(&faces.recognition(), distance)),
    })
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    let started = Instant::now();
    let done = work();
    (done, started.elapsed().as_secs_f64() * 1000.0)
}
