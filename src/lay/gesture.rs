//! What fingers do on a drawn phone besides pressing: hold, press twice, move, take along, pinch. A pure machine beside [`super::press`]:
//! what it recognises is no press any more, and what it does not recognise is left to be judged as a press.
//!
//! Slow hands come first: a movement may take as long as it likes, two presses may be 0.7 s apart, and the direction of a movement is the
//! nearest of four. A movement that nothing on the phone asks for stays a press, however far it went inside its control.

use super::{
    Plan, Rect,
    press::{Finger, Motion, SLIDE},
};
use crate::page::{CanvasKind, Id, Page, Part, Side, Touch, Touched, Touches};
use std::time::Duration;

/// From here on holding is a long press, for a hand that is not known.
pub const LONG: Duration = Duration::from_millis(500);
/// However slow a hand is, from here on it holds.
pub const LONGEST: Duration = Duration::from_millis(1500);
/// Before this nobody means to hold: no ring is drawn.
const SEEN: Duration = Duration::from_millis(120);
/// Two presses that are no farther apart are one double press. Phones ask for 300 ms; hands here get more.
pub const DOUBLE: Duration = Duration::from_millis(700);
/// A pinch changes the distance of the fingers by this part of it, and by this much.
const PINCH: (f32, f32) = (0.15, 4.0);
/// A finger that stayed within this many millimetres for [`LONG`] has come to rest.
const REST: f32 = 2.0;
/// A finger that has not been heard of for so long was lost by the glass.
const LOST: Duration = Duration::from_secs(30);

/// A control on a phone, where it is, and what can be done to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Sensor {
    pub id: Id,
    pub rect: Rect,
    pub touches: Touches,
}

/// The phone on a leaf.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Glass {
    pub rect: Rect,
    pub sensors: Vec<Sensor>,
}

/// Behind the name of a drawing that belongs to the control of that name.
pub const DRAWING: &str = "#drawing";

/// The phone on this leaf, if there is one.
pub fn glass<M>(page: &Page<M>, plan: &Plan) -> Option<Glass> {
    let walk = page.walk();
    let is_phone = |part: &&&Part<M>| matches!(part, Part::Canvas(canvas) if canvas.kind == CanvasKind::Phone);
    let at = walk.iter().position(|part| is_phone(&part))?;
    let count = walk.get(at).map_or(0, |part| inside(part));
    let parts = walk.iter().zip(plan).skip(at + 1).take(count);
    let control = |id: &str| walk.iter().filter_map(|part| part.live()).find(|control| control.id == id);
    let sensors = parts.filter_map(|(part, placed)| {
        // A finger touches the drawing itself, not the words below it.
        let drawn = part.id().and_then(|id| id.strip_suffix(DRAWING)).and_then(control);
        let control = part.live().or(drawn)?;
        Some(Sensor { id: control.id.clone(), rect: placed.rect, touches: control.touches })
    });
    Some(Glass { rect: plan.get(at)?.rect, sensors: sensors.collect() })
}

fn inside<M>(part: &Part<M>) -> usize {
    part.parts().iter().map(|part| 1 + inside(part)).sum()
}

/// What the fingers meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meant {
    Touched(Touched),
    /// A press of something that can also be pressed twice: known to be one only when no second followed.
    Press(Id),
}

/// Whether what a finger does may still be a press.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// [`super::press`] judges it.
    Open,
    /// It was no press; nothing else may come of it.
    Taken,
    Meant(Meant),
}

/// The machine. Keep one for the life of the window.
#[derive(Debug, Default)]
pub struct Gestures {
    screen: Id,
    glass: Option<Glass>,
    fingers: Vec<Held>,
    /// What the fingers that are down now meant has been said.
    spent: Spent,
    /// A first press that may become a double one.
    once: Option<(Id, Duration)>,
    /// How long the presses of this hand usually are.
    usual: Option<Duration>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Spent {
    #[default]
    No,
    Yes,
}

#[derive(Clone, Copy, Debug)]
struct Held {
    pointer: u64,
    from: (f32, f32),
    now: (f32, f32),
    /// How far it has been from where it came down.
    far: f32,
    since: Duration,
    heard: Duration,
    /// Where it rests, and since when.
    rests: ((f32, f32), Duration),
}

impl Held {
    fn moved(&self) -> (f32, f32) {
        (self.now.0 - self.from.0, self.now.1 - self.from.1)
    }
}

impl Gestures {
    /// What is on the glass from now on. A gesture does not go on over a change of the page.
    pub fn show(&mut self, screen: &str, glass: Option<Glass>) {
        if self.screen != screen || self.glass != glass {
            if !self.fingers.is_empty() {
                self.spent = Spent::Yes;
            }
            let stays = |id: &Id| glass.iter().flat_map(|glass| &glass.sensors).any(|sensor| sensor.id == *id);
            self.once = self.once.take().filter(|(id, _)| self.screen == screen && stays(id));
        }
        self.screen = screen.into();
        self.glass = glass;
    }

