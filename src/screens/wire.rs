//! Which switch is which: each is pressed twice, then they are used. Whatever a switch sends, a key of a keyboard or a button of a pad, it
//! will do; twice, so that a slip chooses nothing. For a visit, or by staff for the place.

use super::{Event, Setting, View, trial::signal_name};
use crate::{
    config::{Change, Scanning, Signal, Wiring},
    page::{Control, Kind, Level, Page, Part, Tone, Weight},
    words::Line,
};
use std::time::Duration;

/// Without a press for so long it goes back by itself: whoever came here by chance may have nothing to leave with.
const PATIENCE: Duration = Duration::from_secs(40);

#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    pub asks: Asks,
    /// Pressed once.
    pub seen: Option<Signal>,
    pub wiring: Wiring,
    pub reach: Reach,
    /// Since when nothing has been pressed, once time has passed.
    pub since: Option<Duration>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Asks {
    /// For the switch that steps.
    #[default]
    First,
    /// For the one that chooses.
    Second,
    /// They are in use.
    Done,
}

/// For how long it holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// Until the visit ends.
    #[default]
    Visit,
    /// For this place, by staff.
    Place,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    Signal(Signal),
    /// There is no second one.
    OnlyOne,
    Anew,
    /// Leaves as it was.
    Cancel,
    /// Leaves with what was found.
    Close,
}

impl State {
    pub fn staff() -> Self {
        Self { reach: Reach::Place, ..Self::default() }
    }

    /// Every key is a switch now.
    pub fn listens(&self) -> bool {
        self.asks != Asks::Done
    }

    pub(super) fn due(&self) -> Option<Duration> {
        self.since.filter(|_| self.listens()).map(|since| since + PATIENCE)
    }

    pub(super) fn tick(&mut self, running: Duration) -> Vec<Event> {
        let since = *self.since.get_or_insert(running);
        if self.listens() && running >= since + PATIENCE { vec![self.away()] } else { vec![] }
    }

    fn away(&self) -> Event {
        match self.reach {
            Reach::Visit => Event::Back,
            Reach::Place => Event::Enter,
        }
    }

    fn signal(&mut self, signal: Signal) -> Vec<Event> {
        self.since = None;
        let twice = self.seen.as_ref() == Some(&signal);
        match self.asks {
            Asks::Done => return vec![],
            Asks::First if twice => {
                (self.wiring.step, self.seen, self.asks) = (Some(signal), None, Asks::Second);
            }
            Asks::Second if twice => return self.done(signal),
            Asks::First | Asks::Second => self.seen = Some(signal),
        }
        vec![Event::Explain]
    }

    /// The one that chooses; where it is the first again, there is no other.
    fn done(&mut self, choose: Signal) -> Vec<Event> {
        let scanning =
            if self.wiring.step.as_ref() == Some(&choose) { Scanning::OneSwitch } else { Scanning::TwoSwitches };
        (self.wiring.choose, self.seen, self.asks) = (Some(choose), None, Asks::Done);
        let wiring = self.wiring.clone();
        let held = match self.reach {
            Reach::Visit => [Event::Set(Setting::Wiring(wiring)), Event::Set(Setting::Scanning(scanning))],
            Reach::Place => [Event::Keep(Change::Wiring(wiring)), Event::Keep(Change::Scanning(scanning))],
        };
        held.into_iter().chain([Event::Anew]).collect()
    }
}

pub fn update(state: &mut State, msg: Msg) -> Vec<Event> {
    match msg {
        Msg::Signal(signal) => state.signal(signal),
        Msg::OnlyOne => match (state.asks, state.wiring.step.clone()) {
            (Asks::Second, Some(first)) => state.done(first),
            _ => vec![],
        },
        Msg::Anew => {
            *state = State { reach: state.reach, ..State::default() };
            vec![Event::Anew]
        }
        Msg::Cancel | Msg::Close => vec![state.away()],
    }
}

pub fn title(view: &View<'_>) -> Line {
    view.words().wire_title()
}

/// What is asked now, and what came of the last press.
pub fn said(state: &State, view: &View<'_>) -> Line {
    let w = view.words();
    match (state.asks, &state.seen) {
        (Asks::First, None) => w.wire_first(),
        (Asks::Second, None) => w.wire_second(),
        (Asks::Second, Some(seen)) if Some(seen) == state.wiring.step.as_ref() => w.wire_same(),
        (Asks::First | Asks::Second, Some(seen)) => w.wire_once(signal_name(seen, w)),
        (Asks::Done, _) if state.wiring.step == state.wiring.choose => w.wire_done_one(),
        (Asks::Done, _) => w.wire_done_two(),
    }
}

