//! What the municipality ordered, entered by staff: what it is, where they saw it, read back, put up. Lifted the same way. Behind the door: it has
//! no address.

use super::{Event, View, danger};
use crate::{
    config::{By, Meant, Order},
    page::{Control, Kind, Level, Page, Part, Role, Tone, WarningLevel, Weight},
    words::Line,
};

#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    pub what: What,
    pub by: Option<By>,
    /// Whether it is for a drill.
    pub meant: Meant,
}

impl State {
    pub fn of(meant: Meant) -> Self {
        Self { meant, ..Self::default() }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum What {
    #[default]
    Asked,
    Put(Order),
    Lift,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Msg {
    What(What),
    By(By),
    PutUp { order: Option<Order>, by: By },
    Cancel,
}

pub fn update(state: &mut State, msg: Msg) -> Vec<Event> {
    match msg {
        Msg::What(what) => {
            state.what = what;
            vec![Event::Anew]
        }
        Msg::By(by) => {
            state.by = Some(by);
            vec![Event::Anew]
        }
        // Back first: what is put up comes over whatever page is there.
        Msg::PutUp { order, by } => {
            vec![Event::Enter, Event::Ordered { order, by, meant: state.meant }]
        }
        Msg::Cancel => vec![Event::Enter],
    }
}

pub fn title(state: &State, view: &View<'_>) -> Line {
    danger::marked(state.meant, view.words().order_title(), view)
}

pub fn page(state: &State, view: &View<'_>) -> Page<Msg> {
    let w = view.words();
    let mut parts = vec![Part::group(Kind::Top, [Part::text(Level::Title, title(state, view))])];
    match (state.what, state.by) {
        (What::Asked, _) => {
            parts.extend([Part::text(Level::Lead, w.order_which()), Part::text(Level::Body, w.order_not_jma())]);
            parts.push(Part::group(Kind::List, orders(state, view)));
        }
        (_, None) => {
            parts.push(Part::text(Level::Lead, w.order_by()));
            let way = |by: By| {
                Part::from(Control::new(Role::Row, format!("by/{}", by.name()), danger::by(by, view), Msg::By(by)))
            };
            parts.push(Part::group(Kind::List, By::ALL.map(way)));
        }
        (what, Some(by)) => parts.extend(confirm(what, by, state.meant, view)),
    }
    let cancel = Control::button("order/cancel", w.order_cancel(), Msg::Cancel).icon("back");
    parts.push(Part::group(Kind::Row, [cancel.into()]));
    Page::new(parts)
}

fn orders(state: &State, view: &View<'_>) -> Vec<Part<Msg>> {
    let row = |order: Order| {
        let icon = WarningLevel::of(order.level()).map_or("warning", WarningLevel::icon);
        let name = danger::order_name(order, state.meant, view);
        Control::new(Role::Row, format!("order/{}", order.level()), name, Msg::What(What::Put(order))).icon(icon)
    };
    let stands = view.order().is_some_and(|ordered| ordered.order.is_some() && ordered.meant == state.meant);
    let lift = || Control::new(Role::Row, "order/lift", view.words().order_lift(), Msg::What(What::Lift)).icon("check");
    let all = Order::ALL.map(row).into_iter().chain(stands.then(lift));
    all.map(Part::from).collect()
}

fn confirm(what: What, by: By, meant: Meant, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let (order, name) = match what {
        What::Put(order) => (Some(order), danger::order_name(order, meant, view)),
        What::Asked | What::Lift => (None, danger::marked(meant, w.order_lift(), view)),
    };
    let put =
        Control::button("order/put", w.order_put_up(), Msg::PutUp { order, by }).icon("check").weight(Weight::Primary);
    let read = Part::text(Level::Lead, w.order_read_back(danger::by(by, view), name));
    vec![
        Part::group(Kind::Callout(Tone::Care), [read]),
        Part::text(Level::Note, w.order_recorded()),
        Part::group(Kind::Row, [put.into()]),
    ]
}

pub(super) fn samples() -> [(&'static str, State); 3] {
    let put = What::Put(Order::Safety);
    [
        ("order", State::default()),
        ("order-by", State { what: put, ..State::default() }),
        ("order-longest", State { what: put, by: Some(By::Radio), meant: Meant::Drill }),
    ]
}
