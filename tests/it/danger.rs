//! What endangers the town, from a telegram that another process brought to what is shown.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use crate::{
    alert::{BLANK, L5, Sheet, rain},
    household::Household,
};
use crossbeam_channel::{Receiver, bounded};
use engawa::{
    alert::{self, Telegram, Town},
    app::Msg,
    clock::{Clock as _, SetClock},
    config::{Order, Own},
    job::{Answer, Job, Look, Part, Report, Situation, StoreJob},
    place::{Hazard, Kind},
    reading,
    screens::{Danger, Overlay, Place, Screen, order},
    store::{Notice, Received, Store, Telegrams},
    words::{Tongue, Words},
    work::{self, Desks, StoreDesk, VoiceDesk, Watching},
};
use std::{path::Path, sync::Arc, time::Duration};

struct Nobody;

impl StoreDesk for Nobody {
    fn answer(&mut self, job: &StoreJob) -> Answer {
        Answer::Trouble(job.clone())
    }
    fn troubles(&mut self) -> Vec<Part> {
        vec![]
    }
}

impl VoiceDesk for Nobody {
    fn order(&mut self, _: reading::Order) {}
}

struct Post {
    desks: Desks,
    woken: Receiver<()>,
}

impl Post {
    fn at(home: &Path, clock: &Arc<SetClock>) -> Self {
        let (wake, woken) = bounded(100);
        let (store, voice) = (|| Box::new(Nobody) as Box<dyn StoreDesk>, |_| Box::new(Nobody) as Box<dyn VoiceDesk>);
        let desks =
            Desks::start(Box::new(store), Box::new(voice), Arc::new(move || wake.try_send(()).unwrap_or_default()));
        let watching = Watching { home: home.to_owned(), clock: Arc::clone(clock) as _ };
        Self { desks: desks.watching(watching), woken }
    }
    fn next(&self) -> Arc<Situation> {
        loop {
            self.woken.recv_timeout(Duration::from_mins(1)).unwrap();
            let mut told = self.desks.reports();
            let found = told.find_map(|report| if let Report::Situation(found) = report { Some(found) } else { None });
            if let Some(found) = found {
                return found;
            }
        }
    }
}

fn bring(home: &Path, clock: &SetClock, telegrams: &[Telegram]) {
    let received: Vec<_> =
        telegrams.iter().map(|telegram| Received { file: "a.xml", raw: b"<a/>", telegram }).collect();
    Telegrams::open(home).unwrap().keep(&received, clock.now()).unwrap();
}

#[test]
fn a_telegram_that_another_process_brings_is_told_at_once() {
    let home = tempfile::tempdir().unwrap();
    let clock = Arc::new(SetClock::new("2026-08-29T21:30:00Z".parse().unwrap(), true));
    let post = Post::at(home.path(), &clock);
    post.desks.give(Job::Look(Look::For(Some("092096".into()))));
    let first = post.next();
    assert!(first.facts.is_empty() && first.sources.iter().all(|source| source.last_heard.is_none()));

    bring(home.path(), &clock, &[rain("2026-08-30T06:20:00+09:00", &[L5])]);
    work::ring(home.path(), work::News::Telegrams);
    let told = post.next();
    let levels: Vec<_> = told.facts.iter().map(|fact| fact.claim.level).collect();
    assert_eq!((told.town.as_deref(), levels), (Some("092096"), vec![Some(5)]));
    assert!(!told.sources[0].stale);

    // Nothing new: nothing is told, until it has grown old.
    work::ring(home.path(), work::News::Telegrams);
    post.desks.give(Job::Look(Look::Minute));
    clock.advance(Duration::from_mins(40));
    post.desks.give(Job::Look(Look::Minute));
    assert!(post.next().sources[0].stale);

    post.desks.give(Job::Look(Look::For(None)));
    assert_eq!(*post.next(), Situation::default());
}

/// As if these telegrams had come to a kiosk in 真岡市.
pub(crate) fn told(house: &mut Household, telegrams: &[Telegram], at: &str) {
    let now = at.parse().unwrap();
    let town = Town::parse("092096").unwrap();
    let status = alert::status(telegrams, &town, now);
    let situation = Situation::of("092096".into(), status, alert::neighbours(telegrams, &town, now));
    house.tell(Msg::Report(Report::Situation(Arc::new(situation))));
}

pub(crate) fn in_mooka(tongue: &Tongue) -> Household {
    let mut house = Household::in_tongue(tongue);
    house.tell(Msg::Report(Report::Own(Box::new(Own { town: Some("mooka".into()), ..Own::default() }))));
    assert_eq!(house.looks, [Look::For(Some("092096".into()))]);
    house.wait(1);
    house
}

