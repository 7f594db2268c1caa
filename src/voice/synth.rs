//! From a line to samples: the front end gives words and accents, jbonsai a voice. Sentence by sentence, so that a page of any length
//! begins to sound at once, and with the exact moment at which every phrase begins.

use super::front::{FrontEnd, FrontError};
use crate::{
    reading::{Pace, Volume},
    words::Line,
};
use jbonsai::{duration::DurationEstimator, engine::Engine, model::Models, speech::SpeechGenerator};
use std::path::{Path, PathBuf};

/// Samples a second of every voice that is used here.
pub(super) const RATE: u32 = 48_000;

/// At pace 100. 4 to 5 morae a second are easier for old ears than 6; the voice's own pace is about 7.
const MORAE_PER_SECOND: f64 = 5.0;
/// Silence after a sentence at pace 100, in seconds.
const BREATH: f64 = 0.45;
/// A sentence longer than this is cut at its commas: the whole of it is shaped before its first sample is there.
const LONG: usize = 90;
/// What the voice is measured with: 29 morae with one comma.
const MEASURE: &str = "ここは、まちの避難所です。水と食べものがあります。";

/// Why there is no Japanese voice.
#[derive(Debug, thiserror::Error)]
pub enum VoiceError {
    #[error(transparent)]
    Front(#[from] FrontError),
    #[error("{0}: there is no voice (*.htsvoice) here. Run script/voice")]
    Missing(PathBuf),
    #[error("{path}: the voice cannot be read ({why}). Run script/voice again")]
    Damaged { path: PathBuf, why: String },
}

/// The built-in Japanese voice.
pub struct Synth {
    front: FrontEnd,
    engine: Engine,
    /// What the engine calls speed, for 5 morae a second.
    speed: f64,
    /// Root mean square of speech as the voice was recorded, of full scale.
    loudness: f64,
}

/// A part of a line that is spoken in one breath: its phrases, with their numbers.
pub(super) type Sentence = Vec<(u16, Line)>;

/// A sentence that is ready to sound.
pub(super) struct Ready {
    generator: SpeechGenerator,
    /// Frames before the first sound.
    lead: usize,
    /// Frames from there on, the breath after it included.
    frames: usize,
    spoken: usize,
    at: usize,
    frame: Vec<f64>,
    /// Sample at which each phrase begins.
    pub(super) marks: Vec<(u64, u16)>,
    gain: f64,
}

impl Synth {
    /// Loads dictionary and voice from what `script/voice` made. About 150 ms.
    pub fn load(folder: &Path) -> Result<Self, VoiceError> {
        let front = FrontEnd::load(folder)?;
        let path = voice_file(folder).ok_or_else(|| VoiceError::Missing(folder.to_owned()))?;
        let damaged = |why: String| VoiceError::Damaged { path: path.clone(), why };
        let mut engine = Engine::load([&path]).map_err(|err| damaged(err.to_string()))?;
        engine.condition.set_sampling_frequency(RATE as usize);
        let mut synth = Self { front, engine, speed: 1.0, loudness: 0.1 };
        synth.measure();
        Ok(synth)
    }

    pub fn front(&self) -> &FrontEnd {
        &self.front
    }

    /// Learns how fast and how loud this voice is, so that another sounds the same.
    fn measure(&mut self) {
        let sentence = vec![(0, Line::verbatim(MEASURE))];
        let nodes = self.front.nodes(&Line::verbatim(MEASURE));
        let morae: usize = nodes.iter().map(|node| node.get_pron().mora_size()).sum();
        let Some(mut ready) = self.shaped(&sentence, 1.0, 1.0) else { return };
        let seconds = ready.spoken as f64 * self.frame_seconds();
        if seconds > 0.0 && morae > 0 {
            self.speed = MORAE_PER_SECOND * seconds / morae as f64;
        }
        let samples = ready.rest();
        let power: f64 = samples.iter().map(|sample| f64::from(*sample).powi(2)).sum();
        self.loudness = (power / samples.len().max(1) as f64).sqrt().max(0.001);
    }

    fn frame_seconds(&self) -> f64 {
        self.engine.condition.get_fperiod() as f64 / f64::from(RATE)
    }

    /// Shapes a sentence; `None` when there is nothing in it to be heard.
    pub(super) fn ready(&mut self, sentence: &Sentence, pace: Pace, volume: Volume) -> Option<Ready> {
        let pace = f64::from(pace.0) / 100.0;
        let gain = level(volume) / self.loudness;
        self.shaped(sentence, self.speed * pace, gain)
    }

