//! A navigator in every mood, for whoever walks all screens: the one with the most cards, and every kind of question that there is.

use super::{At, Loaded, Msg, State, update};
use crate::{
    content::{NoReadings, shipped},
    procedure::{self, Answer, Manner, Navigator, Rest, Way},
    screens::{Sample, Screen, View, samples::plain},
};
use std::sync::{Arc, LazyLock};

static ALL: LazyLock<Vec<Arc<Navigator>>> =
    LazyLock::new(|| procedure::read(&shipped(), &NoReadings).0.into_iter().map(Arc::new).collect());

pub(in crate::screens) fn samples(view: &View<'_>) -> Vec<Sample> {
    let of = |navigator: &Arc<Navigator>| {
        let state = State::new(&navigator.id, view);
        State { navigator: Loaded::Ready(Arc::clone(navigator)), ..state }
    };
    let gone = State { navigator: Loaded::Gone, ..State::new("longest", view) };
    let mut out = vec![("procedure-waiting", State::new("longest", view)), ("procedure-gone", gone)];
    if let Some(longest) = ALL.iter().max_by_key(|one| one.cards.len()) {
        let mut unsure = of(longest);
        while let Some(way) = unsure.open(longest).map(|question| question.way) {
            update(&mut unsure, if way == Way::Many { Msg::Ticked(Rest::Unknown) } else { Msg::Unknown });
        }
        let card = longest.cards.iter().max_by_key(|card| card.bring.len() + card.note.len());
        let at = |at| State { at, ..unsure.clone() };
        out.extend(card.map(|card| ("procedure-card", at(At::Card(card.id.as_str().into())))));
        out.extend([("procedure-memo", at(At::Memo)), ("procedure-lists", unsure.clone())]);
    }
    let asks = |way| ALL.iter().find_map(|one| Some((one, asked(&of(one), one, way)?)));
    let kinds = [("procedure-one", Way::One), ("procedure-many", Way::Many), ("procedure-day", Way::Day)];
    out.extend(kinds.into_iter().filter_map(|(name, way)| Some((name, asks(way)?.1))));
    let has = |manner| ALL.iter().find(|one| one.cards.iter().any(|card| card.manner == manner));
    out.extend(has(Manner::Sensitive).map(|one| ("procedure-quiet", State { at: At::Quiet, ..of(one) })));
    out.extend(has(Manner::Stop).and_then(|one| Some(("procedure-stop", stopped(&of(one), one)?))));
    out.into_iter().map(|(name, state)| plain(name, Screen::Procedure(state))).collect()
}

/// At the first question of a kind.
fn asked(state: &State, navigator: &Navigator, way: Way) -> Option<State> {
    let question = navigator.questions.iter().find(|question| question.way == way)?;
    let mut state = state.clone();
    for before in navigator.questions.iter().take_while(|before| before.id != question.id) {
        let first = before.options.first().map(|option| Answer::One(option.id.clone()));
        state.answers.set(&before.id, first.filter(|_| before.way == Way::One).unwrap_or(Answer::Unknown));
    }
    state.open(navigator).is_some_and(|open| open.id == question.id).then_some(state)
}

/// Where something comes before all else: found by trying every option of the first question.
fn stopped(state: &State, navigator: &Navigator) -> Option<State> {
    let question = navigator.questions.first()?;
    question.options.iter().find_map(|option| {
        let mut state = state.clone();
        state.answers.set(&question.id, Answer::One(option.id.clone()));
        navigator.outcome(&state.answers, &state.around).stop.is_some().then_some(state)
    })
}
