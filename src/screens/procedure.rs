//! A navigator: one question a page, then what has to be done where by when, card by card, and the memo for the counter. Answers live in this state
//! alone and go with the visit.

mod ask;
mod card;
mod lists;
mod memo;
mod samples;

pub(super) use samples::samples;

use super::{Event, Loaded, Place, View};
use crate::{
    content::Said as Told,
    job::StoreJob,
    page::{Kind, Level, Page, Part, Sheet},
    procedure::{self, Answer, Answers, Around, Manner, Navigator, Question, Rest, Said, Way},
    words::{Line, Tongue},
};
use jiff::{ToSpan, civil::Date};
use smol_str::SmolStr;
use std::{collections::BTreeSet, sync::Arc};

#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub id: SmolStr,
    pub navigator: Loaded<Arc<Navigator>>,
    pub at: At,
    pub answers: Answers,
    /// What is ticked of a question of which many can be chosen, before it is left.
    ticked: BTreeSet<String>,
    /// How many days back the days begin that are offered.
    back: u16,
    around: Around,
}

/// What is shown of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum At {
    /// The next question; when nothing is open any more, the lists.
    #[default]
    Along,
    Card(SmolStr),
    Memo,
    /// Where to ask in confidence.
    Quiet,
}

#[derive(Clone, PartialEq)]
pub enum Msg {
    /// This option.
    Choose(SmolStr),
    Tick(SmolStr),
    /// What is ticked, and of the rest this.
    Ticked(Rest),
    Day(Date),
    /// Days before those that are offered.
    Earlier,
    Unknown,
    Back,
    See(At),
    /// The memo as it is shown.
    Print,
    Again,
    Open(Place),
}

/// What was chosen stands in no record.
impl std::fmt::Debug for Msg {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Msg(…)")
    }
}

/// Days that are offered on one page.
const DAYS: u16 = 7;

impl State {
    /// Of a navigator (`move`), or of one card of it (`move/tennyu`).
    pub fn new(name: &str, view: &View<'_>) -> Self {
        let (id, at) = match name.split_once('/') {
            Some((id, procedure::QUIET)) => (id, At::Quiet),
            Some((id, card)) => (id, At::Card(card.into())),
            None => (name, At::Along),
        };
        Self {
            id: id.into(),
            navigator: Loaded::Waiting,
            at,
            answers: Answers::default(),
            ticked: BTreeSet::new(),
            back: 0,
            around: around(view),
        }
    }

    pub(super) fn needs(&self) -> StoreJob {
        StoreJob::Navigator(self.id.clone())
    }

    /// About death, violence, money or health, or something was said that is nobody else's.
    pub fn is_tender(&self) -> bool {
        let ready = self.navigator.ready();
        self.is_hushed() || ready.is_some_and(|one| one.tender || one.is_sensitive(&self.answers))
    }

    /// It is read aloud only when that is asked for.
    pub fn is_hushed(&self) -> bool {
        match &self.at {
            At::Quiet => true,
            At::Card(id) => {
                let card = self.navigator.ready().and_then(|navigator| navigator.card(id));
                card.is_some_and(|card| card.manner == Manner::Sensitive)
            }
            At::Along | At::Memo => false,
        }
    }

    /// Opened by itself, not reached by answering.
    fn stands_alone(&self) -> bool {
        matches!(self.at, At::Card(_) | At::Quiet) && self.answers == Answers::default()
    }

    /// Whether going back stays on this screen.
    pub(super) fn goes_back(&self) -> bool {
        let Some(navigator) = self.navigator.ready() else { return false };
        let own = self.stands_alone() && !navigator.questions.is_empty();
        (self.at != At::Along && !own) || self.last(navigator).is_some()
    }

    fn open<'n>(&self, navigator: &'n Navigator) -> Option<&'n Question> {
        navigator.next(&self.answers, &self.around)
    }

    /// The question that was answered last.
    fn last<'n>(&self, navigator: &'n Navigator) -> Option<&'n Question> {
        let path = navigator.path(&self.answers, &self.around);
        path.into_iter().rfind(|question| self.answers.get(&question.id).is_some())
    }

    fn answer(&mut self, answer: Answer) {
        let navigator = self.navigator.ready().cloned();
        let open = navigator.as_ref().and_then(|navigator| self.open(navigator));
        if let Some(question) = open.map(|question| question.id.clone()) {
            self.answers.set(&question, answer);
        }
        (self.ticked, self.back) = (BTreeSet::new(), 0);
    }

    /// To the question before, with what was ticked of it; what is nobody else's is not shown again.
    fn step_back(&mut self) {
        let Some(navigator) = self.navigator.ready().cloned() else { return };
        (self.ticked, self.back) = (BTreeSet::new(), 0);
        let Some(question) = self.last(&navigator) else { return };
        if let Some(Answer::Many { chosen, .. }) = self.answers.get(&question.id) {
            let shown = question.options.iter().filter(|option| !option.sensitive && chosen.contains(&option.id));
            self.ticked = shown.map(|option| option.id.clone()).collect();
        }
        self.answers.forget(&question.id);
    }
}

