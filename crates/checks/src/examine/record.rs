//! What people are shown of the measuring: where things lie on a photo, and how the face goes through a video.
//!
//! Measured anew when somebody looks, with the same readers and nets as the decision; nothing here is a verdict and nothing is stored.

use countersign_inference::document::unaltered::HeatMap;
use countersign_inference::document::{DocumentReader, ReadOptions, TextWhen};
use countersign_inference::face::{FaceBox, FaceNets, FaceTrack, distance};
use countersign_media::{Clip, Photo};
use jiff::civil::Date;

use super::document;

/// Cells of a heat map from here on are shown.
const HOT: f32 = 0.5;
/// Frames that are compared with the portrait, spread over the video.
const COMPARED_FRAMES: usize = 12;

/// A place on a photo.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// `outline`, `zone`, `print`, `portrait`, `other_face`, or the detector of altered photos that marked it.
    pub kind: &'static str,
    /// Corners as shares of the photo's width and height.
    pub corners: [(f64, f64); 4],
}

/// One moment of a video.
#[derive(Clone, Debug, PartialEq)]
pub struct FaceMoment {
    /// Seconds.
    pub at_s: f64,
    /// Left, top, width, height as shares of the frame.
    pub face: Option<[f64; 4]>,
    /// How far the mouth is open, over its width.
    pub mouth: Option<f64>,
    /// Euclidean distance of this face to the portrait, 0 the same – 1.4; only for some moments.
    pub distance: Option<f64>,
}

/// A picture's size and how often it was turned clockwise by quarters.
#[derive(Clone, Copy)]
struct View {
    width: f64,
    height: f64,
    turns: u32,
}

impl View {
    /// A point of the turned picture as shares of the picture itself.
    fn back(self, (u, v): (f64, f64)) -> (f64, f64) {
        let (x, y) = match self.turns % 4 {
            1 => (v, self.height - u),
            2 => (self.width - u, self.height - v),
            3 => (self.width - v, u),
            _ => (u, v),
        };
        (x / self.width, y / self.height)
    }

    fn rectangle(self, kind: &'static str, x: f32, y: f32, width: f32, height: f32) -> Mark {
        let (left, top) = (f64::from(x), f64::from(y));
        let (right, bottom) = (left + f64::from(width), top + f64::from(height));
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
        Mark { kind, corners: corners.map(|corner| self.back(corner)) }
    }

    fn quad(self, kind: &'static str, corners: &[(f32, f32); 4]) -> Mark {
        let upright = Self { turns: 0, ..self };
        Mark { kind, corners: corners.map(|(x, y)| upright.back((f64::from(x), f64::from(y)))) }
    }
}

/// Where things lie on a photo.
pub(super) fn marks(reader: &DocumentReader, faces: &FaceNets, photo: &Photo, today: Date) -> Vec<Mark> {
    let options = ReadOptions { text: TextWhen::Always };
    let mut found = document::read(reader, Some(faces), &photo.image, today, options);
    found.examine_capture(photo);
    let reading = &found.reading;
    let view =
        View { width: f64::from(photo.image.width), height: f64::from(photo.image.height), turns: reading.turns };
    let mut marks = Vec::new();
    marks.extend(reading.geometry.main().map(|seen| view.quad("outline", &seen.corners)));
    marks.extend(reading.mrz_corners.as_ref().map(|corners| view.quad("zone", corners)));
    marks.extend(reading.text_lines.iter().map(|line| {
        let (x, y, width, height) = line.at;
        view.rectangle("print", x, y, width, height)
    }));
    // Looked for upright only, as its place is known only then.
    if let (Some(portrait), _) = document::find_portrait(faces, &photo.image, reading.turns, &[0]) {
        let place = |kind, face: &FaceBox| view.rectangle(kind, face.x, face.y, face.width, face.height);
        marks.push(place("portrait", &portrait.face_box));
        marks.extend(portrait.others.iter().map(|other| place("other_face", other)));
    }
    if let Some(unaltered) = &found.unaltered {
        for (kind, map) in unaltered.maps() {
            marks.extend(hot(kind, map));
        }
    }
    marks
}

/// The hot cells of a map, neighbours in a row as one.
fn hot(kind: &'static str, map: &HeatMap) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (row, cells) in map.values.chunks(map.columns.max(1)).enumerate() {
        let mut from = None;
        for column in 0..=cells.len() {
            let is_hot = cells.get(column).is_some_and(|value| *value >= HOT);
            match (is_hot, from) {
                (true, None) => from = Some(column),
                (false, Some(start)) => {
                    let x = |at: usize| at as f64 / map.columns as f64;
                    let (top, bottom) = (row as f64 / map.rows as f64, (row + 1) as f64 / map.rows as f64);
                    let corners = [(x(start), top), (x(column), top), (x(column), bottom), (x(start), bottom)];
                    marks.push(Mark { kind, corners });
                    from = None;
                }
                _ => {}
            }
        }
    }
    marks
}

/// How the face goes through a video, and how far it is from the portrait of a photo at moments spread over it.
pub(super) fn moments(faces: &FaceNets, portrait: Option<&Photo>, clip: &Clip) -> Vec<FaceMoment> {
    let Ok(track) = FaceTrack::over(faces, &clip.frames) else { return vec![] };
    let portrait = portrait.and_then(|photo| document::find_portrait(faces, &photo.image, 0, &[0, 2, 1, 3]).0);
    let every = (track.points.len() / COMPARED_FRAMES).max(1);
    let points = track.points.iter().zip(&clip.frames).enumerate();
    points
        .map(|(index, (point, frame))| {
            let (width, height) = (f64::from(frame.image.width), f64::from(frame.image.height));
            let compared = portrait.as_ref().filter(|_| index % every == 0).zip(point.face.as_ref());
            FaceMoment {
                at_s: point.at_s,
                face: point.face.as_ref().map(|face| {
                    let found = &face.face_box;
                    let share = |value: f32, whole: f64| f64::from(value) / whole;
                    [
                        share(found.x, width),
                        share(found.y, height),
                        share(found.width, width),
                        share(found.height, height),
                    ]
                }),
                mouth: point.mouth_opening.map(f64::from),
                distance: compared.and_then(|(portrait, face)| {
                    let here = faces.descriptor(&frame.image, &face.landmarks).ok()?;
                    Some(f64::from(distance(&portrait.descriptor, &here)))
                }),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_of_a_turned_picture_is_found_in_the_picture_itself() {
        let at = |turns, point| View { width: 200.0, height: 100.0, turns }.back(point);
        assert_eq!(at(0, (50.0, 25.0)), (0.25, 0.25));
        // Turned once clockwise, the upper left corner lies at the upper right of a picture 100 wide.
        assert_eq!(at(1, (100.0, 0.0)), (0.0, 0.0));
        assert_eq!(at(2, (200.0, 100.0)), (0.0, 0.0));
        assert_eq!(at(3, (0.0, 200.0)), (0.0, 0.0));
    }

    #[test]
    fn hot_neighbours_are_one_mark() {
        let map = HeatMap { columns: 4, rows: 2, values: vec![0.0, 0.9, 0.6, 0.1, 0.0, 0.0, 0.0, 1.0] };
        let marks = hot("copied", &map);
        assert_eq!(marks.len(), 2);
        assert_eq!(marks[0].corners, [(0.25, 0.0), (0.75, 0.0), (0.75, 0.5), (0.25, 0.5)]);
        assert_eq!(marks[1].corners[0], (0.75, 0.5));
    }
}
