//! What a town's people can use, as its plan says: how news reaches them, what they can do without coming, where they can learn. What each
//! kind of thing is stands among the words of the kiosk (`offer-…`), once for all towns; a town's file says which, since when, and where in
//! the plan that stands.

use super::telling::{Telling, translate};
use crate::{
    content::phone,
    reader::{Spanned, Table},
    words::Line,
};
use smol_str::SmolStr;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// One of [`OFFERS`].
    pub kind: &'static str,
    pub about: About,
    pub state: State,
    /// Since when, or when it was to begin, as the plan says.
    pub when: Option<Telling>,
    /// What the plan says beyond that it is there.
    pub note: Option<Telling>,
    /// Its place in the plan.
    pub from: Line,
}

/// Somebody whom the plan names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    pub name: Line,
    pub phone: Option<SmolStr>,
    pub mail: Option<SmolStr>,
    pub address: Option<Line>,
    /// What they can be asked.
    pub about: Option<Telling>,
    /// Their place in the plan.
    pub from: Line,
}

/// The part of the page that an offer stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// How news of the town reaches people.
    News,
    /// What is done at the counter or instead of going there.
    Counter,
    /// Where one can learn, ask, connect.
    Learn,
    /// For living there, and for a disaster.
    Life,
}

impl About {
    pub const ALL: [Self; 4] = [Self::News, Self::Counter, Self::Learn, Self::Life];
}

/// What the plan says about it. A plan is of its year: whether it is so today only the town knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// People used it when the plan was written.
    Running,
    /// It was to come.
    Planned,
    /// The town was thinking about it.
    Considered,
    /// It is named, and the plan does not say whether anybody can use it.
    Named,
}

const STATES: &[(&str, State)] = &[
    ("running", State::Running),
    ("planned", State::Planned),
    ("considered", State::Considered),
    ("named", State::Named),
];

/// Everything that a town can offer, with the part of the page it stands in; in that order on the page.
pub const OFFERS: &[(&str, About)] = &[
    ("paper", About::News),
    ("site", About::News),
    ("line", About::News),
    ("sns", About::News),
    ("mail", About::News),
    ("app", About::News),
    ("chatbot", About::News),
    ("monitor", About::News),
    ("counter", About::Counter),
    ("no-writing", About::Counter),
    ("one-stop", About::Counter),
    ("visit-booking", About::Counter),
    ("navigator", About::Counter),
    ("online", About::Counter),
    ("prefecture-online", About::Counter),
    ("mynaportal", About::Counter),
    ("moving", About::Counter),
    ("card", About::Counter),
    ("convenience", About::Counter),
    ("cashless", About::Counter),
    ("online-payment", About::Counter),
    ("digital-delivery", About::Counter),
    ("class", About::Learn),
    ("support", About::Learn),
    ("wifi", About::Learn),
    ("facility", About::Learn),
    ("opendata", About::Learn),
    ("voice", About::Learn),
    ("bousai", About::Life),
    ("river", About::Life),
    ("medical", About::Life),
    ("childcare", About::Life),
    ("transport", About::Life),
    ("points", About::Life),
    ("moving-in", About::Life),
];

/// The `[[offer]]` tables of a town's file.
pub(super) fn offers(table: &mut Table<'_, '_, '_>) -> Vec<Offer> {
    table.tables("offer", offer).into_iter().flatten().collect()
}

fn offer(table: &mut Table<'_, '_, '_>) -> Option<Offer> {
    let line = |text: Option<Spanned<String>>| text.map(|text| Line::parse(text.value.trim()));
    let known: Vec<_> = OFFERS.iter().map(|(kind, about)| (*kind, (*kind, *about))).collect();
    let kind = if table.must("kind", "\"line\"") { table.one_of("kind", &known) } else { None };
    let state = if table.must("state", "\"running\"") { table.one_of("state", STATES) } else { None };
    let from = line(table.must_text("from"));
    let mut said = |key| table.text(key).map(|text| Telling::japanese(&text.value));
    let (mut when, mut note) = (said("when"), said("note"));
    translate(table, &mut [("when", &mut when), ("note", &mut note)]);
    let (kind, about) = kind?.value;
    Some(Offer { kind, about, state: state?.value, when, note, from: from? })
}

/// The `[[contact]]` tables of a town's file.
pub(super) fn contacts(table: &mut Table<'_, '_, '_>) -> Vec<Contact> {
    table.tables("contact", contact).into_iter().flatten().collect()
}

fn contact(table: &mut Table<'_, '_, '_>) -> Option<Contact> {
    let line = |text: Option<Spanned<String>>| text.map(|text| Line::parse(text.value.trim()));
    let (name, from) = (line(table.must_text("name")), line(table.must_text("from")));
    let phone = table.text("phone").and_then(|text| phone(table, "phone", text));
    let mail = table.text("mail").map(|mail| mail.value.into());
    let address = line(table.text("address"));
    let mut about = table.text("about").map(|text| Telling::japanese(&text.value));
    translate(table, &mut [("about", &mut about)]);
    Some(Contact { name: name?, phone: phone.map(|phone| phone.value), mail, address, about, from: from? })
}
