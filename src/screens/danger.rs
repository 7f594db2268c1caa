//! 「いま あぶないか」: what is in force here, since when, what to do now, and how old all that is. Relayed as it was issued; a source that is
//! silent says so, and nothing here ever says that all is well.

mod act;
mod appeal;
mod drill;
mod news;
mod open;
mod order;
mod samples;
mod sky;
mod told;

pub(super) use act::{Here, lines};
pub(super) use appeal::{appeal_name, appeal_since, appeal_words};
pub use drill::head as drill_head;
pub(super) use news::parts as news;
pub(super) use order::{by, order_name, order_since, order_words};
pub(super) use samples::{ended, rehearsed, samples, urgent};
pub(super) use told::{details, gone, heard, marked, name, since, time};

use told::words_at;

use act::designation;

use super::{Event, Loaded, Place, View, around, print};
use crate::{
    alert::{Claim, Fact, Grade, State as Standing},
    job::{Near, Nearby, Situation, StoreJob, Wanted},
    page::{Control, Kind, Level, Page, Part, Tone, WarningLevel},
    place::{Hazard, Kind as PlaceKind, LatLon},
    words::{Line, Tongue},
};
use std::sync::Arc;

/// Places that are looked through for this very one.
const MOST: usize = 24;
/// Metres within which a designated place is this very one: its grounds.
const GROUNDS: f64 = 60.0;

#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// Where the kiosk stands.
    pub from: Option<LatLon>,
    /// Where people escape to around here: this very place may be one of them.
    pub around: Loaded<Arc<Nearby>>,
    /// What stands; `None` while nobody has looked.
    pub situation: Option<Arc<Situation>>,
    pub shown: Shown,
}

/// What is shown while a drill is held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// The drill, else what is real.
    #[default]
    AsItStands,
    Real,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    Open(Place),
    Show(Shown),
    Print,
}

impl State {
    pub fn new(view: &View<'_>) -> Self {
        let situation = view.standing.situation.clone();
        Self { from: view.standing.here(), around: Loaded::Waiting, situation, shown: Shown::default() }
    }

    fn wanted(&self) -> Wanted {
        Wanted { kind: Some(PlaceKind::EmergencySite), hazard: None, from: self.from, limit: MOST }
    }

    pub(super) fn needs(&self) -> Option<StoreJob> {
        self.from.map(|_| StoreJob::Near(self.wanted()))
    }

    pub(super) fn waits_for(&self, wanted: &Wanted) -> bool {
        *wanted == self.wanted()
    }

    /// Whether this very place is designated for what a claim is about.
    pub(super) fn here(&self, claim: &Claim, view: &View<'_>) -> Here {
        let all = self.around.ready().map(|nearby| nearby.found.as_slice()).unwrap_or_default();
        here(all, designation(claim.hazard), view)
    }
}

fn here(all: &[Near], hazard: Option<Hazard>, view: &View<'_>) -> Here {
    let on_its_grounds = |near: &&Near| near.way.is_some_and(|way| way.distance <= GROUNDS);
    let mut these = all.iter().filter(on_its_grounds).filter(|near| !around::is_refused(near.spot.origin(), view));
    match hazard {
        Some(hazard) if these.any(|near| near.spot.place.hazards.contains(&hazard)) => Here::Designated,
        _ => Here::NotKnown,
    }
}

pub fn update(state: &mut State, msg: Msg) -> Vec<Event> {
    match msg {
        Msg::Open(place) => vec![Event::Go(place)],
        Msg::Print => vec![Event::Print(None)],
        Msg::Show(shown) => {
            state.shown = shown;
            vec![Event::Anew]
        }
    }
}

pub fn title(view: &View<'_>) -> Line {
    view.words().group_danger()
}

/// What is in force and more than an advisory, the gravest first.
pub(super) fn in_force<'s>(view: &View<'s>) -> impl Iterator<Item = &'s Fact> {
    let facts = view.situation().map(|situation| situation.facts.as_slice()).unwrap_or_default();
    facts.iter().filter(|fact| fact.claim.state == Standing::Active && fact.claim.grade >= Grade::Warning)
}

/// The hazard for which places are to be looked for now: that of the gravest for which places are designated at all.
pub(super) fn escape_from<'s>(view: &View<'s>) -> Option<(Hazard, &'s Fact)> {
    in_force(view).find_map(|fact| designation(fact.claim.hazard).map(|hazard| (hazard, fact)))
}

pub fn page(state: &State, view: &View<'_>) -> Page<Msg> {
    if let Some(drill) = view.standing.drill.as_deref().filter(|_| state.shown == Shown::AsItStands) {
        return drill::page(state, drill, view);
    }
    let w = view.words();
    let mut parts = vec![Part::group(Kind::Top, [Part::text(Level::Title, title(view))])];
    let situation = state.situation.as_deref();
    parts.extend(drill::beside_the_real(view));
    parts.push(Part::text(Level::Age, heard(situation, view)));
    parts.extend(situation.and_then(|found| sky::parts(found, view)));
    if view.standing.drill.is_none() {
        parts.extend(appeal::standing(view));
        parts.extend(order::standing(view));
    }
    match situation {
        Some(situation) if situation.town.is_some() => parts.extend(body(state, situation, view)),
        Some(_) => parts.push(Part::text(Level::Body, w.danger_no_town_do())),
        None => parts.push(Part::text(Level::Body, w.danger_silent_do())),
    }
    parts.extend(open::parts(state, view));
    parts.push(doors(view));
    parts.extend(news::parts(situation.map(|found| found.news.as_slice()).unwrap_or_default(), view));
    parts.extend(print::parts(view, Msg::Print));
    parts.push(Part::text(Level::Note, w.danger_source()));
    Page::new(parts)
}

