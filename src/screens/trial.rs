//! 「キーの れんしゅう」: every key, every button of a pad and every switch only says what it does. Nothing happens by it, so that somebody can
//! find out by feel what lies where before using it. Fingers and assistive technology are not practised: they lead away as everywhere.

use super::{Event, View};
use crate::{
    config::Signal,
    page::{Control, Kind, Level, Page, Part, Tone, Weight},
    words::{Line, Words},
};

/// Whoever has but one key leaves by it.
const ENOUGH: u32 = 5;

/// A key went down that only tells of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyDown {
    pub signal: Option<Signal>,
    pub does: Does,
}

/// What a key does where it is no practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Does {
    Left,
    Right,
    Up,
    Down,
    Next,
    Before,
    Choose,
    /// The space bar: steps where somebody scans, chooses elsewhere.
    Step,
    /// A switch that was told apart.
    FirstSwitch,
    SecondSwitch,
    Leave,
    Home,
    LeafBack,
    LeafNext,
    Help,
    Where,
    Again,
    Read,
    Slower,
    Faster,
    Quieter,
    Louder,
    Switches,
    /// Covers the screen for those who listen.
    Cover,
    Write,
    Erase,
    Nothing,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    pub last: Option<KeyDown>,
    /// How often the last one was pressed with nothing between.
    pub row: u32,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    Key(KeyDown),
    End,
}

pub fn update(state: &mut State, msg: Msg) -> Vec<Event> {
    let Msg::Key(key) = msg else { return vec![Event::Back] };
    state.row = if state.last.as_ref() == Some(&key) { state.row + 1 } else { 1 };
    let enough = if key.does == Does::Help { 2 } else { ENOUGH };
    state.last = Some(key);
    if state.row >= enough { vec![Event::Back] } else { vec![Event::Explain] }
}

pub fn title(view: &View<'_>) -> Line {
    view.words().trial_title()
}

/// What is said of the last key.
pub fn said(state: &State, view: &View<'_>) -> Option<Line> {
    let w = view.words();
    let key = state.last.as_ref()?;
    let does = does(key.does, w);
    let line = match &key.signal {
        Some(signal) => w.trial_key(does, signal_name(signal, w)),
        None => does,
    };
    let left = ENOUGH.saturating_sub(state.row);
    Some(if state.row >= 3 { line.join(&w.trial_soon(left)) } else { line })
}

pub fn page(state: &State, view: &View<'_>) -> Page<Msg> {
    let w = view.words();
    let now = said(state, view).unwrap_or_else(|| w.trial_wait());
    let end = Control::button("trial/end", w.trial_end(), Msg::End).icon("check").weight(Weight::Primary);
    let lines = [w.trial_intro(), w.trial_leave(), w.trial_leave_any()];
    let body = lines.map(|line| Part::text(Level::Body, line));
    let mut parts = vec![
        Part::group(Kind::Top, [Part::text(Level::Title, title(view))]),
        Part::group(Kind::Callout(Tone::Hint), [Part::text(Level::Lead, now)]),
    ];
    parts.extend(body);
    parts.push(Part::group(Kind::Row, [end.into()]));
    parts.extend(card(w));
    Page::new(parts)
}

/// Which key does what; also on the page of help.
pub(super) fn card<M>(w: &Words) -> Vec<Part<M>> {
    let keys = [
        w.help_keys(),
        w.keys_help(),
        w.keys_again(),
        w.keys_pace(),
        w.keys_volume(),
        w.keys_leaf(),
        w.keys_switches(),
    ];
    let pads = [w.help_pad(), w.pads_help(), w.pads_again(), w.pads_pace(), w.pads_volume(), w.pads_leaf()];
    let heading = |line| Part::text(Level::Heading, line);
    let line = |line| Part::text(Level::Body, line);
    let keys = [heading(w.keys_heading())].into_iter().chain(keys.map(line));
    keys.chain([heading(w.pads_heading())]).chain(pads.map(line)).collect()
}

/// What people call a key or a button; one without a name of its own is called as it is labelled.
pub(super) fn signal_name(signal: &Signal, w: &Words) -> Line {
    let (device, name) = signal.parts();
    let known = w.get(&format!("signal-{device}-{}", name.to_lowercase()));
    known.unwrap_or_else(|| if device == "pad" { w.signal_button(name) } else { Line::verbatim(name) })
}

fn does(does: Does, w: &Words) -> Line {
    match does {
        Does::Left => w.does_left(),
        Does::Right => w.does_right(),
        Does::Up => w.does_up(),
        Does::Down => w.does_down(),
        Does::Next => w.does_next(),
        Does::Before => w.does_before(),
        Does::Choose => w.does_choose(),
        Does::Step => w.does_step(),
        Does::FirstSwitch => w.does_first(),
        Does::SecondSwitch => w.does_second(),
        Does::Leave => w.does_leave(),
        Does::Home => w.does_home(),
        Does::LeafBack => w.does_leaf_back(),
        Does::LeafNext => w.does_leaf_next(),
        Does::Help => w.does_help(),
        Does::Where => w.does_where(),
        Does::Again => w.does_again(),
        Does::Read => w.does_read(),
        Does::Slower => w.does_slower(),
        Does::Faster => w.does_faster(),
        Does::Quieter => w.does_quieter(),
        Does::Louder => w.does_louder(),
        Does::Switches => w.does_switches(),
        Does::Cover => w.does_cover(),
        Does::Write => w.does_write(),
        Does::Erase => w.does_erase(),
        Does::Nothing => w.does_nothing(),
    }
}

pub(super) fn samples() -> [(&'static str, State); 2] {
    let key = KeyDown { signal: Some(Signal::key("Space")), does: Does::Step };
    [("trial", State::default()), ("trial-longest", State { last: Some(key), row: 4 })]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn help_twice_or_any_key_five_times_in_a_row_leads_away() {
        let left = |keys: &[(&str, Does)]| {
            let mut state = State::default();
            let pressed = |(name, does): &(&str, Does)| KeyDown { signal: Some(Signal::key(name)), does: *does };
            keys.iter().map(pressed).map(|key| update(&mut state, Msg::Key(key))).collect::<Vec<_>>()
        };
        let (help, space) = (("F1", Does::Help), ("Space", Does::Step));
        assert_eq!(left(&[help, help]), [[Event::Explain], [Event::Back]]);
        assert!(left(&[help, space, help, space, space, space, space]).concat().iter().all(|it| *it == Event::Explain));
        assert_eq!(left(&[space; 5]).pop(), Some(vec![Event::Back]));
    }
}
