//! How the built-in voice speaks: its pace, its pitch, its loudness, when its phrases are lit, and what it does when the device goes.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop where it stands")]

use crate::voice_reading::voice_folder;
use engawa::{
    clock::{Clock, SetClock},
    reading::{Heard, Pace, Sound, Utterance, Volume},
    voice::{Builtin, Speaker, Synth, Tape, write_wav},
    words::{Line, Tongue},
};
use std::{path::Path, sync::Arc, time::Duration};

const RATE: usize = 48_000;

fn synth() -> Synth {
    Synth::load(&voice_folder()).unwrap_or_else(|err| panic!("script/voice prepares the voice: {err}"))
}

fn spoken(synth: &mut Synth, text: &str, pace: u8, volume: u8) -> Vec<f32> {
    let file = tempfile::NamedTempFile::new().unwrap();
    write_wav(synth, &Line::parse(text), Pace(pace), Volume(volume), file.path()).unwrap();
    samples(file.path())
}

fn samples(path: &Path) -> Vec<f32> {
    let mut file = hound::WavReader::open(path).unwrap();
    assert_eq!((file.spec().sample_rate, file.spec().channels), (48_000, 1));
    file.samples::<i16>().map(|sample| f32::from(sample.unwrap()) / 32_768.0).collect()
}

/// Seconds from the first sound to the last.
fn length(samples: &[f32]) -> f64 {
    let sounds = |sample: &f32| sample.abs() > 0.002;
    let (first, last) = (samples.iter().position(sounds).unwrap(), samples.iter().rposition(sounds).unwrap());
    (last - first) as f64 / RATE as f64
}

fn morae(kana: &str) -> usize {
    kana.chars().filter(|c| !"ゃゅょぁぃぅぇぉ、。 ".contains(*c)).count()
}

const TEXTS: [&str; 6] = [
    "水と食べものは、入口の右でお配りしています。",
    "避難するときは、ブレーカーを切って、ガスの元栓をしめてください。",
    "大雨のときは川に近づかないでください。",
    "スマートフォンの充電は、受付のとなりで、午前8時から午後9時までできます。",
    "罹災証明書の申請には、被害の写真と、本人確認書類がいります。",
    "ここは真岡小学校の避難所です。どなたでもつかえます。",
];

#[test]
fn five_morae_a_second_and_the_six_other_paces() {
    let mut synth = synth();
    for text in TEXTS {
        let morae = morae(&synth.front().kana(text)) as f64;
        for pace in Pace::STEPS {
            let rate = morae / length(&spoken(&mut synth, text, pace.0, 5));
            let wanted = 5.0 * f64::from(pace.0) / 100.0;
            assert!((rate / wanted - 1.0).abs() < 0.10, "{text} at {}: {rate:.2} morae a second", pace.0);
        }
    }
}

/// 1 for the same signal, 0 for one that has nothing to do with it.
fn likeness(now: &[f64], later: &[f64]) -> f64 {
    let of = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    of(now, later) / f64::sqrt(of(now, now) * of(later, later)).max(1e-6)
}

/// Mean fundamental frequency in Hz of everything that is voiced (geometric, as ears do). In each window of 50 ms, at a quarter of the
/// sample rate: the lag (100–600 Hz) at which the signal is most like itself, read where the parabola through three lags has its top.
fn pitch(samples: &[f32]) -> f64 {
    const QUARTER: usize = RATE / 4;
    let slow: Vec<f64> = samples.chunks_exact(4).map(|four| f64::from(four.iter().sum::<f32>()) / 4.0).collect();
    let (window, longest) = (QUARTER / 20, QUARTER / 100);
    let mut heights = vec![];
    let loud = |chunk: &[f64]| chunk.iter().map(|s| s * s).sum::<f64>() / chunk.len() as f64 > 0.0005;
    for chunk in slow.windows(window + longest + 1).step_by(QUARTER / 50).filter(|chunk| loud(chunk)) {
        let like: Vec<f64> = (0..=longest).map(|lag| likeness(&chunk[..window], &chunk[lag..lag + window])).collect();
        let mut tops = (QUARTER / 600..longest).filter(|&lag| like[lag] > like[lag - 1] && like[lag] >= like[lag + 1]);
        let best = tops.clone().map(|lag| like[lag]).fold(0.0, f64::max);
        // Twice the lag is nearly as much alike: the first good one counts.
        if let Some(lag) = tops.find(|&lag| best > 0.8 && like[lag] > 0.9 * best) {
            let bend = like[lag - 1] - 2.0 * like[lag] + like[lag + 1];
            let top = lag as f64 + 0.5 * (like[lag - 1] - like[lag + 1]) / bend.min(-1e-9);
            heights.push((QUARTER as f64 / top).ln());
        }
    }
    (heights.iter().sum::<f64>() / heights.len() as f64).exp()
}

