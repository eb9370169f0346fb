//! The command line. Exit codes and JSON are documented in docs/reference/cli.md and stable.

mod eval;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

pub use eval::{
    EvalArguments, EvalDocuments, EvalFace, EvalLiveness, EvalPad, EvalPart, EvalRecording, EvalSpeech, EvalUnaltered,
};

/// Something of ours failed: a model is missing, the database does not answer.
pub const EXIT_FAILED: u8 = 1;
/// Some input was refused or could not be assessed; the output says which and why.
pub const EXIT_REFUSED: u8 = 3;
/// `verify`: asked to do steps again.
pub const EXIT_RESUBMIT: u8 = 10;
/// `verify`: a person must look.
pub const EXIT_REVIEW: u8 = 11;
/// `verify`: declined.
pub const EXIT_DECLINED: u8 = 12;
/// `replay`: the recomputed decision differs.
pub const EXIT_DIFFERS: u8 = 13;

#[derive(Parser)]
#[command(name = "countersign", version, about = "Open identity verification, on your own machine")]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Serve the HTTP interface and the web application, with a worker inside.
    Serve(ServeArguments),
    /// Work on the job queue without serving.
    Worker(ConfigArgument),
    /// Verify one person from files: document photos, video, digits, declared details.
    Verify(VerifyArguments),
    /// Look at parts alone: a document, two faces, speech, a video.
    #[command(subcommand)]
    Inspect(InspectCommand),
    /// Measure rates on a corpus and write them as tables.
    Eval(EvalArguments),
    /// Where the time goes, step by step, on given files.
    Bench(BenchArguments),
    /// Bring the database's schema to this version.
    Migrate(ConfigArgument),
    /// Check that everything Countersign needs is here and works.
    Doctor(ConfigArgument),
    /// The models: list them, build their weights.
    #[command(subcommand)]
    Models(ModelsCommand),
    /// Recompute a stored decision and say equal or where not.
    Replay(ReplayArguments),
    /// Write how face and sound of a session's last decision were compared, as one page or as data.
    Flight(FlightArguments),
    /// Make, list and revoke keys for integrators and reviewers.
    #[command(subcommand)]
    Keys(KeysCommand),
    /// The people who work at the desk.
    #[command(subcommand)]
    Desk(DeskCommand),
    /// Put made-up cases of every outcome through the whole pipeline into the configured store.
    Demo(DemoArguments),
    /// Print the OpenAPI document.
    Openapi,
}

#[derive(Args)]
pub struct ConfigArgument {
    /// Configuration file (TOML). Environment variables and flags outrank it.
    #[arg(long, env = "COUNTERSIGN_CONFIG")]
    pub config: Option<PathBuf>,
}

#[derive(Args)]
pub struct ServeArguments {
    #[command(flatten)]
    pub config: ConfigArgument,
    /// Address to listen on; port 0 takes a free one.
    #[arg(long)]
    pub listen: Option<String>,
    /// Keep database, files and key in this folder, and make the key when it is missing.
    #[arg(long)]
    pub data_dir: Option<PathBuf>,
    /// Let anyone start a session on the start page.
    #[arg(long)]
    pub demo: bool,
    /// Serve only; another process works on the queue.
    #[arg(long)]
    pub no_worker: bool,
}

#[derive(Args)]
pub struct VerifyArguments {
    /// Photo of the document's front, or of a passport's data page.
    #[arg(long)]
    pub front: PathBuf,
    /// Photo of the document's back; not for passports.
    #[arg(long)]
    pub back: Option<PathBuf>,
    /// Video of the person reciting the digits.
    #[arg(long)]
    pub video: PathBuf,
    /// The digits that were to be recited.
    #[arg(long)]
    pub digits: String,
    /// The language they were said in.
    #[arg(long, default_value = "en")]
    pub language: String,
    /// Declared legal name.
    #[arg(long)]
    pub name: String,
    /// Declared birth date, YYYY-MM-DD.
    #[arg(long)]
    pub birth_date: String,
    /// Chosen document: passport, `id_card` or `driving_licence`. Without it: passport when no back is given, else what the document says.
    #[arg(long)]
    pub document_type: Option<String>,
    /// Name of the policy.
    #[arg(long, default_value = "level-2")]
    pub policy: String,
    /// Print JSON instead of a readable breakdown.
    #[arg(long)]
    pub json: bool,
    /// Where the declared name or birth date differs, print letter by letter what the document says.
    #[arg(long)]
    pub differences: bool,
}

#[derive(Args, Clone)]
pub struct Many {
    /// Print one JSON document a line.
    #[arg(long)]
    pub json: bool,
    /// Files looked at side by side.
    #[arg(long, default_value_t = 1)]
    pub jobs: usize,
}

