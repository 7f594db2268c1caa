//! Judges a finger. Hands tremble, press long and slide; the screen must answer exactly once to what was meant and never to what was
//! not. A pure machine: it is fed with what the glass reports and says which control was pressed.
//!
//! - Down and up inside the same control press it once, however long it was held and however far it slid inside.
//! - A tremor of up to [`SLIDE`] may leave the control on the way. It may even end outside by less than [`SLACK`], half of the
//!   least gap between two controls, so that no other control is ever nearer. Farther away, or after a longer slide, nothing happens.
//! - From the fourth press of a visit on a finger is judged by where this hand usually lands ([`super::habit`]).
//! - Beyond a tremor, leaving the control ends the press for good: that is how people take back what they began.
//! - One finger presses at a time. A finger (or a palm) that rests on no control does not count.
//! - A control that was pressed answers again to what begins [`LOCK`] later, and so does everything on a new page and whatever has
//!   just appeared or moved: the second half of a double tap never presses what has come under the finger. A press that began
//!   before the page changed is over.

use super::{
    Plan, Rect,
    habit::{self, Aim, Habit, Pressed},
};
use crate::page::{Id, Page};
use std::time::Duration;

/// How far a trembling finger slides, in millimetres (criterion 14 of the kiosk's press rules).
pub const SLIDE: f32 = 8.0;
/// How far outside it may end, in millimetres: half of the 3.2 mm between two controls.
pub const SLACK: f32 = 1.6;
/// How long a control does not answer again.
pub const LOCK: Duration = Duration::from_millis(500);
/// A finger that has not been heard of for so long was lost by the glass; a new one takes over.
const LOST: Duration = Duration::from_secs(30);

/// The pointer that is no finger.
const MOUSE: u64 = 0;

/// What the glass reports of one finger. Millimetres from the top left corner; `at` never goes backwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Finger {
    pub pointer: u64,
    pub motion: Motion,
    pub x: f32,
    pub y: f32,
    pub at: Duration,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    Down,
    Move,
    Up,
    /// The glass took it back.
    Cancel,
}

/// Something that can be pressed, where it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    pub id: Id,
    pub rect: Rect,
}

/// The controls of a leaf that can be pressed, in reading order.
pub fn targets<M>(page: &Page<M>, plan: &Plan) -> Vec<Target> {
    let placed = super::walk::live(page).into_iter().filter_map(|(n, control)| Some((control, plan.get(n)?)));
    placed.map(|(control, placed)| Target { id: control.id.clone(), rect: placed.rect }).collect()
}

/// The machine. Keep one for the life of the window.
#[derive(Debug, Default)]
pub struct Press {
    screen: Id,
    targets: Vec<Known>,
    held: Option<Held>,
    last: Option<(Id, Duration)>,
    habit: Habit,
    /// How the finger that is down is judged; learning in the middle of a press would move it.
    aim: Aim,
    /// Where the finger that is down came down, as the glass said, and when.
    began: Option<(u64, (f32, f32), Duration)>,
}

/// A target and since when it stands where it is.
#[derive(Debug)]
struct Known {
    target: Target,
    free_at: Duration,
}

#[derive(Debug)]
struct Held {
    pointer: u64,
    id: Id,
    from: (f32, f32),
    now: (f32, f32),
    heard: Duration,
}

impl Press {
    /// What can be pressed from now on. `screen` names what is shown (place and leaf): when it changes, everything is new; while it
    /// stays, only what appeared or moved.
    pub fn show(&mut self, screen: &str, targets: Vec<Target>, at: Duration) {
        // At the very start nothing was there before: nothing can be meant for something else.
        let first = self.targets.is_empty() && self.screen.is_empty();
        let same = self.screen == screen;
        let before = std::mem::take(&mut self.targets);
        let free = |target: &Target| {
            let stood = before.iter().find(|known| same && known.target == *target);
            stood.map_or(if first { at } else { at + LOCK }, |known| known.free_at)
        };
        self.targets = targets.into_iter().map(|target| Known { free_at: free(&target), target }).collect();
        let stays = |held: &Held| {
            same && self
                .targets
                .iter()
                .any(|known| known.target.id == held.id && before.iter().any(|was| was.target == known.target))
        };
        self.held = self.held.take().filter(stays);
        self.screen = screen.into();
    }

