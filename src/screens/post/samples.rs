//! Each question that staff are asked, and what they see of what hangs.

use super::{Draft, Known, Paper, State, Step};
use crate::{
    board::{Filled, Site, Utility, When},
    job::Typed,
    screens::{View, keys::Keys},
};
use jiff::{SignedDuration, civil::Time};

pub(in crate::screens) fn all(view: &View<'_>) -> Vec<(&'static str, State)> {
    let (now, keys) = (view.standing.now, Keys::new(view));
    let day = now.jst().date();
    let when = When { day, from: Time::new(18, 0, 0, 0).ok(), to: Time::new(19, 30, 0, 0).ok() };
    let site = Some(Site::Known("ground".to_owned()));
    let words = "やまださん 090-1234-5678 当該《とうがい》の ことです。".to_owned();
    let draft = |template: &str, step| {
        let filled = Filled { template: template.to_owned(), ..Filled::default() };
        State::Put(Box::new(Draft { step, filled, keys, ..Draft::default() }))
    };
    let whole = |step| {
        let (template, item) = ("event".to_owned(), None);
        let filled = Filled { template, item, site: site.clone(), when: Some(when), words: Some(words.clone()) };
        let until = now.at.checked_add(SignedDuration::from_hours(48)).ok();
        let typed = Typed("みずは たいいくかんで くばります".to_owned());
        State::Put(Box::new(Draft { step, notice: None, filled, until, typed, keys }))
    };
    let clock = Step::Clock { day, from: Time::MIN, minutes: 90 };
    vec![
        ("post-what", draft("", Step::What)),
        ("post-item", draft("goods", Step::Item)),
        ("post-words", draft("words", Step::Words)),
        ("post-where", draft("meal", Step::Where)),
        ("post-when", draft("meal", Step::When)),
        ("post-clock", draft("meal", clock)),
        ("post-until", whole(Step::Until)),
        ("post-read-back", whole(Step::ReadBack)),
        ("post-done", whole(Step::Done)),
        ("post-standing", State::Standing(None)),
        ("post-one", State::Standing(Some("meal".to_owned()))),
        ("post-morning", State::Paper(Paper::Morning)),
        ("post-handover", State::Paper(Paper::Handover)),
        ("post-ten", State::Paper(Paper::TenMinutes)),
        ("post-lines", State::Lines(None)),
        ("post-line", State::Lines(Some((Utility::Power, Known::default())))),
    ]
}
