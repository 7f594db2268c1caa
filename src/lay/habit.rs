//! How this hand touches. Older fingers land beside what they aim at, always to the same side (3.4 mm on average, often below and right), and
//! stay on the glass longer. From the fourth press of a visit on what is aimed at is judged by where this hand usually lands, within bounds
//! that can never turn one control into another. Pure, and forgotten with the visit.
//!
//! - Only axes along which a control is small tell anything: nobody aims at the middle of a wide card.
//! - A point is moved as a whole, by at most [`BOUND`] of the smallest control of the leaf: the middle of every control stays its own,
//!   and a point belongs to one control or to none, since no two controls overlap.
//! - A press that ends or begins just beside a control counts for the nearest one, by at most [`WIDEST`].

use super::press::{SLACK, Target};
use std::{collections::VecDeque, time::Duration};

/// So many presses tell how a hand touches.
pub const ENOUGH: usize = 3;
/// The last ones count: people sit down, lean on the table, change the hand.
const KEPT: usize = 24;
/// A point is moved by at most this part of the smallest control: the middle two fifths of every control are always its own.
pub const BOUND: f32 = 0.3;
/// And never farther than this, in millimetres.
pub const FARTHEST: f32 = 6.0;
/// A press counts for the nearest control when it is no farther outside, in millimetres.
pub const WIDEST: f32 = 4.0;
/// Wider controls do not tell where their middle was aimed at.
const SMALL: f32 = 32.0;
/// A press beside everything still tells something when it was so near to one control, and so much nearer than to any other.
const NEAR: (f32, f32) = (10.0, 4.0);

/// What is known of a hand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Habit {
    x: VecDeque<f32>,
    y: VecDeque<f32>,
    /// How long it stays.
    holds: VecDeque<Duration>,
}

/// One press, from where the finger came down to where it went up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pressed {
    pub down: (f32, f32),
    pub up: (f32, f32),
    pub held: Duration,
}

/// How a hand is judged, in millimetres.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Aim {
    /// Taken off every point.
    pub shift: (f32, f32),
    /// How far outside a control a press may begin.
    pub reach: f32,
}

impl Aim {
    /// Where that was aimed at.
    pub fn of(&self, x: f32, y: f32) -> (f32, f32) {
        (x - self.shift.0, y - self.shift.1)
    }
}

impl Habit {
    /// A press was over; `targets` is what could be pressed, and `pressed` what was.
    pub fn note(&mut self, press: Pressed, pressed: Option<&str>, targets: &[Target]) {
        let meant = match pressed {
            Some(id) => targets.iter().find(|target| target.id == id),
            None => lonely(press.down, targets),
        };
        let Some(rect) = meant.map(|target| target.rect) else { return };
        let landed = (press.down.0.midpoint(press.up.0), press.down.1.midpoint(press.up.1));
        if rect.w <= SMALL {
            keep(&mut self.x, landed.0 - rect.x - rect.w / 2.0);
        }
        if rect.h <= SMALL {
            keep(&mut self.y, landed.1 - rect.y - rect.h / 2.0);
        }
        if pressed.is_some() {
            keep(&mut self.holds, press.held);
        }
    }

    /// How to judge this hand among these controls.
    pub fn aim(&self, targets: &[Target]) -> Aim {
        let small = targets.iter().map(|target| target.rect.w.min(target.rect.h)).fold(f32::INFINITY, f32::min);
        let bound = (BOUND * small).min(FARTHEST);
        if !bound.is_finite() {
            return Aim::default();
        }
        let middle = |all: &VecDeque<f32>| median(all.iter().copied(), f32::total_cmp);
        let shift = |all| middle(all).map_or(0.0, |middle| middle.clamp(-bound, bound));
        // A hand that lands now here, now there needs more room round a control.
        let spread = |all: &VecDeque<f32>| {
            let middle = middle(all)?;
            median(all.iter().map(|at| (at - middle).abs()), f32::total_cmp)
        };
        let known = [spread(&self.x), spread(&self.y)].into_iter().flatten().reduce(f32::max);
        let reach = known.map_or(0.0, |spread| (SLACK + spread).min(WIDEST));
        Aim { shift: (shift(&self.x), shift(&self.y)), reach }
    }

    /// How long this hand usually stays; `None` while that is not known.
    pub fn hold(&self) -> Option<Duration> {
        median(self.holds.iter().copied(), Duration::cmp)
    }
}

fn keep<T>(all: &mut VecDeque<T>, new: T) {
    all.push_back(new);
    if all.len() > KEPT {
        all.pop_front();
    }
}

/// `None` while there are too few. Of an even number the first is left out, so that no side is preferred.
fn median<T: Copy>(all: impl Iterator<Item = T>, order: impl FnMut(&T, &T) -> std::cmp::Ordering) -> Option<T> {
    let mut all: Vec<T> = all.collect();
    all = all.split_off(all.len().saturating_sub(1) % 2);
    all.sort_by(order);
    all.get(all.len() / 2).copied().filter(|_| all.len() >= ENOUGH)
}

/// The one control that a press beside everything can have been meant for.
fn lonely((x, y): (f32, f32), targets: &[Target]) -> Option<&Target> {
    let mut near: Vec<(f32, &Target)> = targets.iter().map(|target| (target.rect.distance(x, y), target)).collect();
    near.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (first, target) = *near.first()?;
    let second = near.get(1).map_or(f32::INFINITY, |(second, _)| *second);
    (first <= NEAR.0 && second - first >= NEAR.1).then_some(target)
}

