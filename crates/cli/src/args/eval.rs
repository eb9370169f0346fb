//! What `eval` can be asked.

use std::path::PathBuf;

use clap::{Args, Subcommand};

#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct EvalArguments {
    /// Without it: the tables of the spine.
    #[command(subcommand)]
    pub part: Option<EvalPart>,
    /// The corpus: a folder with MANIFEST.csv and ground truth tables.
    #[arg(long, default_value = "../shared/data")]
    pub corpus: PathBuf,
    /// Folder for the tables.
    #[arg(long, default_value = "docs/evaluation")]
    pub out: PathBuf,
    /// Only these parts: mrz, pdf417, faces, digits.
    #[arg(long)]
    pub only: Vec<String>,
}

#[derive(Subcommand)]
pub enum EvalPart {
    /// How well documents are read and judged, on any folder with a MANIFEST.csv.
    Documents(EvalDocuments),
    /// How often each detector of altered photos strikes, on any folder with a MANIFEST.csv.
    Unaltered(EvalUnaltered),
    /// How well spoken digits are heard, clean and in noise, on any folder with a MANIFEST.csv.
    Speech(EvalSpeech),
    /// How well faces are told apart, as they came and spoilt, on any folder with a `faces_pairs.csv`.
    Face(EvalFace),
    /// How often live persons and attacks on the camera pass, on any folder with a MANIFEST.csv that names species.
    Pad(EvalPad),
    /// How often own sound passes and swapped, shifted, still and muted recordings do, on any folder with a MANIFEST.csv.
    Liveness(EvalLiveness),
    /// Whether each thing wrong with a recording's pictures is named by its own reason, on any folder with a MANIFEST.csv.
    Recording(EvalRecording),
}

#[derive(Args)]
pub struct EvalRecording {
    /// The folder with MANIFEST.csv.
    pub folder: PathBuf,
    /// At most this many pieces of a source; 0 is all.
    #[arg(long, default_value_t = 6)]
    pub each: usize,
    /// Only these defects, by name.
    #[arg(long)]
    pub only: Vec<String>,
    /// Every recording with its reasons and values, on standard output.
    #[arg(long)]
    pub verbose: bool,
    /// One picture of each recording with its defect (PPM) into this folder, which stays on this machine.
    #[arg(long)]
    pub pictures: Option<PathBuf>,
    /// Folder for what is recoded on the way.
    #[arg(long, default_value = "target/eval")]
    pub out: PathBuf,
    /// A Markdown page whose marked section is replaced by the tables; without it they are printed.
    #[arg(long)]
    pub table: Option<PathBuf>,
}

#[derive(Args)]
pub struct EvalFace {
    /// The folder with `faces_pairs.csv`, and as far as it is there `mrz_groundtruth.csv` for strangers' portraits.
    pub folder: PathBuf,
    /// A Python that has other recognisers (`face_recognition`); they run beside.
    #[arg(long)]
    pub peers: Option<PathBuf>,
    /// A folder whose `node_modules` have face-api in JavaScript (`training/face-api-reference`, with `jpeg-js` and `pngjs`); it runs beside.
    #[arg(long)]
    pub face_api: Option<PathBuf>,
    /// Folder for face.html and face.json; both stay on this machine.
    #[arg(long, default_value = "target/eval")]
    pub out: PathBuf,
    /// A Markdown page whose marked section is replaced by the tables, with the curves beside it as SVG; without it they are printed.
    #[arg(long)]
    pub table: Option<PathBuf>,
}

#[derive(Args)]
pub struct EvalPad {
    /// The folder with MANIFEST.csv: `path`, `category` (genuine or attack), `source`, `clip`, `species`; `xtask recaptures` makes one.
    pub folder: PathBuf,
    /// Folder for pad.csv, the raw signs.
    #[arg(long, default_value = "target/eval")]
    pub out: PathBuf,
    /// A Markdown page whose marked section is replaced by the tables; without it they are printed.
    #[arg(long)]
    pub table: Option<PathBuf>,
    /// Name of that section.
    #[arg(long)]
    pub section: Option<String>,
}

#[derive(Args)]
pub struct EvalLiveness {
    /// The folder with MANIFEST.csv.
    pub folder: PathBuf,
    /// Folder for liveness.html, which stays on this machine.
    #[arg(long, default_value = "target/eval")]
    pub out: PathBuf,
    /// The curve of detection errors as an SVG.
    #[arg(long)]
    pub det: Option<PathBuf>,
    /// A Markdown page whose marked section is replaced by the tables; without it they are printed.
    #[arg(long)]
    pub table: Option<PathBuf>,
    /// How many recordings the page shows at most.
    #[arg(long, default_value_t = 60)]
    pub pictures: usize,
}

#[derive(Args)]
pub struct EvalSpeech {
    /// The folder with MANIFEST.csv.
    pub folder: PathBuf,
    /// The language of the digits.
    #[arg(long, default_value = "en")]
    pub language: String,
    /// Strings joined for each speaker.
    #[arg(long, default_value_t = 4)]
    pub strings: usize,
    /// Only these conditions: "as recorded", "white 10 dB" and so on.
    #[arg(long)]
    pub only: Vec<String>,
    /// Folder for speech.html and speech.json; both stay on this machine.
    #[arg(long, default_value = "target/eval")]
    pub out: PathBuf,
    /// A Markdown page whose marked section is replaced by the tables; without it they are printed.
    #[arg(long)]
    pub table: Option<PathBuf>,
    /// How many pictures the page shows at most.
    #[arg(long, default_value_t = 60)]
    pub pictures: usize,
}

#[derive(Args)]
pub struct EvalUnaltered {
    /// The folder with MANIFEST.csv.
    pub folder: PathBuf,
    /// Write what each detector marked as pictures into this folder.
    #[arg(long)]
    pub pictures: Option<PathBuf>,
}

#[derive(Args)]
pub struct EvalDocuments {
    /// The folder: MANIFEST.csv, and as far as there are: `mrz_groundtruth.csv`, `pdf417_groundtruth.csv`, `printed_fields.csv`.
    pub folder: PathBuf,
    /// A Python that has other readers (`PassportEye`, `FastMRZ`, `RapidOCR`); they and Tesseract run beside.
    #[arg(long)]
    pub peers: Option<PathBuf>,
    /// Folder for documents.html and documents.json; both stay on this machine.
    #[arg(long, default_value = "target/eval")]
    pub out: PathBuf,
    /// A Markdown page whose marked section is replaced by the tables; without it they are printed.
    #[arg(long)]
    pub table: Option<PathBuf>,
    /// How many pictures the page shows at most.
    #[arg(long, default_value_t = 80)]
    pub pictures: usize,
}