/// 10:05 on the kiosk's own clock is 2026-11-21T01:05Z.
pub(crate) const NOW: &str = "2026-11-21T01:05:00Z";
pub(crate) const L3: (&str, &str, &str) = ("レベル３大雨警報", "03", "発表");
pub(crate) const L4: (&str, &str, &str) = ("レベル４大雨危険警報", "43", "発表");
const OVER: (&str, &str, &str) = ("レベル３大雨警報", "03", "解除");

#[test]
fn the_page_says_what_is_in_force_and_never_that_all_is_well() {
    let issued = "2026-11-21T09:55:00+09:00";
    let old = "2026-11-21T08:00:00+09:00";
    let cases: [(&[Telegram], &[&str], Danger); 6] = [
        (&[], &["まだ とどいて いません", "という 意味では ありません"], Danger::None),
        (
            &[rain(issued, &[])],
            &["午前9時55分に とどきました（10分前）", "いま 出て いる ものは ありません", "という 意味では ありません"],
            Danger::None,
        ),
        (
            &[rain(issued, &[L3])],
            &["レベル３大雨警報", "職員の 話を きいて、うごいて", "見本地方気象台"],
            Danger::InForce,
        ),
        (
            &[rain(issued, &[L5])],
            &["レベル５大雨特別警報", "いのちを 守る", "上の 階など、少しでも 高い ところへ"],
            Danger::InForce,
        ),
        (&[rain(old, &[L4])], &["午前8時0分より あとの 知らせは とどいて いません", "レベル４"], Danger::InForce),
        (&[rain(old, &[L3]), rain(issued, &[OVER])], &["大雨警報：解除されました", "まだ あぶない 所が"], Danger::None),
    ];
    for (telegrams, wanted, danger) in cases {
        let mut house = in_mooka(&Tongue::JA);
        told(&mut house, telegrams, NOW);
        house.tell(Msg::Go(Place::Danger));
        let text = house.text();
        for part in wanted {
            assert!(text.contains(part), "{part} in:\n{text}");
        }
        assert!(!text.contains("安全"), "{text}");
        assert_eq!(house.model.standing.danger, danger, "{text}");
        assert_eq!(house.page().problems(), Vec::<String>::new());
    }
}

#[test]
fn what_comes_while_the_page_is_open_stands_on_it() {
    let mut house = in_mooka(&Tongue::JA);
    house.tell(Msg::Go(Place::Danger));
    assert!(!house.text().contains("大雨"));
    told(&mut house, &[rain("2026-11-21T10:00:00+09:00", &[L3])], NOW);
    assert!(house.text().contains("レベル３大雨警報"));
}

#[test]
fn the_gravest_words_stand_in_japanese_where_nobody_has_read_the_translation() {
    let telegrams = [rain("2026-11-21T09:55:00+09:00", &[L5])];
    for tongue in Words::tongues() {
        let mut house = in_mooka(&tongue);
        told(&mut house, &telegrams, NOW);
        house.tell(Msg::Go(Place::Danger));
        let text = house.text();
        let (w, ja) = (Words::shipped(&tongue), Words::shipped(&Tongue::JA));
        assert!(text.contains(&ja.danger_do_life().plain()), "{tongue}: {text}");
        assert!(text.contains("レベル５大雨特別警報"), "{tongue}: {text}");
        if tongue != Tongue::JA {
            assert!(!text.contains(&w.danger_do_life().plain()), "{tongue}: {text}");
            let own = [w.danger_level(5), w.danger_do_staff()];
            assert!(own.iter().all(|line| text.contains(&line.plain())), "{tongue}: {text}");
        }
    }
    let mut house = in_mooka(&Tongue::EN);
    told(&mut house, &[rain("2026-11-21T09:55:00+09:00", &[L4])], NOW);
    house.tell(Msg::Go(Place::Danger));
    let text = house.text();
    for part in ["Level 4", "Heavy Rain Danger Warning", "Leave dangerous places now.", "レベル４大雨危険警報"]
    {
        assert!(text.contains(part), "{part} in:\n{text}");
    }
}

