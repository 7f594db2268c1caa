//! From what the window system reports to presses. egui's own ideas of clicks, focus and repetition never see these events: a click of
//! egui ends after 0.8 s or 6 points, and hands that tremble need longer and further.

use super::press::{self, Deed, Finger, Phase, Press};
use crate::config::Signal;
use egui::{Event, Key, PointerButton, TouchPhase};
use std::collections::BTreeSet;

/// What was last used, so that the arrow of the mouse is not shown to those who touch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Pointer {
    Mouse,
    #[default]
    Touch,
}

/// What is held down at the moment.
#[derive(Debug, Default)]
pub(super) struct Devices {
    keys: BTreeSet<Key>,
    /// The last key that went down was held: the signs that follow are its repetition.
    held: bool,
    /// The last key that went down: the sign that follows is its own.
    last: Option<Key>,
    /// A finger is on the glass, or the pointer events that imitate it still follow.
    touched: bool,
    pointer: Pointer,
}

impl Devices {
    pub(super) fn pointer(&self) -> Pointer {
        self.pointer
    }

    /// Takes every event out of `events` that a person caused, and returns what it means. What is left belongs to egui: the requests of
    /// assistive technology and the state of the window.
    pub(super) fn presses(&mut self, events: &mut Vec<Event>) -> Vec<Deed> {
        let mut out = vec![];
        events.retain(|event| {
            let keep = matches!(event, Event::AccessKitActionRequest(_) | Event::WindowFocused(_));
            out.extend(self.press(event));
            keep
        });
        out
    }

    fn press(&mut self, event: &Event) -> Option<Deed> {
        match event {
            Event::Key { key, pressed, modifiers, .. } => self.key(*key, *pressed, *modifiers),
            Event::Text(text) if !self.held => {
                let own = self.last.take().map(|key| Signal::key(key.name()));
                typed(text).map(|press| Deed { signal: own.or_else(|| Some(Signal::key(text.trim()))), press })
            }
            event => self.finger(event).map(Deed::from),
        }
    }

    fn finger(&mut self, event: &Event) -> Option<Press> {
        match event {
            Event::Touch { id, phase, pos, .. } => {
                self.touched = true;
                self.pointer = Pointer::Touch;
                let phase = match phase {
                    TouchPhase::Start => Phase::Down,
                    TouchPhase::Move => Phase::Move,
                    TouchPhase::End => Phase::Up,
                    TouchPhase::Cancel => Phase::Cancel,
                };
                Some(Press::Finger(Finger { id: id.0.wrapping_add(1), phase, at: [pos.x, pos.y] }))
            }
            Event::PointerGone => {
                let imitated = std::mem::take(&mut self.touched);
                let gone = Finger { id: 0, phase: Phase::Cancel, at: [0.0; 2] };
                (!imitated).then_some(Press::Finger(gone))
            }
            Event::PointerButton { pos, button: PointerButton::Primary, pressed, .. } if !self.touched => {
                let phase = if *pressed { Phase::Down } else { Phase::Up };
                Some(Press::Finger(Finger { id: 0, phase, at: [pos.x, pos.y] }))
            }
            Event::PointerMoved(pos) if !self.touched => {
                self.pointer = Pointer::Mouse;
                Some(Press::Finger(Finger { id: 0, phase: Phase::Move, at: [pos.x, pos.y] }))
            }
            Event::WindowFocused(false) => {
                self.keys.clear();
                None
            }
            _ => None,
        }
    }

    fn key(&mut self, key: Key, pressed: bool, modifiers: egui::Modifiers) -> Option<Deed> {
        if !pressed {
            self.keys.remove(&key);
            self.held = false;
            return None;
        }
        self.held = !self.keys.insert(key);
        let chord = modifiers.ctrl || modifiers.alt || modifiers.command || modifiers.mac_cmd;
        if self.held || chord {
            return None;
        }
        let press = press::key(key, modifiers.shift);
        self.last = (press == Press::Letter).then_some(key);
        Some(Deed { signal: Some(Signal::key(key.name())), press })
    }
}

