//! `engawa new`: a skeleton that passes the check, so that nobody starts from nothing.

use super::{Command, Common, Given, Outcome, Stop};
use crate::reader::nearest;
use jiff::civil::Date;
use std::{fs, io::Write as _, path::PathBuf};

pub(super) const COMMAND: Command = Command {
    name: "new",
    takes: "guide|faq|lesson|app ID",
    does: ["検査に とおる ひな形を つくる", "writes a skeleton that passes the check"],
    options: &[],
    words: [2, 2],
    run,
};

/// A kind of skeleton: its word, its folder, and its files with their templates.
struct Skeleton {
    word: &'static str,
    folder: &'static str,
    files: &'static [(&'static str, &'static str)],
}

const SKELETONS: &[Skeleton] = &[
    Skeleton {
        word: "guide",
        folder: "guides",
        files: &[
            ("ja.md", include_str!("new/guide.ja.md")),
            ("ja-simple.md", include_str!("new/guide.ja-simple.md")),
            ("en.md", include_str!("new/guide.en.md")),
        ],
    },
    Skeleton {
        word: "faq",
        folder: "faq",
        files: &[
            ("ja.md", include_str!("new/faq.ja.md")),
            ("ja-simple.md", include_str!("new/faq.ja-simple.md")),
            ("en.md", include_str!("new/faq.en.md")),
        ],
    },
    Skeleton { word: APP, folder: "phone", files: &[("toml", include_str!("new/app.toml"))] },
    Skeleton { word: LESSON, folder: "", files: &[("lesson.toml", include_str!("new/lesson.toml"))] },
];

/// Stands in a folder of its own.
const LESSON: &str = "lesson";
/// One file among those of the phone.
const APP: &str = "app";
/// The screen on which an app has its picture.
const HOME: &str = "phone/home.toml";

/// The home screen that the program carries, with the picture of one app more.
fn home_with(id: &str) -> Option<String> {
    let shipped = crate::phone::shipped().into_iter().find(|file| file.path == HOME)?;
    let text = String::from_utf8(shipped.bytes).ok()?;
    let (icons, rest) = text.split_once("\n]\n")?;
    Some(format!("{icons}\n{}\n]\n{rest}", picture(id)))
}

/// The line with which an app stands on the home screen.
fn picture(id: &str) -> String {
    format!("  {{ id = \"{id}\", icon = \"phone\", label = \"{id}\", tap = \"{id}\" }},")
}

impl Skeleton {
    /// Path below the content folder, and text.
    fn fill(&self, id: &str, today: Date) -> Vec<(String, String)> {
        let file = |(name, text): &(&str, &str)| {
            let text = text.replace("{id}", id).replace("{today}", &today.to_string());
            let folder = if self.folder.is_empty() { String::new() } else { format!("{}/", self.folder) };
            let join = if self.word == APP { '.' } else { '/' };
            (format!("{folder}{id}{join}{name}"), text)
        };
        self.files.iter().map(file).collect()
    }
}

fn run(common: &Common, given: &Given) -> Outcome {
    let words = given.words();
    let [word, id] = words.as_slice() else {
        return Err(Stop::usage("つかい方: engawa new guide ID", "usage: engawa new guide ID"));
    };
    let skeleton = find(word)?;
    if id.is_empty() || !id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
        return Err(Stop::usage(
            format!("「{id}」: 名前は a-z、0-9、- だけで 書いてください。例: jishin"),
            format!("“{id}”: an id is made of a-z, 0-9 and -, such as jishin"),
        ));
    }
    let root = if [LESSON, APP].contains(&skeleton.word) {
        common.lessons.clone().unwrap_or_else(|| PathBuf::from("lessons"))
    } else {
        common.content.clone().unwrap_or_else(|| PathBuf::from("content"))
    };
    let mut files = skeleton.fill(id, common.clock().now().jst().date());
    if skeleton.word == APP {
        if root.join(HOME).exists() {
            let (home, line) = (root.join(HOME), picture(id));
            let home = home.display();
            common.note(
                &format!("{home} の item に この 行を 足してください:\n{line}"),
                &format!("add this line to the items of {home}:\n{line}"),
            );
        } else {
            files.extend(home_with(id).map(|text| (HOME.to_owned(), text)));
        }
    }
    for (path, _) in &files {
        let path = root.join(path);
        if path.exists() {
            let shown = path.display();
            return Err(Stop::input(format!("{shown} は もう あります。"), format!("{shown} is there already")));
        }
    }
    for (path, text) in files {
        let path = root.join(path);
        write(&path, &text).map_err(|err| {
            let shown = path.display();
            Stop::machine(format!("{shown} に 書けません（{err}）。"), format!("cannot write {shown}: {err}"))
        })?;
        common.print(&path.display().to_string());
    }
    common.note("書きかたは docs/AUTHORS.md に あります。", "docs/AUTHORS.md says how to write it");
    Ok(())
}

fn find(word: &str) -> Result<&'static Skeleton, Stop> {
    SKELETONS.iter().find(|skeleton| skeleton.word == word).ok_or_else(|| {
        let near = nearest(word, SKELETONS.iter().map(|skeleton| skeleton.word)).unwrap_or("guide");
        Stop::usage(
            format!("「{word}」の ひな形は ありません。もしかして: engawa new {near} ID"),
            format!("there is no skeleton for “{word}”; did you mean engawa new {near} ID?"),
        )
    })
}

/// Writes a file that is not there yet.
fn write(path: &std::path::Path, text: &str) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::File::create_new(path)?.write_all(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        content::{NoReadings, SourceFile, build},
        phone,
    };

    #[test]
    fn every_skeleton_passes_the_check() {
        for skeleton in SKELETONS.iter().filter(|skeleton| ![LESSON, APP].contains(&skeleton.word)) {
            let file =
                |(path, text): (String, String)| SourceFile { name: path.clone(), path, bytes: text.into_bytes() };
            let files: Vec<_> =
                skeleton.fill("my-first", jiff::civil::date(2026, 11, 21)).into_iter().map(file).collect();
            let (pack, problems) = build(&files, &NoReadings);
            assert_eq!((pack.items.len(), problems), (3, vec![]), "{}", skeleton.word);
        }
        let lesson = find(LESSON).unwrap().fill("my-first", jiff::civil::date(2026, 11, 21));
        let file = |(path, text): (String, String)| SourceFile { name: path.clone(), path, bytes: text.into_bytes() };
        let phone = phone::shipped().into_iter().filter(|file| file.path.starts_with("phone/"));
        let files: Vec<_> = lesson.into_iter().map(file).chain(phone).collect();
        let (course, problems) = phone::read(&files, &NoReadings);
        let own: Vec<_> = problems.iter().filter(|problem| problem.file.starts_with("my-first")).collect();
        assert_eq!((course.lessons.len(), own), (1, vec![]));
        let app = find(APP).unwrap().fill("my-app", jiff::civil::date(2026, 11, 21));
        let home = (HOME.to_owned(), home_with("my-app").unwrap());
        let others = phone::shipped().into_iter().filter(|file| file.path.starts_with("phone/") && file.path != HOME);
        let files: Vec<_> = app.into_iter().chain([home]).map(file).chain(others).collect();
        let (course, problems) = phone::read(&files, &NoReadings);
        let wrong = |name: &str| problems.iter().filter(|problem| problem.file == name).count();
        assert_eq!((wrong("phone/my-app.toml"), wrong(HOME)), (0, 0), "{problems:?}");
        assert!(course.world.screen("my-app-first").is_some());
    }
}
