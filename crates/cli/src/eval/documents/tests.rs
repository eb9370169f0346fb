//! Counting and writing, on small made-up answers.

use super::corpus::{Sample, load};
use super::judge::{Judged, Zone};
use super::peers::Answers;
use super::tables::{rate, sections, wilson};
use super::*;

#[test]
fn intervals_are_wilsons() {
    assert_eq!(wilson(0, 0), None);
    let (low, high) = wilson(8, 10).expect("some");
    assert!((low - 0.4902).abs() < 1e-3 && (high - 0.9433).abs() < 1e-3, "{low} {high}");
    let (low, high) = wilson(0, 20).expect("some");
    assert!(low < 1e-9 && (high - 0.1611).abs() < 1e-3, "{low} {high}");
    assert_eq!(rate(3, 4), "3 of 4 (75 %, 30–95)");
}

fn sample(path: &str, lines: &str, verifies: bool) -> Sample {
    let source = path.split('/').next().unwrap_or_default().to_owned();
    Sample { path: path.into(), source, mrz: Some((lines.into(), verifies)), ..Sample::default() }
}

fn read(lines: &str, valid: bool) -> Judged {
    Judged { mrz: Some(Zone { lines: lines.into(), valid, confidence: 0.9 }), ..Judged::default() }
}

#[test]
fn zones_are_counted_by_source_and_what_was_taken_for_what_is_told() {
    let samples = [sample("a/1", "AB", true), sample("a/2", "AB", true), sample("b/3", "CD", false)];
    let judged = [read("AB", true), read("A8", true), Judged::default()];
    let found = sections(&samples, &judged, &Answers::default());
    let of = |title: &str| found.iter().find(|section| section.title == title).expect(title);
    let zone = of("Machine readable zone");
    let names: Vec<&str> = zone.rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(names, ["a", "b", "all"]);
    assert!(zone.rows[2][2].starts_with("1 of 3") && zone.rows[2][3].starts_with("1 of 2"), "{:?}", zone.rows);
    assert!(zone.rows[0][4].starts_with("1 of 2"), "valid but wrong");
    assert_eq!(of("Zone: what was true, what was said").rows[0][1..], ["1", "1", "0", "0", "0"]);
    assert_eq!(of("Zone: characters taken for another").rows, [["`B`", "`8`", "1"]]);
    assert!(!found.iter().any(|section| section.title == "Barcodes"), "nothing known, nothing said");
    let page = page::html(&samples, &judged, &found);
    assert!(page.contains("Calibration") || page.contains("calibration error"));
    assert!(!page::json(&samples, &judged, &found).to_string().contains("A8"), "the JSON holds no read text");
}

#[test]
fn a_section_of_a_page_is_replaced_and_the_rest_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("page.md");
    std::fs::write(&file, "# Title\n\nKept.\n").expect("written");
    replace_section(&file, "documents", "one").expect("appended");
    replace_section(&file, "documents", "two").expect("replaced");
    let text = std::fs::read_to_string(&file).expect("read");
    assert!(text.starts_with("# Title\n\nKept.\n") && text.contains("two") && !text.contains("one"), "{text}");
}

#[test]
fn tables_that_leave_the_folder_are_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).expect("written");
    write("MANIFEST.csv", "path,category,source_repo\na/x.png,documents,somebody/else\n");
    write("mrz_groundtruth.csv", "path,mrz,check_digits\na/x.png,P<UTO,pass\n");
    let found = load(folder.path()).expect("loads");
    assert_eq!((found.len(), found[0].source.as_str()), (1, "somebody/else"));
    write("mrz_groundtruth.csv", "path,mrz,check_digits\n../x.png,P<UTO,pass\n");
    assert!(load(folder.path()).is_err());
}
