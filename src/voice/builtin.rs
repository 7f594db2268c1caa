//! The built-in Japanese voice as a speaker: shapes a little ahead of the device, and lights what the device has come to.

use super::{
    sound::{AudioOut, Feed, Pipe, pipe},
    speaker::{BEAT, Speaker},
    synth::{RATE, Ready, Sentence, Synth, sentences},
};
use crate::{
    clock::Clock,
    reading::{Heard, Sound, Utterance},
};
use std::{collections::VecDeque, sync::Arc, time::Duration};

/// Samples that are ready before they are heard: 1 s.
const AHEAD: u64 = RATE as u64;
/// Samples that are made at once: a tenth of a second.
const CHUNK: usize = RATE as usize / 10;
/// The device is let go after so long a silence.
const WARM: Duration = Duration::from_secs(10);
/// A device that takes nothing for so long is no device any more.
const STALLED: Duration = Duration::from_millis(1500);
/// A lost device is looked for after 1, 2, 4, … 60 s.
const FIRST_LOOK: Duration = Duration::from_secs(1);
const LAST_LOOK: Duration = Duration::from_mins(1);

pub struct Builtin {
    synth: Synth,
    out: Box<dyn AudioOut>,
    clock: Arc<dyn Clock>,
    saying: Option<Saying>,
    device: Link,
    news: Vec<Heard>,
    quiet_since: Option<Duration>,
    /// Until a lost device is looked for again; grows until one is heard.
    wait: Duration,
}

/// How things stand with the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Link {
    /// Nobody has tried yet.
    Unknown,
    Works,
    Lost {
        next_look: Duration,
    },
}

/// Whether the device stood still while this was said; then the rest of it is not tried again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stalled {
    Yes,
    No,
}

struct Saying {
    utterance: Utterance,
    waiting: VecDeque<Sentence>,
    now: Option<Ready>,
    pipe: Pipe,
    /// Samples of all that has been shaped so far.
    shaped: u64,
    marks: VecDeque<(u64, u16)>,
    phrase: u16,
    stalled: Stalled,
    /// How far the device was when it last moved.
    moved: (Duration, u64),
    /// Without a device the clock goes on from here: (clock, samples).
    by_clock: Option<(Duration, u64)>,
}

impl Builtin {
    pub fn new(synth: Synth, out: Box<dyn AudioOut>, clock: Arc<dyn Clock>) -> Self {
        Self {
            synth,
            out,
            clock,
            saying: None,
            device: Link::Unknown,
            news: vec![],
            quiet_since: None,
            wait: FIRST_LOOK,
        }
    }

    fn begin(&mut self, utterance: &Utterance) {
        let (pipe, feed) = pipe();
        let waiting = sentences(&utterance.line).into();
        self.saying = Some(Saying {
            utterance: utterance.clone(),
            waiting,
            now: None,
            pipe,
            shaped: 0,
            marks: VecDeque::new(),
            phrase: 0,
            stalled: Stalled::No,
            moved: (self.clock.running(), 0),
            by_clock: None,
        });
        self.fill(CHUNK as u64);
        match self.device {
            Link::Lost { next_look } if self.clock.running() < next_look => self.go_by_clock(),
            _ => self.try_device(feed),
        }
    }

    fn try_device(&mut self, feed: Feed) {
        match self.out.play(feed) {
            Ok(()) => self.found(),
            Err(err) => self.lost(&err.to_string()),
        }
    }

    /// Shapes until `ahead` samples are ready, or all is.
    fn fill(&mut self, ahead: u64) {
        let Some(saying) = &mut self.saying else { return };
        while saying.by_clock.is_some() || saying.pipe.ahead() < ahead {
            if saying.go_on() {
                continue;
            }
            let Some(sentence) = saying.waiting.pop_front() else {
                saying.pipe.end();
                return;
            };
            let ready = self.synth.ready(&sentence, saying.utterance.pace, saying.utterance.volume);
            saying.take(&sentence, ready.map(Ready::breathing));
        }
    }

    fn found(&mut self) {
        if self.device != Link::Works {
            self.device = Link::Works;
            self.news.push(Heard::Sound(Sound::Works));
        }
    }

    /// The phrases go on by the clock; the device is looked for from time to time.
    fn lost(&mut self, why: &str) {
        let now = self.clock.running();
        if !matches!(self.device, Link::Lost { .. }) {
            log::warn!("sound: {why}");
            self.news.push(Heard::Sound(Sound::NoDevice));
        }
        self.device = Link::Lost { next_look: now + self.wait };
        self.wait = (self.wait * 2).min(LAST_LOOK);
        self.out.rest();
        self.go_by_clock();
    }

    fn go_by_clock(&mut self) {
        let now = self.clock.running();
        if let Some(saying) = &mut self.saying {
            saying.by_clock.get_or_insert((now, saying.pipe.heard()));
        }
        self.fill(0);
    }

