//! The voice of the operating system, through `tts`, for tongues other than Japanese (and for Japanese where the system knows it better
//! than espeak-ng does). It lives on a thread of its own: listing voices takes seconds, and an end that never comes must not be
//! waited for. Phrase by phrase, because only whole utterances are reported.

mod aside;
mod choice;
mod engine;

use super::{
    booth, mixed,
    silent::{Silent, estimated},
    speaker::{BEAT, Speaker},
};
use crate::{
    clock::Clock,
    reading::{Heard, Pace, Sound, Utterance, Volume},
    words::{Line, Tongue},
};
use crossbeam_channel::{Receiver, Sender, bounded};
use std::{collections::VecDeque, sync::Arc, time::Duration};

/// Orders and reports that wait at most.
const WAITING: usize = 64;
/// A system that has not spoken yet may first have to be started.
const OPENING: Duration = Duration::from_secs(15);
/// Longer than twice as long as it should take, the end is not waited for.
const PATIENCE: Duration = Duration::from_secs(3);

/// To the thread that holds the system's voice.
#[derive(Clone, Debug, PartialEq)]
enum Ask {
    Say { key: u64, text: String, tongue: Tongue, pace: Pace, volume: Volume },
    Stop,
}

/// From it. `id` is the system's own name for an utterance.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Tell {
    Saying {
        key: u64,
        id: String,
    },
    Ended {
        id: String,
    },
    /// No voice for this tongue.
    NoVoice {
        key: u64,
    },
    /// No speech at all on this machine.
    Failed {
        key: u64,
    },
}

/// The system's voice, for the tongues it may be asked to speak.
pub(super) fn voice(clock: Arc<dyn Clock>) -> booth::Voice {
    let (asks, asked) = bounded(WAITING);
    let (tells, told) = bounded(WAITING);
    let started =
        std::thread::Builder::new().name("system-voice".to_owned()).spawn(move || engine::attend(&asked, &tells));
    if let Err(err) = started {
        log::warn!("voice: no thread for the system's voice: {err}");
    }
    let speaker = Box::new(System::new(asks, told, clock));
    booth::Voice { speaks: Box::new(may_speak), speaker }
}

/// espeak-ng, the usual voice of Linux, says "Chinese letter" for every kanji: Japanese is never handed to it.
fn may_speak(tongue: &Tongue) -> bool {
    !(cfg!(target_os = "linux") && tongue.is_japanese())
}

struct System {
    asks: Sender<Ask>,
    told: Receiver<Tell>,
    clock: Arc<dyn Clock>,
    /// Moves the phrases when the system cannot speak.
    silent: Silent,
    saying: Option<Saying>,
    news: Vec<Heard>,
    key: u64,
}

struct Saying {
    utterance: Utterance,
    waiting: VecDeque<(u16, Line)>,
    id: Option<String>,
    /// How long the phrase should be heard.
    length: Duration,
    /// An end that came before its beginning was told.
    early: Vec<String>,
    give_up: Duration,
}

impl System {
    fn new(asks: Sender<Ask>, told: Receiver<Tell>, clock: Arc<dyn Clock>) -> Self {
        let silent = Silent::new(Arc::clone(&clock));
        Self { asks, told, clock, silent, saying: None, news: vec![], key: 0 }
    }

    /// Asks for the next phrase, or is done.
    fn next(&mut self) {
        let Some(saying) = &mut self.saying else { return };
        let ticket = saying.utterance.ticket;
        let Some((phrase, line)) = saying.waiting.pop_front() else {
            self.news.push(Heard::Ended { ticket });
            self.saying = None;
            return;
        };
        self.key += 1;
        self.news.push(Heard::Phrase { ticket, phrase });
        let Utterance { tongue, pace, volume, .. } = saying.utterance.clone();
        let text = mixed::without_japanese(&line.spoken(), &tongue);
        if !text.contains(char::is_alphanumeric) {
            return self.next();
        }
        saying.length = estimated(&line, &tongue, pace).into_iter().map(|(_, length)| length).sum();
        (saying.id, saying.give_up) = (None, self.clock.running() + OPENING);
        let ask = Ask::Say { key: self.key, text, tongue, pace, volume };
        if self.asks.try_send(ask).is_err() {
            self.fall_silent(Sound::NoDevice);
        }
    }

    /// The rest of the line goes on without a sound.
    fn fall_silent(&mut self, why: Sound) {
        let Some(saying) = self.saying.take() else { return };
        self.asks.try_send(Ask::Stop).ok();
        self.news.push(Heard::Sound(why));
        self.silent.say(&saying.utterance);
        // It has begun already.
        self.silent.poll();
    }

    fn hear(&mut self, tell: Tell) {
        let (key, now) = (self.key, self.clock.running());
        let Some(saying) = &mut self.saying else { return };
        match tell {
            Tell::Saying { key: of, id } if of == key => {
                let over = saying.early.contains(&id);
                saying.early.clear();
                (saying.id, saying.give_up) = (Some(id), now + saying.length * 2 + PATIENCE);
                if over {
                    self.next();
                }
            }
            Tell::Ended { id } if saying.id.as_ref() == Some(&id) => self.next(),
            Tell::Ended { id } if saying.id.is_none() => saying.early.push(id),
            Tell::NoVoice { key: of } if of == key => self.fall_silent(Sound::NoVoice),
            Tell::Failed { key: of } if of == key => self.fall_silent(Sound::NoVoice),
            _ => {}
        }
    }
}

