//! What the long proofs (`script/prove`) try with everything that comes from outside, tried here in short with the very same bodies: on all
//! that lies here as it is, and on hundreds of thousands of telegrams and feeds to which something happened. The numbers look like chance
//! and are the same on every run.

#[path = "../fuzz/bodies/alert.rs"]
mod alert;
#[path = "../fuzz/bodies/expr.rs"]
mod expr;
#[path = "../fuzz/bodies/feed.rs"]
mod feed;
#[path = "../fuzz/bodies/files.rs"]
mod files;
#[path = "../fuzz/bodies/layout.rs"]
mod layout;
#[path = "../fuzz/bodies/line.rs"]
mod line;
#[path = "../fuzz/bodies/pack.rs"]
mod pack;
#[path = "../fuzz/bodies/phone.rs"]
mod phone;
#[path = "../fuzz/bodies/places.rs"]
mod places;

use crate::{alert_refused::one_of_each, sources};
use std::{fs, path::Path};

/// A body: does with bytes whatever is done with such bytes, and says whether they were read.
type Body = fn(&[u8]) -> bool;

const BODIES: [(&str, Body); 9] = [
    ("alert", alert::run),
    ("expr", expr::run),
    ("feed", feed::run),
    ("files", files::run),
    ("layout", layout::run),
    ("line", line::run),
    ("pack", pack::run),
    ("phone", phone::run),
    ("places", places::run),
];

/// So many telegrams and feeds to which something happened.
const TELEGRAMS: u32 = 160_000;
const FEEDS: u32 = 40_000;
/// Bytes; what is larger takes its time, and the long proofs have that.
const LARGEST: usize = 16 << 10;

#[test]
fn every_target_of_the_fuzzer_is_a_body_that_a_test_runs_too() {
    let names = |folder: &str| {
        let paths =
            sources::rust_sources(folder).into_iter().filter_map(|source| Some(source.path.file_stem()?.to_owned()));
        let mut names: Vec<String> = paths.map(|name| name.to_string_lossy().into_owned()).collect();
        names.sort();
        names
    };
    let bodies = names("tests/fuzz/bodies");
    assert!(BODIES.iter().all(|(name, _)| bodies.iter().any(|body| body == name)));
    assert_eq!(bodies, names("tests/fuzz/targets"));
    let (cargo, tests) = (sources::read("tests/fuzz/Cargo.toml".into()).text, sources::rust_sources("tests/it"));
    for name in bodies {
        let body = format!("bodies/{name}.rs\"]");
        let target = sources::read(format!("tests/fuzz/targets/{name}.rs").into()).text;
        assert!(target.contains(&format!("../{body}")), "{name}: the fuzzer runs something else");
        assert!(tests.iter().any(|test| test.text.contains(&format!("../fuzz/{body}"))), "{name}: no test runs it");
        assert!(cargo.contains(&format!("path = \"targets/{name}.rs\"")), "{name} is not built");
    }
}

/// What a body is for, as far as it lies here: folders, and what a file is given at its end (`files` and `phone` choose by it).
fn seeds(body: &str) -> Vec<Vec<u8>> {
    let (folders, ends): (&[&str], Vec<Vec<u8>>) = match body {
        "alert" => (&["tests/cases/telegram", "tests/cases/sync"], vec![vec![]]),
        "feed" => (&["tests/cases/sync"], vec![vec![]]),
        "files" => (
            &["tests/cases/guide", "tests/cases/list", "tests/cases/config"],
            (0..files::PATHS.len()).map(end).collect(),
        ),
        "phone" => (
            &["lessons/phone", "tests/cases/gestures"],
            (0..phone::PATHS.len()).map(|which| [vec![3; 8], end(which)].concat()).collect(),
        ),
        "layout" => (&["content/guides/jishin", "tests/cases/list"], vec![vec![0, 0, 1], vec![120, 60, 4]]),
        "places" => (&["tests/cases/place"], vec![vec![]]),
        "expr" => (&["lessons"], vec![vec![]]),
        _ => (&["tests/cases", "content/faq"], vec![vec![]]),
    };
    let mut seeds = vec![];
    for path in folders.iter().flat_map(|folder| sources::files(folder)) {
        let bytes = fs::read(sources::root().join(&path)).unwrap_or_default();
        match body {
            _ if bytes.len() > LARGEST => {}
            "expr" => seeds.extend(conditions(&String::from_utf8_lossy(&bytes))),
            // A guide is no list, and a list no guide.
            "files" => {
                seeds.extend(ends.iter().zip(files::PATHS).filter(|(_, name)| is_like(&path, name)).map(with(&bytes)));
            }
            "phone" => seeds.extend(ends.iter().zip(phone::PATHS).map(with(&bytes))),
            _ => seeds.extend(ends.iter().map(|end| [bytes.clone(), end.clone()].concat())),
        }
    }
    seeds
}

fn is_like(path: &Path, name: &str) -> bool {
    path.extension() == Path::new(name).extension()
}

