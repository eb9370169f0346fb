//! Words across documents: read on our own specimens, and none read where there is none.

use countersign_inference::document::text::{self, Known};
use countersign_inference::document::unaltered::overprint::found_in;
use countersign_media::RgbImage;
use countersign_specimen::attack::{Attack, attacked};
use countersign_specimen::document::{Kind, overprint_of};

use crate::support::reader;

const KINDS: [Kind; 3] = [Kind::Passport, Kind::IdCard, Kind::DrivingLicence];

/// Words found on the photo of the document of this seed.
#[expect(clippy::disallowed_methods, reason = "tests decode their own trusted samples")]
fn words(seed: u64, attack: Attack) -> Vec<&'static str> {
    let made = attacked(KINDS[seed as usize % KINDS.len()], seed, attack, 88).unwrap();
    let rgb = image::load_from_memory(&made.bytes).unwrap().into_rgb8();
    let photo = RgbImage { width: rgb.width(), height: rgb.height(), pixels: rgb.into_raw() };
    let printed = text::read(Some(reader()), &photo, Known { turns: Some(0), ..Known::default() }).unwrap();
    let across = printed.across.iter().map(|line| line.text.as_str());
    found_in(printed.lines.iter().map(|line| line.text.as_str()), across)
}

/// `COUNTERSIGN_OVERPRINTS=60` tries as many; the rate is in `docs/evaluation/documents-unaltered.md`.
#[test]
fn words_across_a_document_are_read() {
    let n: u64 = std::env::var("COUNTERSIGN_OVERPRINTS").map_or(8, |text| text.parse().expect("a number"));
    let mut read = 0;
    for seed in 0..n {
        let (word, found) = (overprint_of(seed), words(seed, Attack::Overprint));
        println!("{seed} {word}: {found:?}");
        read += u64::from(found.contains(&word));
    }
    println!("{read} of {n} words across read");
    assert!(read * 10 >= n * 4, "{read} of {n}");
}

#[test]
fn nothing_is_read_across_an_untouched_one() {
    for seed in 0..3 {
        let mut found = words(seed, Attack::Genuine);
        // Our specimens say it in their smallest print.
        found.retain(|word| *word != "SPECIMEN");
        assert!(found.is_empty(), "{seed}: {found:?}");
    }
}