/// Where to go on from here.
fn doors(view: &View<'_>) -> Part<Msg> {
    let w = view.words();
    let doors = [
        ("danger/escape", w.danger_near(), "run", Place::Near(PlaceKind::EmergencySite)),
        ("danger/guides", w.danger_guides(), "book", Place::Shelf("danger".into())),
    ];
    let doors = doors.map(|(id, name, icon, place)| Control::button(id, name, Msg::Open(place)).icon(icon).into());
    Part::group(Kind::Row, doors)
}

fn body(state: &State, situation: &Situation, view: &View<'_>) -> Vec<Part<Msg>> {
    let w = view.words();
    let mut out = vec![];
    if told::is_silent(situation) {
        out.push(Part::text(Level::Body, w.danger_silent_do()));
    }
    let (active, others): (Vec<&Fact>, Vec<&Fact>) =
        situation.facts.iter().partition(|fact| fact.claim.state == Standing::Active);
    if active.is_empty() && situation.sources.iter().any(|source| source.last_heard.is_some()) {
        out.push(Part::text(Level::Lead, w.danger_none()));
        out.push(Part::text(Level::Body, w.danger_none_not_safe()));
    }
    out.extend(active.iter().map(|fact| standing(fact, state, view)));
    if !others.is_empty() {
        out.push(Part::text(Level::Heading, w.danger_over()));
        for fact in others {
            out.push(Part::text(Level::Body, gone(&fact.claim, view)));
            out.push(Part::text(Level::Age, since(fact, view)));
        }
        out.push(Part::text(Level::Body, w.danger_over_not_safe()));
    }
    if !situation.neighbours.is_empty() {
        out.push(Part::text(Level::Heading, w.danger_neighbours()));
        out.extend(situation.neighbours.iter().map(|claim| neighbour(claim, view)));
    }
    out
}

/// One thing that is in force.
fn standing(fact: &Fact, state: &State, view: &View<'_>) -> Part<Msg> {
    let claim = &fact.claim;
    let mut parts = vec![Part::text(Level::Lead, name(claim, view))];
    let acts = lines(claim, state.here(claim, view), view);
    parts.extend(acts.into_iter().map(|line| Part::text(Level::Body, line)));
    parts.extend(details(claim, view).into_iter().map(|line| Part::text(Level::Body, line)));
    let issued = claim.text.trim();
    if !issued.is_empty() && claim.grade >= Grade::Warning {
        parts.extend(
            issued.lines().take(LINES).map(|line| Part::text(Level::Note, Line::verbatim(line).in_tongue(&Tongue::JA))),
        );
    }
    if fact.old_copy && claim.level.is_none() {
        parts.push(Part::text(Level::Note, view.words().danger_no_level()));
    }
    parts.push(Part::text(Level::Age, since(fact, view)));
    Part::group(kind(claim), parts)
}

/// Sentences of a telegram that are shown: the first are what it was sent for.
const LINES: usize = 3;

fn kind(claim: &Claim) -> Kind {
    match claim.level.and_then(WarningLevel::of) {
        Some(level) => Kind::Warned(level),
        None if claim.grade >= Grade::Danger => Kind::Callout(Tone::Danger),
        None if claim.grade >= Grade::Warning => Kind::Callout(Tone::Care),
        None => Kind::Callout(Tone::Calm),
    }
}

fn neighbour(claim: &Claim, view: &View<'_>) -> Part<Msg> {
    let line = view.words().danger_neighbour(name(claim, view), Line::verbatim(&claim.area.name));
    Part::text(Level::Body, line)
}

/// Whether any of the lines is about something that stands, so that it has to be said whose word it is.
pub fn tells_of(lines: &[&Line], view: &View<'_>) -> bool {
    let facts = view.situation().map(|situation| situation.facts.as_slice()).unwrap_or_default();
    let names: Vec<String> = facts.iter().map(|fact| name(&fact.claim, view).plain()).collect();
    lines.iter().any(|line| names.iter().any(|name| line.plain().contains(name)))
}

/// What stands on a card that leads here: the gravest that is in force.
pub(super) fn short(view: &View<'_>) -> Option<Line> {
    let appealed = view.appeal().and_then(|put| Some(appeal_name(put.appeal?, put.meant, view)));
    let ordered = view.order().and_then(|ordered| Some(order_name(ordered.order?, ordered.meant, view)));
    appealed.or(ordered).or_else(|| in_force(view).next().map(|fact| name(&fact.claim, view)))
}

/// The row on the first page of other days than those of a shelter: only while something is in force.
pub(super) fn is_called_for(view: &View<'_>) -> bool {
    short(view).is_some()
}