fn with(bytes: &[u8]) -> impl Fn((&Vec<u8>, &&str)) -> Vec<u8> {
    move |(end, _)| [bytes, end.as_slice()].concat()
}

/// What lessons say of when: `when = "not recorded"`.
fn conditions(text: &str) -> Vec<Vec<u8>> {
    let said = text.split("when = \"").skip(1).filter_map(|rest| rest.split_once('"'));
    said.map(|(condition, _)| condition.as_bytes().to_vec()).collect()
}

fn end(which: usize) -> Vec<u8> {
    vec![u8::try_from(which).unwrap_or_default()]
}

#[test]
fn every_body_bears_all_that_lies_here_and_halves_of_it() {
    for (name, run) in BODIES {
        let (seeds, mut dice) = (seeds(name), Dice(7));
        let read = seeds.iter().filter(|seed| run(seed)).count();
        assert!(name == "pack" || read > 0, "{name}: none of {} files was read", seeds.len());
        let mut tried = seeds.len();
        for seed in seeds.iter().step_by(1 + seeds.len() / 120) {
            tried += 1;
            run(&dice.harm(seed, seed, &[]));
        }
        eprintln!("{name}: {tried} tried, {read} of {} files read", seeds.len());
    }
}

/// Bits of telegrams and feeds, put where others stood.
const WORDS: [&str; 26] = [
    "取消",
    "訂正",
    "発表",
    "訓練",
    "試験",
    "通常",
    "解除",
    "継続",
    "発表警報・注意報はなし",
    "33",
    "00",
    "43",
    "0920900",
    "090000",
    "311",
    "210",
    "レベル５大雨特別警報",
    "巨大",
    "NaN",
    "震度５弱以上未入電",
    "2026-08-30T06:00:00+09:00",
    "9999-12-31T23:59:59Z",
    "",
    "7",
    "大津波警報",
    "20260830055800 20260830055900",
];

#[test]
fn two_hundred_thousand_telegrams_and_feeds_to_which_something_happened_do_no_harm() {
    let telegrams: Vec<Vec<u8>> = one_of_each().into_iter().map(|(_, bytes)| bytes).collect();
    let mut tried = 0;
    for (body, seeds, times) in [(alert::run as Body, telegrams, TELEGRAMS), (feed::run as Body, seeds("feed"), FEEDS)]
    {
        let (mut dice, mut read) = (Dice(0x5eed), 0);
        for _ in 0..times {
            let (one, other) = (dice.one_of(&seeds), dice.one_of(&seeds));
            read += u32::from(run_harmed(body, &mut dice, one, other));
            tried += 1;
        }
        eprintln!("{times} tried, {read} of them read");
        assert!(read > times / 10, "too few came further than the reader of XML: {read} of {times}");
    }
    assert_eq!(tried, 200_000);
}

fn run_harmed(body: Body, dice: &mut Dice, one: &[u8], other: &[u8]) -> bool {
    body(&dice.harm(one, other, &WORDS))
}

/// Numbers that look like chance (xorshift64*), the same on every run.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(number).unwrap_or_default() % sides.max(1)
    }

    fn one_of<'a>(&mut self, all: &'a [Vec<u8>]) -> &'a [u8] {
        all.get(self.throw(all.len())).map(Vec::as_slice).unwrap_or_default()
    }

    /// One to three things happen to `seed`: most leave it well-formed, so that what is in it is looked at.
    fn harm(&mut self, seed: &[u8], other: &[u8], words: &[&str]) -> Vec<u8> {
        let mut bytes = seed.to_vec();
        for _ in 0..=self.throw(3) {
            let (from, len) = (self.throw(bytes.len()), self.throw(40));
            let to = (from + len).min(bytes.len());
            match self.throw(if words.is_empty() { 5 } else { 16 }) {
                0 => bytes.truncate(from),
                1 => drop(bytes.drain(from..to)),
                2 => bytes.extend_from_within(from..to),
                3 => {
                    let place = self.throw(other.len());
                    drop(bytes.splice(from..to, other.iter().copied().skip(place).take(len)));
                }
                4 => {
                    let byte = u8::try_from(self.throw(256)).unwrap_or_default();
                    bytes.iter_mut().skip(from).take(1).for_each(|old| *old = byte);
                }
                _ => self.say(&mut bytes, from, words),
            }
        }
        bytes
    }

    /// Another word in the element that begins next.
    fn say(&mut self, bytes: &mut Vec<u8>, from: usize, words: &[&str]) {
        let next = |sign: u8, from: usize| bytes.iter().skip(from).position(|byte| *byte == sign).map(|at| from + at);
        let Some((open, close)) = next(b'>', from).and_then(|open| Some((open + 1, next(b'<', open)?))) else { return };
        let word = words.get(self.throw(words.len())).copied().unwrap_or_default();
        drop(bytes.splice(open..close, word.bytes()));
    }
}