    /// How long the presses of this hand usually are: holding must be longer than that to mean anything else.
    pub fn expect(&mut self, usual: Option<Duration>) {
        self.usual = usual;
    }

    /// From here on holding is a long press.
    fn long(&self) -> Duration {
        self.usual.map_or(LONG, |usual| (usual * 3 / 2).clamp(LONG, LONGEST))
    }

    /// Takes a report in. Ask it before [`super::press::Press::feed`].
    pub fn feed(&mut self, finger: Finger) -> Verdict {
        self.fingers.retain(|held| finger.at < held.heard + LOST);
        match finger.motion {
            Motion::Down => self.down(finger),
            Motion::Move => self.moved(finger),
            Motion::Up => {
                let verdict = self.moved(finger);
                let held = self.lift(finger.pointer);
                match (verdict, held) {
                    (Verdict::Open, Some(held)) => self.up(&held, finger.at),
                    (verdict, _) => verdict,
                }
            }
            Motion::Cancel => {
                self.lift(finger.pointer);
                Verdict::Open
            }
        }
    }

    /// Lets time pass: a press that was held long enough, a first press that no second one followed.
    pub fn tick(&mut self, now: Duration) -> Option<Meant> {
        if let Some((id, since)) = self.once.clone()
            && now >= since + DOUBLE
        {
            self.once = None;
            return Some(Meant::Press(id));
        }
        let (held, sensor) = self.holding()?;
        if now < held.since + self.long() || sensor.touches.has(Touch::Drag) {
            return None;
        }
        let touched = Touched { id: sensor.id.clone(), touch: Touch::Long, onto: None };
        self.spent = Spent::Yes;
        Some(Meant::Touched(touched))
    }

    /// When [`Self::tick`] or the ring has something to do again.
    pub fn due(&self, now: Duration) -> Option<Duration> {
        let ring = self.holding().map(|(held, _)| (now + FRAME).min(held.since + self.long()).max(now));
        let press = self.once.as_ref().map(|(_, since)| *since + DOUBLE);
        ring.into_iter().chain(press).min()
    }

    /// What is being held for a long press, and how much of the time has passed (0 to 1).
    pub fn filling(&self, now: Duration) -> Option<(&Id, f32)> {
        let (held, sensor) = self.holding()?;
        let passed = now.saturating_sub(held.since);
        (passed >= SEEN).then(|| (&sensor.id, (passed.as_secs_f32() / self.long().as_secs_f32()).min(1.0)))
    }

    /// One still finger on something that can be held.
    fn holding(&self) -> Option<(&Held, &Sensor)> {
        let [held] = self.fingers.as_slice() else { return None };
        let sensor = self.under(held.from).filter(|sensor| sensor.touches.has(Touch::Long))?;
        (self.spent == Spent::No && held.far <= SLIDE).then_some((held, sensor))
    }

    fn under(&self, (x, y): (f32, f32)) -> Option<&Sensor> {
        self.sensors().iter().rev().find(|sensor| sensor.rect.contains(x, y))
    }

    fn sensors(&self) -> &[Sensor] {
        self.glass.as_ref().map_or(&[], |glass| &glass.sensors)
    }

    fn down(&mut self, finger: Finger) -> Verdict {
        self.lift(finger.pointer);
        if !self.glass.as_ref().is_some_and(|glass| glass.rect.contains(finger.x, finger.y)) {
            return Verdict::Open;
        }
        let (from, since, heard) = ((finger.x, finger.y), finger.at, finger.at);
        let rests = (from, since);
        self.fingers.push(Held { pointer: finger.pointer, from, now: from, far: 0.0, since, heard, rests });
        Verdict::Open
    }

    fn lift(&mut self, pointer: u64) -> Option<Held> {
        let at = self.fingers.iter().position(|held| held.pointer == pointer)?;
        let held = self.fingers.remove(at);
        if self.fingers.is_empty() && self.spent == Spent::Yes {
            self.spent = Spent::No;
            return None;
        }
        (self.spent == Spent::No).then_some(held)
    }

    fn moved(&mut self, finger: Finger) -> Verdict {
        let Some(held) = self.fingers.iter_mut().find(|held| held.pointer == finger.pointer) else {
            return Verdict::Open;
        };
        (held.now, held.heard) = ((finger.x, finger.y), finger.at);
        let (dx, dy) = held.moved();
        held.far = held.far.max(dx.hypot(dy));
        let ((x, y), _) = held.rests;
        if (finger.x - x).hypot(finger.y - y) > REST {
            held.rests = (held.now, finger.at);
        }
        if self.spent == Spent::Yes {
            return Verdict::Taken;
        }
        match self.pinch() {
            Some(touched) => {
                self.spent = Spent::Yes;
                Verdict::Meant(Meant::Touched(touched))
            }
            None => Verdict::Open,
        }
    }