#[test]
fn the_pitch_stays_when_the_pace_changes() {
    let mut synth = synth();
    let mut all =
        |pace: u8| pitch(&TEXTS[..3].iter().flat_map(|text| spoken(&mut synth, text, pace, 5)).collect::<Vec<_>>());
    let usual = all(100);
    for pace in Pace::STEPS.map(|pace| pace.0) {
        let other = all(pace);
        assert!((other / usual - 1.0).abs() < 0.03, "{usual:.1} Hz at 100, {other:.1} Hz at {pace}");
    }
}

fn decibels(samples: &[f32]) -> f64 {
    10.0 * (samples.iter().map(|s| f64::from(*s).powi(2)).sum::<f64>() / samples.len() as f64).log10()
}

#[test]
fn every_step_of_volume_is_heard_and_none_is_a_leap() {
    let mut synth = synth();
    assert!(spoken(&mut synth, TEXTS[0], 100, 0).iter().all(|sample| *sample == 0.0));
    let levels: Vec<f64> = (1..=10).map(|volume| decibels(&spoken(&mut synth, TEXTS[0], 100, volume))).collect();
    for (n, pair) in levels.windows(2).enumerate() {
        let step = pair[1] - pair[0];
        assert!((0.5..=10.0).contains(&step), "{} to {}: {step:.1} dB", n + 1, n + 2);
    }
    assert!((levels[4] - -26.0).abs() < 1.5, "the middle is {:.1} dBFS", levels[4]);
    let loudest = spoken(&mut synth, TEXTS[0], 100, 10);
    assert!(loudest.iter().all(|sample| sample.abs() < 1.0), "clipped");
}

struct Stage {
    speaker: Builtin,
    tape: Tape,
    clock: Arc<SetClock>,
    heard: Vec<(Duration, Heard)>,
}

fn stage() -> Stage {
    let clock = Arc::new(SetClock::new("2026-11-21T01:00:00Z".parse().unwrap(), true));
    let tape = Tape::default();
    let speaker = Builtin::new(synth(), Box::new(tape.clone()), Arc::clone(&clock) as Arc<dyn Clock>);
    Stage { speaker, tape, clock, heard: vec![] }
}

impl Stage {
    fn say(&mut self, ticket: u64, text: &str) {
        let (line, tongue) = (Line::parse(text), Tongue::JA);
        self.speaker.say(&Utterance { ticket, line, tongue, pace: Pace(100), volume: Volume(5) });
    }
    /// Time passes, in beats of 20 ms; the device plays along.
    fn pass(&mut self, ms: u64) {
        for _ in 0..ms / 20 {
            self.tape.run(RATE / 50);
            self.clock.advance(Duration::from_millis(20));
            let at = self.clock.running();
            self.heard.extend(self.speaker.poll().into_iter().map(|heard| (at, heard)));
        }
    }
    fn news(&mut self) -> Vec<Heard> {
        self.heard.drain(..).map(|(_, heard)| heard).collect()
    }
}

