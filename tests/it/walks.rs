//! Errands of people, from their first press to their last, without a window.

use crate::{
    household::{FULL_HD, Household},
    panels::with_letters,
    screens::kiosk,
};
use engawa::{
    app::{Hearing, Msg},
    clock::Now,
    config::Mode,
    job::{Answer, Visit},
    lay::Measure,
    page::Id,
    reading::{Heard, Order, Pace, Sound},
    screens::{Overlay, Place, Screen, Stroke},
    words::Tongue,
};
use proptest::prelude::*;
use std::collections::BTreeMap;

#[test]
fn someone_leaves_midway_and_the_next_person_sees_home() {
    let mut house = Household::new();
    house.press("card/prepare");
    house.press("row/guide/jishin");
    house.tell(Msg::Go(Place::Search));
    house.type_in("ひなん");
    house.press("bar/larger");
    house.wait(299);
    assert!(house.model.overlay.is_none());
    house.wait(1);
    assert!(house.text().contains("あと 45秒"), "{}", house.text());
    assert!(house.said().is_some(), "the question is said");
    house.wait(44);
    assert!(house.text().contains("あと 1秒"));
    house.wait(1);
    assert_eq!(house.ended, 1);
    is_fresh(&house);
}

/// As it was before anybody came.
fn is_fresh(house: &Household) {
    let (model, new) = (&house.model, kiosk(&Tongue::JA, FULL_HD));
    assert_eq!((&model.screen, &model.overlay, &model.walk), (&new.screen, &new.overlay, &new.walk));
    assert_eq!((&model.settings, &model.anchor, model.hearing), (&new.settings, &new.anchor, new.hearing));
    assert_eq!(model.standing.words.tongue(), &Tongue::JA);
    assert!(!model.reading.is_on() && model.lit().is_none());
}

#[test]
fn someone_says_goodbye_and_thinks_better_of_it() {
    let mut house = Household::new();
    house.press("card/prepare");
    house.press("bar/end");
    assert!(house.text().contains("おつかれさまでした。"));
    house.press("leave/stay");
    assert_eq!((house.here(), house.ended), (Place::Shelf("prepare".into()), 0));
    house.press("bar/end");
    house.wait(5);
    assert_eq!(house.ended, 1);
    is_fresh(&house);
}

#[test]
fn nobody_came_so_nothing_has_to_be_forgotten() {
    let mut house = Household::new();
    house.wait(3600);
    assert_eq!((house.ended, house.model.overlay.is_some()), (0, false));
}

#[test]
fn any_press_says_that_somebody_is_there() {
    let mut house = Household::new();
    house.press("card/phone");
    for answer in [Msg::Home, Msg::Larger, Msg::Focused("bar/end".into()), Msg::Keys, Msg::Stroke(Stroke::Sign('a'))] {
        house.wait(300);
        assert!(house.model.overlay.as_ref().is_some_and(Overlay::is_quiet), "before {answer:?}");
        house.tell(answer);
        assert_eq!((house.here(), house.model.overlay.is_some()), (Place::Shelf("phone".into()), false));
        assert_eq!(house.model.settings.size, 0, "the press does nothing else");
    }
    house.wait(300);
    house.press("leave/now");
    assert_eq!(house.ended, 1);
}

#[test]
fn a_guide_about_health_does_not_stay_on_the_glass() {
    let mut house = Household::new();
    house.tell(Msg::Go(Place::Guide("economy".into())));
    assert!(house.model.screen.is_tender(), "{}", house.text());
    house.wait(40);
    assert!(house.model.overlay.is_some());
    house.wait(19);
    assert_eq!(house.ended, 0);
    house.wait(1);
    assert_eq!(house.ended, 1, "60 seconds in all");
}

#[test]
fn a_person_reads_a_guide_and_finds_the_way_back() {
    let mut house = Household::new();
    house.press("card/prepare");
    house.tell(Msg::Turn("row/guide/jishin".into()));
    house.press("row/guide/jishin");
    assert_eq!(house.here(), Place::Guide("jishin".into()));
    house.press("top/back");
    assert_eq!((house.here(), house.model.anchor.as_str()), (Place::Shelf("prepare".into()), "row/guide/jishin"));
    house.press("row/guide/jishin");
    house.press("top/home");
    assert_eq!(house.here(), Place::Home);
    assert!(house.model.walk.is_empty());
}

