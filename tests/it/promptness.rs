//! How soon what has the focus is heard, and how soon what was being said falls silent: from the model's order through the built-in voice
//! into a device that mixes as a real one does. Counted in samples, so that the machine's haste does not matter; what the processor adds
//! is measured by `examples/first_sound.rs`.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use crate::{
    figures::{self, Figure},
    household::Household,
    voice_reading::voice_folder,
};
use engawa::{
    app::Msg,
    clock::{Clock, SetClock},
    reading::Order,
    screens::Place,
    voice::{AudioOut, Builtin, Feed, NoDevice, Speaker, Synth},
};
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
    time::Duration,
};

const RATE: u64 = 48_000;
/// What a device has taken already when an order comes: two buffers of 43 ms, which is how the kiosk opens it.
const AHEAD: u64 = 2 * 2048;
/// Quieter than this is silence.
const HUSH: f32 = 0.002;

/// A device that plays everything it was given until that ends, and remembers when each of it was first and last heard.
#[derive(Clone, Default)]
struct Deck(Arc<Mutex<Reels>>);

#[derive(Default)]
struct Reels {
    feeds: Vec<(usize, Feed)>,
    begun: usize,
    now: u64,
    heard: BTreeMap<usize, [u64; 2]>,
}

impl AudioOut for Deck {
    fn play(&mut self, feed: Feed) -> Result<(), NoDevice> {
        let mut reels = self.0.lock().unwrap();
        reels.begun += 1;
        let number = reels.begun;
        reels.feeds.push((number, feed));
        Ok(())
    }
    fn is_lost(&self) -> bool {
        false
    }
    fn rest(&mut self) {
        self.0.lock().unwrap().feeds.clear();
    }
}

impl Deck {
    fn run(&self, samples: u64) {
        let Reels { feeds, now, heard, .. } = &mut *self.0.lock().unwrap();
        for _ in 0..samples {
            feeds.retain_mut(|(number, feed)| {
                let sample = feed.next();
                let sounds = sample.is_some_and(|sample| sample.abs() > HUSH);
                sounds.then(|| heard.entry(*number).or_insert([*now, *now])[1] = *now);
                sample.is_some()
            });
            *now += 1;
        }
    }

    fn now(&self) -> (usize, u64) {
        let reels = self.0.lock().unwrap();
        (reels.begun, reels.now)
    }

    fn heard(&self, number: usize) -> Option<[u64; 2]> {
        self.0.lock().unwrap().heard.get(&number).copied()
    }
}

fn ms(samples: u64) -> f64 {
    (samples * 1000) as f64 / RATE as f64
}

#[test]
fn what_has_the_focus_is_heard_soon_and_silences_what_was_said() {
    let clock = Arc::new(SetClock::new("2026-11-21T01:00:00Z".parse().unwrap(), true));
    let synth = Synth::load(&voice_folder()).unwrap_or_else(|err| panic!("script/voice prepares the voice: {err}"));
    let deck = Deck::default();
    let mut speaker = Builtin::new(synth, Box::new(deck.clone()), Arc::clone(&clock) as Arc<dyn Clock>);
    let (mut slowest, mut longest, mut moves, mut pages) = (0, 0, 0, 0);
    for place in [Place::Home, Place::Settings, Place::Call, Place::Shelf("prepare".into())] {
        let mut house = Household::new();
        house.tell(Msg::Keys);
        house.tell(Msg::Go(place));
        house.wait(1);
        pages += 1;
        let ids: Vec<_> = house.page().controls().map(|control| control.id.clone()).collect();
        // The names of other tongues are for the voices of those tongues.
        let ids = ids.into_iter().filter(|id| !id.starts_with("tongue/"));
        for id in ids {
            let (old, asked) = deck.now();
            house.tell(Msg::Focused(id.clone()));
            let Some(Order::Say(said)) = house.voice.last() else { panic!("{id} is not said") };
            speaker.say(said);
            let new = old + 1;
            for _ in 0..60 {
                deck.run(RATE / 100);
                clock.advance(Duration::from_millis(10));
                speaker.poll();
            }
            let [first, _] = deck.heard(new).unwrap_or_else(|| panic!("{id} is not heard"));
            slowest = slowest.max(first - asked + AHEAD);
            let silent = deck.heard(old).map_or(0, |[_, last]| last.saturating_sub(asked) + AHEAD);
            longest = longest.max(silent);
            moves += 1;
        }
    }
    assert!(moves > 40, "{moves} moves");
    let (slowest, longest) = (ms(slowest), ms(longest));
    let figure = |id, value, unit, limit, clauses| {
        let how = "cargo test --test it promptness::";
        Figure { id, value, unit, limit, clauses, screens: pages, how }
    };
    figures::write(
        "ear-voice",
        &[
            figure(
                "focus-heard",
                slowest,
                "ms from the focus to sound, the device's buffers counted",
                "≤ 300",
                &["EN 5.1.3.3"],
            ),
            figure("old-silent", longest, "ms until what was said is silent", "≤ 100", &["EN 5.1.3.5", "EN 5.1.3.4"]),
        ],
    );
    assert!(slowest <= 300.0, "{slowest} ms until the focus is heard");
    assert!(longest <= 100.0, "{longest} ms until the old is silent");
}
