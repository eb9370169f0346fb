//! Self-tests of the confinement: try what must not work, and say whether it was refused. Often the process does not live to say it.

use std::fs::File;
use std::net::{TcpListener, UdpSocket};
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::Attempt;
use crate::sandbox::Tools;

/// Makes `attempt`; true where it was refused with an error.
pub(super) fn attempt(attempt: Attempt, tools: Option<&Tools>) -> bool {
    match attempt {
        Attempt::ReadFile => File::open("/etc/passwd").is_err(),
        Attempt::ReadProcess => File::open("/proc/self/environ").is_err(),
        Attempt::WriteFile => File::create("/tmp/countersign-probe").is_err(),
        Attempt::Datagram => UdpSocket::bind("127.0.0.1:0").is_err(),
        Attempt::Listen => TcpListener::bind("127.0.0.1:0").is_err(),
        Attempt::Shell => {
            // Replaces this process; coming back at all means it was refused.
            let _error = Command::new("/bin/sh").args(["-c", "exit 0"]).exec();
            true
        }
        Attempt::ToolReadsFile => tools.is_none_or(|tools| !tool_reads(tools)),
        Attempt::Memory => {
            let hoard: Vec<Vec<u8>> = (0..64).map(|_| vec![1_u8; 1 << 28]).collect();
            hoard.is_empty()
        }
        Attempt::Processor => loop {
            std::hint::spin_loop();
        },
        Attempt::Forever => loop {
            std::thread::park_timeout(Duration::from_secs(1));
        },
    }
}

/// Whether a confined ffmpeg can open a file that every user may read.
fn tool_reads(tools: &Tools) -> bool {
    let mut command = Command::new(&tools.ffmpeg);
    command.args(["-nostdin", "-f", "u8", "-i", "file:/etc/passwd", "-f", "null", "pipe:1"]).env_clear();
    let run = crate::sandbox::process::spawn_tool(
        command.stdin(Stdio::inherit()).stdout(Stdio::inherit()).stderr(Stdio::inherit()),
    );
    run.and_then(|mut child| child.wait()).is_ok_and(|status| status.success())
}
