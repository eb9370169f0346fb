//! Breakdowns and verdicts as people read them.

use countersign_domain::{Breakdown, CheckResult, Outcome, Verdict};
use countersign_server::Texts;
use countersign_workflow::differences::{Difference, LetterKind};

/// Prints one line a check, with its values, then its reasons.
pub fn breakdowns(found: &[Breakdown], texts: &Texts) {
    for breakdown in found {
        let mark = match breakdown.result {
            CheckResult::Pass => "pass ",
            CheckResult::Fail => "FAIL ",
            CheckResult::Doubt => "doubt",
            CheckResult::NotAssessed => "could not assess",
        };
        let values: Vec<String> =
            breakdown.raw.iter().map(|m| format!("{} {} {}", m.name, short(m.value), unit(m.unit))).collect();
        let limits: Vec<String> =
            breakdown.limits.iter().map(|(name, value)| format!("{name} {}", short(*value))).collect();
        println!(
            "  {mark}  {:<24} {}",
            breakdown.check.name(),
            values.iter().map(|v| v.trim_end()).collect::<Vec<_>>().join(", ")
        );
        if !limits.is_empty() && breakdown.result != CheckResult::Pass {
            println!("         limits: {}", limits.join(", "));
        }
        for reason in &breakdown.reasons {
            let text = texts.reason(reason, "en");
            println!("         {}. {}", text.title, text.fix);
        }
    }
}

/// Prints the outcome and its reasons.
pub fn verdict(verdict: &Verdict, texts: &Texts) {
    let steps = match &verdict.outcome {
        Outcome::Resubmit(steps) => {
            format!(": {}", steps.iter().map(|step| step.name()).collect::<Vec<_>>().join(", "))
        }
        _ => String::new(),
    };
    println!("\n{}{steps}", verdict.outcome.name());
    for reason in &verdict.reasons {
        println!("  {}  {}", reason.code(), texts.reason(reason, "en").title);
    }
}

/// Prints both texts one above the other, with a mark under each letter: `~` changed, `+` on the document only, `-` declared only.
pub fn differences(found: &[Difference]) {
    for difference in found {
        println!("\n{}", difference.field);
        for line in aligned(difference) {
            println!("  {line}");
        }
    }
}

fn aligned(difference: &Difference) -> [String; 3] {
    let mut lines = ["declared  ".to_owned(), "document  ".to_owned(), "          ".to_owned()];
    for letter in &difference.letters {
        let mark = match letter.kind() {
            LetterKind::Equal => " ",
            LetterKind::Changed => "~",
            LetterKind::Missing => "+",
            LetterKind::Extra => "-",
        };
        let gap = || "·".to_owned();
        lines[0] += &letter.declared.clone().unwrap_or_else(gap);
        lines[1] += &letter.document.clone().unwrap_or_else(gap);
        lines[2] += mark;
    }
    lines
}

fn short(value: f64) -> String {
    if value.fract() == 0.0 && value.abs() < 1e9 { format!("{value:.0}") } else { format!("{value:.3}") }
}

fn unit(unit: &str) -> &str {
    if matches!(unit, "flag" | "share" | "0-1" | "-1-1" | "count" | "class" | "distance" | "ratio") { "" } else { unit }
}
