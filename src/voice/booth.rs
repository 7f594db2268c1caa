//! Chooses who speaks: the built-in voice for Japanese, the system's for tongues it has a voice for, silence with a reason for the rest.

use super::{silent::Silent, speaker::Speaker};
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
