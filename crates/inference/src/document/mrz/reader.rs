//! The seam: whatever finds and reads a zone in a picture hands back how well each character fits each place.

use crate::document::picture::Gray;

/// Log-probabilities (≤ 0) of the 37 characters of `alphabet::CHARS` at one place.
#[derive(Clone, Copy, PartialEq)]
pub struct Cell(pub [f32; 37]);

/// What a reader found, before the grammar has its say.
#[derive(Clone, PartialEq)]
pub struct MrzRead {
    /// Lines from the top, cells from the left; every line as long as its format says (30, 36 or 44).
    pub cells: Vec<Vec<Cell>>,
    /// Quarter turns clockwise (0–3) that bring the zone upright.
    pub turns: u32,
    /// The zone in pixels of the given picture: top left, top right, bottom right, bottom left as read.
    pub corners: [(f32, f32); 4],
}

impl std::fmt::Debug for MrzRead {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "MrzRead({} lines, redacted)", self.cells.len())
    }
}

/// Why a reader could not do its work; finding nothing is no error.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The program that reads is not installed or cannot start.
    #[error("the text reader `{0}` cannot be started")]
    NotStarted(&'static str),
    /// It did not finish in its time and was stopped.
    #[error("the text reader `{0}` took too long")]
    TimedOut(&'static str),
    /// It ended with an error or gave back what cannot be understood.
    #[error("the text reader `{0}` failed")]
    Failed(&'static str),
}

/// How hard a zone is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// Among the few lines that look most like a zone's, where nothing says that there is one; level ones only when the picture is known
    /// to lie level or on its head.
    Glance {
        /// Whether upright lines may be left out.
        level: bool,
    },
    /// Among everything that might be a line of print.
    Search,
}

/// Finds and reads a machine readable zone.
pub trait MrzReader: Send + Sync {
    /// Short stable name, for reports.
    fn name(&self) -> &'static str;
    /// The nets it runs, by name and hash.
    fn nets(&self) -> Vec<(String, String)>;
    /// Reads the most convincing zone of the picture; `None` when it shows none.
    fn read(&self, picture: &Gray, effort: Effort) -> Result<Option<MrzRead>, ReadError>;
}
