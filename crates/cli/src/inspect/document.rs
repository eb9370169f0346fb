//! `inspect document`

use std::path::Path;

use countersign_checks::examine::DocumentFindings;
use countersign_checks::examine::read_document;
use countersign_inference::document::fields::Field;
use countersign_inference::document::unaltered::{HeatMap, Mapped, Unaltered};
use countersign_inference::document::{DocumentReading, ReadOptions, TextWhen};
use countersign_media::{Photo, PhotoFormat};
use serde_json::{Map, Value, json};

use super::{Bench, Finding, bytes_of, overlay};

/// Reads one photo.
pub fn inspect(bench: &Bench, file: &Path, text: bool, pictures: Option<&Path>) -> Finding {
    let bytes = match bytes_of(file) {
        Ok(bytes) => bytes,
        Err(error) => return Finding::refused(file, error),
    };
    let photo = match bench.decoder.photo(&bytes) {
        Ok(photo) => photo,
        Err(error) => return Finding::refused(file, bench.refused(&error)),
    };
    let options = if text { ReadOptions { text: TextWhen::Always } } else { ReadOptions::default() };
    let mut found =
        read_document(&bench.toolbox.documents, Some(&bench.toolbox.faces), &photo.image, bench.today, options);
    found.examine_capture(&photo);
    if let (Some(folder), Some(seen)) = (pictures, &found.unaltered)
        && let Err(error) = overlay::write(folder, file, &photo.image, seen)
    {
        return Finding::refused(file, json!({ "code": "not_written", "title": error.to_string() }));
    }
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
            "sharpness": quality.sharpness, "blur_evenness": quality.blur_evenness, "overexposed_share": quality.overexposed_share,
            "blank": quality.blank, "glare_share": quality.glare_share, "glare_box": quality.glare_box,
            "brightness": quality.brightness, "dark_share": quality.dark_share, "contrast": quality.contrast,
            "margin_px": quality.margin_px, "skew_deg": quality.skew_deg,
        },
        "origin": origin(photo),
        "unaltered": found.unaltered.as_ref().map(unaltered),
        "overprints": found.side().unaltered.and_then(|seen| seen.overprint),
        "geometry": geometry(reading),
        "turns": reading.turns,
        "could_not_assess": reading.failures.iter().map(|(step, error)| json!({ "step": step, "error": error.to_string() })).collect::<Vec<_>>(),
        "timings_ms": reading.timings.iter().map(|(step, ms)| ((*step).to_owned(), json!(ms))).collect::<Map<_, _>>(),
    })
}

/// What was measured, each with its map as rows of two hexadecimal digits a cell.
fn unaltered(seen: &Unaltered) -> Value {
    let value = |found: &Option<Mapped>| found.as_ref().map(|found| found.value);
    let foreign = seen.recompressed.as_ref().and_then(|found| found.foreign.as_ref()).map(|found| found.value);
    let rows = |map: &HeatMap| -> Vec<String> {
        let hex = |row: &[f32]| hex::encode(row.iter().map(|cell| (cell * 255.0) as u8).collect::<Vec<u8>>());
        map.values.chunks(map.columns).map(hex).collect()
    };
    json!({
        "moire": value(&seen.moire),
        "halftone": value(&seen.halftone),
        "portrait_grain": seen.portrait_grain,
        "screenshot": { "signs": seen.screenshot.signs, "bars": seen.screenshot.bars, "flat": seen.screenshot.flat },
        "tone": seen.tone.map(|tone| json!({ "own_colour": tone.own_colour, "tint": tone.tint, "roughness": tone.roughness, "crushed": tone.crushed })),
        "saved_twice": seen.recompressed.as_ref().map(|found| found.evidence),
        "recompressed_cells": foreign,
        "clean_cells": value(&seen.clean),
        "copied_patches": value(&seen.copied),
        "signs": seen.signs.iter().map(|sign| sign.name()).collect::<Vec<_>>(),
        "standard_quality": seen.standard_quality,
        "maps": seen.maps().into_iter().map(|(name, map)| (name.to_owned(), json!(rows(map)))).collect::<Map<_, _>>(),
        "timings_ms": seen.timings.iter().map(|(step, ms)| ((*step).to_owned(), json!(ms))).collect::<Map<_, _>>(),
    })
}

/// Where documents lie, corners clockwise from each one's own top left.
fn geometry(reading: &DocumentReading) -> Value {
    let found = &reading.geometry;
    let documents: Vec<Value> = found
        .documents
        .iter()
        .map(|seen| {
            json!({
                "corners": seen.corners, "found_by": format!("{:?}", seen.found_by).to_lowercase(), "way_up_certainty": seen.certainty,
                "edge_support": seen.support, "cut": seen.cut, "fills_frame": seen.fills_frame, "fill": seen.fill, "turns": seen.turns(),
            })
        })
        .collect();
    json!({
        "documents": documents, "covered_share": found.covered_share, "covered_box": found.covered_box,
        "mirrored": reading.mirrored, "failure": found.failure.as_ref().map(ToString::to_string),
    })
}

fn origin(photo: &Photo) -> Value {
    let format = match photo.format {
        PhotoFormat::Jpeg => "jpeg",
        PhotoFormat::Png => "png",
        PhotoFormat::WebP => "webp",
    };
    let (facts, file) = (&photo.metadata, &photo.provenance);
    json!({
        "format": format, "make": facts.make, "model": facts.model, "software": facts.software, "taken_at": facts.taken_at,
        "orientation": facts.orientation, "has_exif": facts.has_exif, "has_xmp": facts.has_xmp, "has_c2pa": facts.has_c2pa,
        "has_position": facts.has_position, "file_bytes": file.file_bytes, "exif_entries": file.exif_entries, "has_exposure": file.has_exposure,
        "has_maker_note": file.has_maker_note, "saved_later": file.saved_later, "has_history": file.has_history,
        "has_editor_block": file.has_editor_block, "says_generated": file.says_generated, "claim_generator": file.claim_generator,
        "jpeg": file.jpeg.as_ref().map(|jpeg| json!({
            "progressive": jpeg.progressive, "jfif": jpeg.jfif, "adobe": jpeg.adobe, "sampling": jpeg.sampling,
            "luma_table": jpeg.luma_table, "chroma_table": jpeg.chroma_table,
        })),
    })
}
