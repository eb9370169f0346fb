//! The list is sound, and a case is the same bytes every time.

use std::collections::BTreeSet;

use super::*;

#[test]
fn names_are_single_and_fit_a_folder() {
    let all = cases();
    let names: BTreeSet<&str> = all.iter().map(|case| case.name).collect();
    assert_eq!(names.len(), all.len());
    assert!(all.len() >= 12);
    assert!(names.iter().all(|name| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')));
    for case in &all {
        assert!(["approved", "declined", "resubmission", "in_review"].contains(&case.outcome), "{}", case.name);
        assert_eq!(case.outcome == "approved", case.finding == "none", "{}", case.name);
    }
}

#[test]
fn a_case_is_written_the_same_twice() {
    let mut case = cases().into_iter().find(|case| case.kind == Kind::IdCard).unwrap();
    case.front.size = (640, 480);
    case.back.size = (640, 480);
    let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    for folder in &folders {
        write_case(folder.path(), &case).unwrap();
    }
    for file in ["front.jpg", "back.jpg", "expected.json"] {
        let [first, second] = [0, 1].map(|at| std::fs::read(folders[at].path().join(file)).unwrap());
        assert!(!first.is_empty());
        assert!(first == second, "{file} differs");
    }
    let expected: serde_json::Value =
        serde_json::from_slice(&std::fs::read(folders[0].path().join("expected.json")).unwrap()).unwrap();
    assert_eq!(expected["sides"]["front"]["printed"]["birth_date"], case.holder.birth_date.iso());
    assert_eq!(expected["sides"]["back"]["mrz"][0].as_str().map(str::len), Some(30));
}