/// The one control that a point belongs to: the one it is in, else the nearest within `reach`; none where two are as near.
pub fn at<'t>(
    targets: impl DoubleEndedIterator<Item = &'t Target> + Clone,
    (x, y): (f32, f32),
    reach: f32,
) -> Option<&'t Target> {
    // What stands in something else, as a part of a drawn thing may, is later and above it.
    if let Some(inside) = targets.clone().rev().find(|target| target.rect.contains(x, y)) {
        return Some(inside);
    }
    let (mut best, mut far, mut tie) = (None, reach, false);
    for target in targets {
        let distance = target.rect.distance(x, y);
        if distance < far {
            (best, far, tie) = (Some(target), distance, false);
        } else if distance <= far && best.is_some() {
            tie = true;
        }
    }
    best.filter(|_| !tie)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lay::Rect;
    use proptest::prelude::*;

    /// The smallest controls at the smallest distances: of public pages, and of those for staff.
    fn grid(side: f32, gap: f32) -> Vec<Target> {
        let at = |n: u8| Rect::new(f32::from(n % 5) * (side + gap), f32::from(n / 5) * (side + gap), side, side);
        (0..20).map(|n| Target { id: n.to_string().into(), rect: at(n) }).collect()
    }
    const PUBLIC: (f32, f32) = (20.0, 3.2);
    const STAFF: (f32, f32) = (12.7, 2.54);

    fn press(at: (f32, f32), ms: u64) -> Pressed {
        Pressed { down: at, up: at, held: Duration::from_millis(ms) }
    }

    #[test]
    fn three_presses_tell_how_a_hand_lands() {
        let all = grid(20.0, 3.2);
        let mut habit = Habit::default();
        for (n, target) in all.iter().take(4).enumerate() {
            let shift = habit.aim(&all).shift;
            assert_eq!(shift, if n < ENOUGH { (0.0, 0.0) } else { (5.0, 4.0) }, "before press {n}");
            habit.note(press((target.rect.x + 15.0, target.rect.y + 14.0), 900), Some(&target.id), &all);
        }
        assert_eq!(habit.hold(), Some(Duration::from_millis(900)));
    }

    #[test]
    fn wide_cards_tell_only_what_they_can() {
        let card = vec![Target { id: "card".into(), rect: Rect::new(0.0, 0.0, 120.0, 24.0) }];
        let mut habit = Habit::default();
        (0..5).for_each(|_| habit.note(press((100.0, 15.0), 100), Some("card"), &card));
        assert_eq!(habit.aim(&card).shift, (0.0, 3.0));
    }

    #[test]
    fn a_miss_beside_one_control_tells_too_and_one_between_two_does_not() {
        let all =
            [grid(20.0, 3.2), vec![Target { id: "far".into(), rect: Rect::new(0.0, 130.0, 20.0, 20.0) }]].concat();
        let mut habit = Habit::default();
        (0..5).for_each(|_| habit.note(press((21.6, 10.0), 100), None, &all));
        assert_eq!(habit, Habit::default());
        (0..5).for_each(|_| habit.note(press((15.0, 154.0), 100), None, &all));
        assert_eq!(habit.aim(&all).shift, (5.0, 6.0), "no farther than it may");
    }

    #[test]
    fn the_middle_of_nothing_is_nothing() {
        assert_eq!(Habit::default().aim(&[]), Aim::default());
        assert!(at([].iter(), (0.0, 0.0), 4.0).is_none());
    }

    proptest! {
        /// However a hand lands: a point belongs to one control at most, and one well inside a control to that one; the shift is bounded,
        /// and the same to every side.
        #[test]
        fn no_two_controls_are_ever_ambiguous(
            (side, gap) in prop::sample::select(vec![PUBLIC, STAFF]),
            landed in prop::collection::vec((0_usize..20, -30.0_f32..30.0, -30.0_f32..30.0, 0_u64..5000), 0..40),
            inside in (0_usize..20, 0.0_f32..1.0, 0.0_f32..1.0), any in (-10.0_f32..130.0, -10.0_f32..110.0),
        ) {
            let all = grid(side, gap);
            let (mut habit, mut mirror) = (Habit::default(), Habit::default());
            for (n, dx, dy, ms) in landed {
                let (id, rect) = (all[n].id.clone(), all[n].rect);
                let (x, y) = (rect.x + side / 2.0, rect.y + side / 2.0);
                habit.note(press((x + dx, y + dy), ms), Some(&id), &all);
                mirror.note(press((x - dx, y - dy), ms), Some(&id), &all);
            }
            let aim = habit.aim(&all);
            let bound = (BOUND * side).min(FARTHEST) + 1e-4;
            prop_assert!(aim.shift.0.abs() <= bound && aim.shift.1.abs() <= bound && (0.0..=WIDEST).contains(&aim.reach));
            let other = mirror.aim(&all).shift;
            prop_assert!((aim.shift.0 + other.0).abs() < 0.01 && (aim.shift.1 + other.1).abs() < 0.01);
            let (n, x, y) = inside;
            let rect = all[n].rect;
            let well = |from: f32, part: f32| from + BOUND * side + part * (1.0 - 2.0 * BOUND) * side;
            let point = aim.of(well(rect.x, x), well(rect.y, y));
            prop_assert_eq!(at(all.iter(), point, aim.reach).map(|target| &target.id), Some(&all[n].id));
            let point = aim.of(any.0, any.1);
            if let Some(hit) = at(all.iter(), point, aim.reach) {
                let far = hit.rect.distance(point.0, point.1);
                let others = all.iter().filter(|target| target.id != hit.id);
                prop_assert!(others.map(|target| target.rect.distance(point.0, point.1)).all(|other| other > far));
            }
        }
    }
}