#[test]
fn phrases_are_lit_when_they_are_heard() {
    let mut stage = stage();
    stage.say(1, "水は、入口です。食べものは、奥です。");
    stage.pass(9_000);
    let phrases: Vec<_> = stage
        .heard
        .iter()
        .filter_map(|(at, heard)| match heard {
            Heard::Phrase { phrase, .. } => Some((*phrase, at.as_millis())),
            _ => None,
        })
        .collect();
    assert_eq!(phrases.iter().map(|(n, _)| *n).collect::<Vec<_>>(), [0, 1, 2, 3]);
    // Every phrase begins where a silence ends: look for sound just after, and for a pause just before.
    let tape = stage.tape.samples();
    let loud = |from: u128, to: u128| {
        let at = |ms: u128| usize::try_from(ms).unwrap() * RATE / 1000;
        tape[at(from)..at(to)].iter().any(|s| s.abs() > 0.01)
    };
    for (n, at) in phrases {
        assert!(loud(at, at + 140), "phrase {n} at {at} ms is not heard");
        assert!(n == 0 || !loud(at - 100, at - 40), "phrase {n} at {at} ms has begun before");
    }
    let news = stage.news();
    assert_eq!(news.first(), Some(&Heard::Began { ticket: 1 }));
    assert_eq!(news.last(), Some(&Heard::Ended { ticket: 1 }));
    assert!(news.contains(&Heard::Sound(Sound::Works)));
}

#[test]
fn a_new_line_silences_the_old_one() {
    let mut stage = stage();
    stage.say(1, TEXTS[1]);
    stage.pass(1_000);
    stage.say(2, "はい。");
    stage.heard.clear();
    stage.pass(3_000);
    let news = stage.news();
    assert_eq!(news.last(), Some(&Heard::Ended { ticket: 2 }));
    assert!(news.iter().all(|heard| !matches!(heard, Heard::Phrase { ticket: 1, .. } | Heard::Ended { ticket: 1 })));
    stage.say(3, TEXTS[1]);
    stage.pass(500);
    stage.speaker.hush();
    stage.heard.clear();
    let before = stage.tape.samples().len();
    stage.pass(1_000);
    let after = stage.tape.samples();
    assert!(after[before..].iter().skip(RATE / 10).all(|sample| *sample == 0.0), "silent within 100 ms");
    assert_eq!(stage.news(), []);
}

#[test]
fn a_device_that_stands_still_is_given_up() {
    let mut stage = stage();
    stage.say(1, TEXTS[1]);
    stage.pass(500);
    stage.news();
    for _ in 0..100 {
        stage.clock.advance(Duration::from_millis(100));
        let at = stage.clock.running();
        stage.heard.extend(stage.speaker.poll().into_iter().map(|heard| (at, heard)));
    }
    let news = stage.news();
    assert!(news.contains(&Heard::Sound(Sound::NoDevice)), "{news:?}");
    assert!(news.contains(&Heard::Ended { ticket: 1 }), "{news:?}");
}

#[test]
fn without_a_device_the_phrases_go_on_and_a_device_that_comes_back_is_used() {
    let mut stage = stage();
    stage.say(1, TEXTS[1]);
    stage.pass(1_000);
    stage.news();
    stage.tape.unplug();
    stage.pass(400);
    assert_eq!(stage.news(), [Heard::Sound(Sound::NoDevice)]);
    stage.pass(12_000);
    assert_eq!(
        stage.news(),
        [1, 2]
            .map(|phrase| Heard::Phrase { ticket: 1, phrase })
            .into_iter()
            .chain([Heard::Ended { ticket: 1 }])
            .collect::<Vec<_>>()
    );
    stage.say(2, TEXTS[1]);
    stage.pass(1_000);
    stage.tape.plug();
    let silent = stage.tape.samples().len();
    stage.pass(60_000);
    let news = stage.news();
    assert!(news.contains(&Heard::Sound(Sound::Works)) && news.contains(&Heard::Ended { ticket: 2 }), "{news:?}");
    stage.say(3, "はい。");
    stage.pass(2_000);
    assert!(stage.tape.samples()[silent..].iter().any(|sample| sample.abs() > 0.01), "heard again");
    stage.pass(20_000);
    assert_eq!(stage.speaker.due(), None, "a silent voice wants nothing");
}

#[test]
fn any_line_ends() {
    let mut stage = stage();
    let odd = [
        "",
        "、",
        "。。。",
        "「」",
        "※",
        "😀",
        "ーーー",
        "ん",
        "っ",
        "1234567",
        "ＡＢＣ",
        "\u{3099}",
        "a",
        "　",
        "→→→",
        "〜",
    ];
    for (ticket, text) in (1..).zip(odd) {
        stage.say(ticket, text);
        stage.pass(8_000);
        assert!(stage.news().contains(&Heard::Ended { ticket }), "{text:?}");
    }
}
