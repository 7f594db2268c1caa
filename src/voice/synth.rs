//! From a line to samples: the front end gives words and accents, jbonsai a voice. Sentence by sentence, so that a page of any length
//! begins to sound at once, and with the exact moment at which every phrase begins.

use super::front::{FrontEnd, FrontError};
use crate::{
    reading::{Pace, Volume},
    words::Line,
};
use jbonsai::{duration::DurationEstimator, engine::Engine, model::Models, speech::SpeechGenerator};
use std::{
    panic::resume_unwind,
    path::{Path, PathBuf},
    thread,
};

/// Samples a second of every voice that is used here.
pub(super) const RATE: u32 = 48_000;

/// At pace 100. 4 to 5 morae a second are easier for old ears than 6; the voice's own pace is about 7.
const MORAE_PER_SECOND: f64 = 5.0;
/// The voice has not been measured yet.
const UNKNOWN: f64 = 0.0;
/// How far a sentence may be from that, as a part of it: commas make it slower, long words faster.
const EVEN: f64 = 0.04;
/// Sentences of fewer morae are left as they come.
const SHORT: usize = 8;
/// Silence after a sentence at pace 100, in seconds.
const BREATH: f64 = 0.45;
/// A sentence longer than this is cut at its commas: the whole of it is shaped before its first sample is there.
const LONG: usize = 90;
/// The first is cut sooner, so that it sounds at once.
const FIRST: usize = 40;
/// What the voice is measured with: 25 morae with one comma, a sentence like most.
const MEASURE: &str = "水と食べものは、入口の右でお配りしています。";

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
    /// Frames from there on.
    frames: usize,
    /// Frames of the breath before the next.
    breath: usize,
    spoken: usize,
    at: usize,
    frame: Vec<f64>,
    /// Sample at which each phrase begins.
    pub(super) marks: Vec<(u64, u16)>,
    gain: f64,
}