    /// Takes a report in; the answer is the control that was pressed by it.
    pub fn feed(&mut self, finger: Finger) -> Option<Id> {
        match finger.motion {
            Motion::Down => self.down(finger),
            Motion::Move => self.moved(finger),
            Motion::Up => {
                self.moved(finger);
                return self.up(finger);
            }
            Motion::Cancel => self.held = self.held.take().filter(|held| held.pointer != finger.pointer),
        }
        None
    }

    /// Where this finger aims, as this hand usually lands. Ask once for every report, and feed what comes of it.
    pub fn aimed(&mut self, finger: Finger) -> Finger {
        if finger.motion == Motion::Down && self.held.is_none() {
            self.aim = if finger.pointer == MOUSE { Aim::default() } else { self.habit.aim(&self.standing()) };
        }
        let (x, y) = self.aim.of(finger.x, finger.y);
        Finger { x, y, ..finger }
    }

    /// Learns from what the glass reported, as it reported it, and from what it came to. A mouse lands where it is aimed.
    pub fn learn(&mut self, finger: Finger, pressed: Option<&str>) {
        match finger.motion {
            _ if finger.pointer == MOUSE => {}
            Motion::Down
                if self.began.is_none_or(|(pointer, _, at)| pointer == finger.pointer || finger.at > at + LOST) =>
            {
                self.began = Some((finger.pointer, (finger.x, finger.y), finger.at));
            }
            Motion::Down | Motion::Move => {}
            Motion::Up | Motion::Cancel => {
                let Some((_, down, since)) = self.began.take_if(|(pointer, ..)| *pointer == finger.pointer) else {
                    return;
                };
                let (up, held) = ((finger.x, finger.y), finger.at.saturating_sub(since));
                if finger.motion == Motion::Up && (up.0 - down.0).hypot(up.1 - down.1) <= SLIDE {
                    let targets = self.standing();
                    self.habit.note(Pressed { down, up, held }, pressed, &targets);
                }
            }
        }
    }

    /// Another person is here.
    pub fn forget(&mut self) {
        (self.habit, self.aim, self.began) = (Habit::default(), Aim::default(), None);
    }

    pub const fn habit(&self) -> &Habit {
        &self.habit
    }

    fn standing(&self) -> Vec<Target> {
        self.targets.iter().map(|known| known.target.clone()).collect()
    }

    /// What looks pressed now.
    pub fn pressed(&self) -> Option<&Id> {
        let held = self.held.as_ref()?;
        self.ends_on(held).then_some(&held.id)
    }

    /// Presses a control without a finger: a key, a pad, a switch. `false` while the control does not answer; a key that repeats
    /// itself while it is held down presses once.
    pub fn choose(&mut self, id: &str, at: Duration) -> bool {
        let free = self.is_free(id, at);
        if free {
            self.last = Some((id.into(), at));
        }
        free
    }

    fn is_free(&self, id: &str, at: Duration) -> bool {
        let stands = self.targets.iter().any(|known| known.target.id == id && at >= known.free_at);
        let rested = self.last.as_ref().is_none_or(|(last, when)| last != id || at >= *when + LOCK);
        stands && rested
    }

    fn down(&mut self, finger: Finger) {
        let held = self.held.as_ref();
        if held.is_some_and(|held| held.pointer != finger.pointer && finger.at < held.heard + LOST) {
            return;
        }
        let from = (finger.x, finger.y);
        let hit = habit::at(self.targets.iter().map(|known| &known.target), from, self.aim.reach);
        let free = hit.filter(|target| self.is_free(&target.id, finger.at));
        self.held = free.map(|target| Held {
            pointer: finger.pointer,
            id: target.id.clone(),
            from,
            now: from,
            heard: finger.at,
        });
    }

    fn moved(&mut self, finger: Finger) {
        let Some(mut held) = self.held.take() else { return };
        if held.pointer == finger.pointer {
            held.now = (finger.x, finger.y);
            held.heard = finger.at;
            if slid(&held) > SLIDE && self.distance(&held) > self.aim.reach.min(SLACK) {
                return;
            }
        }
        self.held = Some(held);
    }