    fn pinch(&self) -> Option<Touched> {
        let [one, two] = self.fingers.as_slice() else { return None };
        let apart = |a: (f32, f32), b: (f32, f32)| (a.0 - b.0).hypot(a.1 - b.1);
        let (before, now) = (apart(one.from, two.from), apart(one.now, two.now));
        let (part, least) = PINCH;
        if (now - before).abs() < (part * before).max(least) {
            return None;
        }
        let touch = if now > before { Touch::PinchOut } else { Touch::PinchIn };
        let own = [one.from, two.from].into_iter().filter_map(|at| self.under(at));
        let sensor = own.chain(self.sensors()).find(|sensor| sensor.touches.has(touch))?;
        Some(Touched { id: sensor.id.clone(), touch, onto: None })
    }

    fn up(&mut self, held: &Held, at: Duration) -> Verdict {
        if !self.fingers.is_empty() {
            // Of two fingers neither presses what it leaves.
            self.spent = Spent::Yes;
            return Verdict::Taken;
        }
        let moved = || self.dragged(held).or_else(|| self.halted(held, at)).or_else(|| self.swiped(held));
        if let Some(touched) = moved().or_else(|| self.held_long(held, at)) {
            return Verdict::Meant(Meant::Touched(touched));
        }
        self.pressed_again(held, at)
    }

    fn dragged(&self, held: &Held) -> Option<Touched> {
        let sensor = self.under(held.from).filter(|sensor| sensor.touches.has(Touch::Drag))?;
        let onto = self.under(held.now).filter(|onto| onto.id != sensor.id && held.far > SLIDE)?;
        Some(Touched { id: sensor.id.clone(), touch: Touch::Drag, onto: Some(onto.id.clone()) })
    }

    /// It moved up and stayed there: where nothing asks for that, it only moved.
    fn halted(&self, held: &Held, at: Duration) -> Option<Touched> {
        let sensor = self.under(held.from).filter(|sensor| sensor.touches.has(Touch::Halt))?;
        let rested = side(held.moved()) == Some(Side::Up) && at >= held.rests.1 + LONG;
        rested.then(|| Touched { id: sensor.id.clone(), touch: Touch::Halt, onto: None })
    }

    fn swiped(&self, held: &Held) -> Option<Touched> {
        let side = side(held.moved())?;
        let own = self.under(held.from).filter(|sensor| sensor.touches.has(Touch::Swipe(side)));
        let (sensor, touch) = if let Some(own) = own {
            (own, Touch::Swipe(side))
        } else {
            let scrolls = |sensor: &&Sensor| sensor.touches.has(Touch::Scroll(side));
            (self.sensors().iter().find(scrolls)?, Touch::Scroll(side))
        };
        Some(Touched { id: sensor.id.clone(), touch, onto: None })
    }

    /// What can be taken along is held long only when it was not.
    fn held_long(&self, held: &Held, at: Duration) -> Option<Touched> {
        let sensor = self.under(held.from).filter(|sensor| sensor.touches.has(Touch::Long))?;
        let long = at >= held.since + self.long() && held.far <= SLIDE;
        long.then(|| Touched { id: sensor.id.clone(), touch: Touch::Long, onto: None })
    }

    fn pressed_again(&mut self, held: &Held, at: Duration) -> Verdict {
        let doubles = |sensor: &&Sensor| sensor.touches.has(Touch::Double) && held.far <= SLIDE;
        let Some(id) = self.under(held.from).filter(doubles).map(|sensor| sensor.id.clone()) else {
            return Verdict::Open;
        };
        match self.once.take() {
            Some((before, since)) if before == id && at <= since + DOUBLE => {
                Verdict::Meant(Meant::Touched(Touched { id, touch: Touch::Double, onto: None }))
            }
            _ => {
                self.once = Some((id, at));
                Verdict::Taken
            }
        }
    }
}

/// Between two pictures of the ring that fills.
const FRAME: Duration = Duration::from_millis(50);

/// The nearest of four directions; `None` for less than a movement.
fn side((dx, dy): (f32, f32)) -> Option<Side> {
    if dx.hypot(dy) < SLIDE {
        return None;
    }
    Some(match (dx.abs() > dy.abs(), dx > 0.0, dy > 0.0) {
        (true, true, _) => Side::Right,
        (true, false, _) => Side::Left,
        (false, _, true) => Side::Down,
        (false, _, false) => Side::Up,
    })
}
