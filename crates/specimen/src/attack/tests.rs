use super::*;

fn made(attack: Attack) -> Attacked {
    attacked(Kind::IdCard, 7, attack, 93).expect("fonts are installed")
}

#[test]
fn names_are_unique_and_the_same_attack_gives_the_same_bytes() {
    let mut names: Vec<&str> = Attack::ALL.iter().map(|attack| attack.name()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), Attack::ALL.len());
    assert!(made(Attack::Forwarded).bytes == made(Attack::Forwarded).bytes);
}

#[test]
fn an_edit_changes_a_place_and_leaves_the_rest() {
    let before = developed(&made(Attack::Genuine).bytes).expect("ours");
    for attack in [Attack::RetypedField, Attack::ErasedField, Attack::CopyMove] {
        let mut after = before.clone();
        let mut chance = Chance::new(3, 1);
        match attack {
            Attack::RetypedField => pixels::retyped(&mut after, &mut chance),
            Attack::ErasedField => pixels::erased(&mut after, &mut chance),
            _ => pixels::copied(&mut after, &mut chance),
        }
        let changed = before.pixels.iter().zip(&after.pixels).filter(|(a, b)| a != b).count();
        let share = changed as f64 / before.pixels.len() as f64;
        assert!(share > 0.001 && share < 0.1, "{}: {share}", attack.name());
    }
}

#[test]
fn a_screenshot_has_a_phones_size() {
    let shot = made(Attack::Screenshot);
    assert_eq!(shot.extension, "png");
    // Columns and rows of the header chunk.
    assert_eq!(shot.bytes[16..24], [0, 0, 4, 146, 0, 0, 9, 228], "1170 x 2532");
}
