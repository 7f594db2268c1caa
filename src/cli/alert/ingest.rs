//! `engawa alert ingest`: what a file, a folder or the standard input holds of telegrams. What cannot be read is named with the reason, and
//! changes nothing of what was known. A file of sentences of the satellites (`$QZQSM`, `*.nmea`) is read line by line.

use super::super::{Common, Given, Outcome, Stop, files, options::Answer};
use crate::{
    alert::{self, Depth, LARGEST, Refusal, Telegram, qzss},
    clock::Now,
    store::{Received, Telegrams},
    work,
};
use serde::Serialize;
use std::{
    fs::File,
    io::{self, Read},
    path::{Path, PathBuf},
};

/// The answer, as docs/CLI.md describes it.
#[derive(Default, Serialize)]
struct Told {
    /// Telegrams that were read, whole or as text.
    read: usize,
    /// Of them, those that were not known before.
    new: usize,
    /// Statements in them.
    facts: usize,
    text_only: Vec<TextOnly>,
    refused: Vec<Refused>,
}

#[derive(Serialize)]
struct TextOnly {
    file: String,
    kind: String,
    headline: String,
}

#[derive(Serialize)]
struct Refused {
    file: String,
    why: String,
}

/// A telegram with where it came from.
struct Taken {
    file: String,
    raw: Vec<u8>,
    telegram: Telegram,
}

/// Written to disk together, so that a folder of thousands is not held in memory whole.
const AT_ONCE: usize = 256;

pub(super) fn run(common: &Common, given: &Given) -> Outcome {
    let paths = given.paths();
    let Some(path) = paths.get(1) else {
        return Err(Stop::usage(
            "engawa alert ingest FILE の 形で つかいます。",
            "the form is: engawa alert ingest FILE",
        ));
    };
    let failed = |err: crate::store::StoreError| {
        Stop::machine(
            format!("知らせを しまえません（前の 知らせは 残って います）: {err}"),
            format!("cannot keep the telegrams (those from before stay): {err}"),
        )
    };
    let mut store = Telegrams::open(&common.home()).map_err(failed)?;
    let mut told = Told::default();
    for some in sources(path)?.chunks(AT_ONCE) {
        let taken: Vec<Taken> = some.iter().flat_map(|source| take(source, common.clock().now(), &mut told)).collect();
        let received = |one: &Taken| -> usize { one.telegram.claims.len() };
        told.facts += taken.iter().map(received).sum::<usize>();
        let all: Vec<Received<'_>> =
            taken.iter().map(|one| Received { file: &one.file, raw: &one.raw, telegram: &one.telegram }).collect();
        told.new += store.keep(&all, common.clock().now()).map_err(failed)?;
    }
    if told.new > 0 {
        work::ring(&common.home(), work::News::Telegrams);
    }
    tell(common, &told)
}

/// One thing to read.
enum Source {
    Input,
    File(PathBuf),
}

fn sources(path: &Path) -> Result<Vec<Source>, Stop> {
    if path == Path::new("-") {
        return Ok(vec![Source::Input]);
    }
    if !path.is_dir() {
        return Ok(vec![Source::File(path.to_owned())]);
    }
    let listed = files::paths(path).map_err(|err| {
        Stop::input(
            format!("{} を 読めません: {err}", path.display()),
            format!("cannot read {}: {err}", path.display()),
        )
    })?;
    let ours = ["xml", "nmea"];
    let xml = |path: &PathBuf| path.extension().is_some_and(|end| ours.iter().any(|one| end.eq_ignore_ascii_case(one)));
    Ok(listed.into_iter().filter(xml).map(Source::File).collect())
}

fn take(source: &Source, now: Now, told: &mut Told) -> Vec<Taken> {
    let file = match source {
        Source::Input => "-".to_owned(),
        Source::File(path) => path.to_string_lossy().into_owned(),
    };
    let raw = match bytes(source) {
        Ok(raw) => raw,
        Err(why) => {
            told.refused.push(Refused { file, why });
            return vec![];
        }
    };
    if is_of_satellites(&raw) {
        return sentences(&file, &raw, now, told);
    }
    match alert::read(&file, &raw) {
        Ok(telegram) => {
            told.read += 1;
            if telegram.depth == Depth::Text {
                let (kind, headline) = (telegram.code.clone(), telegram.headline.clone());
                told.text_only.push(TextOnly { file: file.clone(), kind, headline });
            }
            vec![Taken { file, raw, telegram }]
        }
        Err(why) => {
            told.refused.push(Refused { file, why: why.to_string() });
            vec![]
        }
    }
}

/// No XML has a sentence before its first element.
fn is_of_satellites(raw: &[u8]) -> bool {
    let sign = b"$QZQSM";
    let first = raw.iter().position(|byte| *byte == b'<').unwrap_or(raw.len());
    raw.get(..first).is_some_and(|before| before.windows(sign.len()).any(|some| some == sign))
}

/// Each line that holds a sentence; other lines are of the receiver.
fn sentences(file: &str, raw: &[u8], now: Now, told: &mut Told) -> Vec<Taken> {
    let text = String::from_utf8_lossy(raw);
    let mut taken = Vec::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| line.contains("$QZQSM")) {
        match qzss::line(line, now) {
            Ok((message, received)) => {
                told.read += 1;
                let raw = qzss::logged(line, received);
                taken.extend(qzss::telegram(&message, received).map(|telegram| Taken {
                    file: file.to_owned(),
                    raw: raw.into_bytes(),
                    telegram,
                }));
            }
            Err(why) => told.refused.push(Refused { file: format!("{file}:{}", number + 1), why: why.to_string() }),
        }
    }
    taken
}

/// Never more than the largest telegram and one byte, which is enough to refuse it.
fn bytes(source: &Source) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let most = LARGEST as u64 + 1;
    let read = match source {
        Source::Input => io::stdin().take(most).read_to_end(&mut bytes),
        Source::File(path) => File::open(path).and_then(|file| {
            let size = file.metadata()?.len();
            if size > LARGEST as u64 {
                Ok(usize::try_from(size).unwrap_or(usize::MAX))
            } else {
                file.take(most).read_to_end(&mut bytes)
            }
        }),
    };
    match read {
        Ok(size) if size > LARGEST => Err(Refusal::TooLarge { bytes: size }.to_string()),
        Ok(_) => Ok(bytes),
        Err(err) => Err(err.to_string()),
    }
}

/// Exit code 1 when nothing at all could be read.
fn tell(common: &Common, told: &Told) -> Outcome {
    match common.answer {
        Answer::Json => common.print_json(told),
        Answer::Text => {
            let refused = told.refused.iter().map(|one| format!("{}: {}", one.file, one.why));
            let texts = told.text_only.iter().map(|one| format!("{}: {} {}", one.file, one.kind, one.headline));
            common.print(&texts.chain(refused).collect::<Vec<_>>().join("\n"));
            common.note(
                &format!(
                    "読んだ 電文 {}、はじめての もの {}、ことがら {}、文だけ {}、読めない {}",
                    told.read,
                    told.new,
                    told.facts,
                    told.text_only.len(),
                    told.refused.len()
                ),
                &format!(
                    "{} telegrams read, {} of them new; {} statements; {} as text only; {} refused",
                    told.read,
                    told.new,
                    told.facts,
                    told.text_only.len(),
                    told.refused.len()
                ),
            );
        }
    }
    if told.read == 0 {
        return Err(Stop::input("読める 電文が ありません。", "there is no telegram that can be read"));
    }
    Ok(())
}