#[test]
fn somebody_finds_the_damage_certificate_by_pressing_kana() {
    let mut house = Household::new();
    house.press("also/search");
    house.type_in("り");
    house.press("search/more");
    house.press("search/keys");
    house.type_in("さい");
    assert!(house.page().control("hit/guide/risai").is_some(), "{}", house.text());
    house.press("hit/guide/risai");
    assert_eq!(house.here(), Place::Guide("risai".into()));
    house.press("top/back");
    assert!(
        matches!(&house.model.screen, Screen::Search(search) if search.typed.0.is_empty()),
        "what was typed is not kept"
    );
}

#[test]
fn a_keyboard_types_too_and_clears() {
    let mut house = Household::new();
    house.tell(Msg::Go(Place::Search));
    "wi-fi".chars().for_each(|c| house.tell(Msg::Stroke(Stroke::Sign(c))));
    assert!(house.page().control("hit/guide/wifi").is_some(), "{}", house.text());
    (0..10).for_each(|_| house.tell(Msg::Stroke(Stroke::Erase)));
    assert!(house.page().control("hit/guide/wifi").is_none());
    house.tell(Msg::Home);
    house.tell(Msg::Stroke(Stroke::Sign('x')));
    assert_eq!(house.here(), Place::Home, "typing means nothing where nothing is typed");
}

#[test]
fn a_visitor_changes_the_language_in_the_middle_of_a_guide() {
    let mut house = Household::new();
    house.tell(Msg::Go(Place::Guide("jishin".into())));
    house.press("bar/language");
    house.press("tongue/en");
    assert_eq!(house.here(), Place::Guide("jishin".into()));
    let Screen::Guide(guide) = &house.model.screen else { panic!("stays on the guide") };
    assert_eq!(guide.guide.ready().map(|guide| guide.tongue.clone()), Some(Tongue::EN));
    assert!(house.text().contains("Call someone") || house.text().contains("Call"), "{}", house.text());
    house.press("bar/end");
    house.press("leave/now");
    is_fresh(&house);
}

#[test]
fn an_answer_for_somebody_who_has_left_is_dropped() {
    let mut house = Household::new();
    house.tell(Msg::Go(Place::Shelf("family".into())));
    let old = house.model.visit;
    house.press("bar/end");
    house.press("leave/now");
    assert_ne!(house.model.visit, old);
    house.tell(Msg::Go(Place::Shelf("family".into())));
    let before = house.text();
    house.report(old, Answer::Shelf { groups: vec!["family".into()], entries: [].into() });
    assert_eq!(house.text(), before);
    house.report(Visit(99), Answer::Mode(Mode::Shelter));
    assert_eq!(house.model.standing.mode, Mode::Everyday);
}

#[test]
fn a_page_is_read_and_the_leaf_follows() {
    let mut house = Household::new();
    house.tell(Msg::Go(Place::Guide("jishin".into())));
    let script = house.page().script();
    house.press("bar/read");
    assert_eq!(house.said(), Some(script[0].line.plain()));
    assert_eq!(house.page().control("bar/read").map(|control| control.icon), Some("stop"));
    let mut said = vec![];
    while house.model.reading.is_on() {
        let ticket = house.ticket();
        house.tell(Msg::Report(engawa::job::Report::Voice(Heard::Phrase { ticket, phrase: 0 })));
        said.extend(house.model.lit().map(|(id, _)| id.clone()));
        assert!(house.model.anchor == *said.last().unwrap(), "the leaf follows");
        house.tell(Msg::Report(engawa::job::Report::Voice(Heard::Ended { ticket })));
    }
    let outside = |id: &Id| !id.starts_with("bar/") && !id.starts_with("top/");
    let whole: Vec<Id> = script.iter().map(|said| said.id.clone()).filter(outside).collect();
    assert_eq!(said, whole, "all of it once, in order");
    house.press("bar/read");
    house.press("bar/read");
    assert_eq!(house.voice.last(), Some(&Order::Hush));
}

