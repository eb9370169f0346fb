//! Names with accents on our own cards: as the reader ships, and with the accents' net taken out.

use countersign_inference::document::print::{Detector, PrintReader, Recogniser, Scope};
use countersign_media::RgbImage;
use countersign_specimen::document::{Defects, Holder, Kind, render};

use crate::support::{reader, store};

/// Surnames whose letters the recogniser alone writes without their marks.
const NAMES: [&str; 6] = ["KUČEROVÁ", "ČERNÝ", "HÄMÄLÄINEN", "NOVÁČEK", "PEÑALOSA", "GUÐJÓNSDÓTTIR"];

#[test]
fn names_keep_their_accents_and_lose_them_without_the_accents_net() {
    let store = store();
    let finder = Box::new(Detector::load(&store).unwrap());
    let bare = PrintReader::new(finder, Box::new(Recogniser::load(&store).unwrap().bare()));
    let (mut kept, mut without) = (0, 0);
    for (seed, name) in NAMES.into_iter().enumerate() {
        let holder = Holder { surname: name.to_owned(), ..Holder::sample(seed as u64) };
        let side = render(Kind::IdCard, &holder, &Defects::none()).unwrap().remove(0);
        let middle = (side.zones["surname"].y + side.zones["surname"].h / 2.0) * 600.0 / 25.4;
        let card = side.picture;
        let picture = RgbImage { width: card.width, height: card.height, pixels: card.pixels };
        let page = reader().open(&picture, &Scope { turns: Some(0), ..Scope::default() }).unwrap();
        let holds = |by: &PrintReader| {
            let mut page = page.clone();
            by.read(&mut page, usize::MAX, |place| place.corners[0].1 < middle && place.corners[2].1 > middle).unwrap();
            page.lines.iter().any(|line| line.text.as_ref().is_some_and(|text| text.text() == name))
        };
        let (own, other) = (holds(reader()), holds(&bare));
        println!("{name}: {own}, without the accents' net {other}");
        kept += usize::from(own);
        without += usize::from(other);
    }
    assert!(kept >= without + 3, "{kept} of {} names as printed, {without} without the net", NAMES.len());
}
