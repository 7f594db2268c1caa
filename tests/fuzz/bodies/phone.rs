//! Apps and lessons from anybody, and anything done to them: problems, replies, never a panic, never a phone that is stuck.

use engawa::{
    content::{NoReadings, SourceFile},
    phone::{self, Act, Pass, Run, Setting, Skin},
    words::{Tongue, Words},
};
use std::{sync::Arc, time::Duration};

/// The last byte chooses one; the eight before it are what somebody does.
pub(crate) const PATHS: &[&str] =
    &["phone/home.toml", "phone/settings.toml", "phone/home.en.toml", "a/lesson.toml", "a/lesson.en.toml"];
const HOME: &[u8] = b"format = 1\ntitle = \"Home\"\n[[screen]]\nkind = \"icons\"\nitem = []\n";

/// Whether there was anything to be done with it.
pub(crate) fn run(bytes: &[u8]) -> bool {
    let Some((bytes, [presses @ .., which])) = bytes.split_last_chunk::<9>() else { return false };
    let Some(path) = PATHS.iter().cycle().nth(usize::from(*which)) else { return false };
    let file =
        |path: &str, bytes: &[u8]| SourceFile { path: path.to_owned(), name: path.to_owned(), bytes: bytes.to_vec() };
    let mut files = vec![file(path, bytes)];
    if usize::from(*which) % PATHS.len() != 0 {
        files.push(file("phone/home.toml", HOME));
    }
    let (course, _problems) = phone::read(&files, &NoReadings);
    let course = Arc::new(course);
    let setting =
        || Setting { skin: Skin::default(), words: Words::load(&Tongue::JA, &[], &|_| vec![]).0, city: Arc::default() };
    let mut runs = vec![Run::free(&course, setting())];
    runs.extend(course.lessons.iter().filter_map(|one| Run::start(&course, &one.id, Pass::Together, setting())));
    let mut done = false;
    for run in &mut runs {
        for press in presses {
            let face = run.face();
            let item = face.items.get(usize::from(*press) % face.items.len().max(1)).map(|item| item.id.clone());
            done |= item.is_some();
            run.act(&match (press % 8, item) {
                (0, _) => Act::Wait(Duration::from_secs(u64::from(*press))),
                (1, _) => Act::Undo,
                (2, _) => Act::Help,
                (_, Some(item)) => Act::tap(item),
                (_, None) => Act::Restart,
            });
        }
    }
    done
}
