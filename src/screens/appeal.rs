//! What staff themselves put over the whole screen: one of a few fixed sentences, read back, put up; and taken back the same way. Behind the
//! door: it has no address.

use super::{Event, View, danger};
use crate::{
    config::{Appeal, Meant},
    page::{Control, Kind, Level, Page, Part, Role, Tone, Weight},
    words::Line,
};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    pub what: What,
    /// Whether it is put up for a drill.
    pub meant: Meant,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum What {
    #[default]
    Asked,
    Put(Appeal),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Msg {
    What(What),
    PutUp(Appeal),
    TakeBack,
    Cancel,
}

impl State {
    pub fn of(meant: Meant) -> Self {
        Self { meant, ..Self::default() }
    }
}

pub fn update(state: &mut State, msg: Msg) -> Vec<Event> {
    let meant = state.meant;
    // Back first: what is put up comes over whatever page is there.
    match msg {
        Msg::What(what) => {
            state.what = what;
            vec![Event::Anew]
        }
        Msg::PutUp(appeal) => vec![Event::Enter, Event::Appealed { appeal: Some(appeal), meant }],
        Msg::TakeBack => vec![Event::Enter, Event::Appealed { appeal: None, meant }],
        Msg::Cancel => vec![Event::Enter],
    }
}

pub fn title(state: &State, view: &View<'_>) -> Line {
    danger::marked(state.meant, view.words().appeal_title(), view)
}

pub fn page(state: &State, view: &View<'_>) -> Page<Msg> {
    let w = view.words();
    let mut parts = vec![Part::group(Kind::Top, [Part::text(Level::Title, title(state, view))])];
    match state.what {
        What::Asked => {
            parts.push(Part::text(Level::Lead, w.appeal_which()));
            parts.push(Part::group(Kind::List, rows(state, view)));
            parts.push(Part::text(Level::Note, w.appeal_about()));
        }
        What::Put(appeal) => {
            let words = danger::appeal_name(appeal, state.meant, view);
            let name = w.appeal_put_up();
            let put = Control::button("appeal/put", name, Msg::PutUp(appeal)).icon("check").weight(Weight::Primary);
            parts.push(Part::group(Kind::Callout(Tone::Care), [Part::text(Level::Lead, w.appeal_read_back(words))]));
            parts.push(Part::group(Kind::Row, [put.into()]));
            parts.push(Part::text(Level::Note, w.order_recorded()));
        }
    }
    let cancel = Control::button("appeal/cancel", w.order_cancel(), Msg::Cancel).icon("back");
    parts.push(Part::group(Kind::Row, [cancel.into()]));
    Page::new(parts)
}

fn rows(state: &State, view: &View<'_>) -> Vec<Part<Msg>> {
    let row = |appeal: Appeal| {
        let (name, what) = (danger::appeal_name(appeal, state.meant, view), Msg::What(What::Put(appeal)));
        Control::new(Role::Row, format!("appeal/{}", appeal.name()), name, what).icon(icon(appeal))
    };
    let stands = view.appeal().is_some_and(|there| there.appeal.is_some() && there.meant == state.meant);
    let back = || Control::new(Role::Row, "appeal/back", view.words().appeal_take_back(), Msg::TakeBack).icon("check");
    // What stands is to be taken back: that comes first.
    let all = stands.then(back).into_iter().chain(Appeal::ALL.map(row));
    all.map(Part::from).collect()
}

const fn icon(appeal: Appeal) -> &'static str {
    match appeal {
        Appeal::Evacuate => "run",
        Appeal::Fire => "warning",
        Appeal::Away => "broken-house",
        Appeal::Inside => "house",
        Appeal::High => "up",
    }
}

pub(super) fn samples() -> [(&'static str, State); 3] {
    [
        ("appeal", State::default()),
        ("appeal-drill", State::of(Meant::Drill)),
        ("appeal-longest", State { what: What::Put(Appeal::Fire), meant: Meant::Drill }),
    ]
}
