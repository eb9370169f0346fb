//! `bench`: where the time goes on one case, step by step, and how much memory it took.

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;
use countersign_domain::{Digits, DocumentType};
use countersign_workflow::process::{Bytes, Files, Question, examine};
use countersign_workflow::{Clock, SystemClock};
use jiff::tz::TimeZone;

use crate::args::BenchArguments;
use crate::config::Config;

/// Runs a case several times and prints medians.
pub fn run(arguments: &BenchArguments) -> Result<ExitCode> {
    let config = Config::read(None)?;
    let started = Instant::now();
    let toolbox = config.toolbox()?;
    println!("models loaded        {:>8.0} ms   {:>5.0} MB resident", ms(started), resident_mb("VmRSS"));
    let decoder = config.decoder()?;
    let policies = Config::policies()?;
    let policy = &policies.get("level-2").ok_or_else(|| anyhow::anyhow!("there is no policy level-2"))?.policy;
    let files = Files {
        front: Some(Bytes::new(std::fs::read(&arguments.front)?)),
        back: Some(Bytes::new(std::fs::read(&arguments.back)?)),
        clip: Some(Bytes::new(std::fs::read(&arguments.video)?)),
    };
    let question = Question {
        today: SystemClock.now().to_zoned(TimeZone::UTC).date(),
        document_type: DocumentType::IdCard,
        declared: None,
        digits: Some(Digits::parse(&arguments.digits)?.as_slice().to_vec()),
        way: None,
        language: "en".into(),
    };
    let mut steps: BTreeMap<String, Vec<f64>> = BTreeMap::new();
    let mut order: Vec<String> = Vec::new();
    for _ in 0..arguments.runs.max(1) {
        let started = Instant::now();
        let examined = examine(&decoder, &toolbox, policy, &files, &question, &|_| {})?;
        let total = ("total".to_owned(), ms(started));
        for (step, ms) in examined.measurements.timings.into_iter().chain([total]) {
            if !order.contains(&step) {
                order.push(step.clone());
            }
            steps.entry(step).or_default().push(ms);
        }
    }
    let median = |step: &str| {
        let mut values = steps.get(step).cloned().unwrap_or_default();
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied().unwrap_or(0.0)
    };
    let total = median("total");
    println!("\nstep                  median ms   share of the whole (documents and video run side by side)");
    for step in &order {
        println!("{step:<20} {:>10.0}   {:>4.0} %", median(step), 100.0 * median(step) / total);
    }
    println!("\npeak of this process {:>8.0} MB", resident_mb("VmHWM"));
    Ok(ExitCode::SUCCESS)
}

fn ms(started: Instant) -> f64 {
    started.elapsed().as_secs_f64() * 1000.0
}

/// A field of this process' status in MB; 0 where the system does not tell.
fn resident_mb(field: &str) -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(field)?.strip_prefix(':'));
    line.and_then(|rest| rest.split_whitespace().next()?.parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
}
