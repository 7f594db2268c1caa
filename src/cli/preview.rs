//! `engawa preview`: a live view while an author writes. Each time a file is saved its problems are told here, and the window opens again
//! on the same guide or lesson.

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
    let Some(shelf) = Shelf::of(&path) else {
        return Err(Stop::input(
            format!(
                "{shown} は content や lessons の 中に ありません。content/guides/<id> か lessons/<id> を 書いてください。"
            ),
            format!("{shown} is not inside a content or lessons folder; name content/guides/<id> or lessons/<id>"),
        ));
    };
    let window = Window {
        home: std::env::temp_dir().join(format!("engawa-preview-{}", std::process::id())),
        place: shelf.place(&path),
        shelf,
        size: given.text("window").unwrap_or_else(|| WINDOW.to_owned()),
    };
    let mut seen = None;
    let mut open: Option<Child> = None;
    loop {
        let found = window.shelf.files().map_err(|err| check::unreadable(&err))?;
        let now = fingerprint(&found);
        if seen != Some(now) {
            seen = Some(now);
            let mut report = check::Report::new(common);
            match window.shelf {
                Shelf::Content(_) => report.content(common, &found, Some(std::slice::from_ref(&path))),
                Shelf::Lessons(_) => report.lessons(common, &found, Some(&path)),
            }
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

/// The folder that is written in.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Shelf {
    Content(PathBuf),
    Lessons(PathBuf),
}

impl Shelf {
    fn of(path: &Path) -> Option<Self> {
        files::root(path).map(Self::Content).or_else(|| files::lessons_root(path).map(Self::Lessons))
    }

    fn files(&self) -> std::io::Result<Vec<SourceFile>> {
        match self {
            Self::Content(root) => files::content(root),
            Self::Lessons(root) => files::lessons(Some(root)),
        }
    }

    /// Where the kiosk opens for a path: the guide or lesson that it is part of, the phone for an app, else the shelf of all.
    fn place(&self, path: &Path) -> String {
        match self {
            Self::Content(root) => place(root, path),
            Self::Lessons(root) => {
                let below = path.strip_prefix(root).unwrap_or(path).components().next();
                match below.map(|first| first.as_os_str().to_string_lossy()) {
                    Some(id) if id == "phone" => "practice".to_owned(),
                    Some(id) => format!("lesson/{id}"),
                    None => "shelf/phone".to_owned(),
                }
            }
        }
    }

    /// The option of the kiosk that brings it.
    fn option(&self) -> (&'static str, &Path) {
        match self {
            Self::Content(root) => ("--content", root),
            Self::Lessons(root) => ("--lessons", root),
        }
    }
}

/// The window: the kiosk itself, over what is being written.
struct Window {
    /// A state of its own, so that drafts never reach a kiosk that is in use.
    home: PathBuf,
    shelf: Shelf,
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
        let (option, root) = self.shelf.option();
        kiosk.arg(option).arg(root).arg("--home").arg(&self.home);
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
    fn a_path_of_lessons_opens_what_it_belongs_to() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("lessons");
        for (path, opens) in [
            ("wifi-01", "lesson/wifi-01"),
            ("wifi-01/lesson.toml", "lesson/wifi-01"),
            ("phone/settings.toml", "practice"),
            ("", "shelf/phone"),
        ] {
            let path = root.join(path);
            let shelf = Shelf::of(&path).unwrap();
            assert!(matches!(&shelf, Shelf::Lessons(found) if *found == root), "{shelf:?}");
            assert_eq!(shelf.place(&path), opens, "{}", path.display());
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
