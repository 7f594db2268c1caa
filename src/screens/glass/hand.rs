//! The drawn hand that shows how something is done. It stands at one place after the other, a few calm steps, and then rests: nothing slides, nothing
//! blinks, and whoever sees only one of its places still sees what is meant.

use super::item;
use crate::{page::Side, phone::Dir, words::Line};
use std::time::Duration;

const SVG: &str = include_str!("hand.svg");
/// The drawn hand: its width and height, and where the tip of its finger is.
pub(super) const SIZE: [f32; 2] = [52.0, 65.0];
const TIP: [f32; 2] = [23.0, 6.0];
/// How long it stays at a place: fewer than two places a second, where three would be the limit (WCAG 2.3.1).
pub const STAY: Duration = Duration::from_millis(600);
/// How often it shows the whole.
const ROUNDS: usize = 3;

/// A drawn hand, at one of its places.
#[derive(Clone, Debug, PartialEq)]
pub struct Hand {
    /// Said to those who do not see it.
    pub alt: Line,
    pub deed: Deed,
    /// Which place it is at, from 0; behind the last it rests.
    pub at: usize,
}

/// What the hand shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    Tap,
    Long,
    Double,
    Pinch,
    /// A finger moves, from the part that is meant or over the whole glass.
    Move(Dir, Over),
    /// To another item, as the phone calls it.
    Drag(String),
}

/// What a finger moves over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    Part,
    Glass,
}

/// One place.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Pose {
    Off,
    /// Hardly lifted.
    Near,
    On,
    /// Still on it.
    Held,
    /// So much of the way.
    Along(f32),
}

impl Deed {
    const fn poses(&self) -> &'static [Pose] {
        match self {
            Self::Tap => &[Pose::On, Pose::Off],
            Self::Long => &[Pose::On, Pose::Held, Pose::Held, Pose::Off],
            Self::Double => &[Pose::On, Pose::Near, Pose::On, Pose::Off],
            Self::Pinch => &[Pose::On],
            Self::Move(..) => &[Pose::Along(0.0), Pose::Along(0.5), Pose::Along(1.0)],
            Self::Drag(_) => &[Pose::On, Pose::Along(0.34), Pose::Along(0.67), Pose::Along(1.0)],
        }
    }

    /// How many places it takes until it rests; 0 when it only stands there.
    pub const fn places(&self) -> usize {
        let one = self.poses().len();
        if one < 2 { 0 } else { one * ROUNDS }
    }
}

impl Hand {
    fn pose(&self) -> Pose {
        let poses = self.deed.poses();
        let at = if self.at < self.deed.places() { self.at % poses.len() } else { 0 };
        poses.get(at).copied().unwrap_or(Pose::On)
    }

    /// Where its picture stands when this part is meant, on a phone so high, and what it looks like. `onto`: where something is let go.
    pub(super) fn drawn(&self, meant: [f32; 4], onto: Option<[f32; 4]>, units: f32) -> ([f32; 4], String) {
        let ([x, y], svg) = match self.pose() {
            Pose::Along(part) => self.along(meant, onto, units, part),
            pose => {
                let [x, y] = on(meant);
                let away = match pose {
                    Pose::Off => [20.0, 18.0],
                    Pose::Near => [8.0, 7.0],
                    Pose::On | Pose::Held | Pose::Along(_) => [0.0; 2],
                };
                ([x + away[0], y + away[1]], with(pose))
            }
        };
        let [w, h] = SIZE;
        let left = (x - TIP[0]).clamp(12.0, super::PHONE_UNITS - 12.0 - w);
        let top = (y - TIP[1]).clamp(12.0, units - 12.0 - h);
        ([left, top, w, h], svg)
    }

