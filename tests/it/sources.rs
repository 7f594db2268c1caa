//! The sources of this crate as the house tests read them.

use std::{
    fs,
    path::{Path, PathBuf},
};

pub(crate) struct Source {
    /// From the root of the repository.
    pub(crate) path: PathBuf,
    pub(crate) text: String,
}

impl Source {
    /// `src/lay/fold.rs` stands in the room `lay`.
    pub(crate) fn room(&self) -> String {
        let name = self.path.components().nth(1).map(|part| part.as_os_str().to_string_lossy().into_owned());
        name.unwrap_or_default().trim_end_matches(".rs").to_owned()
    }

    /// `lib.rs` and `main.rs` only say what the rooms are.
    pub(crate) fn is_root(&self) -> bool {
        ["lib", "main"].contains(&self.room().as_str())
    }

    /// Without comments, and without the tests at the bottom of the file.
    pub(crate) fn code(&self) -> String {
        let body = self.text.split("\n#[cfg(test)]\nmod ").next().unwrap_or_default();
        body.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
    }
}

pub(crate) fn rust_sources(folder: &str) -> Vec<Source> {
    files(folder).into_iter().filter(|path| path.extension().is_some_and(|e| e == "rs")).map(read).collect()
}

pub(crate) fn read(path: PathBuf) -> Source {
    let text = fs::read_to_string(root().join(&path)).unwrap_or_default();
    Source { path, text }
}

/// Every file under `folder`, sorted, from the root of the repository.
pub(crate) fn files(folder: &str) -> Vec<PathBuf> {
    let mut out = vec![];
    collect(&root().join(folder), &mut out);
    out.sort();
    out.iter().filter_map(|path| path.strip_prefix(root()).ok().map(Path::to_owned)).collect()
}

fn collect(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() { collect(&path, out) } else { out.push(path) }
    }
}

pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
