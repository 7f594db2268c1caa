//! 訓練: staff begin a drill on this kiosk, put into it what the municipality would order and what they themselves would say, and end it.
//! Behind the door: it has no address.

use super::{Event, View, danger};
use crate::{
    alert,
    config::{Change, Drill, Meant},
    page::{Control, Kind, Level, Page, Part, Role, Tone, Weight},
    words::Line,
};
use smol_str::SmolStr;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// What the drill is to be about, once that was chosen.
    pub chosen: Option<Chosen>,
}

/// What a drill is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// A prepared exercise, by its name.
    Exercise(SmolStr),
    /// The telegrams of 訓練 that come.
    Telegrams,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    Choose(Chosen),
    Begin(Chosen),
    Order,
    Appeal,
    End,
    Cancel,
}

pub fn update(state: &mut State, msg: Msg) -> Vec<Event> {
    match msg {
        Msg::Choose(chosen) => {
            state.chosen = Some(chosen);
            vec![Event::Anew]
        }
        // Back first: what a drill says comes over whatever page is there.
        Msg::Begin(Chosen::Exercise(name)) => vec![Event::Enter, Event::BeginDrill(Some(name))],
        Msg::Begin(Chosen::Telegrams) => vec![Event::Enter, Event::BeginDrill(None)],
        Msg::Order => vec![Event::Order(Meant::Drill)],
        Msg::Appeal => vec![Event::Appeal(Meant::Drill)],
        Msg::End => vec![Event::Enter, Event::Keep(Change::Drill(None))],
        Msg::Cancel => vec![Event::Enter],
    }
}

pub fn title(view: &View<'_>) -> Line {
    view.words().drill_title()
}

pub fn page(state: &State, view: &View<'_>) -> Page<Msg> {
    let w = view.words();
    let mut parts = vec![Part::group(Kind::Top, [Part::text(Level::Title, title(view))])];
    match (&view.standing.own.drill, &state.chosen) {
        (Some(drill), _) => parts.extend(running(drill, view)),
        (None, _) if view.standing.is_earnest() => {
            let lines = [Part::text(Level::Lead, w.drill_not_now()), Part::text(Level::Body, w.drill_real_first())];
            parts.push(Part::group(Kind::Callout(Tone::Care), lines));
        }
        (None, None) => {
            parts.extend([Part::text(Level::Lead, w.drill_which()), Part::text(Level::Body, w.drill_about())]);
            parts.push(Part::group(Kind::List, choices(view)));
        }
        (None, Some(chosen)) => parts.extend(confirm(chosen, view)),
    }
    let cancel = Control::button("drill/cancel", w.order_cancel(), Msg::Cancel).icon("back");
    parts.push(Part::group(Kind::Row, [cancel.into()]));
    Page::new(parts)
}

fn name(chosen: &Chosen, view: &View<'_>) -> Line {
    let w = view.words();
    match chosen {
        Chosen::Exercise(name) => {
            w.get(&format!("drill-exercise-{name}")).unwrap_or_else(|| Line::verbatim(name.as_str()))
        }
        Chosen::Telegrams => w.drill_telegrams(),
    }
}

fn choices(view: &View<'_>) -> Vec<Part<Msg>> {
    let row = |id: String, chosen: Chosen, icon| {
        Part::from(Control::new(Role::Row, id, name(&chosen, view), Msg::Choose(chosen)).icon(icon))
    };
    let icon = |name: &str| match name {
        "rain" => "rain",
        "tsunami" => "water",
        _ => "quake",
    };
    let made = alert::exercises().into_iter();
    let made = made.map(|name| row(format!("exercise/{name}"), Chosen::Exercise(name.into()), icon(name)));
    made.chain([row("exercise/telegrams".to_owned(), Chosen::Telegrams, "paper")]).collect()
}

fn confirm(chosen: &Chosen, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let begin = Control::button("drill/begin", w.drill_begin(), Msg::Begin(chosen.clone()));
    let lines = [
        Part::text(Level::Lead, w.drill_read_back(name(chosen, view))),
        Part::text(Level::Body, w.drill_ends_by_itself(Drill::LONGEST)),
        Part::text(Level::Body, w.drill_real_wins()),
    ];
    vec![
        Part::group(Kind::Callout(Tone::Care), lines),
        Part::group(Kind::Row, [begin.icon("check").weight(Weight::Primary).into()]),
        Part::text(Level::Note, w.order_recorded()),
    ]
}

fn running(drill: &Drill, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let end = Control::button("drill/end", w.drill_end(), Msg::End).icon("stop").weight(Weight::Primary);
    let more = [
        ("drill/order", w.drill_order(), "warning", Msg::Order),
        ("drill/appeal", w.drill_appeal(), "bell", Msg::Appeal),
    ];
    let more = more.map(|(id, name, icon, msg)| Control::new(Role::Row, id, name, msg).icon(icon).into());
    let lines = [
        Part::text(Level::Lead, w.drill_running()),
        Part::text(Level::Age, w.drill_until(danger::time(drill.from, view), danger::time(drill.until, view))),
    ];
    vec![
        Part::group(Kind::Callout(Tone::Care), lines),
        Part::group(Kind::Row, [end.into()]),
        Part::group(Kind::List, more),
        Part::text(Level::Body, w.drill_real_wins()),
    ]
}

pub(super) fn samples() -> [(&'static str, State); 2] {
    [("drill", State::default()), ("drill-longest", State { chosen: Some(Chosen::Exercise("tsunami".into())) })]
}
