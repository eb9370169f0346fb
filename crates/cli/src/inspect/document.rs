//! `inspect document`

use std::path::Path;

use countersign_checks::examine::DocumentFindings;
use countersign_checks::examine::read_document;
use countersign_inference::document::fields::Field;
use countersign_inference::document::{ReadOptions, TextWhen};
use countersign_media::{Photo, PhotoFormat};
use serde_json::{Map, Value, json};

use super::{Bench, Finding};

/// Reads one photo.
pub fn inspect(bench: &Bench, file: &Path, text: bool) -> Finding {
    let bytes = match std::fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) => {
            return Finding::refused(file, json!({ "code": "unreadable", "title": error.kind().to_string() }));
        }
    };
    let photo = match bench.decoder.photo(&bytes) {
        Ok(photo) => photo,
        Err(error) => return Finding::refused(file, bench.refused(&error)),
    };
    let options = if text { ReadOptions { text: TextWhen::Always } } else { ReadOptions::default() };
    let found = read_document(&bench.toolbox.documents, Some(&bench.toolbox.faces), &photo.image, bench.today, options);
    Finding::of(as_json(file, &photo, &found))
}

fn as_json(file: &Path, photo: &Photo, found: &DocumentFindings) -> Value {
    let reading = &found.reading;
    let mrz = reading.mrz.as_ref().map(|decoded| {
        let mrz = &decoded.mrz;
        json!({
            "format": mrz.format.name(), "lines": mrz.lines, "valid": mrz.valid,
            "valid_by": mrz.valid_by.map(|exception| format!("{exception:?}")),
            "confidence": mrz.confidence,
            "checks": mrz.checks.iter().map(|check| json!({ "name": check.name, "ok": check.ok })).collect::<Vec<_>>(),
        })
    });
    let barcodes: Vec<Value> =
        reading.barcodes.iter().map(|code| json!({ "format": code.format, "text": code.text })).collect();
    let fields: Map<String, Value> = reading
        .fields
        .values
        .iter()
        .map(|(name, field)| {
            ((*name).to_owned(), json!({ "value": field.value, "confidence": field.confidence, "source": format!("{:?}", field.source).to_lowercase() }))
        })
        .collect();
    let conflicts: Vec<Value> = reading
        .fields
        .conflicts
        .iter()
        .map(|(name, field)| json!({ "field": name, "value": field.value, "confidence": field.confidence, "source": format!("{:?}", field.source).to_lowercase() }))
        .collect();
    let print = |list: &[(&'static str, Field)]| -> Vec<Value> {
        let shown = |(name, field): &(&'static str, Field)| {
            json!({
                "field": name, "value": field.value, "confidence": field.confidence, "corners": field.at,
                "evidence": field.evidence.map(|evidence| format!("{evidence:?}").to_lowercase()),
            })
        };
        list.iter().map(shown).collect()
    };
    let portrait = found.portrait.as_ref().map(|portrait| {
        let area = portrait.face_box;
        json!({
            "box": { "x": area.x, "y": area.y, "width": area.width, "height": area.height },
            "face_height_px": portrait.quality.face_height_px, "inter_eye_px": portrait.quality.inter_eye_px,
            "sharpness": portrait.quality.sharpness, "score": area.score, "other_faces": portrait.others.len(),
        })
    });
    let quality = &reading.quality;
    json!({
        "file": file.display().to_string(),
        "mrz": mrz,
        "barcodes": barcodes,
        "fields": fields,
        "conflicts": conflicts,
        "document_type": reading.fields.document_type,
        "printed": print(&reading.fields.printed),
        "abstained": print(&reading.fields.abstained),
        "portrait": portrait,
        "quality": {
            "width_px": quality.width_px, "height_px": quality.height_px, "document_found": quality.document_quad.is_some(),
            "document_quad": quality.document_quad, "document_share": quality.document_share, "document_long_px": quality.document_long_px,
            "sharpness": quality.sharpness, "glare_share": quality.glare_share, "glare_box": quality.glare_box,
            "brightness": quality.brightness, "dark_share": quality.dark_share, "contrast": quality.contrast,
            "margin_px": quality.margin_px, "skew_deg": quality.skew_deg,
        },
        "origin": origin(photo),
        "turns": reading.turns,
        "could_not_assess": reading.failures.iter().map(|(step, error)| json!({ "step": step, "error": error.to_string() })).collect::<Vec<_>>(),
        "timings_ms": reading.timings.iter().map(|(step, ms)| ((*step).to_owned(), json!(ms))).collect::<Map<_, _>>(),
    })
}

fn origin(photo: &Photo) -> Value {
    let format = match photo.format {
        PhotoFormat::Jpeg => "jpeg",
        PhotoFormat::Png => "png",
        PhotoFormat::WebP => "webp",
    };
    let facts = &photo.metadata;
    json!({
        "format": format, "make": facts.make, "model": facts.model, "software": facts.software, "taken_at": facts.taken_at,
        "orientation": facts.orientation, "has_exif": facts.has_exif, "has_xmp": facts.has_xmp, "has_c2pa": facts.has_c2pa,
        "has_position": facts.has_position,
    })
}
