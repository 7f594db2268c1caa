//! Game pads: a controller with real edges is the only thing some hands and some eyes can use. One named thread waits for the pad and
//! sends the same presses as every other device; a pad may come and go at any time.

use super::press::{Deed, Press, Step, Turn};
use crate::{clock::Clock, config::Signal, lay::walk::Dir};
use crossbeam_channel::{Receiver, Sender};
use gilrs::{Axis, Button, EventType, Gilrs, GilrsBuilder};
use std::{io, sync::Arc, thread, time::Duration};

/// What a pad reports.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Pad {
    Down(Button),
    /// A button that has no name, with the number that the pad gives it.
    Odd(u32),
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
    Deed(Deed),
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
    right_x: Lean,
    right_y: Lean,
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
        let [slower, faster] = [Step::Less, Step::More].map(Press::Pace);
        let [quieter, louder] = [Step::Less, Step::More].map(Press::Volume);
        let (name, press) = match report {
            Pad::Plugged(count) => {
                // What leaned on a pad that is gone leans no more, and must not hold back the next one.
                *self = Self::default();
                return Some(PadNews::Plugged(count));
            }
            Pad::Down(button) => (format!("{button:?}"), self::button(button)),
            Pad::Odd(number) => (number.to_string(), Press::Other),
            Pad::Stick(Axis::LeftStickX, value) => {
                ("LeftStick".to_owned(), Press::Go(Self::lean(&mut self.x, value, [Dir::Left, Dir::Right])?))
            }
            Pad::Stick(Axis::LeftStickY, value) => {
                ("LeftStick".to_owned(), Press::Go(Self::lean(&mut self.y, value, [Dir::Down, Dir::Up])?))
            }
            Pad::Stick(Axis::RightStickX, value) => {
                ("RightStick".to_owned(), Self::lean(&mut self.right_x, value, [slower, faster])?)
            }
            Pad::Stick(Axis::RightStickY, value) => {
                ("RightStick".to_owned(), Self::lean(&mut self.right_y, value, [quieter, louder])?)
            }
            Pad::Stick(..) => return None,
        };
        Some(PadNews::Deed(Deed { signal: Some(Signal::pad(&name)), press }))
    }

    /// Past 0.6 is a lean, under 0.35 is rest: a hand that trembles between the two moves once.
    fn lean<T>(was: &mut Lean, value: f32, [less, more]: [T; 2]) -> Option<T> {
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
pub(super) fn button(button: Button) -> Press {
    match button {
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
        Button::LeftTrigger2 => Press::Volume(Step::Less),
        Button::RightTrigger2 => Press::Volume(Step::More),
        Button::LeftThumb | Button::RightThumb => Press::Again,
        Button::Start => Press::Home,
        Button::Select => Press::Read,
        _ => Press::Other,
    }
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
            EventType::ButtonPressed(Button::Unknown, code) => Some(Pad::Odd(code.into_u32())),
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
    fn meant(reports: impl IntoIterator<Item = Pad>) -> Vec<Press> {
        let deed = |news| match news {
            PadNews::Deed(deed) => Some(deed.press),
            PadNews::Plugged(_) | PadNews::Deaf(_) => None,
        };
        all(reports).into_iter().filter_map(deed).collect()
    }
    fn go(dir: Dir) -> Press {
        Press::Go(dir)
    }

    #[test]
    fn one_lean_is_one_move() {
        let x = |value| Pad::Stick(Axis::LeftStickX, value);
        assert_eq!(meant([x(0.2), x(0.7), x(1.0), x(0.5), x(0.7), x(0.1), x(0.9)]), [go(Dir::Right), go(Dir::Right)]);
        assert_eq!(meant([x(-0.9), x(0.9)]), [go(Dir::Left), go(Dir::Right)]);
        assert_eq!(meant([Pad::Stick(Axis::LeftStickY, 0.8)]), [go(Dir::Up)]);
        assert_eq!(all([x(f32::NAN), Pad::Stick(Axis::LeftZ, 1.0)]), []);
        let right = [(Axis::RightStickX, -1.0), (Axis::RightStickY, 1.0)].map(|(axis, value)| Pad::Stick(axis, value));
        assert_eq!(meant(right), [Press::Pace(Step::Less), Press::Volume(Step::More)]);
    }

    #[test]
    fn every_need_has_a_button() {
        let buttons = [
            (Button::South, Press::Choose),
            (Button::East, Press::Leave),
            (Button::North, Press::Help),
            (Button::West, Press::Where),
            (Button::LeftTrigger, Press::Turn(Turn::Back)),
            (Button::RightTrigger, Press::Turn(Turn::Next)),
            (Button::LeftTrigger2, Press::Volume(Step::Less)),
            (Button::RightTrigger2, Press::Volume(Step::More)),
            (Button::LeftThumb, Press::Again),
            (Button::Start, Press::Home),
            (Button::Select, Press::Read),
            // It means nothing by itself, but may be a switch.
            (Button::Mode, Press::Other),
        ];
        for (button, press) in buttons {
            let signal = Some(Signal::pad(&format!("{button:?}")));
            assert_eq!(all([Pad::Down(button)]), [PadNews::Deed(Deed { signal, press })]);
        }
        let odd = Deed { signal: Some(Signal::pad("305")), press: Press::Other };
        assert_eq!(all([Pad::Odd(305)]), [PadNews::Deed(odd)]);
    }

    #[test]
    fn a_pad_that_is_pulled_out_while_it_leans_holds_nothing_back() {
        let lean = || Pad::Stick(Axis::LeftStickX, 1.0);
        let pulled = [Pad::Plugged(1), lean(), lean(), Pad::Plugged(0), Pad::Plugged(1), lean()];
        assert_eq!(meant(pulled), [go(Dir::Right), go(Dir::Right)]);
    }

    #[test]
    fn a_pad_that_comes_later_is_heard() {
        let clock = Arc::new(SystemClock::new(true));
        let script =
            vec![Pad::Plugged(1), Pad::Down(Button::South), Pad::Plugged(0), Pad::Plugged(1), Pad::Down(Button::East)];
        let (woken, wakes) = crossbeam_channel::bounded(16);
        let news = start(move || Ok(Script(script.into_iter())), clock, move || woken.send(()).unwrap()).unwrap();
        let heard: Vec<_> = news.iter().take(5).collect();
        let press = |name, press| PadNews::Deed(Deed { signal: Some(Signal::pad(name)), press });
        let plugged = PadNews::Plugged;
        let presses = [press("South", Press::Choose), press("East", Press::Leave)];
        let [choose, leave] = presses;
        assert_eq!(heard, [plugged(1), choose, plugged(0), plugged(1), leave]);
        assert_eq!(wakes.iter().take(5).count(), 5);
    }

    #[test]
    fn no_pads_at_all_is_said_once() {
        let clock = Arc::new(SystemClock::new(true));
        let news = start(|| Err::<Script, _>("no udev".to_owned()), clock, || {}).unwrap();
        assert_eq!(news.iter().collect::<Vec<_>>(), [PadNews::Deaf("no udev".to_owned())]);
    }
}