#[test]
fn a_key_wakes_the_voice_and_a_finger_does_not() {
    let mut house = Household::new();
    house.press("card/prepare");
    assert_eq!(house.voice, [], "touch is silent");
    house.tell(Msg::Keys);
    assert_eq!(house.model.hearing, Hearing::On);
    let page = house.said();
    assert!(page.is_some());
    house.tell(Msg::Focused("bar/call".into()));
    assert_eq!(house.said(), page, "the focus that comes with it does not cut it short");
    house.wait(1);
    house.tell(Msg::Focused("bar/call".into()));
    assert_eq!(house.said().as_deref(), Some("人を よぶ"));
    house.press("row/guide/dengon-171");
    assert!(house.said().is_some_and(|said| said.contains("家族")), "a new page is said");
    house.tell(Msg::Stop);
    house.tell(Msg::Keys);
    house.tell(Msg::Focused("bar/end".into()));
    assert_eq!(house.voice.last(), Some(&Order::Hush), "told to be silent, it stays silent");
}

#[test]
fn a_changed_voice_is_heard_at_once() {
    let mut house = Household::new();
    house.press("also/settings");
    house.press("pace/faster");
    assert_eq!(house.model.settings.pace, Pace(125));
    assert!(matches!(house.voice.last(), Some(Order::Say(said)) if said.pace == Pace(125)));
    (0..20).for_each(|_| house.tell(Msg::Quieter));
    assert_eq!(house.model.settings.volume.0, 0);
    assert!(house.page().control("volume/quieter").is_none(), "at its end a step cannot be pressed");
}

#[test]
fn without_sound_the_page_says_so_and_goes_on() {
    let mut house = Household::new();
    house.tell(Msg::Report(engawa::job::Report::Voice(Heard::Sound(Sound::NoDevice))));
    assert_eq!(house.page().control("bar/read").map(|control| control.icon), Some("sound-off"));
    house.press("also/settings");
    assert!(house.page().control("voice/try").is_none());
    assert_eq!(house.model.standing.troubles.len(), 1, "staff are told");
}

#[test]
fn staff_turn_the_kiosk_into_a_shelter_and_close_their_page() {
    let mut house = Household::with_pin("730412");
    house.tell(Msg::Help);
    house.press("help/staff");
    "111111".chars().for_each(|c| house.tell(Msg::Stroke(Stroke::Sign(c))));
    assert!(house.text().contains("番号が ちがいます"), "{}", house.text());
    "730412".chars().for_each(|c| house.press(&format!("key/{c}")));
    assert!(matches!(house.model.screen, Screen::Staff(_)), "{}", house.text());
    house.press("mode/shelter");
    house.press("staff/close");
    assert_eq!(house.ended, 1);
    assert!(house.page().control("card/supplies").is_some(), "{}", house.text());
}

#[test]
fn too_many_wrong_numbers_close_the_door_for_a_while() {
    let mut house = Household::with_pin("730412");
    house.tell(Msg::Go(Place::Staff));
    for _ in 0..5 {
        "111111".chars().for_each(|c| house.tell(Msg::Stroke(Stroke::Sign(c))));
    }
    assert!(house.text().contains("お待ちください"), "{}", house.text());
    assert!(
        house.model.due().saturating_sub(house.model.standing.running).as_secs() <= 1,
        "the time goes on by itself"
    );
    house.tell(Msg::Stroke(Stroke::Sign('7')));
    house.wait(15);
    assert!(!house.text().contains("お待ちください"));
    "730412".chars().for_each(|c| house.tell(Msg::Stroke(Stroke::Sign(c))));
    assert!(matches!(house.model.screen, Screen::Staff(_)), "{}", house.text());
}

#[test]
fn whoever_cannot_speak_shows_the_glass() {
    let mut house = Household::new();
    house.press("bar/call");
    house.press("phrase/hear");
    assert!(house.text().contains("耳が きこえません"));
    house.press("call/again");
    house.press("call/write");
    assert!(house.page().control("call/show").is_none(), "nothing has been written yet");
    house.type_in("みす゛");
    house.press("call/show");
    assert!(house.text().contains("みず"));
}

