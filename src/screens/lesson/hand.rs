//! Where the ring and the hand stand in a lesson, and when the hand goes to its next place.

use super::play::Play;
use crate::{
    phone::{Act, Changed, Dir, Gesture, Hint, ItemKind, Skin},
    screens::glass::{Deed, Hand, Over, Point, STAY, ids},
};
use std::time::Duration;

/// What the hand shows now, and for how long it has.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Showing {
    act: Act,
    waited: Duration,
}

impl Play {
    /// Where the ring goes.
    pub fn point(&self) -> Option<Point> {
        match self.run.hint()? {
            Hint::Ask(_) => None,
            Hint::Point(place) => Some(Point { item: part(&place), hand: None }),
            Hint::Ghost(act) => self.hand(&act),
        }
    }

    /// The hand begins anew.
    pub fn show_again(&mut self) {
        self.showing = None;
    }

    /// How long it takes until the hand or the lesson changes by itself.
    pub fn due(&self) -> Option<Duration> {
        [self.hand_due(), self.run.due()].into_iter().flatten().min()
    }

    fn hand_due(&self) -> Option<Duration> {
        let act = self.shown().filter(|_| !self.run.is_paused())?;
        let waited = self.waited(&act);
        let moves = places(waited) < self.hand(&act)?.hand?.deed.places();
        let next = STAY.saturating_mul(u32::try_from(places(waited) + 1).unwrap_or(u32::MAX));
        moves.then(|| next.saturating_sub(waited))
    }

    /// Time has passed: whether the hand stands elsewhere now.
    pub(super) fn move_hand(&mut self, by: Duration) -> Changed {
        if self.run.is_paused() {
            return Changed::No;
        }
        let before = self.showing.take();
        let Some(act) = self.shown() else { return Changed::No };
        let waited = before.filter(|showing| showing.act == act).map(|showing| showing.waited);
        let now = waited.map_or(Duration::ZERO, |waited| waited + by);
        self.showing = Some(Showing { act, waited: now });
        if waited.is_none_or(|waited| places(waited) == places(now)) { Changed::No } else { Changed::Yes }
    }

    fn shown(&self) -> Option<Act> {
        match self.run.hint()? {
            Hint::Ghost(act) => Some(act),
            Hint::Ask(_) | Hint::Point(_) => None,
        }
    }

    fn waited(&self, act: &Act) -> Duration {
        self.showing.as_ref().filter(|showing| showing.act == *act).map_or(Duration::ZERO, |showing| showing.waited)
    }

    fn hand(&self, act: &Act) -> Option<Point> {
        let Act::Do { gesture, item } = act else { return None };
        let w = &self.setting.words;
        let iphone = self.setting.skin == Skin::Iphone;
        // The whole glass moves: the ring stands where it can also be pressed.
        let over = if item.as_ref().is_some_and(|item| item.contains('/')) { Over::Part } else { Over::Glass };
        let (alt, deed) = match gesture {
            Gesture::Long => (w.glass_hand_long(), Deed::Long),
            Gesture::Double => (w.glass_hand_double(), Deed::Double),
            Gesture::Swipe(dir) | Gesture::Scroll(dir) => (w.glass_hand_move(), Deed::Move(*dir, over)),
            Gesture::Drag { onto } => (w.glass_hand_move(), Deed::Drag(onto.clone())),
            Gesture::PinchIn | Gesture::PinchOut => (w.glass_hand_pinch(), Deed::Pinch),
            Gesture::Home if iphone => (w.glass_hand_move(), Deed::Move(Dir::Up, Over::Part)),
            Gesture::Shade => (w.glass_hand_move(), Deed::Move(Dir::Down, Over::Part)),
            Gesture::Tap | Gesture::Type(_) | Gesture::Back | Gesture::Home | Gesture::Recents => {
                (w.glass_hand_tap(), Deed::Tap)
            }
        };
        let place = match gesture {
            Gesture::Back => "back".to_owned(),
            Gesture::Home => "home".to_owned(),
            Gesture::Shade => "status".to_owned(),
            Gesture::Recents => "recents".to_owned(),
            Gesture::Type(_) => self.written().unwrap_or_default(),
            Gesture::Swipe(dir) | Gesture::Scroll(dir) if over == Over::Glass => match dir {
                Dir::Up => ids::DOWN.to_owned(),
                Dir::Down => ids::UP.to_owned(),
                Dir::Left | Dir::Right => String::new(),
            },
            _ => item.clone().unwrap_or_default(),
        };
        Some(Point { item: part(&place), hand: Some(Hand { alt, deed, at: places(self.waited(act)) }) })
    }

    fn written(&self) -> Option<String> {
        let face = self.run.face();
        face.items.into_iter().find(|item| item.kind == ItemKind::Field && item.on).map(|item| item.id)
    }
}

/// Places that the hand has left behind after this time.
fn places(waited: Duration) -> usize {
    usize::try_from(waited.as_millis() / STAY.as_millis()).unwrap_or(usize::MAX)
}

/// The name of a part of the phone on its page, where it is no item.
fn part(place: &str) -> String {
    let id = match place {
        "back" => ids::BACK,
        "home" => ids::HOME,
        "status" => ids::STATUS,
        "recents" => ids::RECENT,
        other => other,
    };
    id.to_owned()
}