#[test]
fn a_tsunami_tells_its_first_wave_and_how_high_as_it_was_issued() {
    let body = "<Tsunami><Forecast><Item><Area><Name>見本湾</Name><Code>312</Code></Area><Category><Kind><Name>大津波警報</Name>\
                <Code>52</Code></Kind></Category><FirstHeight><ArrivalTime>2026-11-21T10:20:00+09:00</ArrivalTime></FirstHeight>\
                <MaxHeight><TsunamiHeight description=\"巨大\">NaN</TsunamiHeight></MaxHeight></Item></Forecast></Tsunami>";
    let issued = "2026-11-21T10:00:00+09:00";
    let sheet = Sheet { title: "津波警報・注意報・予報a", event: "20261121095500", issued, body, ..BLANK };
    let mut house = Household::new();
    house.tell(Msg::Report(Report::Own(Box::new(Own { town: Some("sodegaura".into()), ..Own::default() }))));
    let status = alert::status(&[sheet.telegram()], &Town::parse("122297").unwrap(), NOW.parse().unwrap());
    let situation = Situation::of("122297".into(), status, vec![]);
    house.tell(Msg::Report(Report::Situation(Arc::new(situation))));
    house.tell(Msg::Go(Place::Danger));
    let text = house.text();
    for part in ["大津波警報", "高い ところへ", "はじめの 波：午前10時20分", "津波の 高さ：巨大"]
    {
        assert!(text.contains(part), "{part} in:\n{text}");
    }
}

/// What lies over the page, if it is an alert.
pub(crate) fn covered(house: &Household) -> Option<String> {
    match &house.model.overlay {
        Some(Overlay::Alert(_)) => Some(house.text()),
        _ => None,
    }
}

#[test]
fn what_is_urgent_comes_over_the_page_once_and_again_when_it_is_graver() {
    let mut house = in_mooka(&Tongue::JA);
    house.tell(Msg::Go(Place::Practice));
    let beneath = house.model.screen.clone();
    told(&mut house, &[rain("2026-11-21T09:50:00+09:00", &[L3])], NOW);
    assert_eq!(covered(&house), None, "level 3 takes nobody's page");

    let four = rain("2026-11-21T10:00:00+09:00", &[L4]);
    told(&mut house, std::slice::from_ref(&four), NOW);
    let text = covered(&house).unwrap();
    assert!(text.contains("レベル４大雨危険警報") && text.contains("逃げて ください"), "{text}");
    assert!(house.said().unwrap().contains("レベル４"), "{:?}", house.said());
    assert_eq!(house.model.screen, beneath, "the lesson is kept");

    house.press("alert/seen");
    assert_eq!((covered(&house), &house.model.screen), (None, &beneath));
    assert!(house.page().control("banner/danger").is_some(), "a line stays");
    told(&mut house, std::slice::from_ref(&four), NOW);
    assert_eq!(covered(&house), None, "not twice for the same");

    let five = rain("2026-11-21T10:02:00+09:00", &[L5]);
    told(&mut house, &[four.clone(), five.clone()], NOW);
    assert!(covered(&house).unwrap().contains("レベル５"));
    // It says what has become of it.
    let nine = rain("2026-11-21T10:04:00+09:00", &[OVER]);
    told(&mut house, &[four, five, nine], NOW);
    assert!(covered(&house).unwrap().contains("解除されました"), "{:?}", covered(&house));
    house.press("alert/seen");
    assert!(house.page().control("banner/danger").is_none());
    assert_eq!(house.model.standing.own.alerted, []);
}

#[test]
fn it_goes_by_itself_and_whoever_left_is_forgotten_beneath() {
    let mut house = in_mooka(&Tongue::JA);
    let four = rain("2026-11-21T10:00:00+09:00", &[L4]);
    told(&mut house, std::slice::from_ref(&four), NOW);
    for _ in 0..9 {
        house.wait(60);
        assert!(covered(&house).is_some());
    }
    house.wait(61);
    assert_eq!((covered(&house), house.ended), (None, 0), "nobody was there");

    let mut house = in_mooka(&Tongue::JA);
    house.tell(Msg::Go(Place::Search));
    told(&mut house, &[four], NOW);
    house.wait(4 * 60);
    assert_eq!(house.ended, 0);
    house.wait(3 * 60);
    assert_eq!(house.ended, 1, "the visit ends beneath");
}

#[test]
fn another_press_leads_where_it_says_and_counts_as_seen() {
    for (press, open) in [("bar/end", false), ("bar/language", false), ("bar/call", true), ("alert/more", true)] {
        let mut house = in_mooka(&Tongue::JA);
        told(&mut house, &[rain("2026-11-21T10:00:00+09:00", &[L4])], NOW);
        house.press(press);
        assert_eq!(covered(&house), None, "{press}");
        assert_eq!(house.model.overlay.is_none(), open, "{press}");
        assert_eq!(house.model.standing.own.alerted.len(), 1, "{press}");
    }
}

