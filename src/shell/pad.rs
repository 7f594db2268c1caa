//! Game pads: a controller with real edges is the only thing some hands and some eyes can use. One named thread waits for the pad and
//! sends the same presses as every other device; a pad may come and go at any time.

use super::press::{Press, Turn};
use crate::{clock::Clock, lay::walk::Dir};
use crossbeam_channel::{Receiver, Sender};
use gilrs::{Axis, Button, EventType, Gilrs, GilrsBuilder};
use std::{io, sync::Arc, thread, time::Duration};

/// What a pad reports.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Pad {
    Down(Button),
    /// -1 … 1, right and up being positive.
    Stick(Axis, f32),
    /// How many pads there are now.
    Plugged(usize),
}

/// Where the reports come from; tests bring their own.
pub(super) trait Pads {
    /// The next report; `None` when none came within `wait`.
    fn next(&mut self, wait: Duration) -> Option<Pad>;
}

/// What the pad thread says.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum PadNews {
    Press(Press),
    Plugged(usize),
    /// The machine cannot listen to pads.
    Deaf(String),
}

/// Starts the thread. It ends when nobody listens any more.
pub(super) fn start<P: Pads>(
    open: impl FnOnce() -> Result<P, String> + Send + 'static,
    clock: Arc<dyn Clock>,
    wake: impl Fn() + Send + 'static,
) -> io::Result<Receiver<PadNews>> {
    let (out, news) = crossbeam_channel::bounded(64);
    let listen = move || match open() {
        Ok(pads) => listen(pads, &*clock, &out, &wake),
        Err(why) => {
            out.send(PadNews::Deaf(why)).ok();
            wake();
        }
    };
    thread::Builder::new().name("pad".to_owned()).spawn(listen)?;
    Ok(news)
}

/// How long to wait for a pad at a time: the thread only wakes to see whether it is still wanted.
const WAIT: Duration = Duration::from_mins(30);

fn listen(mut pads: impl Pads, clock: &dyn Clock, out: &Sender<PadNews>, wake: &dyn Fn()) {
    let mut hand = Hand::default();
    loop {
        let asked = clock.running();
        let Some(report) = pads.next(WAIT) else {
            // A device that answers at once with nothing must not keep the processor busy.
            if clock.running().saturating_sub(asked) < Duration::from_millis(50) {
                thread::sleep(Duration::from_millis(200));
            }
            continue;
        };
        if let Some(news) = hand.news(report) {
            if out.send(news).is_err() {
                return;
            }
            wake();
        }
    }
}

/// Which way the stick leans, so that one lean is one move.
#[derive(Debug, Default)]
pub(super) struct Hand {
    x: Lean,
    y: Lean,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Lean {
    Less,
    #[default]
    Rest,
    More,
}

impl Hand {
    pub(super) fn news(&mut self, report: Pad) -> Option<PadNews> {
        match report {
            Pad::Down(button) => self::button(button).map(PadNews::Press),
            Pad::Plugged(count) => Some(PadNews::Plugged(count)),
            Pad::Stick(Axis::LeftStickX, value) => {
                Self::lean(&mut self.x, value, [Dir::Left, Dir::Right]).map(|dir| PadNews::Press(Press::Go(dir)))
            }
            Pad::Stick(Axis::LeftStickY, value) => {
                Self::lean(&mut self.y, value, [Dir::Down, Dir::Up]).map(|dir| PadNews::Press(Press::Go(dir)))
            }
            Pad::Stick(..) => None,
        }
    }

    /// Past 0.6 is a lean, under 0.35 is rest: a hand that trembles between the two moves once.
    fn lean(was: &mut Lean, value: f32, [less, more]: [Dir; 2]) -> Option<Dir> {
        let now = match value {
            v if v > 0.6 => Lean::More,
            v if v < -0.6 => Lean::Less,
            v if v.abs() < 0.35 => Lean::Rest,
            _ => *was,
        };
        let moved = std::mem::replace(was, now) != now;
        match now {
            Lean::Less => moved.then_some(less),
            Lean::More => moved.then_some(more),
            Lean::Rest => None,
        }
    }
}

/// What a button means. The lower one chooses and the right one goes back on every pad, whatever letter stands on it.
fn button(button: Button) -> Option<Press> {
    Some(match button {
        Button::DPadUp => Press::Go(Dir::Up),
        Button::DPadDown => Press::Go(Dir::Down),
        Button::DPadLeft => Press::Go(Dir::Left),
        Button::DPadRight => Press::Go(Dir::Right),
        Button::South => Press::Choose,
        Button::East => Press::Leave,
        Button::West => Press::Where,
        Button::North => Press::Help,
        Button::LeftTrigger => Press::Turn(Turn::Back),
        Button::RightTrigger => Press::Turn(Turn::Next),
        Button::Start => Press::Home,
        Button::Select => Press::Read,
        _ => return None,
    })
}

/// Real pads, through gilrs.
pub(super) struct RealPads(Gilrs);

impl RealPads {
    /// Force feedback stays off: its thread wakes 20 times a second for nothing.
    pub(super) fn open() -> Result<Self, String> {
        GilrsBuilder::new().with_force_feedback(false).build().map(Self).map_err(|error| error.to_string())
    }