/// A space presses what has the focus, and arrives as a key.
fn typed(text: &str) -> Option<Press> {
    let signs: String = text.chars().filter(|sign| !sign.is_control()).collect();
    (!signs.trim().is_empty()).then_some(Press::Type(signs))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{lay::walk::Dir, shell::press::Turn};
    use egui::{Modifiers, TouchDeviceId, TouchId, pos2};

    fn key(key: Key, pressed: bool) -> Event {
        Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE }
    }
    fn touch(id: u64, phase: TouchPhase) -> Event {
        Event::Touch { device_id: TouchDeviceId(0), id: TouchId(id), phase, pos: pos2(5.0, 6.0), force: None }
    }
    fn button(pressed: bool, button: PointerButton) -> Event {
        Event::PointerButton { pos: pos2(5.0, 6.0), button, pressed, modifiers: Modifiers::NONE }
    }
    fn deeds(devices: &mut Devices, events: impl IntoIterator<Item = Event>) -> Vec<Deed> {
        let mut events = events.into_iter().collect();
        let out = devices.presses(&mut events);
        assert_eq!(events, [], "nothing is left for egui");
        out
    }
    /// What they mean; a key that writes is followed by what it wrote.
    fn presses(devices: &mut Devices, events: impl IntoIterator<Item = Event>) -> Vec<Press> {
        let deeds = deeds(devices, events).into_iter().map(|deed| deed.press);
        deeds.filter(|press| *press != Press::Letter).collect()
    }
    fn finger(id: u64, phase: Phase) -> Press {
        Press::Finger(Finger { id, phase, at: [5.0, 6.0] })
    }

    #[test]
    fn a_key_that_is_held_counts_once() {
        let mut devices = Devices::default();
        let held = [key(Key::ArrowDown, true), key(Key::ArrowDown, true), key(Key::ArrowDown, true)];
        assert_eq!(presses(&mut devices, held), [Press::Go(Dir::Down)]);
        let again = [key(Key::ArrowDown, false), key(Key::ArrowDown, true)];
        assert_eq!(presses(&mut devices, again), [Press::Go(Dir::Down)]);
        let letter = [key(Key::A, true), Event::Text("a".into()), key(Key::A, true), Event::Text("a".into())];
        assert_eq!(presses(&mut devices, letter), [Press::Type("a".into())]);
    }

    #[test]
    fn a_space_chooses_and_an_input_method_may_type_words() {
        let mut devices = Devices::default();
        assert_eq!(presses(&mut devices, [key(Key::Space, true), Event::Text(" ".into())]), [Press::Step]);
        assert_eq!(presses(&mut devices, [Event::Text("ひなんじょ\u{7f}".into())]), [Press::Type("ひなんじょ".into())]);
    }

    #[test]
    fn every_key_has_a_name_and_so_has_the_sign_it_writes() {
        let mut devices = Devices::default();
        let names = |deeds: Vec<Deed>| deeds.into_iter().map(|deed| deed.signal).collect::<Vec<_>>();
        let a = [key(Key::A, true), Event::Text("a".into()), key(Key::A, false)];
        assert_eq!(names(deeds(&mut devices, a)), [Some(Signal::key("A")), Some(Signal::key("A"))]);
        let others = [key(Key::F7, true), key(Key::Space, true), Event::Text(" ".into()), Event::Text("ぬ".into())];
        let expected = ["F7", "Space", "ぬ"].map(|name| Some(Signal::key(name)));
        assert_eq!(names(deeds(&mut devices, others)), expected);
    }

    #[test]
    fn no_chord_means_anything() {
        let mut devices = Devices::default();
        for modifiers in [Modifiers::CTRL, Modifiers::ALT, Modifiers::COMMAND, Modifiers::CTRL | Modifiers::SHIFT] {
            for k in [Key::Q, Key::W, Key::F4, Key::Tab, Key::Escape, Key::Plus, Key::F1] {
                let down = Event::Key { key: k, physical_key: None, pressed: true, repeat: false, modifiers };
                assert_eq!(presses(&mut devices, [down, key(k, false)]), []);
            }
        }
        let chords = [Event::Copy, Event::Cut, Event::Paste("secret".into()), Event::Zoom(2.0)];
        assert_eq!(presses(&mut devices, chords), []);
    }

    #[test]
    fn every_finger_is_itself_and_the_imitated_mouse_is_nobody() {
        let mut devices = Devices::default();
        let tap = [
            touch(0, TouchPhase::Start),
            Event::PointerMoved(pos2(5.0, 6.0)),
            button(true, PointerButton::Primary),
            touch(1, TouchPhase::Start),
            touch(1, TouchPhase::Cancel),
            touch(0, TouchPhase::End),
            button(false, PointerButton::Primary),
            Event::PointerGone,
        ];
        let fingers = [(1, Phase::Down), (2, Phase::Down), (2, Phase::Cancel), (1, Phase::Up)];
        assert_eq!(presses(&mut devices, tap), fingers.map(|(id, phase)| finger(id, phase)));
        assert_eq!(devices.pointer(), Pointer::Touch);
        let click = [button(true, PointerButton::Primary), button(false, PointerButton::Primary)];
        assert_eq!(presses(&mut devices, click), [finger(0, Phase::Down), finger(0, Phase::Up)]);
        presses(&mut devices, [Event::PointerMoved(pos2(5.0, 6.0))]);
        assert_eq!(devices.pointer(), Pointer::Mouse);
    }

    #[test]
    fn only_the_main_button_presses() {
        let mut devices = Devices::default();
        for other in [PointerButton::Secondary, PointerButton::Middle, PointerButton::Extra1] {
            assert_eq!(presses(&mut devices, [button(true, other), button(false, other)]), []);
        }
    }

    #[test]
    fn keys_that_stay_down_while_the_window_is_away_are_let_go() {
        let mut devices = Devices::default();
        let mut away = vec![key(Key::PageDown, true), Event::WindowFocused(false)];
        devices.presses(&mut away);
        assert_eq!(presses(&mut devices, [key(Key::PageDown, true)]), [Press::Turn(Turn::Next)]);
    }
}
