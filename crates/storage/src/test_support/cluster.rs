//! Starting and sharing PostgreSQL.
//!
//! Every process that uses the server holds a shared lock on one file until it ends, however it ends. A small shell beside the server takes
//! that lock for itself when nobody holds it, then stops the server and removes its files.

use std::fs::File;
use std::os::unix::fs::{DirBuilderExt, MetadataExt};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

const MISSING: &str = "PostgreSQL is not installed, and the storage contract is proven on a real one. \
                       Install Debian's package `postgresql` (apt-get install postgresql), \
                       or name a server in COUNTERSIGN_TEST_POSTGRES.";

/// Stops the server after five looks, three seconds apart, at which nobody used it. `$1` lock, `$2` folder, the rest stops the server.
const WATCH: &str = r#"
lock=$1; folder=$2; shift 2
exec 9>>"$lock"
idle=0
while [ "$idle" -lt 5 ]; do
    sleep 3
    if flock -n -x 9; then
        idle=$((idle + 1))
        if [ "$idle" -lt 5 ]; then flock -u 9; fi
    else
        idle=0
    fi
done
"$@" >/dev/null 2>&1
rm -rf "$folder"
"#;

/// The address of the running server's `postgres` database.
pub(super) fn url() -> String {
    static USED: OnceLock<(File, String)> = OnceLock::new();
    let (_, url) =
        USED.get_or_init(|| start().unwrap_or_else(|error| panic!("starting the test's PostgreSQL: {error}")));
    url.clone()
}

fn start() -> std::io::Result<(File, String)> {
    let binaries = binaries().unwrap_or_else(|| panic!("{MISSING}"));
    let me = std::fs::metadata("/proc/self")?.uid();
    let base = std::env::temp_dir().join(format!("countersign-test-postgres-{me}"));
    // 0711: the server's own user must reach its folder in it.
    match std::fs::DirBuilder::new().mode(0o711).create(&base) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => return Err(error),
        _ => {}
    }
    if std::fs::symlink_metadata(&base)?.uid() != me {
        return Err(std::io::Error::other("its folder belongs to someone else"));
    }
    let starting = File::create(base.join("starting"))?;
    starting.lock()?;
    let using = File::options().create(true).append(true).open(base.join("using"))?;
    using.lock_shared()?;
    let folder = base.join("server");
    let url = format!("postgres://countersign@localhost/postgres?host={}", folder.display());
    if !answers(&binaries, &folder) {
        launch(&binaries, &base, &folder, me == 0)?;
    }
    Ok((using, url))
}

/// The newest version of Debian's package, else whatever is on the path.
fn binaries() -> Option<PathBuf> {
    let mut versions: Vec<(u32, PathBuf)> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| Some((entry.file_name().to_str()?.parse().ok()?, entry.path().join("bin"))))
        .filter(|(_, path)| path.join("initdb").exists())
        .collect();
    versions.sort();
    let on_path = || std::env::split_paths(&std::env::var_os("PATH")?).find(|path| path.join("initdb").exists());
    versions.pop().map(|(_, path)| path).or_else(on_path)
}

fn answers(binaries: &Path, folder: &Path) -> bool {
    let mut command = Command::new(binaries.join("pg_isready"));
    command.arg("-q").arg("-h").arg(folder).stdin(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// PostgreSQL refuses to run as root: then it runs as the user of its package, or as nobody.
fn as_server_user(root: bool) -> Vec<String> {
    if !root {
        return vec![];
    }
    let user = server_user();
    [
        "setpriv".into(),
        format!("--reuid={user}"),
        format!("--regid={}", group_of(user)),
        "--clear-groups".into(),
        "--".into(),
    ]
    .into()
}

fn server_user() -> &'static str {
    let known = Command::new("id").arg("postgres").stdout(Stdio::null()).stderr(Stdio::null()).status();
    if known.is_ok_and(|status| status.success()) { "postgres" } else { "nobody" }
}

fn group_of(user: &str) -> &'static str {
    if user == "postgres" { "postgres" } else { "nogroup" }
}

fn launch(binaries: &Path, base: &Path, folder: &Path, root: bool) -> std::io::Result<()> {
    if folder.exists() {
        std::fs::remove_dir_all(folder)?;
    }
    std::fs::DirBuilder::new().mode(0o700).create(folder)?;
    if root {
        let user = server_user();
        run(Command::new("chown").arg(format!("{user}:{}", group_of(user))).arg(folder))?;
    }
    let data = folder.join("data");
    let prefix = as_server_user(root);
    let tool = |name: &str| prefixed(&prefix, &binaries.join(name));
    run(tool("initdb").arg("-D").arg(&data).args([
        "--auth=trust",
        "--username=countersign",
        "--encoding=UTF8",
        "--no-locale",
        "--no-sync",
    ]))?;
    // Tests need no data after a crash, so nothing is synced; the real server of an operator is set up by the operator.
    let settings = format!(
        "-c listen_addresses= -k {} -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
         -c max_connections=300 -c shared_buffers=32MB",
        folder.display()
    );
    let log = folder.join("log");
    run(tool("pg_ctl").arg("-D").arg(&data).arg("-l").arg(log).args(["-w", "-t", "60", "-o", &settings, "start"]))?;
    let mut stop = prefix.clone();
    stop.extend([binaries.join("pg_ctl").display().to_string(), "-D".into(), data.display().to_string()]);
    stop.extend(["-m", "immediate", "-w", "stop"].map(String::from));
    let mut watch = Command::new("setsid");
    watch.args(["sh", "-c", WATCH, "sh"]).arg(base.join("using")).arg(folder).args(stop).current_dir("/");
    watch.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().map(drop)
}

fn prefixed(prefix: &[String], program: &Path) -> Command {
    match prefix {
        [] => Command::new(program),
        [first, rest @ ..] => {
            let mut command = Command::new(first);
            command.args(rest).arg(program);
            command
        }
    }
}

/// Runs a command to its end. Its output goes to a pipe that a server left behind would hold open, so only `initdb` and `chown`
/// speak; `pg_ctl` writes to its log.
fn run(command: &mut Command) -> std::io::Result<()> {
    let quiet = command.get_args().any(|argument| argument == "start");
    command.stdin(Stdio::null()).current_dir("/");
    if quiet {
        let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status()?;
        return if status.success() { Ok(()) } else { Err(std::io::Error::other("pg_ctl could not start it")) };
    }
    let Output { status, stderr, .. } = command.output()?;
    if status.success() {
        return Ok(());
    }
    Err(std::io::Error::other(String::from_utf8_lossy(&stderr).into_owned()))
}
