//! A board on which everything hangs that can: for samples of screens, which must be tested at their longest.

use super::State;
use crate::{
    board::{
        Act, Area, Board, Body, Entry, Filled, Hope, Report, Role, Seen, Site, Subject, Supply, Ticket, Utility, When,
    },
    content,
    job::Wall,
    screens::View,
};
use jiff::{SignedDuration, Timestamp, civil::Time};
use std::sync::{Arc, OnceLock};

/// Every template, the first of them new, and something said of every line; made once, since it reads the templates.
pub(in crate::screens) fn full(view: &View<'_>) -> Arc<Wall> {
    static TEMPLATES: OnceLock<Arc<crate::board::Templates>> = OnceLock::new();
    let read = || Arc::new(Wall::templates(&content::shipped()).0);
    let templates = Arc::clone(TEMPLATES.get_or_init(read));
    let now = view.standing.now.at;
    let notices = templates.all.iter().enumerate().map(|(n, template)| {
        let item = template.items.first().map(|item| item.id.clone());
        let words = template.worded.then(|| "水《みず》は ひとり 2本《ほん》までです。".to_owned());
        let when = When { day: view.standing.now.jst().date(), from: Time::new(18, 0, 0, 0).ok(), to: None };
        let site = Some(Site::Known("gym".to_owned()));
        let filled = Filled { template: template.id.clone(), item, site, when: Some(when), words };
        let at = ago(now, i64::try_from(n).unwrap_or_default() * 60);
        let subject = (Subject::Notice(template.id.clone()), 1);
        Entry::new(subject, (at, Role::Staff), Act::PutUp, Some(ago(now, -1440)), Some(Body::Notice(filled)))
    });
    let lines = Utility::ALL.into_iter().zip(Supply::ALL).enumerate().map(|(n, (utility, supply))| {
        let report = Report { supply, area: Area::Town, hope: Hope::Weeks, seen: Seen::Company };
        let at = ago(now, i64::try_from(n).unwrap_or_default() * 500);
        Entry::new((Subject::Line(utility), 1), (at, Role::Staff), Act::PutUp, None, Some(Body::Line(report)))
    });
    let down = Entry::new((Subject::Notice("bath".to_owned()), 2), (now, Role::Staff), Act::TakenDown, None, None);
    Arc::new(Wall { board: Board::of(notices.chain(lines).chain([down])), templates })
}

/// So many minutes before.
fn ago(now: Timestamp, minutes: i64) -> Timestamp {
    now.checked_sub(SignedDuration::from_mins(minutes)).unwrap_or(now)
}

/// Its pages; they show whatever hangs on the board of the view.
pub(in crate::screens) fn all(view: &View<'_>) -> Vec<(&'static str, State)> {
    let wall = full(view);
    let meal = wall.board.head(&Subject::Notice("meal".to_owned()));
    let number = meal.map(|entry| Ticket::of(&entry.digest).to_string().replace('-', "")).unwrap_or_default();
    vec![
        ("board", State::List),
        ("board-one", State::One("words".to_owned())),
        ("board-gone", State::One("nothing".to_owned())),
        ("board-ticket", State::Ticket("1234".to_owned())),
        ("board-ticket-judged", State::Ticket(number)),
        ("board-ticket-odd", State::Ticket("12345678".to_owned())),
    ]
}
