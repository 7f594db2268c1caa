//! How long a gesture on the practice phone takes until the next state with its face, and how long it takes to load a lesson from a store: the
//! median and the 99th percentile. `cargo bench --bench phone`; the limits are 0.1 ms and 10 ms.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a benchmark prints what it measured")]

#[path = "shared/bench.rs"]
mod bench;

use engawa::{
    clock::SystemClock,
    content::{NoReadings, Pack},
    phone::{Act, Course, Pass, Run, Setting, Skin, read, shipped},
    store::Store,
    words::{Tongue, Words},
};
use std::{
    error::Error,
    process::ExitCode,
    sync::Arc,
    time::{Duration, Instant},
};

const GESTURE: Duration = Duration::from_micros(100);
const LESSON: Duration = Duration::from_millis(10);

fn main() -> ExitCode {
    bench::judged(run)
}

fn run() -> Result<bool, Box<dyn Error>> {
    let course = Arc::new(read(&shipped(), &NoReadings).0);
    let gestures = told("gesture, next state", gestures(&course), GESTURE);
    let extras = course.extras(&NoReadings).ok_or("the course can not be written")?;
    let mut store = Store::in_memory(Arc::new(SystemClock::new(true)))?;
    store.show_instead(&Pack { extras, ..Pack::default() })?;
    let mut loads = vec![];
    for lesson in course.lessons.iter().cycle().take(300) {
        let (got, time) = timed(|| store.course(&lesson.id));
        got?.ok_or("the lesson is gone")?;
        loads.push(time);
    }
    Ok(told("lesson from the store", loads, LESSON) && gestures)
}

/// Every act of every lesson's tests, in both skins, ten times.
fn gestures(course: &Arc<Course>) -> Vec<Duration> {
    let words = Words::shipped(&Tongue::JA);
    let mut times = vec![];
    for (lesson, skin) in course.lessons.iter().flat_map(|lesson| Skin::ALL.map(|skin| (lesson, skin))) {
        let setting = Setting { skin, words: words.clone(), city: Arc::default() };
        let own = lesson.tests.iter().filter(|test| test.skin.is_none_or(|own| own == skin));
        for test in own.flat_map(|test| [test; 10]) {
            let run = Run::start(course, &lesson.id, Pass::Alone, setting.clone());
            times.extend(run.into_iter().flat_map(|run| played(run, &test.acts)));
        }
    }
    times
}

fn played(mut run: Run, acts: &[Act]) -> Vec<Duration> {
    let mut times = vec![];
    for act in acts {
        run.settle();
        let (_, time) = timed(|| run.act(act));
        times.extend(matches!(act, Act::Do { .. }).then_some(time));
    }
    times
}

#[expect(clippy::disallowed_methods, reason = "a benchmark measures real time")]
fn timed<R>(f: impl FnOnce() -> R) -> (R, Duration) {
    let start = Instant::now();
    let out = f();
    (out, start.elapsed())
}

/// Prints one line; `false` when the 99th percentile is over the limit.
fn told(what: &str, mut times: Vec<Duration>, limit: Duration) -> bool {
    times.sort_unstable();
    let at = |part: f64| {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in a list")]
        let place = (times.len() as f64 * part) as usize;
        times.get(place.min(times.len().saturating_sub(1))).copied().unwrap_or_default()
    };
    let (median, most) = (at(0.5), at(0.99));
    println!("{what}: {} times, median {median:?}, 99th percentile {most:?} (limit {limit:?})", times.len());
    most <= limit
}