/// A question, and the places of which one answers it.
type Question = (&'static str, &'static [&'static str]);

/// What is asked most in the first three days (research of shelters after 1995, 2011, 2016), with where it is answered.
const DAYS: [Question; 15] = [
    ("家族に どう 知らせるか", &["guide/dengon-171"]),
    ("ゆれたら どうするか", &["guide/jishin"]),
    ("大雨で あぶないか", &["guide/ooame"]),
    ("いつ 逃げるか", &["guide/itsu-nigeru"]),
    ("トイレ", &["guide/toire"]),
    ("食べものと 水は いつ", &["guide/haifu"]),
    ("充電", &["guide/juden"]),
    ("くすり", &["guide/kusuri", "guide/kusuri-kikai"]),
    ("Wi-Fi", &["guide/wifi"]),
    ("罹災証明", &["guide/risai"]),
    ("けがを した", &["guide/kega"]),
    ("停電", &["guide/teiden"]),
    ("いま あぶないか", &["danger"]),
    ("避難所に 着いた", &["guide/uketsuke"]),
    ("人を よぶ", &["call"]),
];

/// The same in the weeks after.
const WEEKS: [Question; 5] = [
    ("お風呂と 洗濯", &["guide/hinan-furo", "guide/ofuro-sentaku"]),
    ("家に もどってよいか", &["guide/ie-ni-kaeru"]),
    ("お金の 助け", &["guide/okane-chizu", "guide/hisai-gienkin"]),
    ("住む 所", &["guide/sumai-shien", "guide/hisai-kasetsu"]),
    ("片づけ", &["guide/katazuke", "guide/hisai-katazuke", "guide/volunteer"]),
];

#[test]
fn the_twenty_first_questions_are_answered_within_three_presses_in_a_shelter() {
    for (since, questions) in [("2026-11-21T00:00:00Z", &DAYS[..]), ("2026-11-14T00:00:00Z", &WEEKS[..])] {
        let mut house = Household::new();
        house.model.standing.mode = Mode::Shelter;
        let opened = Now { at: since.parse().unwrap(), trusted: true };
        house.model.standing.own.became(Mode::Shelter, opened);
        let mut found = BTreeMap::new();
        with_letters(&Tongue::JA, MM, &mut |measure| found = reached(&mut house, 3, measure));
        let there = |place: &str| found.contains_key(&place.parse::<Place>().unwrap());
        let missed: Vec<_> = questions.iter().filter(|(_, places)| !places.iter().any(|place| there(place))).collect();
        assert!(missed.is_empty(), "{missed:?} not in {found:?}");
    }
}

/// Pixels of a millimetre of the ordinary panel, 344 mm wide at Full HD.
const MM: f32 = 5.58;

/// Every place within so many presses of home, turning leaves counted, on the ordinary panel at its first size, in its own letters.
fn reached(house: &mut Household, most: usize, measure: &mut dyn Measure) -> BTreeMap<Place, usize> {
    let mut found = BTreeMap::from([(Place::Home, 0)]);
    let mut edge = vec![Place::Home];
    // What one press changed, larger letters for instance, is not there before the next.
    let before = house.model.clone();
    while let Some(from) = edge.pop() {
        let presses = found.get(&from).copied().unwrap_or_default();
        house.model.clone_from(&before);
        house.tell(Msg::Go(from.clone()));
        for (leaf, control) in house.controls(measure) {
            let cost = presses + leaf + 1;
            let Some(msg) = control.msg.filter(|_| cost <= most) else { continue };
            house.model.clone_from(&before);
            house.tell(Msg::Go(from.clone()));
            house.tell(msg);
            let to = house.here();
            if found.get(&to).is_none_or(|known| *known > cost) {
                found.insert(to.clone(), cost);
                edge.push(to);
            }
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// Whatever is pressed in whatever order: every page is whole, there is always something to press and a way to end, the way back is
    /// finite, and afterwards nothing is left.
    #[test]
    fn a_random_walk_leads_nowhere_odd_and_leaves_nothing(presses in prop::collection::vec((0..1000_usize, 0..20_u64), 1..40)) {
        let mut house = Household::new();
        for (n, seconds) in presses {
            house.wait(seconds);
            let page = house.page();
            let controls: Vec<_> = page.controls().cloned().collect();
            prop_assert!(page.problems().is_empty(), "{:?}", page.problems());
            prop_assert!(page.control("bar/end").is_some());
            let control = &controls[n % controls.len()];
            house.tell(Msg::Focused(control.id.clone()));
            house.tell(control.msg.clone().unwrap());
            prop_assert!(house.model.walk.len() <= 30);
        }
        house.press("bar/end");
        house.press("leave/now");
        is_fresh(&house);
    }
}