    fn shaped(&mut self, sentence: &Sentence, speed: f64, gain: f64) -> Option<Ready> {
        let nodes: Vec<Vec<_>> = sentence.iter().map(|(_, phrase)| self.front.nodes(phrase)).collect();
        let labels = jpreprocess_jpcommon::njdnodes_to_features(&nodes.concat());
        let silent = |n: usize| {
            labels.get(n).is_none_or(|label| matches!(label.phoneme.c.as_deref(), None | Some("sil" | "pau")))
        };
        if (0..labels.len()).all(silent) {
            return None;
        }
        self.engine.condition.set_speed(speed);
        // Frames of each label, as the generator will make them.
        let models = Models::new(&labels, &self.engine.voices, self.engine.condition.get_interporation_weight());
        let states = DurationEstimator::new(models.duration(), models.nstate()).create(speed);
        let lengths: Vec<usize> = states.chunks(models.nstate().max(1)).map(|states| states.iter().sum()).collect();
        let start = |label: usize| lengths.iter().take(label).sum::<usize>();
        let first = (0..labels.len()).find(|n| !silent(*n))?;
        let last = (0..labels.len()).rev().find(|n| !silent(*n))?;
        let lead = start(first);
        let mut marks = vec![];
        let mut label = first;
        for ((phrase, _), nodes) in sentence.iter().zip(&nodes) {
            marks.push((start(label).saturating_sub(lead), *phrase));
            let own = jpreprocess_jpcommon::njdnodes_to_features(nodes);
            label += sounding(own.len());
            while label < labels.len() && silent(label) {
                label += 1;
            }
        }
        let generator = self.engine.generator(labels.clone()).ok()?;
        let period = generator.fperiod();
        let spoken = start(last + 1) - lead;
        let breath = (BREATH / (speed / self.speed).max(0.1) / self.frame_seconds()).round().max(1.0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a breath is some hundred frames")]
        let frames = spoken + breath as usize;
        let marks = marks.into_iter().map(|(frame, phrase)| ((frame * period) as u64, phrase)).collect();
        Some(Ready { generator, lead, frames, spoken, at: 0, frame: vec![0.0; period], marks, gain })
    }
}

/// Labels between the silences at both ends.
const fn sounding(labels: usize) -> usize {
    labels.saturating_sub(2)
}

impl Ready {
    /// Samples from the first sound to the end of the breath after it.
    pub(super) fn length(&self) -> u64 {
        (self.frames * self.frame.len()) as u64
    }

    /// About `count` further samples, none at the end.
    pub(super) fn next(&mut self, count: usize) -> Vec<f32> {
        let mut out = vec![];
        while out.len() < count && self.at < self.frames {
            self.step(&mut out);
        }
        out
    }

    fn rest(&mut self) -> Vec<f32> {
        self.next(usize::MAX)
    }

    fn step(&mut self, out: &mut Vec<f32>) {
        while self.lead > 0 {
            self.generator.generate_step(&mut self.frame);
            self.lead -= 1;
        }
        if self.at >= self.spoken + TAIL || self.generator.generate_step(&mut self.frame) == 0 {
            self.frame.fill(0.0);
        }
        self.at += 1;
        let gain = self.gain;
        out.extend(self.frame.iter().map(|sample| limited(sample / 32_768.0 * gain)));
    }
}

/// Frames after the last sound in which the voice dies away.
const TAIL: usize = 20;

/// Never above full scale: what is near it is bent, not cut.
#[expect(clippy::cast_possible_truncation, reason = "samples are within ±1")]
fn limited(sample: f64) -> f32 {
    const KNEE: f64 = 0.7;
    let over = sample.abs() - KNEE;
    if over <= 0.0 {
        sample as f32
    } else {
        (sample.signum() * (1.0 - KNEE).mul_add((over / (1.0 - KNEE)).tanh(), KNEE)) as f32
    }
}

/// Root mean square of the speech for a volume: 3 dB a step, -26 dBFS in the middle (5), -11 dBFS at 10, nothing at 0.
pub(super) fn level(volume: Volume) -> f64 {
    if volume.0 == 0 { 0.0 } else { 10_f64.powf((-26.0 + 3.0 * (f64::from(volume.0) - 5.0)) / 20.0) }
}

/// Divides a line into breaths: at full stops, and at commas where it is long.
pub(super) fn sentences(line: &Line) -> Vec<Sentence> {
    let mut out: Vec<Sentence> = vec![];
    let mut signs = 0;
    let mut ended = true;
    for (number, range) in line.phrases() {
        let phrase = line.cut(range.end).0.cut(range.start).1;
        let text = phrase.plain();
        signs += text.chars().count();
        match out.last_mut() {
            Some(sentence) if !ended && signs <= LONG => sentence.push((number, phrase)),
            _ => {
                signs = text.chars().count();
                out.push(vec![(number, phrase)]);
            }
        }
        ended = text.trim_end_matches(['」', '』', '）', ' ', '　']).ends_with(['。', '！', '？', '!', '?', '.']);
    }
    out
}

/// The voice that was prepared; Mei before any other.
fn voice_file(folder: &Path) -> Option<PathBuf> {
    let mut voices: Vec<PathBuf> = std::fs::read_dir(folder)
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "htsvoice"))
        .collect();
    voices.sort();
    voices.into_iter().next()
}
