use super::*;

fn plain() -> Look {
    Look { background: Background::Plain, size: 0.8, ..Look::default() }
}

/// Mean brightness over a rectangle given in shares of the picture.
fn mean(picture: &Picture, x: (f32, f32), y: (f32, f32)) -> f32 {
    let (w, h) = (picture.width as f32, picture.height as f32);
    let rows = (y.0 * h) as usize..(y.1 * h) as usize;
    let columns = (x.0 * w) as usize..(x.1 * w) as usize;
    let at = |row: usize, column: usize| (row * picture.width as usize + column) * 3;
    let all: Vec<f32> = rows
        .flat_map(|row| columns.clone().map(move |column| at(row, column)))
        .map(|i| picture.pixels[i..i + 3].iter().map(|&c| f32::from(c)).sum::<f32>() / 3.0)
        .collect();
    all.iter().sum::<f32>() / all.len() as f32
}

#[test]
fn a_seed_is_a_person() {
    let portrait = Person::new(7).portrait(120, 150);
    assert_eq!(portrait, Person::new(7).portrait(120, 150));
    let other = Person::new(8).portrait(120, 150);
    let apart = portrait.pixels.iter().zip(&other.pixels).filter(|(a, b)| a.abs_diff(**b) > 16).count();
    assert!(apart > portrait.pixels.len() / 20, "{apart}");
}

#[test]
fn a_portrait_fills_its_frame_before_a_plain_light_ground() {
    let portrait = Person::new(2).portrait(210, 270);
    assert_eq!(portrait.pixels.len(), 210 * 270 * 3);
    let ground = mean(&portrait, (0.0, 0.1), (0.0, 0.2));
    assert!(ground > 200.0 && mean(&portrait, (0.4, 0.6), (0.4, 0.6)) < 0.9 * ground);
}

#[test]
fn an_open_mouth_darkens_the_mouth_and_leaves_the_eyes_alone() {
    let person = Person::new(3);
    let shut = person.render(&plain(), 200, 200);
    let open = person.render(&Look { mouth_open: 1.0, ..plain() }, 200, 200);
    let mouth = ((0.47, 0.53), (0.80, 0.83));
    assert!(mean(&open, mouth.0, mouth.1) < 0.8 * mean(&shut, mouth.0, mouth.1));
    let upper = 200 * 105 * 3;
    let moved = open.pixels[..upper].iter().zip(&shut.pixels).map(|(a, b)| f32::from(a.abs_diff(*b))).sum::<f32>();
    assert!(moved / (upper as f32) < 1.0, "{}", moved / upper as f32);
}

#[test]
fn a_part_of_a_cel_is_the_same_as_the_whole_there() {
    let person = Person::new(5);
    let look = Look { blink: 1.0, ..plain() };
    let mut cut = person.cel(&plain(), 160, 160, Part::Whole);
    let blink = person.cel(&look, 160, 160, Part::Whole);
    assert_ne!(cut.rgba, blink.rgba);
    cut.lay(&person.cel(&look, 160, 160, Part::Eyes));
    let worst = cut.rgba.iter().zip(&blink.rgba).map(|(a, b)| a[0].abs_diff(b[0])).max().unwrap();
    assert!(worst <= 2, "{worst}");
}

#[test]
fn a_turned_head_moves_the_nose() {
    let person = Person::new(6);
    let left = person.render(&Look { yaw: -0.4, ..plain() }, 160, 160);
    let right = person.render(&Look { yaw: 0.4, ..plain() }, 160, 160);
    assert_ne!(left, right);
}
