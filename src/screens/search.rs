//! Finding by words: kana pressed on the glass or typed on a keyboard, with what is found beside them while one types.

use super::{
    Event, Loaded, Place, View, around, icon,
    keys::{self, Key, Keys, Side},
    town,
};
use crate::{
    content,
    job::{Hit, HitKind, StoreJob, Typed},
    page::{Control, Kind, Level, Page, Part, Role},
    words::{Line, Tongue},
};

/// Rows that stand beside the keyboard.
const BESIDE: usize = 2;

#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub typed: Typed,
    pub keys: Keys,
    pub hits: Loaded<Vec<Hit>>,
    pub shown: Shown,
}

/// What has the room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shown {
    /// The keyboard, with the best hits.
    #[default]
    Keys,
    /// All that was found.
    Hits,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    Key(Key),
    Open(Place),
    Show(Shown),
}

impl State {
    pub fn new(view: &View<'_>) -> Self {
        Self { typed: Typed::default(), keys: Keys::new(view), hits: Loaded::Waiting, shown: Shown::Keys }
    }

    /// The search for what has been typed; nothing when nothing has.
    pub(super) fn needs(&self, tongue: &Tongue) -> Option<StoreJob> {
        let words = self.typed.clone();
        (!words.0.trim().is_empty()).then(|| StoreJob::Search { words, tongue: tongue.clone() })
    }

    pub(super) fn found(&mut self, words: &Typed, hits: Vec<Hit>) {
        if *words == self.typed {
            self.hits = Loaded::Ready(hits);
        }
    }
}

pub fn update(state: &mut State, msg: Msg) -> Vec<Event> {
    match msg {
        Msg::Open(place) => vec![Event::Go(place)],
        Msg::Show(shown) => {
            state.shown = shown;
            vec![Event::Anew]
        }
        Msg::Key(key) => {
            let before = state.typed.clone();
            if state.keys.press(&mut state.typed.0, key) == keys::Text::Same {
                return vec![];
            }
            if state.typed.0.is_empty() {
                state.hits = Loaded::Waiting;
                return vec![Event::Typed(before, Typed::default())];
            }
            vec![Event::Fetch, Event::Typed(before, state.typed.clone())]
        }
    }
}

pub fn title(view: &View<'_>) -> Line {
    view.words().search_title()
}

pub fn page(state: &State, view: &View<'_>) -> Page<Msg> {
    let top = Part::group(Kind::Top, [Part::text(Level::Title, title(view))]);
    if state.shown == Shown::Hits {
        let back =
            Control::button("search/keys", view.words().search_to_keys(), Msg::Show(Shown::Keys)).icon("keyboard");
        return Page::new(
            [top, field(state, view)].into_iter().chain(found(state, view, usize::MAX)).chain([back.into()]),
        );
    }
    let rest = |side| match side {
        Side::Beside => found(state, view, BESIDE),
        Side::Tight => found(state, view, 0),
        Side::Above => found(state, view, usize::MAX),
    };
    let board = keys::beside(state.keys, view, &Msg::Key, field(state, view), rest);
    Page::new([top].into_iter().chain(board))
}

fn field(state: &State, view: &View<'_>) -> Part<Msg> {
    keys::field("search/field", view.words().search_field(), &state.typed)
}

fn found(state: &State, view: &View<'_>, most: usize) -> Vec<Part<Msg>> {
    let w = view.words();
    if state.typed.0.is_empty() {
        // Where there is hardly room for what is written, its name says what to write.
        let hints = || vec![Part::text(Level::Body, w.search_hint()), Part::text(Level::Note, w.search_examples())];
        return if most > 0 { hints() } else { vec![] };
    }
    let hits = without_samples(&state.hits, view);
    match &hits {
        Loaded::Waiting => vec![],
        Loaded::Gone => view.instead(&hits),
        Loaded::Ready(hits) if hits.is_empty() => vec![Part::text(Level::Body, w.search_none())],
        Loaded::Ready(hits) => {
            let count = Part::text(Level::Note, w.search_found(hits.len()));
            let list = Part::group(Kind::List, hits.iter().take(most).filter_map(|hit| row(hit, most, view)));
            let rest = hits.len().saturating_sub(most);
            let more = || Control::button("search/more", w.search_more(rest), Msg::Show(Shown::Hits)).icon("next");
            let list = Some(list).filter(|_| most > 0);
            [count].into_iter().chain(list).chain((rest > 0).then(|| more().into())).collect()
        }
    }
}

/// Where samples are not shown they are not found either.
fn without_samples(hits: &Loaded<Vec<Hit>>, view: &View<'_>) -> Loaded<Vec<Hit>> {
    let may = |hit: &&Hit| match hit.kind {
        HitKind::Place(origin) => !around::is_refused(origin, view),
        HitKind::Offer => town::place(&hit.id, view).is_some(),
        HitKind::Told(_) | HitKind::Lesson => true,
    };
    match hits {
        Loaded::Ready(hits) => Loaded::Ready(hits.iter().filter(may).cloned().collect()),
        Loaded::Waiting => Loaded::Waiting,
        Loaded::Gone => Loaded::Gone,
    }
}

fn row(hit: &Hit, most: usize, view: &View<'_>) -> Option<Part<Msg>> {
    let w = view.words();
    let (place, title, icon) = match hit.kind {
        HitKind::Told(kind @ content::Kind::Procedure) => {
            (Place::Procedure(hit.id.clone()), hit.title.clone(), icon("", kind))
        }
        HitKind::Told(kind) => (Place::Guide(hit.id.clone()), hit.title.clone(), icon("", kind)),
        HitKind::Lesson => (Place::Lesson(hit.id.clone()), hit.title.clone(), "phone"),
        HitKind::Offer => {
            let (place, origin) = town::place(&hit.id, view)?;
            (place, around::name(w, &hit.title, origin), "house")
        }
        HitKind::Place(origin) => (Place::Spot(hit.id.clone()), around::name(w, &hit.title, origin), "pin"),
    };
    let row = Control::new(Role::Row, format!("hit/{place}"), title, Msg::Open(place)).icon(icon);
    // Beside the keyboard there is room for the title only.
    Some(if most == BESIDE { row.into() } else { row.detail(hit.snippet.clone()).into() })
}