#[test]
fn staff_enter_what_the_town_ordered_and_lift_it_the_same_way() {
    let mut house = in_mooka(&Tongue::JA);
    house.model.screen = Screen::Order(order::State::default());
    assert!(house.page().control("order/lift").is_none(), "nothing is there to be lifted");
    house.press("order/4");
    assert!(house.text().contains("市の 発令を 何で 見ましたか"), "{}", house.text());
    house.press("by/radio");
    let read_back = house.text();
    assert!(read_back.contains("避難 指示") || read_back.contains("避難指示"), "{read_back}");
    assert!(read_back.contains("防災無線で 見ました"), "{read_back}");
    assert_eq!(house.model.standing.own.order, None, "not before it is confirmed");

    house.press("order/put");
    let text = covered(&house).unwrap();
    assert!(text.contains("避難指示") && text.contains("いま 逃げて"), "{text}");
    assert_eq!(house.model.standing.danger, Danger::InForce);
    let kept = house.kept();
    assert_eq!(kept.own().unwrap().order.and_then(|ordered| ordered.order), Some(Order::Instruction));
    let recorded = |kept: &Store| kept.ledger_after(0).unwrap().last().unwrap().value["event"].clone();
    assert_eq!(recorded(&kept), serde_json::json!({"what": "ordered", "level": 4, "seen": "radio"}));

    house.press("alert/seen");
    house.tell(Msg::Home);
    assert!(house.page().control("banner/danger").is_some());
    house.tell(Msg::Go(Place::Danger));
    assert!(house.text().contains("職員が 午前10時"), "{}", house.text());

    house.model.screen = Screen::Order(order::State::default());
    for press in ["order/lift", "by/phone", "order/put"] {
        house.press(press);
    }
    assert_eq!(covered(&house), None, "what is lifted wakes nobody");
    assert_eq!(house.model.standing.danger, Danger::None);
    house.tell(Msg::Go(Place::Danger));
    assert!(house.text().contains("発令は 解除されました"), "{}", house.text());
    assert_eq!(recorded(&house.kept()), serde_json::json!({"what": "ordered", "level": null, "seen": "phone"}));
}

#[test]
fn places_to_escape_to_are_those_for_what_is_in_force_until_somebody_wants_all() {
    let mut house = in_mooka(&Tongue::JA);
    told(&mut house, &[rain("2026-11-21T10:00:00+09:00", &[L3])], NOW);
    house.tell(Msg::Go(Place::Near(Kind::EmergencySite)));
    let hazard = |house: &Household| match &house.model.screen {
        Screen::Near(state) => state.hazard,
        other => panic!("{other:?}"),
    };
    assert_eq!(hazard(&house), Some(Hazard::InlandFlood));
    assert!(house.text().contains("レベル３大雨警報が 出て いるので"), "{}", house.text());
    house.press("hazard/in-force");
    assert_eq!(hazard(&house), None);
    assert!(!house.text().contains("出て いるので"), "{}", house.text());
    house.tell(Msg::Go(Place::Near(Kind::Toilet)));
    assert_eq!(hazard(&house), None, "only of places to escape to");
}

#[test]
fn news_of_the_town_stand_word_for_word_and_raise_no_warning() {
    let home = tempfile::tempdir().unwrap();
    let clock = Arc::new(SetClock::new(NOW.parse().unwrap(), true));
    let notice = |title: &str, at: Option<&str>| Notice {
        title: title.to_owned(),
        words: "西部地区に 避難指示（警戒レベル４）\n公民館へ".to_owned(),
        link: String::new(),
        at: at.map(|at| at.parse().unwrap()),
        heard: clock.now().at,
        source: "https://www.city.example.jp/rss.xml".to_owned(),
    };
    let notices =
        [notice("前の 知らせ", Some("2026-11-21T00:00:00Z")), notice("避難指示", Some("2026-11-21T01:00:00Z"))];
    Telegrams::open(home.path()).unwrap().keep_notices("https://www.city.example.jp/rss.xml", &notices).unwrap();
    let post = Post::at(home.path(), &clock);
    post.desks.give(Job::Look(Look::For(Some("092096".into()))));
    let found = post.next();
    assert_eq!(found.news.iter().map(|one| one.title.as_str()).collect::<Vec<_>>(), ["避難指示", "前の 知らせ"]);

    let mut house = in_mooka(&Tongue::JA);
    house.tell(Msg::Report(Report::Situation(found)));
    assert_eq!((covered(&house), house.model.standing.danger), (None, Danger::None));
    house.tell(Msg::Go(Place::Danger));
    let text = house.text();
    for part in [
        "西部地区に 避難指示（警戒レベル４）",
        "公民館へ",
        "午前10時0分（www.city.example.jp）",
        "町が 書いた とおりです",
    ] {
        assert!(text.contains(part), "{part} in:\n{text}");
    }
}