    fn along(&self, meant: [f32; 4], onto: Option<[f32; 4]>, units: f32, part: f32) -> ([f32; 2], String) {
        let between =
            |from: [f32; 2], to: [f32; 2]| [from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])];
        let Deed::Move(dir, over) = &self.deed else {
            let from = on(meant);
            return (between(from, onto.map_or(from, on)), with(Pose::Held));
        };
        let [x, y, w, h] = match over {
            Over::Part => meant,
            Over::Glass => [60.0, 0.34 * units, 240.0, 0.36 * units],
        };
        let (side, middle) = (item::side(*dir), [x + w / 2.0, y + h / 2.0]);
        let (across, down) = match over {
            Over::Part => ((0.6 * w).max(90.0), 110.0),
            Over::Glass => (w, h),
        };
        let ends = |a: f32, b: f32, part: Over| if part == Over::Part { (a, b) } else { (a - b / 2.0, b) };
        let (from, to) = match side {
            Side::Left => ([middle[0] + across / 2.0, middle[1]], [middle[0] - across / 2.0, middle[1]]),
            Side::Right => ([middle[0] - across / 2.0, middle[1]], [middle[0] + across / 2.0, middle[1]]),
            Side::Down => {
                let (top, long) = ends(middle[1], down, *over);
                ([middle[0], top], [middle[0], top + long])
            }
            Side::Up => {
                let (bottom, long) = ends(middle[1], -down, *over);
                ([middle[0], bottom], [middle[0], bottom + long])
            }
        };
        (between(from, to), with_arrow(side))
    }
}

/// The finger comes from below right, so that the words in front stay free.
fn on([x, y, w, h]: [f32; 4]) -> [f32; 2] {
    [x + 0.78 * w, y + 0.45 * h]
}

/// The hand with a mark round the tip of its finger while it touches.
fn with(pose: Pose) -> String {
    let mark = match pose {
        Pose::On => "M13 14 5 9M43 14l8-5",
        Pose::Held => "M13 14 5 9M43 14l8-5M12 23H3M44 23h9",
        Pose::Off | Pose::Near | Pose::Along(_) => return SVG.to_owned(),
    };
    grown(&format!("<path d=\"{mark}\" stroke-width=\"4\" fill=\"none\"/>"))
}

/// The hand with an arrow beside its finger.
fn with_arrow(to: Side) -> String {
    let turn = match to {
        Side::Up => 0,
        Side::Right => 90,
        Side::Down => 180,
        Side::Left => 270,
    };
    let path = "M50 30V4M40 13 50 3l10 10";
    grown(&format!("<path transform=\"rotate({turn} 50 16)\" d=\"{path}\" stroke-width=\"5\" fill=\"none\"/>"))
}

fn grown(more: &str) -> String {
    let hand = SVG.trim_end().trim_end_matches("</svg>");
    format!("{hand}{more}</svg>")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(deed: &Deed) -> Vec<[f32; 4]> {
        let at = |at| Hand { alt: Line::default(), deed: deed.clone(), at };
        let onto = Some([40.0, 500.0, 100.0, 50.0]);
        (0..deed.places() + 2).map(|n| at(n).drawn([150.0, 300.0, 80.0, 50.0], onto, 700.0).0).collect()
    }

    #[test]
    fn it_moves_the_way_that_is_meant_and_then_rests() {
        let moves = |dir| Deed::Move(dir, Over::Glass);
        for (deed, axis, sign) in [
            (moves(Dir::Up), 1, -1.0),
            (moves(Dir::Down), 1, 1.0),
            (moves(Dir::Left), 0, -1.0),
            (moves(Dir::Right), 0, 1.0),
            (Deed::Move(Dir::Up, Over::Part), 1, -1.0),
            (Deed::Move(Dir::Left, Over::Part), 0, -1.0),
            (Deed::Drag("there".into()), 1, 1.0),
        ] {
            let all = places(&deed);
            let one = deed.poses().len();
            for pair in all[..one].windows(2) {
                assert!(sign * (pair[1][axis] - pair[0][axis]) > 20.0, "{deed:?} {all:?}");
            }
            assert_eq!((all[one], all[one * ROUNDS], all[one * ROUNDS + 1]), (all[0], all[0], all[0]), "{deed:?}");
        }
        for deed in [Deed::Tap, Deed::Long, Deed::Double] {
            let all = places(&deed);
            let lifted = all[deed.poses().len() - 1];
            assert!(all[0].iter().zip(lifted).any(|(one, other)| (one - other).abs() > 0.01), "{deed:?} is lifted");
            assert_eq!(all.last(), all.first(), "{deed:?} rests where it is pressed");
        }
        assert_eq!(Deed::Pinch.places(), 0);
        assert!(STAY >= Duration::from_millis(334), "at most three places a second");
    }
}
