//! The voice that cannot be heard: where there is no device or no voice for a tongue, the phrases still move at the pace of speech,
//! so that a page can be followed, and the badge says why nothing sounds.

use super::speaker::{BEAT, Speaker};
use crate::{
    clock::Clock,
    reading::{Heard, Pace, Utterance},
    words::{Line, Script, Tongue},
};
use std::{sync::Arc, time::Duration};

/// Signs a second that are read aloud at pace 100: kana 5 (with kanji, which are two kana each, 4), Latin letters 14 (150 words a minute).
const JAPANESE: f64 = 4.0;
const LATIN: f64 = 14.0;
/// The shortest that a phrase is lit.
const SHORTEST: f64 = 0.6;

pub struct Silent {
    clock: Arc<dyn Clock>,
    saying: Option<Saying>,
    news: Vec<Heard>,
}

struct Saying {
    ticket: u64,
    /// When each phrase begins.
    phrases: Vec<(Duration, u16)>,
    end: Duration,
}

impl Silent {
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock, saying: None, news: vec![] }
    }
}

impl Speaker for Silent {
    fn say(&mut self, utterance: &Utterance) {
        let mut at = self.clock.running();
        let mut phrases = vec![];
        for (phrase, seconds) in estimated(&utterance.line, &utterance.tongue, utterance.pace) {
            phrases.push((at, phrase));
            at += seconds;
        }
        self.news = vec![Heard::Began { ticket: utterance.ticket }];
        self.saying = Some(Saying { ticket: utterance.ticket, phrases, end: at });
    }

    fn hush(&mut self) {
        (self.saying, self.news) = (None, vec![]);
    }

    fn poll(&mut self) -> Vec<Heard> {
        let now = self.clock.running();
        let mut out = std::mem::take(&mut self.news);
        if let Some(saying) = &mut self.saying {
            let ticket = saying.ticket;
            let begun = saying.phrases.iter().take_while(|(at, _)| *at <= now).count();
            out.extend(saying.phrases.drain(..begun).map(|(_, phrase)| Heard::Phrase { ticket, phrase }));
            if now >= saying.end {
                out.push(Heard::Ended { ticket });
                self.saying = None;
            }
        }
        out
    }

    fn due(&self) -> Option<Duration> {
        if !self.news.is_empty() {
            return Some(Duration::ZERO);
        }
        let saying = self.saying.as_ref()?;
        let next = saying.phrases.first().map_or(saying.end, |(at, _)| *at);
        Some(next.saturating_sub(self.clock.running()).max(BEAT))
    }
}

/// How long each phrase would be heard.
pub(super) fn estimated(line: &Line, tongue: &Tongue, pace: Pace) -> Vec<(u16, Duration)> {
    let signs = if matches!(tongue.script(), Script::Latin) { LATIN } else { JAPANESE };
    let each = line.phrases().into_iter().map(|(phrase, range)| {
        let count = line.cut(range.end).0.cut(range.start).1.plain().chars().filter(|c| !c.is_whitespace()).count();
        let seconds = (count as f64 / signs).max(SHORTEST) * 100.0 / f64::from(pace.0.max(1));
        (phrase, Duration::from_secs_f64(seconds))
    });
    each.collect()
}