#[derive(Subcommand)]
pub enum InspectCommand {
    /// What is read and measured on photos of documents.
    Document {
        /// Photos.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Read the printed text even when a zone or barcode was read.
        #[arg(long)]
        text: bool,
        /// Write what the detectors of altered photos marked as pictures into this folder.
        #[arg(long)]
        pictures: Option<PathBuf>,
        #[command(flatten)]
        many: Many,
    },
    /// How far apart the faces of two pictures are; more files are taken as pairs, one after the other.
    Faces {
        /// Pictures, an even number.
        #[arg(required = true, num_args = 2..)]
        files: Vec<PathBuf>,
        #[command(flatten)]
        many: Many,
    },
    /// Which digits are said in sound or video files.
    Speech {
        /// Sound or video files.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// The digits that were to be said; once, or once a file.
        #[arg(long, required = true)]
        digits: Vec<String>,
        /// The language they were said in.
        #[arg(long, default_value = "en")]
        language: String,
        #[command(flatten)]
        many: Many,
    },
    /// The liveness breakdown of videos.
    Video {
        /// Videos.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// The digits that were to be said; once, or once a file.
        #[arg(long, required = true)]
        digits: Vec<String>,
        /// The language they were said in.
        #[arg(long, default_value = "en")]
        language: String,
        #[command(flatten)]
        many: Many,
    },
}

#[derive(Args)]
pub struct BenchArguments {
    /// Photo of the front.
    #[arg(long)]
    pub front: PathBuf,
    /// Photo of the back.
    #[arg(long)]
    pub back: PathBuf,
    /// The video.
    #[arg(long)]
    pub video: PathBuf,
    /// Its digits.
    #[arg(long)]
    pub digits: String,
    /// Counted runs.
    #[arg(long, default_value_t = 5)]
    pub runs: usize,
}

#[derive(Subcommand)]
pub enum ModelsCommand {
    /// Source, licence, hash and measured accuracy of every model.
    List {
        /// Print JSON.
        #[arg(long)]
        json: bool,
    },
    /// Convert the pinned package's weights and check their hashes.
    Build {
        /// The package's model folder.
        #[arg(long)]
        from: Option<PathBuf>,
    },
}

#[derive(Args)]
pub struct ReplayArguments {
    #[command(flatten)]
    pub config: ConfigArgument,
    /// The session.
    pub session: String,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
pub struct FlightArguments {
    #[command(flatten)]
    pub config: ConfigArgument,
    /// The session.
    pub session: String,
    /// Where to; standard output without it.
    #[arg(long)]
    pub out: Option<PathBuf>,
    /// Leave every picture out, so that it can be shared.
    #[arg(long)]
    pub without_pictures: bool,
    /// Values and curves as JSON; never pictures.
    #[arg(long)]
    pub json: bool,
}

#[derive(Subcommand)]
pub enum KeysCommand {
    /// Make a key; its secret is printed once.
    Create {
        #[command(flatten)]
        config: ConfigArgument,
        /// What people call it.
        name: String,
        /// integrator, reviewer or admin.
        #[arg(long, default_value = "integrator")]
        role: String,
    },
    /// Every key, without its secret.
    List {
        #[command(flatten)]
        config: ConfigArgument,
    },
    /// Revoke a key.
    Revoke {
        #[command(flatten)]
        config: ConfigArgument,
        /// The key's id.
        id: String,
    },
}

#[derive(Subcommand)]
pub enum DeskCommand {
    /// Add a person; their password and code generator are printed once.
    AddPerson {
        #[command(flatten)]
        config: DeskConfig,
        /// What colleagues call them; it signs their decisions.
        name: String,
        /// reviewer, support, engineer or admin.
        #[arg(long, default_value = "reviewer")]
        role: String,
    },
    /// Draw a new password and code generator for a person and end their logins.
    Renew {
        #[command(flatten)]
        config: DeskConfig,
        /// The person's name.
        name: String,
    },
    /// Let a person go.
    Disable {
        #[command(flatten)]
        config: DeskConfig,
        /// The person's name.
        name: String,
    },
    /// Every person of the desk.
    List {
        #[command(flatten)]
        config: DeskConfig,
    },
}

#[derive(Args)]
pub struct DeskConfig {
    #[command(flatten)]
    pub config: ConfigArgument,
    /// The folder that `serve --data-dir` was given.
    #[arg(long)]
    pub data_dir: Option<PathBuf>,
}

#[derive(Args)]
pub struct DemoArguments {
    #[command(flatten)]
    pub config: ConfigArgument,
    /// Folder of cases, one folder each with front.jpg, back.jpg and expected.json.
    pub cases: PathBuf,
    /// Program that makes a clip for drawn digits: called with `clip --case NAME --digits D --out FILE`.
    #[arg(long)]
    pub clip_maker: PathBuf,
}