pub fn page(state: &State, view: &View<'_>) -> Page<Msg> {
    let w = view.words();
    let button = |id, name, icon, msg| Control::button(id, name, msg).icon(icon);
    let cancel = button("wire/cancel", w.wire_cancel(), "back", Msg::Cancel);
    let tone = if state.asks == Asks::Done { Tone::Calm } else { Tone::Hint };
    let mut parts = vec![
        Part::group(Kind::Top, [Part::text(Level::Title, title(view))]),
        Part::group(Kind::Callout(tone), [Part::text(Level::Lead, said(state, view))]),
    ];
    let pair = [(&state.wiring.step, true), (&state.wiring.choose, false)];
    for (signal, first) in pair {
        if let Some(name) = signal.as_ref().map(|signal| signal_name(signal, w)) {
            parts.push(Part::text(Level::Body, if first { w.wire_is_first(name) } else { w.wire_is_second(name) }));
        }
    }
    let hints = [w.wire_leave(), w.wire_any()].map(|line| Part::text(Level::Note, line));
    match state.asks {
        Asks::First => {
            parts.push(Part::group(Kind::Row, [cancel.into()]));
            parts.extend(hints);
        }
        Asks::Second => {
            let one = button("wire/one", w.wire_only_one(), "check", Msg::OnlyOne);
            parts.push(Part::group(Kind::Row, [one.into(), cancel.into()]));
            parts.extend(hints);
        }
        Asks::Done => {
            let close = button("wire/close", w.wire_close(), "check", Msg::Close).weight(Weight::Primary);
            let again = button("wire/again", w.wire_again(), "again", Msg::Anew);
            parts.push(Part::group(Kind::Row, [close.into(), again.into()]));
            let held = match state.reach {
                Reach::Visit => w.wire_visit(),
                Reach::Place => w.wire_place(),
            };
            parts.push(Part::text(Level::Note, held));
        }
    }
    Page::new(parts)
}

pub(super) fn samples() -> [(&'static str, State); 5] {
    let (one, two) = (Signal::key("Space"), Signal::pad("South"));
    let wiring = |step: &Signal, choose: Option<&Signal>| Wiring { step: Some(step.clone()), choose: choose.cloned() };
    let second = State { asks: Asks::Second, wiring: wiring(&two, None), ..State::default() };
    let done =
        |choose, reach| State { asks: Asks::Done, wiring: wiring(&one, Some(choose)), reach, ..State::default() };
    [
        ("wire", State::default()),
        ("wire-once", State { seen: Some(one.clone()), ..State::staff() }),
        ("wire-second", State { seen: Some(two.clone()), ..second }),
        ("wire-done", done(&two, Reach::Visit)),
        ("wire-done-one", done(&one, Reach::Place)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(presses: &[&str], reach: Reach) -> (State, Vec<Event>) {
        let mut state = State { reach, ..State::default() };
        let mut events = vec![];
        for name in presses {
            events = update(&mut state, Msg::Signal(Signal::key(name)));
        }
        (state, events)
    }
    fn wiring(step: &str, choose: &str) -> Wiring {
        Wiring { step: Some(Signal::key(step)), choose: Some(Signal::key(choose)) }
    }

    #[test]
    fn each_switch_is_pressed_twice() {
        let two = |wiring| {
            vec![Event::Set(Setting::Wiring(wiring)), Event::Set(Setting::Scanning(Scanning::TwoSwitches)), Event::Anew]
        };
        assert_eq!(found(&["A", "A", "B", "B"], Reach::Visit).1, two(wiring("A", "B")));
        assert_eq!(
            found(&["A", "X", "X", "B", "Y", "B", "B"], Reach::Visit).1,
            two(wiring("X", "B")),
            "slips count for nothing"
        );
        assert!(found(&["A", "A", "B"], Reach::Visit).0.listens());
        let place = found(&["A", "A", "B", "B"], Reach::Place).1;
        assert_eq!(place[0], Event::Keep(Change::Wiring(wiring("A", "B"))));
    }

    #[test]
    fn whoever_has_one_presses_it_again() {
        let (state, events) = found(&["A", "A", "A", "A"], Reach::Visit);
        assert_eq!(
            (state.wiring, events[1].clone()),
            (wiring("A", "A"), Event::Set(Setting::Scanning(Scanning::OneSwitch)))
        );
        let (mut state, _) = found(&["A", "A"], Reach::Visit);
        assert_eq!(update(&mut state, Msg::OnlyOne)[1], Event::Set(Setting::Scanning(Scanning::OneSwitch)));
    }

    #[test]
    fn who_presses_nothing_goes_back() {
        let (mut state, _) = found(&["A"], Reach::Visit);
        let at = Duration::from_secs(100);
        assert_eq!((state.tick(at), state.due()), (vec![], Some(at + PATIENCE)));
        assert_eq!(state.tick(at + PATIENCE), [Event::Back]);
        let mut staff = State::staff();
        staff.tick(at);
        assert_eq!(staff.tick(at + PATIENCE), [Event::Enter]);
    }
}
