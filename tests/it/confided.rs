//! What is asked in confidence: found under a neutral name, never spoken unless that is asked for, never said back, never on paper, and gone after a
//! minute.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use crate::household::Household;
use engawa::{
    app::{Hearing, Msg},
    content::{NoReadings, shipped},
    job::Report,
    procedure::{self, Card, Manner, Navigator, Way},
    reading::Order,
    screens::Place,
    words::{Line, Tongue, Words},
};
use std::fmt::Write;

fn navigators() -> Vec<Navigator> {
    procedure::read(&shipped(), &NoReadings).0
}

fn sensitive(navigator: &Navigator) -> Vec<&Card> {
    navigator.cards.iter().filter(|card| card.manner == Manner::Sensitive).collect()
}

/// What tells of a card: its name, and what it notes; where to ask stands on other cards as well.
fn telling(card: &Card, tongue: &Tongue) -> Vec<String> {
    [&card.title].into_iter().chain(&card.note).map(|said| said.line(tongue).plain()).collect()
}

fn go(house: &mut Household, place: &str) {
    house.tell(Msg::Go(place.parse::<Place>().unwrap()));
}

/// With a voice that goes by itself, and a printer.
fn kiosk() -> Household {
    let mut house = Household::of_counters();
    house.tell(Msg::Report(Report::Printer(Some("Office".into()))));
    house.tell(Msg::Keys);
    house.model.hearing = Hearing::On;
    house
}

#[test]
fn it_is_found_by_its_words_under_a_neutral_name() {
    let mut seen = 0;
    for navigator in navigators().iter().filter(|navigator| !sensitive(navigator).is_empty()) {
        for extra in navigator.extras(&NoReadings).unwrap().iter().filter(|extra| extra.kind == procedure::CARD) {
            for told in sensitive(navigator).into_iter().flat_map(|card| telling(card, &extra.tongue)) {
                let shown = [extra.title.plain(), extra.listed.clone()];
                let lines = extra.lines.iter().map(Line::plain);
                assert!(shown.into_iter().chain(lines).all(|shown| !shown.contains(&told)), "{}: {told}", extra.id);
            }
            if extra.id == format!("{}/{}", navigator.id, procedure::QUIET) {
                assert_eq!(extra.title, Words::shipped(&extra.tongue).navi_quiet());
                seen += 1;
            }
        }
    }
    assert!(seen >= 10, "{seen} in all tongues");
    let house = kiosk();
    for words in ["生活保護", "配偶者暴力", "支援措置"] {
        let hits = house.kept().search(words, &Tongue::JA, 12).unwrap();
        let quiet = hits.iter().find(|hit| hit.id.ends_with("/quiet")).unwrap();
        assert_eq!(quiet.title.plain(), "そうだん できる ところ", "{words}");
        assert!(!quiet.snippet.plain().contains(words), "{words}: {}", quiet.snippet.plain());
    }
}

#[test]
fn it_is_never_spoken_unless_that_is_asked_for() {
    let mut house = kiosk();
    for navigator in navigators().iter().filter(|navigator| !sensitive(navigator).is_empty()) {
        for name in [procedure::QUIET].into_iter().chain(sensitive(navigator).iter().map(|card| card.id.as_str())) {
            house.tell(Msg::Go(Place::Home));
            house.voice.clear();
            house.model.hearing = Hearing::On;
            go(&mut house, &format!("procedure/{}/{name}", navigator.id));
            // Nothing but that it is silent, and how it can be heard.
            let hushed = Words::shipped(&Tongue::JA).navi_hushed().plain();
            assert!(
                house.model.screen.is_hushed() && house.said() == Some(hushed.clone()),
                "{name}: {:?}",
                house.said()
            );
            assert!(house.voice.iter().all(|order| match order {
                Order::Say(said) =>
                    sensitive(navigator).iter().all(|card| !said.line.plain().contains(&card.title.original().plain())),
                Order::Hush => true,
            }));
            house.press("bar/read");
            assert_ne!(house.said(), Some(hushed), "{name}: asked for");
        }
    }
}

#[test]
fn it_is_never_on_paper_and_gone_after_a_minute() {
    let mut house = kiosk();
    for (ended, navigator) in navigators().iter().filter(|navigator| !sensitive(navigator).is_empty()).enumerate() {
        house.model.hearing = Hearing::Off;
        go(&mut house, &format!("procedure/{}/{}", navigator.id, sensitive(navigator)[0].id));
        assert!(house.page().control("print").is_none(), "{}", navigator.id);
        house.tell(Msg::Screen(engawa::screens::Msg::Procedure(engawa::screens::procedure::Msg::Print)));
        assert!(house.prints.is_empty(), "whoever asks");
        house.wait(59);
        assert_eq!(house.ended, ended);
        house.wait(2);
        assert_eq!(house.ended, ended + 1, "{}", navigator.id);
    }
}

/// Answers everything with what is nobody else's, where there is something, and gives the page of every question that follows.
fn confide(house: &mut Household, navigator: &Navigator) -> (String, Vec<String>) {
    let mut told = vec![];
    let mut after = String::new();
    for question in &navigator.questions {
        let page = house.page();
        let own = question.options.iter().filter(|option| option.sensitive);
        let own: Vec<_> = own.filter(|option| page.control(&format!("answer/-{}", option.id)).is_some()).collect();
        if own.is_empty() {
            let first =
                question.options.iter().find(|option| page.control(&format!("answer/-{}", option.id)).is_some());
            match first.filter(|_| question.way == Way::One) {
                Some(first) => house.press(&format!("answer/-{}", first.id)),
                None if page.control("answer/unknown").is_some() => house.press("answer/unknown"),
                None => continue,
            }
        } else {
            for option in &own {
                house.press(&format!("answer/-{}", option.id));
            }
            if question.way == Way::Many {
                house.press("answer/next");
            }
            told.extend(own.iter().map(|option| option.name.original().plain()));
        }
        after.push_str(&house.text());
    }
    (after, told)
}

#[test]
fn the_choice_is_never_said_back() {
    let (mut chosen, mut house) = (0, kiosk());
    for navigator in navigators().iter().filter(|navigator| !sensitive(navigator).is_empty()) {
        go(&mut house, &format!("procedure/{}", navigator.id));
        let (_, told) = confide(&mut house, navigator);
        chosen += told.len();
        // The lists, and the memo with its paper.
        let lists = house.text();
        let mut shown = lists.clone();
        if house.page().control("navi/memo").is_some() {
            house.press("navi/memo");
            shown.push_str(&house.text());
            house.press("print");
            let (visit, print) = house.prints.last().cloned().unwrap();
            house.tell(Msg::Report(Report::Printed { visit, printed: Ok(()) }));
            let sheet = print.sheet;
            shown.extend(sheet.lines().iter().map(|line| line.plain()));
            write!(shown, "{:?}", sheet.blocks).unwrap();
        }
        for words in told.iter().cloned().chain(sensitive(navigator).iter().map(|card| card.title.original().plain())) {
            assert!(!shown.contains(&words), "{}: {words}", navigator.id);
        }
        assert!(!told.is_empty() && house.model.screen.is_tender(), "{}: it ends sooner", navigator.id);
    }
    assert!(chosen >= 6, "{chosen}");
}
