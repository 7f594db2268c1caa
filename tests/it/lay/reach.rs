//! Every control is within reach: by arrows, by Next and Back, by two switches, by a trembling finger.

use super::{every_leaf, plan, samples::Msg};
use engawa::{
    lay::{
        Plan, Rect,
        press::{Finger, Motion, Press, SLIDE, Target, targets},
        scan::scan,
        walk::{Dir, go, keep},
    },
    page::{Id, Page},
};
use proptest::prelude::*;
use std::{collections::BTreeMap, time::Duration};

/// How many moves of the arrows every control is away from the first.
fn moves(page: &Page<Msg>, plan: &Plan) -> BTreeMap<Id, usize> {
    let Some(first) = keep(page, "") else { return BTreeMap::new() };
    let mut away = BTreeMap::from([(first.clone(), 0)]);
    let mut queue = std::collections::VecDeque::from([first]);
    while let Some(here) = queue.pop_front() {
        for dir in [Dir::Left, Dir::Right, Dir::Up, Dir::Down] {
            let to = go(page, plan, &here, dir).unwrap();
            if !away.contains_key(&to) {
                away.insert(to.clone(), away[&here] + 1);
                queue.push_back(to);
            }
        }
    }
    away
}

/// What is too far away on this leaf: by arrows, by two switches.
pub(super) fn problems(what: &str, leaf: &Page<Msg>, plan: &Plan) -> Vec<String> {
    let mut out = vec![];
    let (away, count) = (moves(leaf, plan), leaf.controls().count());
    let farthest = away.iter().max_by_key(|(_, n)| **n).map_or(0, |(_, n)| *n);
    if away.len() < count || farthest > 12 {
        out.push(format!("{what}: arrows reach {} of {count} in {farthest} moves", away.len()));
    }
    let tree = scan(leaf, plan);
    let presses = tree.presses();
    let farthest = presses.iter().map(|(_, n)| *n).max().unwrap_or(0);
    if presses.len() < count || farthest > 12 || tree.depth() > 3 {
        out.push(format!("{what}: {} of {count} in {farthest} presses, {} deep", presses.len(), tree.depth()));
    }
    out
}

#[test]
fn arrows_and_switches_reach_every_control_in_twelve() {
    every_leaf(|what, _, panel, size, leaves| {
        for leaf in leaves.iter().take(4) {
            assert_eq!(problems(what, leaf, &plan(leaf, panel, size)), Vec::<String>::new());
        }
    });
}

#[test]
fn next_and_back_go_round_in_reading_order() {
    every_leaf(|what, _, panel, size, leaves| {
        for leaf in leaves.iter().take(4) {
            let plan = plan(leaf, panel, size);
            let ids: Vec<Id> = leaf.controls().map(|control| control.id.clone()).collect();
            for (n, id) in ids.iter().enumerate() {
                let next = &ids[(n + 1) % ids.len()];
                assert_eq!(go(leaf, &plan, id, Dir::Next).as_ref(), Some(next), "{what}");
                assert_eq!(go(leaf, &plan, next, Dir::Back).as_ref(), Some(id), "{what}");
            }
            assert_eq!(go(leaf, &plan, "gone", Dir::Down), keep(leaf, "gone"), "{what}: focus is never lost");
        }
    });
}

#[test]
fn targets_are_the_controls_where_they_stand() {
    every_leaf(|what, _, panel, size, leaves| {
        for leaf in leaves.iter().take(4) {
            let found = targets(leaf, &plan(leaf, panel, size));
            assert!(found.iter().map(|target| &target.id).eq(leaf.controls().map(|control| &control.id)), "{what}");
        }
    });
}

/// A grid of the smallest controls at the smallest distance.
fn grid() -> Vec<Target> {
    let at = |n: u8| Rect::new(f32::from(n % 5) * 23.2, f32::from(n / 5) * 23.2, 20.0, 20.0);
    (0..15).map(|n| Target { id: n.to_string().into(), rect: at(n) }).collect()
}

proptest! {
    /// Criterion 14: held 0.05 to 10 s, wandering up to 8 mm, up inside: exactly one press, of the control that was meant.
    #[test]
    fn a_trembling_finger_presses_exactly_once(
        n in 0_usize..15, down in (0.0_f32..20.0, 0.0_f32..20.0), hold in 50_u64..10_000,
        tremor in prop::collection::vec((-1.0_f32..1.0, -1.0_f32..1.0), 0..20), last in (0.0_f32..20.0, 0.0_f32..20.0),
    ) {
        let all = grid();
        let rect = all[n].rect;
        let tremble = 0.999 * SLIDE;
        let slide = (last.0 - down.0).hypot(last.1 - down.1);
        prop_assume!(slide <= SLIDE);
        let mut press = Press::default();
        press.show("home", all, Duration::ZERO);
        let mut feed = |motion, x: f32, y: f32, at| {
            press.feed(Finger { pointer: 7, motion, x: rect.x + x, y: rect.y + y, at: Duration::from_millis(at) })
        };
        let mut pressed: Vec<Id> = feed(Motion::Down, down.0, down.1, 1000).into_iter().collect();
        for (dx, dy) in tremor {
            let far = dx.hypot(dy).max(1.0);
            pressed.extend(feed(Motion::Move, down.0 + tremble * dx / far, down.1 + tremble * dy / far, 1000 + hold / 2));
        }
        pressed.extend(feed(Motion::Up, last.0, last.1, 1000 + hold));
        pressed.extend(feed(Motion::Up, last.0, last.1, 1001 + hold));
        prop_assert_eq!(pressed, [n.to_string()]);
    }

    /// Wherever fingers go: at most one press for each time one comes up, and never another control than the one it came down on.
    #[test]
    fn no_finger_presses_what_it_did_not_touch(
        steps in prop::collection::vec((0_u64..3, 0_u8..4, 0.0_f32..120.0, 0.0_f32..80.0, 1_u64..400), 1..60),
    ) {
        let all = grid();
        let mut press = Press::default();
        press.show("home", all.clone(), Duration::ZERO);
        let (mut at, mut down) = (0, BTreeMap::new());
        for (pointer, motion, x, y, wait) in steps {
            at += wait;
            let motion = [Motion::Down, Motion::Move, Motion::Up, Motion::Cancel][usize::from(motion)];
            if motion == Motion::Down {
                down.insert(pointer, all.iter().find(|target| target.rect.contains(x, y)).map(|target| target.id.clone()));
            }
            let pressed = press.feed(Finger { pointer, motion, x, y, at: Duration::from_millis(at) });
            if pressed.is_some() {
                prop_assert_eq!(motion, Motion::Up);
                prop_assert_eq!(&pressed, &down[&pointer]);
                let target = all.iter().find(|target| Some(&target.id) == pressed.as_ref()).unwrap();
                prop_assert!(target.rect.distance(x, y) <= 1.6);
            }
        }
    }
}
