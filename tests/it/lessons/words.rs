//! The words of the shipped lessons and apps: short, readable, sayable, nobody's brand, nobody's number.

use super::COURSE;
use crate::voice_reading::voice_folder;
use engawa::{
    phone::{Effect, Said, Skin},
    voice::FrontEnd,
    words::{Line, Tongue, is_kanji},
};

/// Everything that is said on the phone and beside it.
fn said() -> Vec<(String, Said)> {
    let mut out = vec![];
    let mut put = |whose: &str, said: &Said| out.push((whose.to_owned(), said.clone()));
    for app in &COURSE.world.apps {
        put(&app.id, &app.title);
    }
    for screen in COURSE.world.screens.values() {
        put(&screen.id, &screen.title);
        effects(&screen.enter, &screen.id, &mut put);
        for item in &screen.items {
            for said in [&item.label, &item.detail, &item.value] {
                put(&item.id, said);
            }
            item.deeds.iter().for_each(|deed| effects(&deed.effects, &item.id, &mut put));
        }
    }
    for (id, mistake) in &COURSE.world.mistakes {
        mistake.say.iter().for_each(|said| put(id, said));
    }
    for lesson in &COURSE.lessons {
        for said in [&lesson.title, &lesson.lead, &lesson.why] {
            put(&lesson.id, said);
        }
        lesson.warn.iter().chain(&lesson.poster).chain(&lesson.end).for_each(|said| put(&lesson.id, said));
        effects(&lesson.start.effects, &lesson.id, &mut put);
        if let Some(picture) = &lesson.picture {
            put(&lesson.id, &picture.alt);
        }
        for step in &lesson.steps {
            for said in [&step.say, &step.ask, &step.own] {
                put(&lesson.id, said);
            }
        }
        lesson.mistakes.values().flat_map(|mistake| &mistake.say).for_each(|said| put(&lesson.id, said));
    }
    out.retain(|(_, said)| !said.is_empty());
    out
}

fn effects(all: &[Effect], whose: &str, put: &mut impl FnMut(&str, &Said)) {
    for effect in all {
        match effect {
            Effect::Say(said) | Effect::Type(said) => put(whose, said),
            Effect::If { then, or, .. } => {
                effects(then, whose, put);
                effects(or, whose, put);
            }
            Effect::Call { name, number, .. } => {
                put(whose, name);
                put(whose, number);
            }
            _ => {}
        }
    }
}

/// The sentences of a text.
fn sentences(line: &Line) -> Vec<String> {
    let spoken = line.notation();
    spoken
        .split_inclusive(['。', '？', '！'])
        .map(|sentence| sentence.trim().to_owned())
        .filter(|s| !s.is_empty())
        .collect()
}

#[test]
fn every_sentence_is_short_and_every_reading_was_written_by_its_author() {
    for (whose, said) in said() {
        for line in said.originals() {
            let bare: String =
                line.bits().iter().filter(|bit| bit.ruby.is_empty()).map(|bit| bit.base.as_str()).collect();
            assert!(!bare.chars().any(is_kanji), "{whose}: {line:?}");
            for sentence in sentences(line) {
                let signs = Line::parse(&sentence).plain().chars().filter(|c| !c.is_whitespace()).count();
                assert!(signs <= 40, "{whose}: {signs} signs: {sentence}");
            }
        }
    }
}

/// Morae of a reading: a small sign belongs to the one before it.
fn morae(kana: &str) -> usize {
    kana.chars()
        .filter(|c| c.is_alphanumeric() || *c == 'ー')
        .filter(|c| !"ゃゅょぁぃぅぇぉャュョァィゥェォ".contains(*c))
        .count()
}

#[test]
fn every_sentence_is_said_in_twelve_seconds() {
    let front = FrontEnd::load(&voice_folder()).unwrap();
    for (whose, said) in said() {
        for sentence in said.originals().flat_map(sentences) {
            // At 5 morae a second.
            let kana = front.kana_of(&Line::parse(&sentence));
            assert!(morae(&kana) <= 60, "{whose}: {} morae: {kana}", morae(&kana));
        }
    }
}

/// Names of makers, shops and services. The two kinds of phone are told apart by how they look, never by a name.
const BRANDS: &[&str] = &[
    "iPhone",
    "Android",
    "Apple",
    "Google",
    "Pixel",
    "Galaxy",
    "AQUOS",
    "Xperia",
    "LINE",
    "FaceTime",
    "Safari",
    "Chrome",
    "Gmail",
    "NTT",
    "PayPay",
    "Amazon",
    "ドコモ",
    "ソフトバンク",
    "楽天",
    "ヤマト",
    "佐川",
    "ゆうちょ",
    "アマゾン",
    "メルカリ",
];

/// Numbers that everybody may know.
const PUBLIC: [&str; 5] = ["171", "188", "#9110", "119", "110"];

fn is_nobodys(whose: &str, plain: &str) {
    let brand = BRANDS.iter().find(|brand| plain.contains(**brand));
    assert_eq!(brand, None, "{whose}: {plain}");
    for word in plain.split(|c: char| !(c.is_ascii_digit() || "-+#".contains(c))) {
        let digits = word.chars().filter(char::is_ascii_digit).count();
        let fictional = word.starts_with("000") || word.starts_with("+00");
        assert!(digits < 5 || fictional || PUBLIC.contains(&word), "{whose}: {word}");
    }
    for link in plain.split_whitespace().filter(|word| word.contains("://")) {
        assert!(link.trim_end_matches('/').ends_with(".example"), "{whose}: {link}");
    }
}

#[test]
fn no_brand_and_no_number_that_somebody_could_have() {
    for (whose, said) in said() {
        for tongue in [Tongue::JA, Tongue::JA_SIMPLE, Tongue::EN] {
            for skin in Skin::ALL {
                is_nobodys(&whose, &said.line(&tongue, skin).plain());
            }
        }
    }
}
