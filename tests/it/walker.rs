//! Somebody, or a cat, or a broken device, who sends anything at all into the kiosk for as long as they like: whatever comes, every page is
//! whole, something on it can be pressed, it can be ended, and after an end nothing is left. The same seed gives the same walk;
//! `examples/walk.rs` takes it a million steps.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may stop where it stands")]

use crate::{household::Household, screens::kiosk_of};
use engawa::{
    app::{self, Msg, Spot},
    job::{Answer, Part, Report, Typed, Visit},
    lay::{self, Panel},
    page::{Control, Side, Touch, Touched},
    reading::{Heard, Sound},
    screens::{Place, Standing, Stroke},
    words::Tongue,
};
use std::collections::BTreeSet;

/// Marsaglia's xorshift.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap_or_default() % sides.max(1)
    }

    pub(crate) fn pick<T: Clone>(&mut self, among: &[T]) -> T {
        among[self.roll(among.len())].clone()
    }
}

/// Where a walk is set down from time to time, so that it comes everywhere.
const PLACES: [&str; 14] = [
    "home",
    "shelf/prepare",
    "shelf/phone",
    "guide/jishin",
    "guide/economy",
    "search",
    "settings",
    "call",
    "staff",
    "sources",
    "places",
    "places/toilet",
    "lesson/wifi-01",
    "practice",
];

const PANELS: [Panel; 3] = [Panel { w: 344.0, h: 194.0 }, Panel { w: 217.0, h: 136.0 }, Panel { w: 194.0, h: 344.0 }];

/// What a walk came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Walked {
    pub(crate) inputs: u64,
    pub(crate) visits: usize,
    pub(crate) pages: usize,
}

/// Sends `count` inputs; tells the first after which something is wrong. `watch` hears of every one.
pub(crate) fn walk(seed: u64, count: u64, watch: &mut dyn FnMut(u64)) -> Result<Walked, String> {
    let mut house = Household::new();
    let mut dice = Dice::new(seed);
    let mut places = BTreeSet::new();
    for n in 0..count {
        let ended = house.ended;
        step(&mut house, &mut dice);
        if house.ended > ended && house.model.trace() != fresh(&house) {
            return Err(format!("seed {seed}, input {n}: something of a visit is left: {:?}", house.model.screen));
        }
        is_whole(&house).map_err(|why| format!("seed {seed}, input {n}, at {}: {why}", house.here()))?;
        // What the house was asked for is not kept: a million inputs would be a memory of the house, not of the kiosk.
        house.voice.drain(..house.voice.len().saturating_sub(1));
        house.looks.clear();
        house.prints.clear();
        places.insert(house.here().to_string());
        watch(n);
    }
    Ok(Walked { inputs: count, visits: house.ended, pages: places.len() })
}

/// How a kiosk that was started now would stand there: with what staff set on it, and by night in the look of the night.
fn fresh(house: &Household) -> u64 {
    let Standing { own, now, running, .. } = &house.model.standing;
    let mut model = kiosk_of(own.clone(), own.tongue.as_ref().unwrap_or(&Tongue::JA), PANELS[0]);
    // Nothing hangs there that an empty hall would show.
    model.standing.wall = None;
    drop(app::update(&mut model, Msg::Tick { now: *now, running: *running }));
    model.trace()
}

fn step(house: &mut Household, dice: &mut Dice) {
    match dice.roll(40) {
        0..20 => {
            let page = house.page();
            let controls: Vec<_> = page.controls().collect();
            let Control { id, msg, .. } = dice.pick(&controls);
            house.tell(Msg::Focused(id.clone()));
            house.tell(msg.clone().unwrap());
        }
        20..24 => {
            let strokes = [Stroke::Sign('ひ'), Stroke::Sign('4'), Stroke::Sign(' '), Stroke::Sign('é'), Stroke::Erase];
            house.tell(Msg::Stroke(dice.pick(&strokes)));
        }
        24..28 => house.wait(dice.pick(&[0, 0, 1, 1, 2, 5, 20, 61, 320])),
        28 => house.tell(Msg::Go(dice.pick(&PLACES).parse::<Place>().unwrap())),
        29 | 30 => touch(house, dice),
        31..34 => hear(house, dice),
        34 => house.tell(Msg::Panel(dice.pick(&PANELS))),
        35 => late(house, dice),
        _ => {
            let plain = [
                Msg::Back,
                Msg::Home,
                Msg::Larger,
                Msg::Read,
                Msg::Stop,
                Msg::Again,
                Msg::Where(Spot::default()),
                Msg::Slower,
                Msg::Louder,
                Msg::Keys,
                Msg::Scan,
                Msg::Help,
                Msg::End,
                Msg::Turn("t3".into()),
                Msg::Focused("nowhere".into()),
            ];
            house.tell(dice.pick(&plain));
        }
    }
}

fn touch(house: &mut Household, dice: &mut Dice) {
    let page = house.page();
    let ids: Vec<_> = page.controls().map(|control| control.id.clone()).collect();
    let ways =
        [Touch::Long, Touch::Double, Touch::PinchIn, Touch::Drag, Touch::Swipe(Side::Left), Touch::Scroll(Side::Up)];
    let (id, touch) = (dice.pick(&ids), dice.pick(&ways));
    let onto = (touch == Touch::Drag).then(|| dice.pick(&ids));
    house.tell(Msg::Touched(Touched { id, touch, onto }));
}

/// The voice speaks, or says that it cannot, of what was asked for last or of something long over.
fn hear(house: &mut Household, dice: &mut Dice) {
    let ticket = match house.voice.last() {
        Some(engawa::reading::Order::Say(said)) => said.ticket.saturating_sub(dice.pick(&[0, 0, 0, 1])),
        _ => 1,
    };
    let heard = [
        Heard::Began { ticket },
        Heard::Phrase { ticket, phrase: 0 },
        Heard::Ended { ticket },
        Heard::Failed { ticket },
        Heard::Sound(Sound::NoDevice),
        Heard::Sound(Sound::Works),
    ];
    house.tell(Msg::Report(Report::Voice(dice.pick(&heard))));
}

/// An answer nobody waits for any more, and a part that changed its state.
fn late(house: &mut Household, dice: &mut Dice) {
    let answers = [Answer::Found { words: Typed("みず".into()), hits: vec![] }, Answer::PinSet, Answer::Places(vec![])];
    let visit = Visit(house.model.visit.0.saturating_sub(1));
    house.report(visit, dice.pick(&answers));
    let parts = [Part::works("store"), Part::degraded("store", "read-only", "")];
    house.tell(Msg::Report(Report::Part(dice.pick(&parts))));
}

fn is_whole(house: &Household) -> Result<(), String> {
    let page = app::page(&house.model);
    let problems = page.problems();
    if !problems.is_empty() {
        return Err(format!("{}\n{}", problems.join(", "), house.text()));
    }
    let focus = lay::walk::keep(&page, "wherever it was").ok_or("nothing can have the focus")?;
    if page.control(&focus).is_none() || page.control("bar/end").is_none() {
        return Err(format!("focus on {focus}, or no way to end"));
    }
    if house.model.walk.len() > 30 || house.model.due() < house.model.standing.running {
        return Err("the way back is endless, or something is overdue".to_owned());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_comes_the_kiosk_goes_on_and_forgets() {
        for seed in 1..=3 {
            let walked = walk(seed, 1_000, &mut |_| ()).unwrap_or_else(|why| panic!("{why}"));
            assert!(walked.visits > 3 && walked.pages > 10, "{walked:?}");
        }
    }
}
