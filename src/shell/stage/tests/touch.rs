//! A hand that lands beside what it aims at: the kiosk learns it within a few presses, and forgets it with the visit.

use super::*;
use crate::lay::press::Target;

/// Below and to the right of what is aimed at, in millimetres.
const OFF: f32 = 6.0;

/// Marsaglia's xorshift, summed up to something bell shaped: the tremor of a hand, its standard deviation in millimetres.
struct Tremor(u64, f32);

impl Tremor {
    fn next(&mut self) -> f32 {
        let mut roll = || {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            f32::from(u16::try_from(self.0 >> 48).unwrap_or(0)) / f32::from(u16::MAX)
        };
        let sum: f32 = (0..12).map(|_| roll()).sum();
        (sum - 6.0) * self.1
    }
}

fn keyboard() -> Desk {
    let mut desk = Desk::new();
    desk.tap("also/search");
    desk.wait(600);
    desk
}

fn typed(desk: &Desk) -> String {
    match &desk.stage.model.screen {
        crate::screens::Screen::Search(state) => state.typed.0.clone(),
        other => panic!("not on the keyboard: {other:?}"),
    }
}

/// Keys that write one sign.
fn keys(desk: &Desk) -> Vec<Target> {
    let all = lay::press::targets(desk.stage.leaf(), desk.stage.plan());
    all.into_iter()
        .filter(|target| target.id.strip_prefix("key/").is_some_and(|sign| sign.chars().count() == 1))
        .collect()
}

/// Aims at so many keys, one after the other; how many of them were hit.
fn hits(desk: &mut Desk, count: usize, off: f32, learns: Learns) -> usize {
    let (mut tremor, all) = (Tremor(42, 3.0), keys(desk));
    let mut hit = 0;
    for n in 0..count {
        if learns == Learns::Never {
            desk.stage.hand.forget();
        }
        let target = &all[(n * 7 + n / 5) % all.len()];
        let at = [
            target.rect.x + target.rect.w / 2.0 + off + tremor.next(),
            target.rect.y + target.rect.h / 2.0 + off + tremor.next(),
        ];
        desk.press(Press::Erase).wait(600).finger(Phase::Down, at).wait(300).finger(Phase::Up, at);
        hit += usize::from(typed(desk) == target.id.trim_start_matches("key/"));
        while !typed(desk).is_empty() {
            desk.press(Press::Erase);
        }
        // Whatever else was pressed.
        if desk.stage.leaf().control("search/field").is_none()
            && !matches!(desk.stage.model.screen, crate::screens::Screen::Search(_))
        {
            desk.then(Press::Leave);
        }
    }
    hit
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Learns {
    Yes,
    Never,
}

#[test]
fn a_hand_that_lands_beside_its_aim_hits_more_once_it_is_known() {
    let never = hits(&mut keyboard(), 200, OFF, Learns::Never);
    let learned = hits(&mut keyboard(), 200, OFF, Learns::Yes);
    let steady = hits(&mut keyboard(), 200, 0.0, Learns::Yes);
    assert!(never <= 185 && learned >= 198, "of 200 it hit {never} before and {learned} after");
    assert!(steady >= 198, "a hand that lands where it aims loses nothing: {steady} of 200");
}

#[test]
fn the_next_person_is_not_taken_for_this_one() {
    let mut desk = keyboard();
    hits(&mut desk, 12, OFF, Learns::Yes);
    let aim = |desk: &Desk| desk.stage.hand.habit().aim(&keys(desk)).shift;
    assert!(aim(&desk).0 > 4.0 && aim(&desk).1 > 4.0, "{:?}", aim(&desk));
    desk.tap("bar/end").wait(10_000).wait(10_000);
    assert_eq!(desk.ended(), 1);
    desk.tap("also/search");
    assert_eq!(aim(&desk), (0.0, 0.0));
}

#[test]
fn a_mouse_is_not_a_hand() {
    let mut desk = keyboard();
    let before = desk.stage.hand.habit().clone();
    for target in keys(&desk).iter().take(8) {
        let at = [target.rect.x + 18.0, target.rect.y + 18.0];
        desk.wait(600);
        for phase in [Phase::Down, Phase::Up] {
            desk.press(Press::Finger(Finger { id: 0, phase, at }));
        }
    }
    assert_eq!(desk.stage.hand.habit(), &before);
}