    /// How many are plugged in.
    pub(super) fn count(&self) -> usize {
        self.0.gamepads().count()
    }
}

impl Pads for RealPads {
    fn next(&mut self, wait: Duration) -> Option<Pad> {
        let event = self.0.next_event_blocking(Some(wait))?;
        match event.event {
            EventType::ButtonPressed(button, _) => Some(Pad::Down(button)),
            EventType::AxisChanged(axis, value, _) => Some(Pad::Stick(axis, value)),
            EventType::Connected | EventType::Disconnected => Some(Pad::Plugged(self.count())),
            _ => Some(Pad::Stick(Axis::Unknown, 0.0)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::SystemClock;

    struct Script(std::vec::IntoIter<Pad>);
    impl Pads for Script {
        fn next(&mut self, _: Duration) -> Option<Pad> {
            // When the script is over, the pad is as good as gone, but the thread must not spin: it blocks like a real one.
            self.0.next().or_else(|| {
                thread::park();
                None
            })
        }
    }

    fn all(reports: impl IntoIterator<Item = Pad>) -> Vec<PadNews> {
        let mut hand = Hand::default();
        reports.into_iter().filter_map(|report| hand.news(report)).collect()
    }
    fn go(dir: Dir) -> PadNews {
        PadNews::Press(Press::Go(dir))
    }

    #[test]
    fn one_lean_is_one_move() {
        let x = |value| Pad::Stick(Axis::LeftStickX, value);
        assert_eq!(all([x(0.2), x(0.7), x(1.0), x(0.5), x(0.7), x(0.1), x(0.9)]), [go(Dir::Right), go(Dir::Right)]);
        assert_eq!(all([x(-0.9), x(0.9)]), [go(Dir::Left), go(Dir::Right)]);
        assert_eq!(all([Pad::Stick(Axis::LeftStickY, 0.8)]), [go(Dir::Up)]);
        assert_eq!(all([x(f32::NAN), Pad::Stick(Axis::RightStickX, 1.0)]), []);
    }

    #[test]
    fn every_need_has_a_button() {
        let buttons =
            [Button::South, Button::East, Button::LeftTrigger, Button::RightTrigger, Button::Start, Button::Select];
        let meant =
            [Press::Choose, Press::Leave, Press::Turn(Turn::Back), Press::Turn(Turn::Next), Press::Home, Press::Read];
        assert_eq!(all(buttons.map(Pad::Down)), meant.map(PadNews::Press));
        assert_eq!(all([Button::Mode, Button::LeftThumb, Button::Unknown].map(Pad::Down)), []);
    }

    #[test]
    fn a_pad_that_comes_later_is_heard() {
        let clock = Arc::new(SystemClock::new(true));
        let script =
            vec![Pad::Plugged(1), Pad::Down(Button::South), Pad::Plugged(0), Pad::Plugged(1), Pad::Down(Button::East)];
        let (woken, wakes) = crossbeam_channel::bounded(16);
        let news = start(move || Ok(Script(script.into_iter())), clock, move || woken.send(()).unwrap()).unwrap();
        let heard: Vec<_> = news.iter().take(5).collect();
        let press = PadNews::Press;
        let plugged = PadNews::Plugged;
        assert_eq!(heard, [plugged(1), press(Press::Choose), plugged(0), plugged(1), press(Press::Leave)]);
        assert_eq!(wakes.iter().take(5).count(), 5);
    }

    #[test]
    fn no_pads_at_all_is_said_once() {
        let clock = Arc::new(SystemClock::new(true));
        let news = start(|| Err::<Script, _>("no udev".to_owned()), clock, || {}).unwrap();
        assert_eq!(news.iter().collect::<Vec<_>>(), [PadNews::Deaf("no udev".to_owned())]);
    }
}
