//! Apps and lessons from anybody, and anything done to them: problems, replies, never a panic, never a phone that is stuck.
#![no_main]

use engawa::{
    content::{NoReadings, SourceFile},
    phone::{self, Act, Pass, Run, Setting, Skin},
    words::{Tongue, Words},
};
use std::{sync::Arc, time::Duration};

const PATHS: &[&str] = &["phone/home.toml", "phone/settings.toml", "phone/home.en.toml", "a/lesson.toml", "a/lesson.en.toml"];

libfuzzer_sys::fuzz_target!(|data: (u8, &[u8], Vec<u8>)| {
    let (which, bytes, presses) = data;
    let path = PATHS[usize::from(which) % PATHS.len()];
    let mut files = vec![SourceFile { path: path.to_owned(), name: path.to_owned(), bytes: bytes.to_vec() }];
    if path != PATHS[0] {
        let home = b"format = 1\ntitle = \"Home\"\n[[screen]]\nkind = \"icons\"\nitem = []\n".to_vec();
        files.push(SourceFile { path: PATHS[0].to_owned(), name: PATHS[0].to_owned(), bytes: home });
    }
    let (course, _problems) = phone::read(&files, &NoReadings);
    let course = Arc::new(course);
    let setting = || Setting { skin: Skin::default(), words: Words::load(&Tongue::JA, &[], &|_| vec![]).0, city: Arc::default() };
    let mut runs = vec![Run::free(&course, setting())];
    runs.extend(course.lessons.iter().filter_map(|one| Run::start(&course, &one.id, Pass::Together, setting())));
    for run in &mut runs {
        for press in &presses {
            let face = run.face();
            let item = face.items.get(usize::from(*press) % face.items.len().max(1)).map(|item| item.id.clone());
            run.act(&match (press % 8, item) {
                (0, _) => Act::Wait(Duration::from_secs(u64::from(*press))),
                (1, _) => Act::Undo,
                (2, _) => Act::Help,
                (_, Some(item)) => Act::tap(item),
                (_, None) => Act::Restart,
            });
        }
    }
});
