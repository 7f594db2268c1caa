//! Chooses who speaks: the built-in voice for Japanese, the system's for tongues it has a voice for, silence with a reason for the rest.

use super::{mixed, silent::Silent, speaker::Speaker};
use crate::{
    clock::Clock,
    reading::{Heard, Order, Sound, Utterance},
    words::Tongue,
};
use std::{sync::Arc, time::Duration};

/// Speakers by tongue, asked in order.
pub(super) struct Booth {
    voices: Vec<Voice>,
    silent: Silent,
    /// Who spoke last; the length of `voices` is the silent one.
    now: usize,
    sound: Option<Sound>,
    news: Vec<Heard>,
}

/// A speaker and the tongues it can speak.
pub(super) struct Voice {
    pub(super) speaks: Box<dyn Fn(&Tongue) -> bool>,
    pub(super) speaker: Box<dyn Speaker>,
}

impl Booth {
    pub(super) fn new(voices: Vec<Voice>, clock: Arc<dyn Clock>) -> Self {
        let now = voices.len();
        Self { voices, silent: Silent::new(clock), now, sound: None, news: vec![] }
    }

    pub(super) fn order(&mut self, order: Order) {
        self.speaker().hush();
        self.news.retain(|news| matches!(news, Heard::Sound(_)));
        if let Order::Say(utterance) = order {
            self.say(&utterance);
        }
    }

    fn say(&mut self, utterance: &Utterance) {
        let tongue = mixed::really(&utterance.line, &utterance.tongue);
        let utterance = &Utterance { tongue, ..utterance.clone() };
        let found = self.voices.iter().position(|voice| (voice.speaks)(&utterance.tongue));
        self.now = found.unwrap_or(self.voices.len());
        if found.is_none() {
            self.tell(Sound::NoVoice);
        } else if self.sound == Some(Sound::NoVoice) {
            self.tell(Sound::Works);
        }
        self.speaker().say(utterance);
    }

    /// Each change is told once.
    fn tell(&mut self, sound: Sound) {
        if self.sound != Some(sound) {
            self.sound = Some(sound);
            self.news.push(Heard::Sound(sound));
        }
    }

    fn speaker(&mut self) -> &mut dyn Speaker {
        match self.voices.get_mut(self.now) {
            Some(voice) => &mut *voice.speaker,
            None => &mut self.silent,
        }
    }

    pub(super) fn poll(&mut self) -> Vec<Heard> {
        let heard = self.speaker().poll();
        for news in heard {
            match news {
                Heard::Sound(sound) => self.tell(sound),
                other => self.news.push(other),
            }
        }
        std::mem::take(&mut self.news)
    }

    pub(super) fn due(&self) -> Option<Duration> {
        if !self.news.is_empty() {
            return Some(Duration::ZERO);
        }
        self.voices.get(self.now).map_or_else(|| self.silent.due(), |voice| voice.speaker.due())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        clock::SetClock,
        reading::{Pace, Volume},
        words::Line,
    };

    /// Says whatever it is asked to in no time.
    #[derive(Default)]
    struct Quick(Vec<Heard>);

    impl Speaker for Quick {
        fn say(&mut self, utterance: &Utterance) {
            let ticket = utterance.ticket;
            self.0 = vec![Heard::Sound(Sound::Works), Heard::Began { ticket }, Heard::Ended { ticket }];
        }
        fn hush(&mut self) {
            self.0.clear();
        }
        fn poll(&mut self) -> Vec<Heard> {
            std::mem::take(&mut self.0)
        }
        fn due(&self) -> Option<Duration> {
            None
        }
    }

    fn booth() -> (Booth, Arc<SetClock>) {
        let clock = Arc::new(SetClock::new("2026-11-21T01:00:00Z".parse().unwrap(), true));
        let japanese = Voice { speaks: Box::new(Tongue::is_japanese), speaker: Box::new(Quick::default()) };
        (Booth::new(vec![japanese], Arc::clone(&clock) as Arc<dyn Clock>), clock)
    }

    fn say(ticket: u64, tongue: Tongue) -> Order {
        let line = Line::parse(if tongue.is_japanese() { "みず。" } else { "Water." });
        Order::Say(Utterance { ticket, line, tongue, pace: Pace(100), volume: Volume(5) })
    }

    #[test]
    fn a_change_of_sound_is_told_once() {
        let (mut booth, _) = booth();
        booth.order(say(1, Tongue::JA));
        assert_eq!(booth.poll().first(), Some(&Heard::Sound(Sound::Works)));
        booth.order(say(2, Tongue::JA_SIMPLE));
        assert_eq!(booth.poll(), [Heard::Began { ticket: 2 }, Heard::Ended { ticket: 2 }]);
    }

    #[test]
    fn a_tongue_that_nobody_speaks_is_shown_in_silence_with_the_reason() {
        let (mut booth, clock) = booth();
        booth.order(say(1, Tongue::EN));
        let heard = booth.poll();
        assert!(
            heard.contains(&Heard::Sound(Sound::NoVoice)) && heard.contains(&Heard::Phrase { ticket: 1, phrase: 0 })
        );
        clock.advance(Duration::from_secs(10));
        assert_eq!(booth.poll(), [Heard::Ended { ticket: 1 }]);
        booth.order(say(2, Tongue::JA));
        assert!(booth.poll().contains(&Heard::Sound(Sound::Works)), "the reason is gone");
    }

    #[test]
    fn a_page_that_is_still_in_japanese_is_read_in_japanese() {
        let (mut booth, _) = booth();
        let utterance = Utterance {
            ticket: 3,
            line: Line::parse("みず。"),
            tongue: Tongue::EN,
            pace: Pace(100),
            volume: Volume(5),
        };
        booth.order(Order::Say(utterance));
        assert_eq!(booth.poll().last(), Some(&Heard::Ended { ticket: 3 }));
    }

    #[test]
    fn an_order_silences_whoever_spoke() {
        let (mut booth, clock) = booth();
        booth.order(say(1, Tongue::EN));
        booth.order(say(2, Tongue::JA));
        clock.advance(Duration::from_secs(10));
        assert!(booth.poll().iter().all(|heard| !matches!(heard, Heard::Ended { ticket: 1 } | Heard::Phrase { .. })));
        booth.order(Order::Hush);
        assert_eq!((booth.poll(), booth.due()), (vec![], None));
    }
}