impl Synth {
    /// Loads dictionary and voice from what `script/voice` made, one beside the other. About 125 ms where there are two processors.
    pub fn load(folder: &Path) -> Result<Self, VoiceError> {
        let (front, engine) = thread::scope(|scope| {
            let thread = thread::Builder::new().name("voice-words".to_owned());
            match thread.spawn_scoped(scope, || FrontEnd::load(folder)) {
                Ok(front) => {
                    let engine = engine(folder);
                    (front.join().unwrap_or_else(|panic| resume_unwind(panic)), engine)
                }
                Err(_) => (FrontEnd::load(folder), engine(folder)),
            }
        });
        let mut synth = Self { front: front?, engine: engine?, speed: UNKNOWN, loudness: 0.1 };
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

    /// `speed` is the engine's; the sentence is shaped a little faster or slower where it would leave the common pace.
    fn shaped(&mut self, sentence: &Sentence, speed: f64, gain: f64) -> Option<Ready> {
        let nodes: Vec<Vec<_>> = sentence.iter().map(|(_, phrase)| self.front.nodes(phrase)).collect();
        let morae: usize = nodes.iter().flatten().map(|node| node.get_pron().mora_size()).sum();
        let labels = jpreprocess_jpcommon::njdnodes_to_features(&nodes.concat());
        let sounds: Vec<bool> =
            labels.iter().map(|label| !matches!(label.phoneme.c.as_deref(), None | Some("sil" | "pau"))).collect();
        let models = Models::new(&labels, &self.engine.voices, self.engine.condition.get_interporation_weight());
        let estimator = DurationEstimator::new(models.duration(), models.nstate());
        let timed = |speed: f64| Timing::new(&sounds, &estimator.create(speed), models.nstate());
        let loose = timed(speed)?;
        // Twice, because the silence before the first sound changes along.
        let near = self.evened(morae, loose.spoken(), speed, speed);
        let even = self.evened(morae, timed(near)?.spoken(), near, speed);
        let timing = timed(even)?;
        let own = nodes.iter().map(|nodes| sounding(jpreprocess_jpcommon::njdnodes_to_features(nodes).len()));
        let starts = timing.starts(&sounds, own);
        let (lead, spoken) = (timing.lead(), timing.spoken());
        self.engine.condition.set_speed(even);
        let generator = self.engine.generator(labels.clone()).ok()?;
        let period = generator.fperiod();
        let marks =
            starts.into_iter().zip(sentence).map(|(frame, (phrase, _))| ((frame * period) as u64, *phrase)).collect();
        let breath = frames(BREATH * self.speed / speed.max(0.01) / self.frame_seconds());
        let frames = spoken + TAIL;
        Some(Ready { generator, lead, frames, breath, spoken, at: 0, frame: vec![0.0; period], marks, gain })
    }

    /// The speed at which a sentence of so many morae, now so many frames long, is neither slower nor faster than [`EVEN`] allows.
    fn evened(&self, morae: usize, spoken: usize, speed: f64, asked: f64) -> f64 {
        let usual = morae as f64 / (spoken as f64 * self.frame_seconds());
        let wanted = MORAE_PER_SECOND * asked / self.speed;
        if morae < SHORT || self.speed <= UNKNOWN {
            speed
        } else {
            speed * usual.clamp(wanted * (1.0 - EVEN), wanted * (1.0 + EVEN)) / usual
        }
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some hundred frames")]
fn frames(count: f64) -> usize {
    count.round().max(0.0) as usize
}

/// When each label of a sentence sounds, in frames.
struct Timing {
    /// At which each begins, and the end of all.
    starts: Vec<usize>,
    first: usize,
    last: usize,
}

impl Timing {
    /// `None` when nothing sounds.
    fn new(sounds: &[bool], states: &[usize], states_a_label: usize) -> Option<Self> {
        let first = sounds.iter().position(|sounds| *sounds)?;
        let last = sounds.iter().rposition(|sounds| *sounds)?;
        let mut starts = vec![0];
        for states in states.chunks(states_a_label.max(1)) {
            starts.push(starts.last().unwrap_or(&0) + states.iter().sum::<usize>());
        }
        Some(Self { starts, first, last })
    }

    fn at(&self, label: usize) -> usize {
        self.starts.get(label).or(self.starts.last()).copied().unwrap_or(0)
    }
    /// Before the first sound.
    fn lead(&self) -> usize {
        self.at(self.first)
    }
    /// From the first sound to the last.
    fn spoken(&self) -> usize {
        self.at(self.last + 1) - self.lead()
    }

    /// Where phrases of so many labels begin, counted from the first sound; silences between them belong to neither.
    fn starts(&self, sounds: &[bool], phrases: impl Iterator<Item = usize>) -> Vec<usize> {
        let mut label = self.first;
        let mut out = vec![];
        for length in phrases {
            out.push(self.at(label).saturating_sub(self.lead()).min(self.spoken()));
            label += length;
            while sounds.get(label) == Some(&false) {
                label += 1;
            }
        }
        out
    }
}

/// Labels between the silences at both ends.
const fn sounding(labels: usize) -> usize {
    labels.saturating_sub(2)
}

impl Ready {
    /// The same with the breath that is taken before the next sentence.
    pub(super) fn breathing(self) -> Self {
        Self { frames: self.frames + self.breath, breath: 0, ..self }
    }

    /// Samples from the first sound on.
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
    let mut before = None;
    for (number, phrase) in breaths(line) {
        let text = phrase.plain();
        signs += text.chars().count();
        let most = if out.len() <= 1 { FIRST } else { LONG };
        match out.last_mut() {
            Some(sentence) if !ended && signs <= most && before != Some(number) => sentence.push((number, phrase)),
            _ => {
                signs = text.chars().count();
                out.push(vec![(number, phrase)]);
            }
        }
        before = Some(number);
        ended = text.trim_end_matches(['」', '』', '）', ' ', '　']).ends_with(['。', '！', '？', '!', '?', '.']);
    }
    out
}

/// The phrases of a line; one that nobody could say in one breath (a text without any comma) is cut wherever it is.
fn breaths(line: &Line) -> Vec<(u16, Line)> {
    let each = line.phrases().into_iter().flat_map(|(number, range)| {
        let starts = range.clone().step_by(2 * LONG);
        starts.map(move |start| (number, start..range.end.min(start + 2 * LONG)))
    });
    each.map(|(number, range)| (number, line.cut(range.end).0.cut(range.start).1)).collect()
}

fn engine(folder: &Path) -> Result<Engine, VoiceError> {
    let path = voice_file(folder).ok_or_else(|| VoiceError::Missing(folder.to_owned()))?;
    let mut engine = Engine::load([&path]).map_err(|err| VoiceError::Damaged { path, why: err.to_string() })?;
    engine.condition.set_sampling_frequency(RATE as usize);
    Ok(engine)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<Vec<String>> {
        let line = Line::verbatim(text);
        let said = sentences(&line);
        assert_eq!(
            said.iter().flatten().map(|(_, phrase)| phrase.plain()).collect::<String>(),
            text,
            "nothing is lost"
        );
        said.into_iter().map(|sentence| sentence.into_iter().map(|(_, phrase)| phrase.plain()).collect()).collect()
    }

    #[test]
    fn a_line_is_said_sentence_by_sentence() {
        assert_eq!(cut("はい。水は、ここです。"), [vec!["はい。"], vec!["水は、", "ここです。"]]);
        assert_eq!(cut("「はい。」と言う"), [vec!["「はい。」"], vec!["と言う"]]);
        assert_eq!(cut(""), Vec::<Vec<String>>::new());
    }

    #[test]
    fn long_sentences_are_cut_at_commas_and_endless_ones_anywhere() {
        let long = "とても長い文が、".repeat(30);
        assert!(cut(&long).iter().all(|sentence| sentence.concat().chars().count() <= LONG));
        let endless = "あ".repeat(1000);
        assert!(cut(&endless).iter().all(|sentence| sentence.concat().chars().count() <= 2 * LONG));
    }

    #[test]
    fn nothing_is_above_full_scale_and_what_is_quiet_is_untouched() {
        assert!((limited(0.5) - 0.5).abs() < 1e-6);
        for sample in [0.9, 1.0, 3.0, -3.0, 1e9] {
            assert!(limited(sample).abs() <= 1.0 && f64::from(limited(sample)) * sample > 0.0);
        }
        let levels: Vec<f64> = (0..=10).map(|n| level(Volume(n))).collect();
        assert!(levels.is_sorted() && levels.first() == Some(&0.0));
    }
}
