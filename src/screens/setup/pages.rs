//! The pages of the first start, and what stands below each of them: on, later, back.

use super::{Asks, At, Msg, State, View, Way, card, number, place, title, town, write};
use crate::{
    config::{Change, Said, Step},
    job::Printers,
    page::{Control, Kind, Level, Page, Part, Role, Tone, Weight},
    reading::Sound,
    screens::{Loaded, view::clock_lines},
    words::{Line, Tongue, Words},
};

pub(super) fn page(state: &State, view: &View<'_>) -> Page<Msg> {
    let top = Part::group(Kind::Top, [Part::text(Level::Title, title(state, view))]);
    Page::new([top].into_iter().chain(body(state, view)))
}

fn body(state: &State, view: &View<'_>) -> Vec<Part<Msg>> {
    let At::Step(step) = state.at else { return done(view) };
    match (step, state.asks) {
        (_, Asks::Write(text)) => write::page(text, state, view),
        (Step::Tongue, _) => tongue(state, view),
        (Step::Town, _) => town::page(state, view),
        (Step::Place, Asks::Building) => place::building(state, view),
        (Step::Place, Asks::Entrance) => place::entrance(state, view),
        (Step::Place, _) => place::name(state, view),
        (Step::Screen, _) => card::page(state, view),
        (Step::Clock, Asks::Clock) => help(view.words().setup_clock_wrong(), clock_help(view.words()), view),
        (Step::Clock, _) => clock(state, view),
        (Step::Sound, Asks::Silence) => silence(view),
        (Step::Sound, _) => sound(state, view),
        (Step::Print, _) => print(state, view),
        (Step::Number, _) => number::page(state, view),
    }
}

pub(in crate::screens) fn name(step: Step, w: &Words) -> Line {
    match step {
        Step::Tongue => w.setup_step_tongue(),
        Step::Town => w.setup_step_town(),
        Step::Place => w.setup_step_place(),
        Step::Screen => w.setup_step_screen(),
        Step::Clock => w.setup_step_clock(),
        Step::Sound => w.setup_step_sound(),
        Step::Print => w.setup_step_print(),
        Step::Number => w.setup_step_number(),
    }
}

/// On to the next question, or out of the only one.
pub(super) fn next(step: Step, state: &State, view: &View<'_>) -> Control<Msg> {
    let w = view.words();
    let more = step == Step::Place && state.asks != Asks::Entrance;
    let name = if state.way == Way::First || more { w.setup_next() } else { w.setup_close() };
    Control::button("setup/next", name, Msg::Next).icon("next")
}

/// Below a question that is answered by what was chosen above.
pub(super) fn around(state: &State, view: &View<'_>) -> Part<Msg> {
    let At::Step(step) = state.at else { return Part::group(Kind::Row, []) };
    let mut parts = vec![next(step, state, view).weight(Weight::Primary).into()];
    parts.extend(ways_out(step, state, view));
    Part::group(Kind::Row, parts)
}

/// One more button in a row.
fn with(row: Part<Msg>, button: Control<Msg>) -> Part<Msg> {
    match row {
        Part::Group(mut group) => {
            group.parts.push(button.into());
            Part::Group(group)
        }
        other => other,
    }
}

/// Below a question that has an answer of its own to be pressed: it can be left open.
pub(super) fn aside(state: &State, view: &View<'_>) -> Part<Msg> {
    let At::Step(step) = state.at else { return Part::group(Kind::Row, []) };
    let w = view.words();
    let later = if state.way == Way::First { w.setup_later() } else { w.setup_write_back() };
    let icon = if state.way == Way::First { "next" } else { "back" };
    let later = Control::button("setup/next", later, Msg::Next).icon(icon);
    Part::group(Kind::Row, [later.into()].into_iter().chain(ways_out(step, state, view)))
}

/// Back to the question before; from the first one to the kiosk as it is.
fn ways_out(step: Step, state: &State, view: &View<'_>) -> Option<Part<Msg>> {
    let w = view.words();
    match (step.back(), state.way) {
        (None, Way::First) => {
            let later = Control::button("setup/later", w.setup_use_now(), Msg::Later).icon("home");
            Some(later.weight(Weight::Away).into())
        }
        (Some(_), Way::First) => Some(Control::button("setup/back", w.setup_back(), Msg::Back).icon("back").into()),
        _ => None,
    }
}

fn tongue(state: &State, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let here = view.standing.first_words.tongue();
    let choice = |(tongue, name): &(Tongue, Line)| {
        let id = format!("tongue/{tongue}");
        Part::from(
            Control::new(Role::Choice, id, name.clone(), Msg::Keep(Change::Tongue(tongue.clone()))).on(tongue == here),
        )
    };
    let welcome = (state.way == Way::First).then(|| Part::text(Level::Body, w.setup_welcome()));
    [Part::text(Level::Hello, w.setup_tongue_hello())]
        .into_iter()
        .chain(welcome)
        .chain([Part::group(Kind::Row, state.tongues.iter().map(choice)), around(state, view)])
        .collect()
}

fn clock(state: &State, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let [date, time] = clock_lines(view.standing.now, w);
    let right = Control::button("clock/right", w.setup_clock_right(), Msg::TrustClock).icon("check");
    let wrong = Control::button("clock/wrong", w.setup_clock_differs(), Msg::Ask(Asks::Clock)).icon("clock");
    vec![
        Part::text(Level::Hello, w.setup_clock_hello()),
        Part::text(Level::Lead, date),
        Part::text(Level::Digits, time),
        Part::group(Kind::Row, [right.weight(Weight::Primary).into(), wrong.into()]),
        aside(state, view),
    ]
}