    /// Tries a lost device again; what is being said goes on aloud from the phrase it has come to.
    fn look(&mut self, now: Duration) {
        let Link::Lost { next_look } = self.device else { return };
        let stalled = self.saying.as_ref().is_some_and(|saying| saying.stalled == Stalled::Yes);
        if now < next_look || stalled {
            return;
        }
        let (pipe, feed) = pipe();
        drop(pipe);
        match self.out.play(feed) {
            Ok(()) => {
                self.found();
                self.quiet_since = Some(now);
                if let Some(rest) = self.saying.take().and_then(|saying| saying.rest()) {
                    self.begin(&rest);
                }
            }
            Err(err) => self.lost(&err.to_string()),
        }
    }

    fn position(&self, now: Duration) -> u64 {
        let Some(saying) = &self.saying else { return 0 };
        match saying.by_clock {
            None => saying.pipe.heard(),
            Some((since, from)) => {
                let samples = now.saturating_sub(since).as_millis().saturating_mul(u128::from(RATE)) / 1000;
                from + u64::try_from(samples).unwrap_or(u64::MAX)
            }
        }
    }
}

impl Saying {
    fn take(&mut self, sentence: &Sentence, ready: Option<Ready>) {
        match ready {
            Some(ready) => {
                self.marks.extend(ready.marks.iter().map(|(at, phrase)| (self.shaped + at, *phrase)));
                self.shaped += ready.length();
                self.now = Some(ready);
            }
            // Nothing to be heard in it: lit for as long as reading it would take.
            None => self.marks.extend(sentence.iter().map(|(phrase, _)| (self.shaped, *phrase))),
        }
    }

    /// There are samples for the device, and it has not taken one for a while.
    fn stands_still(&mut self, now: Duration) -> bool {
        let heard = self.pipe.heard();
        if heard != self.moved.1 || self.pipe.ahead() == 0 {
            self.moved = (now, heard);
        }
        let stands = self.by_clock.is_none() && now > self.moved.0 + STALLED;
        if stands {
            self.stalled = Stalled::Yes;
        }
        stands
    }

    /// What is still to be said, from the phrase that is being said.
    fn rest(&self) -> Option<Utterance> {
        let line = &self.utterance.line;
        let (_, range) = line.phrases().into_iter().find(|(phrase, _)| *phrase == self.phrase)?;
        Some(Utterance { line: line.cut(range.start).1, ..self.utterance.clone() })
    }

    /// A further chunk of the sentence that is being made; `false` when there is none. Without a device only its length is of interest.
    fn go_on(&mut self) -> bool {
        let aloud = self.now.as_mut().filter(|_| self.by_clock.is_none());
        let chunk = aloud.map_or_else(Vec::new, |ready| ready.next(CHUNK));
        if chunk.is_empty() {
            self.now = None;
            return false;
        }
        self.pipe.send(chunk);
        true
    }

    fn is_over(&self, position: u64) -> bool {
        self.now.is_none() && self.waiting.is_empty() && position >= self.shaped
    }
}

impl Speaker for Builtin {
    fn say(&mut self, utterance: &Utterance) {
        self.hush();
        self.news.push(Heard::Began { ticket: utterance.ticket });
        self.begin(utterance);
    }

    fn hush(&mut self) {
        self.news.retain(|news| matches!(news, Heard::Sound(_)));
        self.saying = None;
        self.quiet_since = Some(self.clock.running());
    }

    fn poll(&mut self) -> Vec<Heard> {
        let now = self.clock.running();
        let stands = self.saying.as_mut().is_some_and(|saying| saying.stands_still(now));
        if self.saying.is_some() && self.device == Link::Works && (stands || self.out.is_lost()) {
            self.lost(if stands { "the device stands still" } else { "the device went away" });
        }
        if self.saying.as_ref().is_some_and(|saying| saying.pipe.heard() > 0) {
            self.wait = FIRST_LOOK;
        }
        self.look(now);
        self.fill(AHEAD);
        let position = self.position(now);
        if let Some(saying) = &mut self.saying {
            let ticket = saying.utterance.ticket;
            let begun = saying.marks.iter().take_while(|(at, _)| *at <= position).count();
            for (_, phrase) in saying.marks.drain(..begun) {
                saying.phrase = phrase;
                self.news.push(Heard::Phrase { ticket, phrase });
            }
            if saying.is_over(position) {
                self.news.push(Heard::Ended { ticket });
                self.saying = None;
                self.quiet_since = Some(now);
            }
        }
        if self.saying.is_none() && self.quiet_since.is_some_and(|since| now >= since + WARM) {
            self.quiet_since = None;
            self.out.rest();
        }
        std::mem::take(&mut self.news)
    }

    fn due(&self) -> Option<Duration> {
        let now = self.clock.running();
        if !self.news.is_empty() {
            return Some(Duration::ZERO);
        }
        let look = match self.device {
            Link::Lost { next_look } => Some(next_look.saturating_sub(now).max(BEAT)),
            Link::Unknown | Link::Works => None,
        };
        let rest = self.quiet_since.map(|since| (since + WARM).saturating_sub(now));
        let beat = self.saying.is_some().then_some(BEAT);
        [look, rest, beat].into_iter().flatten().min()
    }
}
