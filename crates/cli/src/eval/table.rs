//! Markdown tables and order statistics.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context, Result};

/// A Markdown table.
pub fn table(head: &[&str], rows: &[Vec<String>]) -> String {
    let mut out = format!("\n| {} |\n|{}\n", head.join(" | "), "---|".repeat(head.len()));
    for row in rows {
        // Writing to a text cannot fail.
        writeln!(out, "| {} |", row.join(" | ")).unwrap_or_default();
    }
    out
}

/// The value at a share of the sorted values, 0–1; `None` without any.
pub fn quantile(values: &[f64], share: f64) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = ((sorted.len().saturating_sub(1)) as f64 * share).round() as usize;
    sorted.get(at).copied()
}

/// `12 of 34 (35 %)`.
pub fn part(part: usize, whole: usize) -> String {
    if whole == 0 {
        "0 of 0".into()
    } else {
        format!("{part} of {whole} ({:.1} %)", 100.0 * part as f64 / whole as f64)
    }
}

/// Median and 95th percentile of milliseconds.
pub fn times(ms: &[f64]) -> String {
    match (quantile(ms, 0.5), quantile(ms, 0.95)) {
        (Some(median), Some(high)) => format!("{median:.0} / {high:.0}"),
        _ => "none".into(),
    }
}

/// Puts the text between the two marks of a page for one kind of evaluation; at its end where it has none yet.
pub fn replace_section(file: &Path, kind: &str, text: &str) -> Result<()> {
    let (begin, end) = (format!("<!-- eval {kind}: begin -->"), format!("<!-- eval {kind}: end -->"));
    let page = if file.exists() { std::fs::read_to_string(file)? } else { String::new() };
    let section = format!("{begin}\n{text}\n{end}");
    let written = match (page.find(&begin), page.find(&end)) {
        (Some(from), Some(to)) if from < to => format!("{}{section}{}", &page[..from], &page[to + end.len()..]),
        _ => format!("{}\n{section}\n", page.trim_end()),
    };
    std::fs::write(file, written).with_context(|| file.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_of_few_and_none() {
        assert_eq!(quantile(&[], 0.5), None);
        assert_eq!(quantile(&[3.0, 1.0, 2.0], 0.5), Some(2.0));
        assert_eq!(quantile(&[3.0, 1.0, 2.0], 1.0), Some(3.0));
    }
}
