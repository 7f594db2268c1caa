//! A page taken apart for folding: what flows, what stands round it, what gives way first on glass that is too small, and what must stand on the
//! first leaf.

use crate::page::{Group, Kind, Level, Page, Part, Role};
use crate::words::Line;

/// How much has given way.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Give {
    Nothing,
    /// The greeting goes behind the cards.
    Greeting,
    /// Cards lose their quieter line.
    Details,
    /// The words of the top line go to the end.
    Top,
}

impl Give {
    pub(super) const ALL: [Self; 4] = [Self::Nothing, Self::Greeting, Self::Details, Self::Top];
}

#[derive(Clone)]
pub(super) struct Draft<M> {
    pub top: Option<Vec<Part<M>>>,
    pub body: Vec<Part<M>>,
    /// Stands beside the body on every leaf.
    pub beside: Option<Part<M>>,
    pub bar: Option<Part<M>>,
}

impl<M: Clone> Draft<M> {
    pub(super) fn of(page: &Page<M>, give: Give) -> Self {
        let mut draft = Self { top: None, body: vec![], beside: None, bar: None };
        for part in &page.parts {
            match part {
                Part::Group(group) if group.kind == Kind::Top => draft.top = Some(group.parts.clone()),
                Part::Group(group) if group.kind == Kind::Bar => draft.bar = Some(part.clone()),
                Part::Group(Group { kind: Kind::Split, parts }) if parts.len() == 2 && draft.beside.is_none() => {
                    draft.body.extend(parts.first().map(Part::parts).unwrap_or_default().to_vec());
                    draft.beside = parts.last().cloned();
                }
                _ => draft.body.push(part.clone()),
            }
        }
        if give >= Give::Greeting {
            draft.greet_later();
        }
        if give >= Give::Details && draft.body.iter().any(is_cards) {
            draft.body.iter_mut().for_each(drop_details);
        }
        if give >= Give::Top
            && let Some(top) = &mut draft.top
        {
            let (controls, words) = std::mem::take(top).into_iter().partition(|part| matches!(part, Part::Control(_)));
            *top = controls;
            draft.body.extend::<Vec<_>>(words);
            draft.top = draft.top.filter(|top| !top.is_empty());
        }
        draft
    }

    /// Words before the first cards go behind the last, unless an age dates them.
    fn greet_later(&mut self) {
        let (Some(first), Some(last)) = (self.body.iter().position(is_cards), self.body.iter().rposition(is_cards))
        else {
            return;
        };
        let level = |part: &Part<M>| if let Part::Text(text) = part { Some(text.level) } else { None };
        let mut moved = vec![];
        for at in (0..first).rev() {
            let greets = matches!(
                self.body.get(at).and_then(level),
                Some(Level::Hello | Level::Body | Level::Note | Level::Beside)
            );
            let dated = self.body.get(at + 1).and_then(level) == Some(Level::Age);
            if greets && !dated {
                moved.push(self.body.remove(at));
            }
        }
        let behind = last + 1 - moved.len();
        for part in moved {
            self.body.insert(behind, part);
        }
    }

    /// What the screen is for: all of its cards, or its first three acts.
    pub(super) fn core(&self) -> usize {
        let cards: usize = self.body.iter().map(cards_in).sum();
        let acts: usize = self.body.iter().map(acts_in).sum();
        cards + acts.min(3)
    }
}

fn is_cards<M>(part: &Part<M>) -> bool {
    part.kind() == Some(Kind::Cards)
}

fn cards_in<M>(part: &Part<M>) -> usize {
    let own = if is_cards(part) { part.parts().len() } else { 0 };
    own + part.parts().iter().map(cards_in).sum::<usize>()
}

fn acts_in<M>(part: &Part<M>) -> usize {
    usize::from(part.kind() == Some(Kind::Step)) + part.parts().iter().map(acts_in).sum::<usize>()
}

pub(super) fn core_in<M>(part: &Part<M>) -> usize {
    cards_in(part) + acts_in(part)
}

fn drop_details<M>(part: &mut Part<M>) {
    match part {
        Part::Control(control) if control.role == Role::Card => control.detail = Line::default(),
        Part::Group(group) => group.parts.iter_mut().for_each(drop_details),
        _ => {}
    }
}
