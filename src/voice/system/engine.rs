//! The thread that holds the system's voice.

use super::{
    Ask, Tell, aside,
    choice::{self, Letters},
};
use crate::{
    reading::{Pace, Volume},
    words::Tongue,
};
use crossbeam_channel::{Receiver, Sender};

/// Opens the system's voice when it is first needed, and does what it is asked until nobody can ask.
pub(super) fn attend(asked: &Receiver<Ask>, tells: &Sender<Tell>) {
    let mut engine: Option<Engine> = None;
    for ask in asked {
        match ask {
            Ask::Stop => {
                if let Some(engine) = &mut engine {
                    engine.tts.stop().ok();
                }
            }
            Ask::Say { key, text, tongue, pace, volume } => {
                if engine.is_none() {
                    engine = Engine::open(tells);
                }
                let tell = engine
                    .as_mut()
                    .map_or(Tell::Failed { key }, |engine| engine.say(key, &text, &tongue, pace, volume));
                if matches!(tell, Tell::Failed { .. }) {
                    engine = None;
                }
                if tells.send(tell).is_err() {
                    return;
                }
            }
        }
    }
}

struct Engine {
    tts: tts::Tts,
    /// What it speaks now, and the letters it wants for it.
    tuned: Option<(Tongue, Letters)>,
}

impl Engine {
    fn open(tells: &Sender<Tell>) -> Option<Self> {
        let tts = tts::Tts::default().inspect_err(|err| log::info!("voice: no system voice: {err}")).ok()?;
        let tell = tells.clone();
        tts.on_utterance_end(Some(Box::new(move |id| {
            tell.try_send(Tell::Ended { id: format!("{id:?}") }).ok();
        })))
        .ok()?;
        Some(Self { tts, tuned: None })
    }

    fn say(&mut self, key: u64, text: &str, tongue: &Tongue, pace: Pace, volume: Volume) -> Tell {
        let Some(letters) = self.tune(tongue) else { return Tell::NoVoice { key } };
        let scale = |least: f32, usual: f32, most: f32, at: f32| {
            usual + at * if at < 0.0 { usual - least } else { most - usual }
        };
        // Half of what the system allows on either side is half and double the pace.
        let pace = (f32::from(pace.0) / 100.0).log2() / 2.0;
        let rate = scale(self.tts.min_rate(), self.tts.normal_rate(), self.tts.max_rate(), pace);
        let loud = self.tts.min_volume() + f32::from(volume.0) / 10.0 * (self.tts.max_volume() - self.tts.min_volume());
        // A system that cannot be told how fast still speaks.
        self.tts.set_rate(rate).ok();
        self.tts.set_volume(loud).ok();
        match self.tts.speak(letters.write(text), true) {
            Ok(Some(id)) => Tell::Saying { key, id: format!("{id:?}") },
            Ok(None) | Err(_) => Tell::Failed { key },
        }
    }

    /// Makes it speak this tongue; `None`: it cannot.
    fn tune(&mut self, tongue: &Tongue) -> Option<Letters> {
        let known = self.tuned.as_ref().filter(|(known, _)| known == tongue).map(|(_, letters)| *letters);
        let letters = match known {
            Some(letters) => letters,
            None => self.by_language(tongue).or_else(|| self.by_voice(tongue))?,
        };
        self.tuned = Some((tongue.clone(), letters));
        Some(letters)
    }

    #[expect(clippy::unused_self, reason = "it is this connection that is told, from the side")]
    fn by_language(&self, tongue: &Tongue) -> Option<Letters> {
        let language = choice::espeak(tongue);
        let told = aside::speak_in(language);
        told.inspect_err(|err| log::info!("voice: {err}; looking through all voices")).ok()?;
        Some(Letters::of(language))
    }

    fn by_voice(&mut self, tongue: &Tongue) -> Option<Letters> {
        let voices = self.tts.voices().ok()?;
        let rank = |voice: &&tts::Voice| choice::rank(voice.language().as_str(), &voice.name(), tongue);
        let best = voices.iter().filter(|voice| rank(voice).is_some()).min_by_key(rank)?;
        self.tts.set_voice(best).ok()?;
        Some(Letters::of(best.language().as_str()))
    }
}