fn clock_help(w: &Words) -> Vec<Line> {
    vec![w.setup_clock_net(), w.setup_clock_machine(), w.setup_clock_until()]
}

fn silence(view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let lines = vec![w.setup_sound_plug(), w.setup_sound_power(), w.setup_sound_settings(), w.setup_sound_without()];
    let without = Msg::Settle(Change::Sound(Said::No));
    let without = Control::button("sound/without", w.setup_sound_go_on(), without).icon("next");
    let mut parts = help(w.setup_sound_silent(), lines, view);
    parts.push(Part::group(Kind::Row, [without.into()]));
    parts
}

/// What to look at, and back to the question.
fn help(what: Line, lines: Vec<Line>, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let again = Control::button("setup/again", w.setup_again(), Msg::Back).icon("back").weight(Weight::Primary);
    let lines = lines.into_iter().map(|line| Part::text(Level::Body, line));
    let mut parts = vec![Part::text(Level::Hello, what)];
    parts.extend(lines);
    parts.push(Part::group(Kind::Row, [again.into()]));
    parts
}

fn sound(state: &State, view: &View<'_>) -> Vec<Part<Msg>> {
    let (w, volume) = (view.words(), view.settings.volume);
    let step = |id: &'static str, name, icon, to: Option<_>| {
        Part::from(Control::button(id, name, to.map(Msg::Volume)).icon(icon))
    };
    let sample = Control::button("sound/sample", w.setup_sound_sample(), Msg::Sample).icon("speaker");
    let loud = [
        sample.weight(Weight::Primary).into(),
        step("volume/quieter", w.volume_quieter(), "minus", volume.quieter()),
        step("volume/louder", w.volume_louder(), "plus", volume.louder()),
    ];
    let lacks = match view.standing.sound {
        Sound::Works => None,
        Sound::NoDevice => Some(w.sound_no_device()),
        Sound::NoVoice => Some(w.sound_no_voice()),
    };
    let lacks = lacks.map(|line| Part::group(Kind::Callout(Tone::Care), [Part::text(Level::Body, line)]));
    let heard = Control::button("sound/heard", w.setup_sound_heard(), Msg::Heard(volume)).icon("check");
    let silent = Control::button("sound/silent", w.setup_sound_not(), Msg::Ask(Asks::Silence)).icon("sound-off");
    [Part::text(Level::Hello, w.setup_sound_hello())]
        .into_iter()
        .chain(lacks)
        .chain([
            Part::group(Kind::Row, loud),
            Part::group(Kind::Row, [heard.into(), silent.into()]),
            aside(state, view),
        ])
        .collect()
}

fn print(state: &State, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let here = view.standing.own.printer;
    let choice = |id: &'static str, name, said| {
        Part::from(Control::new(Role::Choice, id, name, Msg::Keep(Change::Printer(said))).on(here == Some(said)))
    };
    let mut parts = vec![Part::text(Level::Hello, w.setup_print_hello())];
    parts.extend(printers(state, w));
    let look = Control::button("print/look", w.setup_print_look(), Msg::Look).icon("again");
    let answers =
        [choice("print/yes", w.setup_print_yes(), Said::Yes), choice("print/no", w.setup_print_no(), Said::No)];
    parts.extend([
        Part::text(Level::Body, w.setup_print_later()),
        Part::group(Kind::Row, answers),
        with(around(state, view), look),
    ]);
    parts
}

/// What the machine said about printers, as it is: none is no fault.
fn printers(state: &State, w: &Words) -> Vec<Part<Msg>> {
    let lead = |line| vec![Part::text(Level::Lead, line)];
    match &state.printers {
        Loaded::Waiting => lead(w.setup_print_looking()),
        Loaded::Ready(Printers::Known(names)) if names.is_empty() => lead(w.setup_print_none()),
        Loaded::Ready(Printers::Known(names)) => {
            let shown = names.iter().take(FEW).map(|name| Part::text(Level::Body, Line::verbatim(name)));
            let more = names.len().saturating_sub(FEW);
            let more = (more > 0).then(|| Part::text(Level::Note, w.setup_print_more(more)));
            lead(w.setup_print_found(names.len())).into_iter().chain(shown).chain(more).collect()
        }
        Loaded::Ready(Printers::NoSystem) => lead(w.setup_print_no_system()),
        Loaded::Ready(Printers::NoAnswer) | Loaded::Gone => lead(w.setup_print_no_answer()),
    }
}

/// Printers that are named; nobody at a kiosk has more.
const FEW: usize = 3;

/// What was set, and the kiosk.
fn done(view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let finish = Control::button("setup/finish", w.setup_finish(), Msg::Finish).icon("home").weight(Weight::Primary);
    let back = Control::button("setup/back", w.setup_back(), Msg::Back).icon("back");
    let place = view.standing.config.place.as_ref().map(|place| Part::text(Level::Lead, Line::parse(place)));
    [Part::text(Level::Hello, w.setup_done_hello())]
        .into_iter()
        .chain(place)
        .chain([
            Part::text(Level::Body, w.setup_done_change()),
            Part::text(Level::Body, w.setup_done_shelter()),
            Part::group(Kind::Row, [finish.into(), back.into()]),
        ])
        .collect()
}
