//! A million gestures (or as many as are asked for) in free practice in both skins, and a tenth as many more in the lessons: `cargo run
//! --release --example monkey [COUNT]`. Fails at the first place from which nothing leads on; `script/prove` keeps what it says.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "an example says what it found")]

#[path = "../tests/it/monkey.rs"]
mod monkey;

use engawa::{
    content::NoReadings,
    phone::{Setting, read, shipped},
    words::{Tongue, Words},
};
use monkey::Count;
use std::{env, process::ExitCode, sync::Arc};

fn main() -> ExitCode {
    let count = env::args().nth(1).and_then(|count| count.parse().ok()).unwrap_or(1_000_000);
    let course = Arc::new(read(&shipped(), &NoReadings).0);
    let words = Words::shipped(&Tongue::JA);
    let setting = |skin| Setting { skin, words: words.clone(), city: Arc::default() };
    let lessons = course.lessons.len();
    match monkey::everywhere(&course, &setting, Count { free: count, lessons: count / 10 }) {
        Ok(walked) => {
            let (gestures, did, mistakes) = (walked.gestures, walked.did, walked.mistakes);
            println!(
                "{gestures} gestures ({count} of them in free practice, the others in {lessons} lessons), {did} did something, \
                 {mistakes} mistakes; it always went on"
            );
            ExitCode::SUCCESS
        }
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}
