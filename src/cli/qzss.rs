//! `engawa qzss`: what sentences and frames of the satellites say, field by field and in words. Nothing is kept; `engawa alert ingest` does that.

use super::{Command, Common, Given, Outcome, Stop, given::Arg, options::Answer};
use crate::{
    alert::{
        Act, Run,
        qzss::{self, About, Assembly, Body, Frame, Message, Part, Report, Stream, Unreadable},
    },
    clock::Now,
};
use serde::Serialize;
use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read},
    path::Path,
};

pub(super) const COMMAND: Command = Command {
    name: "qzss",
    takes: "FILE|PORT|- [--at|--received TIME]",
    does: [
        "みちびきの 災害の 知らせを 読む（NMEA の $QZQSM、u-blox の SFRBX）",
        "tells what messages of QZSS satellites say ($QZQSM sentences, u-blox SFRBX frames)",
    ],
    options: &[Arg::Value("at"), Arg::Value("received")],
    words: [1, 1],
    run,
};

/// The answer, as docs/CLI.md describes it.
#[derive(Default, Serialize)]
struct Told {
    messages: Vec<One>,
    refused: Vec<Refused>,
}

/// One message.
#[derive(Serialize)]
struct One {
    /// From 1: which line, or of frames which message.
    number: usize,
    drill: bool,
    run: Run,
    act: Act,
    #[serde(flatten)]
    message: Message,
    text: String,
    /// Of 南海トラフ地震: the text as far as it has come, and in how many of how many parts.
    #[serde(skip_serializing_if = "Option::is_none")]
    so_far: Option<SoFar>,
}

#[derive(Serialize)]
struct SoFar {
    text: String,
    parts: usize,
    all: u8,
}

#[derive(Serialize)]
struct Refused {
    number: usize,
    why: String,
}

fn run(common: &Common, given: &Given) -> Outcome {
    // `--received` says the same in the words of the specification.
    let now = match given.text("received").or_else(|| given.text("at")) {
        None => common.clock().now(),
        Some(text) => text.parse().map(|at| Now { at, trusted: true }).map_err(|err| {
            Stop::usage(
                format!("--at {text}: 2026-08-30T07:00:00+09:00 の ように 書いて ください: {err}"),
                format!("--at {text}: write a time like 2026-08-30T07:00:00+09:00: {err}"),
            )
        })?,
    };
    let paths = given.paths();
    let path = paths.first().map_or(Path::new("-"), |path| path.as_path());
    let from: Box<dyn Read> = if path == Path::new("-") {
        Box::new(io::stdin())
    } else {
        Box::new(File::open(path).map_err(|err| unreadable(path, &err))?)
    };
    let mut reader = Reader { common, now, assembly: Assembly::default(), told: Told::default(), read: 0 };
    reader.all(&mut BufReader::new(from)).map_err(|err| unreadable(path, &err))?;
    reader.tell()
}

fn unreadable(path: &Path, err: &io::Error) -> Stop {
    let path = path.display();
    Stop::input(format!("{path} を 読めません: {err}"), format!("cannot read {path}: {err}"))
}

struct Reader<'c> {
    common: &'c Common,
    now: Now,
    assembly: Assembly,
    told: Told,
    /// How many messages were read; of a receiver there is no end of them, so that only what is asked for as a whole is held.
    read: usize,
}

impl Reader<'_> {
    /// Lines may carry the moment at which they were received; what is not in lines is a stream of frames. Told as it comes.
    fn all(&mut self, from: &mut impl BufRead) -> io::Result<()> {
        let (mut line, mut stream, mut number) = (Vec::new(), Stream::default(), 0);
        while from.read_until(b'\n', &mut line)? > 0 {
            number += 1;
            let text = String::from_utf8_lossy(&line);
            if line.is_ascii() && text.contains("$QZQSM") {
                let read = qzss::line(&text, self.now).map(|(message, _)| message);
                self.one(number, read);
            } else {
                self.frames(number, stream.hear(&line));
            }
            line.clear();
        }
        self.frames(number, stream.end());
        Ok(())
    }

    fn frames(&mut self, number: usize, frames: Vec<Result<Frame, Unreadable>>) {
        for frame in frames {
            let read = frame.and_then(|frame| qzss::read(&frame, self.now));
            self.one(number, read);
        }
    }

    fn one(&mut self, number: usize, read: Result<Message, Unreadable>) {
        let message = match read {
            Ok(message) => message,
            Err(why) => return self.told.refused.push(Refused { number, why: why.to_string() }),
        };
        let (mut text, mut so_far) = (message.to_string(), None);
        if let Body::Report(report) = &message.body
            && let About::NankaiTroughEarthquake(part) = &report.about
        {
            let (more, far) = self.part(report, part);
            text = [text, more].join("\n");
            so_far = far;
        }
        self.read += 1;
        let (run, act) = (message.run(), message.act());
        match self.common.answer {
            Answer::Text => self.common.print(&format!("{text}\n")),
            Answer::Json => {
                let drill = run != Run::Live;
                self.told.messages.push(One { number, drill, run, act, message, text, so_far });
            }
        }
    }

    /// A part of a long text: what there is of the text by now.
    fn part(&mut self, report: &Report, part: &Part) -> (String, Option<SoFar>) {
        let belongs = self.assembly.add(report, part);
        let (parts, all) = self.assembly.count();
        let Part { page_number, total_page, .. } = part;
        let said = match self.assembly.whole().filter(|_| belongs) {
            Some(whole) => whole,
            None if !part.has_place() => {
                let code = u32::from(*page_number) << 6 | u32::from(*total_page);
                format!("ページ番号・総ページ数(コード番号：{code})")
            }
            None if belongs => format!("受信中 ({page_number}) [{parts}/{all}]"),
            None => format!("受信中 ({page_number}) [-/{total_page}]"),
        };
        (said, belongs.then(|| SoFar { text: self.assembly.so_far(), parts, all }))
    }

    /// Exit code 1 when there is no message at all.
    fn tell(self) -> Outcome {
        match self.common.answer {
            Answer::Json => self.common.print_json(&self.told),
            Answer::Text => {
                for Refused { number, why } in &self.told.refused {
                    self.common.note(&format!("{number}: 読めません: {why}"), &format!("{number}: refused: {why}"));
                }
            }
        }
        if self.read == 0 {
            return Err(Stop::input("読める 知らせが ありません。", "there is no message that can be read"));
        }
        Ok(())
    }
}
