//! Puts the built web applications into the binary. Without a build the binary still compiles, and its pages say what is missing.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Each application: its folder under `web/`, and the path that its files have in the binary.
const APPLICATIONS: &[(&str, &str)] =
    &[("apps/capture/dist", ""), ("apps/console/dist", "desk/"), ("packages/web-sdk/dist", "sdk/")];

fn main() -> io::Result<()> {
    let web = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?).join("../../web");
    let mut list = String::from("&[\n");
    for (folder, prefix) in APPLICATIONS {
        let dist = web.join(folder);
        println!("cargo::rerun-if-changed={}", dist.display());
        let mut files = Vec::new();
        if dist.is_dir() {
            collect(&dist, &mut files)?;
        }
        files.sort();
        for file in &files {
            let name = format!("{prefix}{}", file.strip_prefix(&dist).map_err(io::Error::other)?.display());
            let path = fs::canonicalize(file)?;
            writeln!(list, "    ({name:?}, include_bytes!({:?}).as_slice()),", path.display().to_string())
                .map_err(io::Error::other)?;
        }
    }
    list.push(']');
    fs::write(PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?).join("assets.rs"), list)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