/// What staff, or the town, say of a disaster; the day, where the clock is believed.
fn around(view: &View<'_>) -> Around {
    let now = view.standing.now;
    let flag = |told: &Told| if let Told::Flag(flag) = told { Some(*flag) } else { None };
    let events = view.city().values.iter().filter(|(key, _)| key.starts_with("event."));
    Around {
        events: events.filter_map(|(key, value)| Some((key.clone(), flag(&value.said)?))).collect(),
        today: now.trusted.then(|| now.jst().date()),
    }
}

pub fn update(state: &mut State, msg: Msg) -> Vec<Event> {
    match msg {
        Msg::Open(place) => return vec![Event::Go(place)],
        // Of nothing else there is paper, whoever asks.
        Msg::Print if state.at == At::Memo => return vec![Event::Print(None)],
        Msg::Print => return vec![],
        Msg::Choose(option) => state.answer(Answer::One(option.into())),
        Msg::Day(day) => state.answer(Answer::Day(day)),
        Msg::Unknown => state.answer(Answer::Unknown),
        Msg::Ticked(rest) => {
            let chosen = std::mem::take(&mut state.ticked);
            state.answer(Answer::Many { chosen, rest });
        }
        Msg::Tick(option) => {
            let option = String::from(option);
            if !state.ticked.remove(&option) {
                state.ticked.insert(option);
            }
            return vec![];
        }
        Msg::Earlier => state.back = state.back.saturating_add(DAYS),
        Msg::Back if state.back > 0 => state.back -= DAYS.min(state.back),
        Msg::Back if state.at != At::Along => state.at = At::Along,
        Msg::Back => state.step_back(),
        Msg::See(at) => state.at = at,
        Msg::Again => {
            (state.answers, state.at) = (Answers::default(), At::Along);
            (state.ticked, state.back) = (BTreeSet::new(), 0);
        }
    }
    vec![Event::Anew]
}

pub fn title(state: &State, view: &View<'_>) -> Line {
    match state.navigator.ready() {
        Some(navigator) => navigator.title.line(view.words().tongue()),
        None => view.words().group_procedures(),
    }
}

pub fn page(state: &State, view: &View<'_>) -> Page<Msg> {
    let top = Part::group(Kind::Top, [Part::text(Level::Title, title(state, view))]);
    let Some(navigator) = state.navigator.ready() else {
        return Page::new([top].into_iter().chain(view.instead(&state.navigator)));
    };
    let shown = Shown { state, navigator, view };
    let body = match &state.at {
        At::Along => match state.open(navigator) {
            Some(question) => ask::parts(&shown, question),
            None => lists::parts(&shown),
        },
        At::Card(id) => match navigator.card(id) {
            Some(found) if found.manner == Manner::Sensitive => lists::quiet(&shown),
            Some(found) => card::parts(&shown, found),
            None => view.instead(&Loaded::Ready(())),
        },
        At::Memo => memo::parts(&shown),
        At::Quiet => lists::quiet(&shown),
    };
    Page::new([top].into_iter().chain(body))
}

/// What is printed of it where paper says more than the glass: the memo.
pub(super) fn sheet(state: &State, view: &View<'_>) -> Option<Sheet> {
    let navigator = state.navigator.ready().filter(|_| state.at == At::Memo)?;
    Some(memo::sheet(&Shown { state, navigator, view }))
}

/// What the parts of a page are made from.
struct Shown<'s> {
    state: &'s State,
    navigator: &'s Navigator,
    view: &'s View<'s>,
}

impl Shown<'_> {
    fn line(&self, said: &Said) -> Line {
        self.navigator.line(said, (self.view.city(), self.state.around.today), self.view.words())
    }

    fn text(&self, level: Level, said: &Said) -> Option<Part<Msg>> {
        (!said.is_empty()).then(|| Part::text(level, self.line(said)))
    }

    /// What one should know before believing it.
    fn doubts(&self) -> Vec<Part<Msg>> {
        let (w, one) = (self.view.words(), self.navigator);
        // Of the tongue that was chosen, also where its Japanese stands beside it.
        let tongue = &self.view.settings.tongue;
        let read = *tongue == Tongue::JA || one.reviewed.contains(&(tongue.clone(), true));
        let late = self.state.around.today.is_some_and(|today| one.facts.are_overdue(today));
        let unread = one.facts.evidence == crate::content::Evidence::NotVerified;
        let told = [(unread, w.guide_not_verified()), (late, w.guide_overdue()), (!read, w.guide_not_reviewed())];
        told.into_iter().filter(|(holds, _)| *holds).map(|(_, line)| Part::text(Level::Age, line)).collect()
    }
}

/// A way of answering is not lost to whoever adds another.
const fn is_many(way: Way) -> bool {
    matches!(way, Way::Many)
}

/// So many days before.
fn before(day: Date, days: u16) -> Option<Date> {
    day.checked_sub(i64::from(days).days()).ok()
}
