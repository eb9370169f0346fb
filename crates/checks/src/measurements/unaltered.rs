//! What was measured of a photo as a picture and a file.

/// Signs of an unoriginal or altered photo. What they are and what they cannot see: `countersign_inference::document::unaltered`.
#[derive(Clone, Debug, Default)]
pub struct Unaltered {
    /// Share of windows with the coloured moiré of a screen, 0–1.
    pub moire: Option<f64>,
    /// Share of windows with crossed dots of one printer's screen, 0–1.
    pub halftone: Option<f64>,
    /// Sum of the signs of a screenshot, 0–1.
    pub screenshot: f64,
    /// Colour beyond a tint, steps of chroma.
    pub own_colour: Option<f64>,
    /// Tint, steps of chroma.
    pub tint: Option<f64>,
    /// Roughness of the histogram, 0–2.
    pub roughness: Option<f64>,
    /// Share of pixels that are black in every channel, 0–1.
    pub crushed: Option<f64>,
    /// Grain of the portrait's skin over that of the document's quiet places; `None` without a portrait, or where the picture has no grain.
    pub portrait_grain: Option<f64>,
    /// Largest group of cells saved once in a picture saved twice; `None` where the picture does not show two compressions.
    pub recompressed_cells: Option<f64>,
    /// Largest group of cells without their surroundings' noise; `None` where the picture has too little.
    pub clean_cells: Option<f64>,
    /// Patches of the most copied piece; `None` where copies are not told from equal print.
    pub copied_patches: Option<f64>,
    /// Words of overprints and marks found; `None` when nothing was read.
    pub overprint: Option<Vec<&'static str>>,
    /// What the file says of its way here, by name.
    pub signs: Vec<&'static str>,
}
