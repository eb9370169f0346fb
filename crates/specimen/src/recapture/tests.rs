use super::*;

/// A bright disc that wanders over a dark ground.
fn footage() -> Footage {
    let picture = |number: usize| {
        let (width, height) = (64_u32, 48_u32);
        let middle = 24.0 + 8.0 * (number as f32 * 0.3).sin();
        let pixel = |at: u32| {
            let (x, y) = ((at % width) as f32, (at / width) as f32);
            let inside = (x - middle).hypot(y - 24.0) < 10.0;
            if inside { [200, 160, 140] } else { [40, 60, 80] }
        };
        Picture { width, height, pixels: (0..width * height).flat_map(pixel).collect() }
    };
    Footage { pictures: (0..40).map(picture).collect(), fps: 25, sound: vec![] }
}

fn change(pictures: &[Picture]) -> f64 {
    let apart = |a: &Picture, b: &Picture| -> f64 {
        a.pixels.iter().zip(&b.pixels).map(|(a, b)| f64::from(a.abs_diff(*b))).sum::<f64>() / a.pixels.len() as f64
    };
    pictures.windows(2).map(|pair| apart(&pair[0], &pair[1])).sum::<f64>() / (pictures.len() - 1).max(1) as f64
}

#[test]
fn every_species_keeps_size_and_is_made_alike_twice() {
    let footage = footage();
    for species in Species::ALL {
        let made = pictures(&footage, *species, 5);
        let all =
            made.iter().all(|picture| (picture.width, picture.height) == (64, 48) && picture.pixels.len() == 9216);
        assert!(all, "{}", species.name());
        assert!(made == pictures(&footage, *species, 5), "{}", species.name());
        let expected = if *species == Species::Joined { 27 } else { 40 };
        assert_eq!(made.len(), expected, "{}", species.name());
    }
}

#[test]
fn stills_stand_still_and_hands_do_not() {
    let footage = footage();
    assert!(change(&pictures(&footage, Species::StillFrozen, 1)) < 1e-9);
    assert!(change(&pictures(&footage, Species::StillSwayed, 1)) > 0.05);
    assert!(change(&pictures(&footage, Species::PrintFlat, 1)) > 0.5);
}

#[test]
fn a_loop_comes_back_to_where_it_was() {
    let made = pictures(&footage(), Species::Looped, 1);
    assert!(made[20] == made[28], "to and fro around picture 24");
}
