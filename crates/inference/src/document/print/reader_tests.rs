use std::sync::Mutex;

use super::*;
use crate::document::print::{Glyph, LineText};

/// Finds the rows of dark pixels of a picture that is black on white, at full size whatever `side` says.
struct Bars;

impl LineFinder for Bars {
    fn nets(&self) -> Vec<(String, String)> {
        vec![("bars".to_owned(), "none".to_owned())]
    }

    fn find(&self, picture: &RgbImage, _: usize) -> Result<Vec<LineBox>, ModelError> {
        let (w, h) = (picture.width as usize, picture.height as usize);
        let map: Vec<f32> = picture.pixels.chunks_exact(3).map(|p| 1.0 - f32::from(p[0]) / 255.0).collect();
        Ok(super::super::regions::lines(&map, w, h))
    }
}

/// Reads how dark the line's left half is against its right: `left` for lines whose dark end comes first.
struct Darker(Mutex<usize>);

impl LineRecogniser for Darker {
    fn nets(&self) -> Vec<(String, String)> {
        vec![("darker".to_owned(), "none".to_owned())]
    }

    fn read(&self, picture: &RgbImage, lines: &[LineBox]) -> Result<Vec<LineText>, ModelError> {
        *self.0.lock().unwrap() += lines.len();
        let one = |line: &LineBox| {
            let strip = super::super::Strip::cut(picture, line, 8, 400);
            let at = |x: usize| strip.pixels[(4 * strip.width + x) * 3];
            let upright = at(strip.width / 4) < at(strip.width * 3 / 4);
            let char = if upright { 'R' } else { '?' };
            let glyphs = vec![Glyph { char, at: 0.5, probability: 0.9 }];
            LineText { glyphs, surprise: if upright { 0.1 } else { 2.0 }, weakest: 0.9, confidence: 0.9 }
        };
        Ok(lines.iter().map(one).collect())
    }
}

fn reader() -> PrintReader {
    PrintReader::new(Box::new(Bars), Box::new(Darker(Mutex::new(0))))
}

/// 300 × 200, white, three lines: black in their left half, grey in their right.
fn card() -> RgbImage {
    let mut pixels = vec![255; 300 * 200 * 3];
    for (top, left) in [(30usize, 40usize), (90, 40), (150, 100)] {
        for y in top..top + 12 {
            for x in left..left + 120 {
                let shade = if x < left + 60 { 0 } else { 70 };
                pixels[(y * 300 + x) * 3..][..3].fill(shade);
            }
        }
    }
    RgbImage { width: 300, height: 200, pixels }
}

fn turned(picture: &RgbImage, quarters: u32) -> RgbImage {
    Page::of(picture, quarters).picture
}

#[test]
fn every_way_up_is_found_and_the_places_are_those_of_the_upright_picture() {
    for quarters in 0..4 {
        let page = reader().open(&turned(&card(), quarters), &Scope::default()).unwrap();
        assert_eq!(page.turns, (4 - quarters) % 4, "turned by {quarters}");
        assert_eq!(page.lines.len(), 3);
        let (x, y) = page.lines[0].place.centre();
        assert!((x - 100.0).abs() < 2.0 && (y - 36.0).abs() < 2.0, "{quarters}: {x} {y}");
    }
}

#[test]
fn only_what_is_asked_for_is_read() {
    let reader = reader();
    let mut page = reader.open(&card(), &Scope { turns: Some(0), ..Scope::default() }).unwrap();
    assert!(page.text_lines().is_empty());
    let middle = |line: &LineBox| line.within((0.0, 60.0, 300.0, 60.0)) > 0.5;
    assert_eq!(reader.read(&mut page, 9, middle).unwrap(), 1);
    let lines = page.text_lines();
    assert_eq!((lines.len(), lines[0].text.as_str()), (1, "R"));
    assert_eq!(reader.read(&mut page, 9, middle).unwrap(), 0, "read once");
    assert_eq!(reader.read(&mut page, 1, |_| true).unwrap(), 1, "the budget holds");
    assert_eq!(page.text_lines().len(), 2);
}

#[test]
fn zones_narrow_the_search_and_skipped_ones_are_left_out() {
    let zone = (80.0, 140.0, 160.0, 40.0);
    let only = Scope { turns: Some(0), zones: vec![zone], ..Scope::default() };
    let page = reader().open(&card(), &only).unwrap();
    assert_eq!(page.lines.len(), 1);
    let (x, y) = page.lines[0].place.centre();
    assert!((x - 160.0).abs() < 2.0 && (y - 156.0).abs() < 2.0, "{x} {y}");
    let without = Scope {
        turns: Some(0),
        skip: vec![[(80.0, 140.0), (240.0, 140.0), (240.0, 180.0), (80.0, 180.0)]],
        ..Scope::default()
    };
    assert_eq!(reader().open(&card(), &without).unwrap().lines.len(), 2);
}
