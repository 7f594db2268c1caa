//! `engawa preview`: a live view while an author writes. Each time a file is saved its problems are told here, and the window opens again
//! on the same guide.

use super::{Arg, Command, Common, Given, Outcome, Stop, check, files};
use crate::content::SourceFile;
use sha2::{Digest, Sha256};
use std::{
    path::{Path, PathBuf},
    process::{Child, Command as Process},
    time::Duration,
};

pub(super) const COMMAND: Command = Command {
    name: "preview",
    takes: "PATH [--window WxH[@MM]]",
    does: ["書きながら 画面で 見る", "shows what is being written, live"],
    options: &[Arg::Value("window")],
    words: [1, 1],
    run,
};

/// How often the files are looked at: sooner than an author looks up from the keyboard.
const EVERY: Duration = Duration::from_millis(400);
/// The window of somebody who writes, beside their editor.
const WINDOW: &str = "1024x640@344";

fn run(common: &Common, given: &Given) -> Outcome {
    let path = given.paths().into_iter().next().unwrap_or_default();
    let shown = path.display();
    if !path.exists() {
        return Err(Stop::input(format!("{shown} が ありません。"), format!("there is no {shown}")));
    }
    let Some(root) = files::root(&path) else {
        return Err(Stop::input(
            format!("{shown} は content の 中に ありません。content/guides/<id> を 書いてください。"),
            format!("{shown} is not inside a content folder; name content/guides/<id>"),
        ));
    };
    let window = Window {
        home: std::env::temp_dir().join(format!("engawa-preview-{}", std::process::id())),
        root: root.clone(),
        place: place(&root, &path),
        size: given.text("window").unwrap_or_else(|| WINDOW.to_owned()),
    };
    let mut seen = None;
    let mut open: Option<Child> = None;
    loop {
        let found = files::content(&root).map_err(|err| check::unreadable(&err))?;
        let now = fingerprint(&found);
        if seen != Some(now) {
            seen = Some(now);
            let mut report = check::Report::new(common);
            report.content(common, &found, Some(std::slice::from_ref(&path)));
            // What is wrong has been told; the author goes on writing.
            report.tell(common).ok();
            close(open.take());
            open = Some(window.open(common)?);
        }
        if let Some(Ok(Some(status))) = open.as_mut().map(Child::try_wait) {
            return if status.success() {
                Ok(())
            } else {
                Err(Stop::machine("画面が とじました。", "the window closed"))
            };
        }
        std::thread::sleep(EVERY);
    }
}

/// The window: the kiosk itself, over this content.
struct Window {
    /// A state of its own, so that drafts never reach a kiosk that is in use.
    home: PathBuf,
    root: PathBuf,
    place: String,
    size: String,
}

impl Drop for Window {
    fn drop(&mut self) {
        // It may never have been made.
        std::fs::remove_dir_all(&self.home).ok();
    }
}

impl Window {
    fn open(&self, common: &Common) -> Result<Child, Stop> {
        let failed = |err: std::io::Error| {
            Stop::machine(format!("画面を ひらけません（{err}）。"), format!("cannot open the window: {err}"))
        };
        let mut kiosk = Process::new(std::env::current_exe().map_err(failed)?);
        kiosk.args(["kiosk", "--window", &self.size, "--open", &self.place, "--lang", common.tongue().tag()]);
        kiosk.arg("--content").arg(&self.root).arg("--home").arg(&self.home);
        if let Some(voice) = common.voice() {
            kiosk.arg("--voice").arg(voice);
        }
        kiosk.spawn().map_err(failed)
    }
}

fn close(open: Option<Child>) {
    if let Some(mut child) = open {
        // It may have closed by itself a moment ago.
        child.kill().ok();
        child.wait().ok();
    }
}

/// Where the kiosk opens for a path: the guide that it is part of, else home.
fn place(root: &Path, path: &Path) -> String {
    let below: Vec<_> = path.strip_prefix(root).map(Path::components).into_iter().flatten().collect();
    match below.as_slice() {
        [folder, id, ..] if ["guides", "faq"].iter().any(|known| folder.as_os_str() == *known) => {
            format!("guide/{}", id.as_os_str().to_string_lossy())
        }
        _ => "home".to_owned(),
    }
}

/// Changes when any file does.
fn fingerprint(files: &[SourceFile]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for file in files {
        hash.update(file.path.as_bytes());
        hash.update(file.bytes.len().to_le_bytes());
        hash.update(&file.bytes);
    }
    hash.finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_opens_its_guide() {
        for (path, opens) in [
            ("content/guides/jishin/ja.md", "guide/jishin"),
            ("content/faq/pet", "guide/pet"),
            ("content/synonyms.toml", "home"),
            ("content", "home"),
        ] {
            assert_eq!(place(Path::new("content"), Path::new(path)), opens, "{path}");
        }
    }

    #[test]
    fn every_change_is_seen() {
        let file = |path: &str, text: &str| SourceFile { path: path.into(), name: path.into(), bytes: text.into() };
        let before = fingerprint(&[file("a", "bc"), file("d", "")]);
        for after in [vec![file("a", "bd"), file("d", "")], vec![file("a", "bc")], vec![file("ab", "c"), file("d", "")]]
        {
            assert_ne!(fingerprint(&after), before);
        }
    }
}
