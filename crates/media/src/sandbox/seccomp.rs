//! System calls, filtered by seccomp.
//!
//! The pixel room has one filter: listed calls pass, all others kill. The tool room has two, of which the kernel takes the harsher
//! answer: a list that kills, and a list that passes with "no such call" for the rest, so that a C library of another version falls
//! back instead of dying. ffmpeg itself carries a third ([`no_new_process`]).

use std::collections::BTreeMap;

use seccompiler::{
    BpfProgram, SeccompAction as Action, SeccompCmpArgLen as Width, SeccompCmpOp as Op, SeccompCondition as Condition,
    SeccompFilter, SeccompRule, apply_filter,
};

use crate::Room;

type Rules = BTreeMap<i64, Vec<SeccompRule>>;

/// What computing on bytes already held needs.
const COMPUTE: &[i64] = &[
    libc::SYS_read,
    libc::SYS_write,
    libc::SYS_writev,
    libc::SYS_close,
    libc::SYS_munmap,
    libc::SYS_mremap,
    libc::SYS_brk,
    libc::SYS_madvise,
    libc::SYS_futex,
    libc::SYS_sched_yield,
    libc::SYS_clock_gettime,
    libc::SYS_getrandom,
    libc::SYS_getpid,
    libc::SYS_gettid,
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigreturn,
    libc::SYS_sigaltstack,
    libc::SYS_restart_syscall,
    libc::SYS_exit,
    libc::SYS_exit_group,
];

/// What starting and running ffmpeg needs besides, as traced on Debian 12 for WebM and MP4, and what its supervisor needs.
const RUN_TOOL: &[i64] = &[
    libc::SYS_mmap,
    libc::SYS_mprotect,
    libc::SYS_openat,
    libc::SYS_pread64,
    libc::SYS_lseek,
    libc::SYS_fstat,
    libc::SYS_newfstatat,
    libc::SYS_statx,
    libc::SYS_faccessat,
    libc::SYS_faccessat2,
    libc::SYS_readlinkat,
    libc::SYS_getcwd,
    libc::SYS_fcntl,
    libc::SYS_ioctl,
    libc::SYS_dup,
    libc::SYS_dup3,
    libc::SYS_pipe2,
    libc::SYS_ppoll,
    libc::SYS_recvfrom,
    libc::SYS_execve,
    libc::SYS_wait4,
    libc::SYS_waitid,
    libc::SYS_set_tid_address,
    libc::SYS_set_robust_list,
    libc::SYS_rseq,
    libc::SYS_prctl,
    libc::SYS_seccomp,
    libc::SYS_prlimit64,
    libc::SYS_getrusage,
    libc::SYS_sysinfo,
    libc::SYS_uname,
    libc::SYS_getuid,
    libc::SYS_geteuid,
    libc::SYS_getgid,
    libc::SYS_getegid,
    libc::SYS_sched_getaffinity,
    libc::SYS_clock_getres,
    libc::SYS_clock_nanosleep,
    libc::SYS_nanosleep,
    libc::SYS_gettimeofday,
    libc::SYS_membarrier,
];

/// The same under the older names that x86-64 keeps.
#[cfg(target_arch = "x86_64")]
const RUN_TOOL_OLD: &[i64] = &[
    libc::SYS_open,
    libc::SYS_access,
    libc::SYS_stat,
    libc::SYS_readlink,
    libc::SYS_dup2,
    libc::SYS_pipe,
    libc::SYS_poll,
    libc::SYS_arch_prctl,
    libc::SYS_time,
];
#[cfg(not(target_arch = "x86_64"))]
const RUN_TOOL_OLD: &[i64] = &[];

/// Calls no decoder has a use for; one attempt ends the process.
const DEADLY: &[i64] = &[
    libc::SYS_socket,
    libc::SYS_connect,
    libc::SYS_bind,
    libc::SYS_listen,
    libc::SYS_accept,
    libc::SYS_accept4,
    libc::SYS_sendto,
    libc::SYS_sendmsg,
    libc::SYS_sendmmsg,
    libc::SYS_ptrace,
    libc::SYS_process_vm_readv,
    libc::SYS_process_vm_writev,
    libc::SYS_pidfd_open,
    libc::SYS_pidfd_getfd,
    libc::SYS_kill,
    libc::SYS_mount,
    libc::SYS_umount2,
    libc::SYS_pivot_root,
    libc::SYS_chroot,
    libc::SYS_setns,
    libc::SYS_unshare,
    libc::SYS_bpf,
    libc::SYS_perf_event_open,
    libc::SYS_userfaultfd,
    libc::SYS_io_uring_setup,
    libc::SYS_keyctl,
    libc::SYS_add_key,
    libc::SYS_request_key,
    libc::SYS_open_by_handle_at,
    libc::SYS_init_module,
    libc::SYS_finit_module,
    libc::SYS_kexec_load,
    libc::SYS_execveat,
];

