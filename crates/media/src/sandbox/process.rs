//! Descriptors and the start of ffmpeg.

use std::fs::File;
use std::io;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command};

use rustix::fs::{MemfdFlags, SealFlags, fcntl_add_seals, memfd_create};
use rustix::process::Signal;

use super::no_new_process;

/// The bytes in memory that nobody can change any more, at position 0. ffmpeg can seek in it and open it again by its descriptor.
pub(crate) fn sealed(bytes: &[u8]) -> io::Result<File> {
    use std::io::{Seek, Write};
    let mut file = File::from(memfd_create("upload", MemfdFlags::CLOEXEC | MemfdFlags::ALLOW_SEALING)?);
    file.write_all(bytes)?;
    fcntl_add_seals(&file, SealFlags::WRITE | SealFlags::GROW | SealFlags::SHRINK | SealFlags::SEAL)?;
    file.rewind()?;
    Ok(file)
}

/// Closes every descriptor above the three of the protocol. The parent opens all of its own close-on-exec; this holds if one is not.
pub(crate) fn close_inherited() -> io::Result<()> {
    #[expect(unsafe_code, reason = "no safe wrapper exists for closing descriptors by number")]
    // SAFETY: called first thing in the child's `main`, before this process has opened anything above descriptor 2, so no owned
    // descriptor is closed behind its owner's back. The arguments are plain numbers.
    let result = unsafe { libc::close_range(3, u32::MAX, 0) };
    if result == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}

/// Starts `command` so that it dies with this process and can start no process itself.
pub(crate) fn spawn_tool(command: &mut Command) -> io::Result<Child> {
    let filter = no_new_process().map_err(io::Error::other)?;
    #[expect(unsafe_code, reason = "running code between fork and exec has no safe form")]
    // SAFETY: the closure runs in a forked, single-threaded copy of a single-threaded process. It makes three system calls on
    // memory prepared before the fork; only its error paths allocate, which is sound because no other thread can hold the allocator's lock.
    unsafe {
        command.pre_exec(move || {
            rustix::process::set_parent_process_death_signal(Some(Signal::KILL))?;
            seccompiler::apply_filter(&filter).map_err(io::Error::other)
        });
    }
    command.spawn()
}