    fn up(&mut self, finger: Finger) -> Option<Id> {
        if self.held.as_ref().is_some_and(|held| held.pointer != finger.pointer) {
            return None;
        }
        let held = self.held.take()?;
        if !self.ends_on(&held) {
            return None;
        }
        self.last = Some((held.id.clone(), finger.at));
        Some(held.id)
    }

    /// A finger that went up here would press it: it is in it or just beside it, and no other control is nearer.
    fn ends_on(&self, held: &Held) -> bool {
        let far = self.distance(held);
        let reach = self.aim.reach.max(SLACK);
        let others = self.targets.iter().filter(|known| known.target.id != held.id);
        let nearer =
            || others.map(|known| known.target.rect.distance(held.now.0, held.now.1)).any(|other| other <= far);
        far <= SLACK || (far <= reach && !nearer())
    }

    /// How far outside its control a finger is.
    fn distance(&self, held: &Held) -> f32 {
        let known = self.targets.iter().find(|known| known.target.id == held.id);
        known.map_or(f32::INFINITY, |known| known.target.rect.distance(held.now.0, held.now.1))
    }
}

fn slid(held: &Held) -> f32 {
    (held.now.0 - held.from.0).hypot(held.now.1 - held.from.1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Motion::{Cancel, Down, Move, Up};

    const A: Rect = Rect::new(0.0, 0.0, 40.0, 20.0);
    const B: Rect = Rect::new(43.2, 0.0, 40.0, 20.0);

    fn two() -> Vec<Target> {
        vec![Target { id: "a".into(), rect: A }, Target { id: "b".into(), rect: B }]
    }

    fn ms(ms: u64) -> Duration {
        Duration::from_millis(ms)
    }

    /// Pointer, motion, x, y, milliseconds.
    type Step = (u64, Motion, f32, f32, u64);

    /// What was pressed.
    fn play(steps: &[Step]) -> Vec<Id> {
        let mut press = Press::default();
        press.show("home", two(), ms(0));
        let fed = steps.iter().map(|&(pointer, motion, x, y, at)| Finger { pointer, motion, x, y, at: ms(at) });
        fed.filter_map(|finger| press.feed(finger)).collect()
    }

    #[test]
    fn what_was_meant_is_pressed_once() {
        let cases: [(&str, &[Step], &[&str]); 14] = [
            ("a tap", &[(1, Down, 9.0, 9.0, 0), (1, Up, 9.0, 9.0, 50)], &["a"]),
            ("a long press", &[(1, Down, 9.0, 9.0, 0), (1, Up, 9.0, 9.0, 10_000)], &["a"]),
            ("a wipe inside", &[(1, Down, 2.0, 9.0, 0), (1, Move, 20.0, 9.0, 90), (1, Up, 38.0, 9.0, 200)], &["a"]),
            (
                "a tremor over the edge",
                &[(1, Down, 39.0, 9.0, 0), (1, Move, 43.0, 9.0, 90), (1, Up, 39.0, 9.0, 200)],
                &["a"],
            ),
            ("a tremor that ends in the gap", &[(1, Down, 39.0, 9.0, 0), (1, Up, 41.5, 9.0, 90)], &["a"]),
            ("a tremor that ends nearer to the neighbour", &[(1, Down, 39.0, 9.0, 0), (1, Up, 41.8, 9.0, 90)], &[]),
            ("a tremor that ends on the neighbour", &[(1, Down, 39.0, 9.0, 0), (1, Up, 44.0, 9.0, 90)], &[]),
            (
                "leaving and coming back",
                &[(1, Down, 9.0, 9.0, 0), (1, Move, 9.0, 30.0, 50), (1, Up, 9.0, 9.0, 90)],
                &[],
            ),
            ("taken back", &[(1, Down, 9.0, 9.0, 0), (1, Cancel, 9.0, 9.0, 50), (1, Up, 9.0, 9.0, 90)], &[]),
            ("beside everything", &[(1, Down, 9.0, 40.0, 0), (1, Up, 9.0, 40.0, 90)], &[]),
            (
                "a second finger",
                &[(1, Down, 9.0, 9.0, 0), (2, Down, 50.0, 9.0, 20), (2, Up, 50.0, 9.0, 40), (1, Up, 9.0, 9.0, 90)],
                &["a"],
            ),
            ("a palm on nothing", &[(1, Down, 9.0, 60.0, 0), (2, Down, 50.0, 9.0, 20), (2, Up, 50.0, 9.0, 40)], &["b"]),
            (
                "a finger that was lost",
                &[(1, Down, 9.0, 9.0, 0), (2, Down, 50.0, 9.0, 40_000), (2, Up, 50.0, 9.0, 40_050)],
                &["b"],
            ),
            ("an up from nowhere", &[(1, Up, 9.0, 9.0, 0), (1, Move, 9.0, 9.0, 1)], &[]),
        ];
        for (what, steps, pressed) in cases {
            assert_eq!(play(steps), pressed, "{what}");
        }
    }

    #[test]
    fn a_bounce_is_not_a_second_press() {
        let twice = |second: u64, x: f32| {
            play(&[
                (1, Down, 9.0, 9.0, 0),
                (1, Up, 9.0, 9.0, 50),
                (1, Down, x, 9.0, second),
                (1, Up, x, 9.0, second + 900),
            ])
        };
        assert_eq!(twice(100, 9.0), ["a"]);
        assert_eq!(twice(549, 9.0), ["a"]);
        assert_eq!(twice(550, 9.0), ["a", "a"]);
        assert_eq!(twice(100, 50.0), ["a", "b"], "another control answers at once");
    }

    #[test]
    fn a_new_page_waits_for_a_new_finger() {
        let tap = |press: &mut Press, from: u64, to: u64, change: Option<u64>| {
            press.feed(Finger { pointer: 1, motion: Down, x: 9.0, y: 9.0, at: ms(from) });
            if let Some(at) = change {
                press.show("guide", two(), ms(at));
            }
            press.feed(Finger { pointer: 1, motion: Up, x: 9.0, y: 9.0, at: ms(to) })
        };
        let mut press = Press::default();
        press.show("home", two(), ms(0));
        assert_eq!(tap(&mut press, 1000, 1200, Some(1100)), None, "began before the page changed");
        assert_eq!(tap(&mut press, 1599, 1900, None), None, "began too soon after it");
        assert_eq!(tap(&mut press, 1600, 1900, None), Some("a".into()));
    }

    #[test]
    fn what_stays_while_the_page_is_rebuilt_answers_on() {
        let mut press = Press::default();
        press.show("search", two(), ms(0));
        press.feed(Finger { pointer: 1, motion: Down, x: 9.0, y: 9.0, at: ms(100) });
        let more = [two(), vec![Target { id: "hit".into(), rect: Rect::new(0.0, 50.0, 40.0, 20.0) }]].concat();
        press.show("search", more, ms(120));
        assert_eq!(press.pressed().map(Id::as_str), Some("a"));
        assert_eq!(press.feed(Finger { pointer: 1, motion: Up, x: 9.0, y: 9.0, at: ms(150) }), Some("a".into()));
        assert!(!press.choose("hit", ms(500)), "it has just appeared");
        assert!(press.choose("b", ms(500)) && press.choose("hit", ms(620)));
        assert!(!press.choose("nowhere", ms(9000)));
    }

    #[test]
    fn a_key_that_repeats_presses_once() {
        let mut press = Press::default();
        press.show("home", two(), ms(0));
        let pressed: Vec<u64> = (0..20).map(|n| n * 30).filter(|at| press.choose("a", ms(*at))).collect();
        assert_eq!(pressed, [0, 510]);
    }

    #[test]
    fn it_looks_pressed_while_a_finger_is_on_it() {
        let mut press = Press::default();
        press.show("home", two(), ms(0));
        let mut look = |motion, x| {
            press.feed(Finger { pointer: 1, motion, x, y: 9.0, at: ms(1) });
            press.pressed().map(ToString::to_string)
        };
        assert_eq!(look(Down, 38.0), Some("a".to_owned()));
        assert_eq!(look(Move, 44.0), None);
        assert_eq!(look(Move, 37.0), Some("a".to_owned()));
        assert_eq!(look(Up, 37.0), None);
    }
}