/// Filters this process for good.
pub(super) fn restrict(room: Room) -> Result<(), String> {
    match room {
        Room::Pixels => install(&compile(pixel_rules()?, Action::KillProcess, Action::Allow)?),
        Room::Tool => {
            install(&compile(named(DEADLY), Action::Allow, Action::KillProcess)?)?;
            install(&compile(tool_rules()?, Action::Errno(libc::ENOSYS as u32), Action::Allow)?)
        }
    }
}

/// ffmpeg's own filter on top: threads, but no further process and no socket at all.
pub(crate) fn no_new_process() -> Result<BpfProgram, String> {
    let mut rules = named(&[libc::SYS_socketpair]);
    // Matches, and so kills, where the thread bit is missing.
    rules.insert(libc::SYS_clone, vec![rule(masked(0, libc::CLONE_THREAD as u64, 0)?)?]);
    #[cfg(target_arch = "x86_64")]
    rules.extend(named(&[libc::SYS_fork, libc::SYS_vfork]));
    compile(rules, Action::Allow, Action::KillProcess)
}

fn pixel_rules() -> Result<Rules, String> {
    let mut rules = named(COMPUTE);
    let data_only = masked(2, libc::PROT_EXEC as u64, 0)?;
    rules.insert(libc::SYS_mmap, vec![rule(data_only.clone())?]);
    rules.insert(libc::SYS_mprotect, vec![rule(data_only)?]);
    // abort() raises its signal this way; only toward itself.
    rules.insert(libc::SYS_tgkill, vec![rule(equal(0, u64::from(std::process::id()))?)?]);
    rules.insert(libc::SYS_fcntl, vec![rule(equal(1, libc::F_GETFD as u64)?)?]);
    Ok(rules)
}

fn tool_rules() -> Result<Rules, String> {
    let mut rules = named(COMPUTE);
    rules.extend(named(RUN_TOOL));
    rules.extend(named(RUN_TOOL_OLD));
    let spaces = libc::CLONE_NEWUSER
        | libc::CLONE_NEWNS
        | libc::CLONE_NEWNET
        | libc::CLONE_NEWPID
        | libc::CLONE_NEWIPC
        | libc::CLONE_NEWUTS;
    rules.insert(libc::SYS_clone, vec![rule(masked(0, spaces as u64, 0)?)?]);
    // The standard library reports a failed exec to the process that forked over such a pair; ffmpeg's own filter forbids it again.
    rules.insert(libc::SYS_socketpair, vec![rule(equal(0, libc::AF_UNIX as u64)?)?]);
    Ok(rules)
}

fn named(calls: &[i64]) -> Rules {
    calls.iter().map(|call| (*call, Vec::new())).collect()
}

fn masked(argument: u8, mask: u64, value: u64) -> Result<Condition, String> {
    Condition::new(argument, Width::Qword, Op::MaskedEq(mask), value).map_err(said)
}

fn equal(argument: u8, value: u64) -> Result<Condition, String> {
    Condition::new(argument, Width::Dword, Op::Eq, value).map_err(said)
}

fn rule(condition: Condition) -> Result<SeccompRule, String> {
    SeccompRule::new(vec![condition]).map_err(said)
}

fn compile(rules: Rules, otherwise: Action, on_match: Action) -> Result<BpfProgram, String> {
    let arch = std::env::consts::ARCH.try_into().map_err(said)?;
    SeccompFilter::new(rules, otherwise, on_match, arch).and_then(BpfProgram::try_from).map_err(said)
}

fn install(program: &BpfProgram) -> Result<(), String> {
    apply_filter(program).map_err(said)
}

fn said(error: impl std::fmt::Display) -> String {
    format!("seccomp: {error}")
}
