//! The sandbox is closed, bounded, and its death is told apart from a bad file.

#![expect(clippy::unwrap_used, reason = "tests")]

mod support;

use std::time::{Duration, Instant};

use countersign_media::{Attempt, DecodeError, Decoder, Limits, Probe, Room, SandboxError, sandbox_report};
use support::{decoder, decoder_with};

#[test]
fn the_pixel_room_kills_whatever_reaches_out() {
    for attempt in Attempt::FORBIDDEN.into_iter().filter(|attempt| *attempt != Attempt::ToolReadsFile) {
        assert_eq!(decoder().probe(Room::Pixels, attempt).unwrap(), Probe::Killed, "{attempt:?}");
    }
}

#[test]
fn the_tool_room_refuses_files_and_kills_on_sockets() {
    for attempt in Attempt::FORBIDDEN {
        let expected = match attempt {
            Attempt::Datagram | Attempt::Listen => Probe::Killed,
            _ => Probe::Denied,
        };
        assert_eq!(decoder().probe(Room::Tool, attempt).unwrap(), expected, "{attempt:?}");
    }
}

#[test]
fn memory_processor_and_wall_clock_are_bounded() {
    let tight = decoder_with(Limits { cpu_s: 1, wall: Duration::from_secs(10), ..Limits::default() });
    assert_eq!(tight.probe(Room::Pixels, Attempt::Memory).unwrap(), Probe::Exhausted);
    assert_eq!(tight.probe(Room::Pixels, Attempt::Processor).unwrap(), Probe::Exhausted);
    let impatient = decoder_with(Limits { wall: Duration::from_millis(300), ..Limits::default() });
    let start = Instant::now();
    assert_eq!(impatient.probe(Room::Pixels, Attempt::Forever).unwrap(), Probe::Exhausted);
    assert!(start.elapsed() < Duration::from_secs(20), "the child outlived its deadline");
}

#[test]
fn a_child_killed_midway_is_not_the_files_fault() {
    // A child told apart from those of tests running beside this one by the deadline in its job.
    let wall = Duration::from_secs(23);
    let decoder = decoder_with(Limits { wall, ..Limits::default() });
    let waiting = std::thread::spawn(move || decoder.probe(Room::Pixels, Attempt::Forever));
    let child = loop {
        if let Some(pid) = child_with(r#""wall":{"secs":23"#) {
            break pid;
        }
        std::thread::sleep(Duration::from_millis(10));
    };
    std::process::Command::new("kill").args(["-9", &child.to_string()]).status().unwrap();
    let result = waiting.join().unwrap();
    assert!(matches!(result, Err(DecodeError::Sandbox(SandboxError::Died { signal: 9 }))), "{result:?}");
}

#[test]
fn a_program_that_is_no_decoder_is_a_sandbox_error() {
    for program in ["/bin/true", "/bin/cat", "/nonexistent"] {
        let result = Decoder::new(program.into(), Limits::default()).photo(b"\xff\xd8\xff");
        assert!(matches!(result, Err(DecodeError::Sandbox(_))), "{program}");
    }
}

#[test]
fn this_machine_can_confine() {
    let report = sandbox_report();
    assert!(report.landlock_abi >= 1, "{report:?}");
    assert!(report.seccomp, "{report:?}");
    assert!(report.ffmpeg.is_some_and(|tool| tool.version.starts_with("ffmpeg version")));
}

/// A process whose arguments hold `marker`.
fn child_with(marker: &str) -> Option<u32> {
    let processes =
        std::fs::read_dir("/proc").unwrap().filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<u32>().ok());
    processes.into_iter().find(|pid| {
        std::fs::read(format!("/proc/{pid}/cmdline")).is_ok_and(|line| String::from_utf8_lossy(&line).contains(marker))
    })
}
