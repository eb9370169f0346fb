//! The cases of demo, tests and browser journeys.

use super::CaseSpec;
use crate::document::mrz::CheckDigit;
use crate::document::{Defects, Holder, Kind};
use crate::photograph::{Blur, Edge, Exif, Glare, Ground, Light, Scene};

/// All named cases, each wrong in at most one way.
pub fn cases() -> Vec<CaseSpec> {
    [genuine(), forged(), badly_photographed()].concat()
}

fn genuine() -> Vec<CaseSpec> {
    vec![
        case("genuine-passport", Kind::Passport, 101, "approved", "none"),
        case("genuine-id-card", Kind::IdCard, 102, "approved", "none"),
        case("genuine-driving-licence", Kind::DrivingLicence, 103, "approved", "none"),
    ]
}

fn forged() -> Vec<CaseSpec> {
    let with = |case: CaseSpec, defects: Defects| CaseSpec { defects, ..case };
    let genuine = Defects::none;
    let mut edited = case("edited-picture", Kind::IdCard, 113, "in_review", "edited");
    edited.front.exif = Some(Exif::camera("Utopia Optics", "Utophone 9").edited_with("Adobe Photoshop 25.0 (Windows)"));
    let mut misnamed = case("name-mismatch", Kind::IdCard, 105, "in_review", "name_differs");
    "Theodora Blackwood".clone_into(&mut misnamed.declared_name);
    vec![
        with(case("expired-id-card", Kind::IdCard, 104, "declined", "expired"), Defects { expired: true, ..genuine() }),
        misnamed,
        with(
            case("wrong-check-digit", Kind::Passport, 106, "in_review", "check_digit"),
            Defects { wrong_check_digit: Some(CheckDigit::BirthDate), ..genuine() },
        ),
        with(
            case("sides-of-two-people", Kind::IdCard, 107, "in_review", "sides_differ"),
            Defects { front_back_differ: true, ..genuine() },
        ),
        with(
            case("retyped-birth-date", Kind::Passport, 108, "in_review", "print_and_zone_differ"),
            Defects { retyped_field: true, ..genuine() },
        ),
        with(
            case("pasted-portrait", Kind::IdCard, 109, "in_review", "portrait"),
            Defects { pasted_portrait: true, ..genuine() },
        ),
        with(case("grey-copy", Kind::IdCard, 110, "in_review", "grey_copy"), Defects { grey_copy: true, ..genuine() }),
        with(
            case("specimen-overprint", Kind::Passport, 111, "in_review", "specimen"),
            Defects { specimen_overprint: true, ..genuine() },
        ),
        edited,
    ]
}

fn badly_photographed() -> Vec<CaseSpec> {
    let front = |name, kind, seed, finding, change: &dyn Fn(&mut Scene)| {
        let mut case = case(name, kind, seed, "resubmission", finding);
        change(&mut case.front);
        case
    };
    let lamp = Glare { x: 0.6, y: 0.4, radius: 0.15, strength: 1.6 };
    vec![
        front("glare", Kind::IdCard, 120, "glare", &|scene| scene.glare = Some(lamp)),
        front("blurred", Kind::IdCard, 121, "blur", &|scene| scene.blur = Blur::Defocus(0.006)),
        front("shaken", Kind::Passport, 122, "blur", &|scene| scene.blur = Blur::Motion(0.014, 24.0)),
        front("cut-off", Kind::Passport, 123, "cut_off", &|scene| scene.cut_off = Some((Edge::Right, 0.2))),
        front("dark", Kind::IdCard, 124, "dark", &|scene| scene.light = Light::Dark),
        front("over-exposed", Kind::IdCard, 125, "glare", &|scene| scene.light = Light::Over),
        front("finger-on-data", Kind::Passport, 126, "zone_covered", &|scene| scene.finger = Some(0.45)),
        CaseSpec {
            outcome: "in_review",
            ..front("from-a-screen", Kind::Passport, 127, "screen", &|scene| {
                scene.screen_moire = true;
                scene.ground = Ground::Dark;
            })
        },
    ]
}

fn case(name: &'static str, kind: Kind, seed: u64, outcome: &'static str, finding: &'static str) -> CaseSpec {
    let holder = Holder::sample(seed);
    let corner = kind.corner_mm() / kind.size_mm().0;
    let scene = |seed| Scene { corner, ..Scene::clean(seed) };
    CaseSpec {
        name,
        kind,
        declared_name: format!("{} {}", holder.given_names, holder.surname),
        holder,
        defects: Defects::none(),
        front: scene(seed),
        back: scene(seed + 1000),
        outcome,
        finding,
    }
}