impl Speaker for System {
    fn say(&mut self, utterance: &Utterance) {
        self.hush();
        let line = &utterance.line;
        let phrases = line.phrases().into_iter().map(|(n, range)| (n, line.cut(range.end).0.cut(range.start).1));
        let (ticket, waiting) = (utterance.ticket, phrases.collect());
        self.news.push(Heard::Began { ticket });
        let (utterance, give_up, length) = (utterance.clone(), Duration::MAX, Duration::ZERO);
        self.saying = Some(Saying { utterance, waiting, id: None, length, early: vec![], give_up });
        self.next();
    }

    fn hush(&mut self) {
        if self.saying.take().is_some() {
            self.asks.try_send(Ask::Stop).ok();
        }
        self.silent.hush();
        self.news.clear();
    }

    fn poll(&mut self) -> Vec<Heard> {
        while let Ok(tell) = self.told.try_recv() {
            self.hear(tell);
        }
        if self.saying.as_ref().is_some_and(|saying| self.clock.running() > saying.give_up) {
            log::warn!("voice: the system's voice never ended; is there a sound server?");
            self.fall_silent(Sound::NoDevice);
        }
        let mut out = std::mem::take(&mut self.news);
        out.extend(self.silent.poll());
        out
    }

    fn due(&self) -> Option<Duration> {
        if self.news.is_empty() {
            self.saying.as_ref().map(|_| BEAT).or_else(|| self.silent.due())
        } else {
            Some(Duration::ZERO)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::SetClock;

    struct Stage {
        speaker: System,
        asked: Receiver<Ask>,
        tells: Sender<Tell>,
        clock: Arc<SetClock>,
    }

    fn stage() -> Stage {
        let (asks, asked) = bounded(WAITING);
        let (tells, told) = bounded(WAITING);
        let clock = Arc::new(SetClock::new("2026-11-21T01:00:00Z".parse().unwrap(), true));
        let speaker = System::new(asks, told, Arc::clone(&clock) as Arc<dyn Clock>);
        Stage { speaker, asked, tells, clock }
    }

    fn utterance(ticket: u64) -> Utterance {
        let line = Line::parse("Go up. Then wait.");
        Utterance { ticket, line, tongue: Tongue::EN, pace: Pace(100), volume: Volume(5) }
    }

    fn id(n: u64) -> String {
        format!("id{n}")
    }

    #[test]
    fn phrases_follow_each_other_by_their_ends() {
        let mut stage = stage();
        stage.speaker.say(&utterance(7));
        let mut heard = vec![];
        while let Ok(Ask::Say { key, .. }) = stage.asked.try_recv() {
            // The end of the second phrase comes before its beginning is told.
            let (saying, ended) = (Tell::Saying { key, id: id(key) }, Tell::Ended { id: id(key) });
            let order = if key == 1 { [saying, ended] } else { [ended, saying] };
            for tell in order {
                stage.tells.send(tell).unwrap();
            }
            heard.extend(stage.speaker.poll());
        }
        assert_eq!(heard.first(), Some(&Heard::Began { ticket: 7 }));
        assert_eq!(heard.last(), Some(&Heard::Ended { ticket: 7 }));
        assert_eq!(stage.speaker.due(), None);
    }

    #[test]
    fn an_end_that_never_comes_is_not_waited_for() {
        let mut stage = stage();
        stage.speaker.say(&utterance(1));
        stage.tells.send(Tell::Saying { key: 1, id: id(1) }).unwrap();
        stage.speaker.poll();
        stage.clock.advance(Duration::from_secs(30));
        assert!(stage.speaker.poll().contains(&Heard::Sound(Sound::NoDevice)));
        stage.clock.advance(Duration::from_secs(30));
        assert_eq!(stage.speaker.poll().last(), Some(&Heard::Ended { ticket: 1 }), "the phrases went on");
        assert_eq!(stage.asked.try_iter().last(), Some(Ask::Stop));
    }

    #[test]
    fn a_system_that_has_to_be_started_first_is_waited_for() {
        let mut stage = stage();
        stage.speaker.say(&utterance(1));
        stage.clock.advance(Duration::from_secs(12));
        assert!(stage.speaker.poll().iter().all(|heard| !matches!(heard, Heard::Sound(_))));
        stage.tells.send(Tell::Saying { key: 1, id: id(1) }).unwrap();
        stage.speaker.poll();
        stage.clock.advance(Duration::from_secs(3));
        assert!(stage.speaker.poll().is_empty(), "counted from when it began to speak");
        stage.speaker.say(&utterance(2));
        stage.clock.advance(OPENING + Duration::from_secs(1));
        assert!(stage.speaker.poll().contains(&Heard::Sound(Sound::NoDevice)), "but not for ever");
    }

    #[test]
    fn what_is_silenced_is_not_heard_any_more() {
        let mut stage = stage();
        stage.speaker.say(&utterance(1));
        stage.tells.send(Tell::Saying { key: 1, id: id(1) }).unwrap();
        stage.speaker.poll();
        stage.speaker.say(&utterance(2));
        stage.tells.send(Tell::Ended { id: id(1) }).unwrap();
        assert!(stage.speaker.poll().iter().all(|heard| !matches!(heard, Heard::Ended { .. })));
        stage.speaker.hush();
        assert_eq!((stage.speaker.poll(), stage.speaker.due()), (vec![], None));
    }

    #[test]
    fn a_tongue_without_a_voice_is_shown_in_silence() {
        let mut stage = stage();
        stage.speaker.say(&utterance(1));
        stage.tells.send(Tell::NoVoice { key: 1 }).unwrap();
        assert!(stage.speaker.poll().contains(&Heard::Sound(Sound::NoVoice)));
        stage.clock.advance(Duration::from_mins(1));
        assert_eq!(stage.speaker.poll().last(), Some(&Heard::Ended { ticket: 1 }));
    }
}
