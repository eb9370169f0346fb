//! Lists `documents/` for the binary: every `<ISO3>/<type>.toml` as (name, text), so that a new file needs no other line.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../../documents");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut files = Vec::new();
    for folder in sorted(&root)?.into_iter().filter(|path| path.is_dir()) {
        println!("cargo::rerun-if-changed={}", folder.display());
        files.extend(sorted(&folder)?.into_iter().filter(|path| path.extension().is_some_and(|e| e == "toml")));
    }
    let mut list = String::from("&[\n");
    for file in files {
        let name =
            |path: Option<&Path>| path.and_then(Path::file_stem).unwrap_or_default().to_string_lossy().into_owned();
        let key = format!("{}/{}", name(file.parent()), name(Some(&file)));
        let path = file.canonicalize()?;
        let _infallible = writeln!(list, "    ({key:?}, include_str!({:?})),", path.display().to_string());
    }
    list.push_str("]\n");
    fs::write(PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("document_types.rs"), list)
}

fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?.map(|entry| entry.map(|e| e.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}
