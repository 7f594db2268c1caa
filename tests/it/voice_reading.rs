//! How the front end reads: cities, addresses, and expressions of notices, against tables of what people say. The voice must have been
//! prepared (`script/voice`); a machine without it fails here rather than passing over it.
//!
//! `tests/voice/city.tsv` and `town.tsv` come from 日本郵便 郵便番号データ (Tochigi, Ibaraki, Chiba), `expression.tsv` and `notice.tsv` were
//! written by hand; several readings that are all right stand with `|` between.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop where it stands")]

use crate::sources::root;
use engawa::{voice::FrontEnd, words::Line};
use proptest::prelude::*;
use std::{fs, path::PathBuf, sync::LazyLock};

pub(crate) fn voice_folder() -> PathBuf {
    std::env::var_os("ENGAWA_VOICE").map_or_else(|| root().join("target/voice"), PathBuf::from)
}

static FRONT: LazyLock<FrontEnd> = LazyLock::new(|| {
    FrontEnd::load(&voice_folder()).unwrap_or_else(|err| panic!("script/voice prepares the voice: {err}"))
});

fn table(name: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(root().join("tests/voice").join(name)).unwrap();
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

/// Kana without what differs only in writing: long vowels, ぢ and づ, breaths.
fn sound(kana: &str) -> String {
    let mut out: Vec<char> = vec![];
    for c in kana.chars() {
        let c = match c {
            'ァ'..='ヶ' => char::from_u32(u32::from(c) - 0x60).unwrap(),
            c => c,
        };
        let c = match c {
            'ぢ' => 'じ',
            'づ' => 'ず',
            'を' => 'お',
            c => c,
        };
        let long = match out.last() {
            Some(last) => match c {
                'ー' => true,
                'う' | 'お' => "おこそとのほもよろをごぞどぼぽょうくすつぬふむゆるぐずぶぷゅ".contains(*last),
                'い' => "えけせてねへめれげぜでべぺいきしちにひみりぎじびぴ".contains(*last),
                _ => false,
            },
            None => false,
        };
        if ('ぁ'..='ゖ').contains(&c) && !long {
            out.push(c);
        }
    }
    out.into_iter().collect()
}

struct Score {
    right: usize,
    all: usize,
    wrong: Vec<String>,
}

fn score(rows: impl Iterator<Item = (String, String)>) -> Score {
    let mut score = Score { right: 0, all: 0, wrong: vec![] };
    for (text, readings) in rows {
        let kana = FRONT.kana(&text);
        score.all += 1;
        if readings.split('|').any(|reading| sound(reading) == sound(&kana)) {
            score.right += 1;
        } else {
            score.wrong.push(format!("{text}: {kana}, not {readings}"));
        }
    }
    score
}

#[test]
fn every_city_is_read_as_its_people_do() {
    let score = score(table("city.tsv").into_iter().map(|row| (row[1].clone(), row[2].clone())));
    assert_eq!((score.right, score.all), (128, 128), "{:#?}", score.wrong);
}

#[test]
fn addresses_are_read_right() {
    let rows = table("town.tsv").into_iter();
    let score = score(rows.map(|row| {
        (format!("{}{}{}", row[0], row[1], row[2]), format!("{}{}{}", prefecture(&row[0]), row[3], row[4]))
    }));
    assert_eq!(score.all, 2000);
    assert!(score.right >= 1980, "{} of {}: {:#?}", score.right, score.all, score.wrong);
}

fn prefecture(name: &str) -> &'static str {
    match name {
        "栃木県" => "トチギケン",
        "茨城県" => "イバラキケン",
        "千葉県" => "チバケン",
        other => panic!("{other}"),
    }
}

#[test]
fn expressions_are_read_as_people_say_them() {
    let score = score(table("expression.tsv").into_iter().map(|row| (row[0].clone(), row[1].clone())));
    assert!(score.right >= 82, "{} of {}: {:#?}", score.right, score.all, score.wrong);
}

#[test]
fn notices_are_read_as_people_say_them() {
    let score = score(table("notice.tsv").into_iter().map(|row| (row[0].clone(), row[1].clone())));
    assert_eq!(score.wrong, Vec::<String>::new(), "{} of {}", score.right, score.all);
}

/// What an author wrote, and what is shown.
const RUBY: &[(&str, &str)] = &[
    ("食べものを配る", "｜食《た》べものを｜配《くば》る"),
    ("1人で6本、119番と110番", "｜1人《ひとり》で6｜本《ぽん》、119｜番《ばん》と｜110番《ひゃくとおばん》"),
    ("罹災《りさい》証明を申請する", "｜罹災《りさい》｜証明《しょうめい》を｜申請《しんせい》する"),
    ("｜119《いちいちきゅう》番", "｜119《いちいちきゅう》｜番《ばん》"),
    ("生物《なまもの》と生物《せいぶつ》", "｜生物《なまもの》と｜生物《せいぶつ》"),
    ("家《うち》の外", "｜家《うち》の｜外《そと》"),
    ("指定緊急避難場所", "｜指定《してい》｜緊急《きんきゅう》｜避難《ひなん》｜場所《ばしょ》"),
    ("被保険者証", "｜被《ひ》｜保険《ほけん》｜者《しゃ》｜証《しょう》"),
    ("29日(水・祝)", "29｜日《にち》(水・祝)"),
    ("Wi-Fiとひらがな", "Wi-Fiとひらがな"),
    ("真岡市荒町", "｜真岡市《もおかし》｜荒町《あらまち》"),
];

#[test]
fn kanji_without_ruby_get_it_and_authors_keep_theirs() {
    for (source, wanted) in RUBY {
        assert_eq!(FRONT.ruby(&Line::parse(source)).notation(), *wanted);
    }
}

#[test]
fn ruby_of_a_line_is_stable() {
    let tables = ["expression.tsv", "notice.tsv"].into_iter().flat_map(table);
    for row in tables {
        let once = FRONT.ruby(&Line::verbatim(&row[0]));
        assert_eq!(once.plain(), row[0], "ruby changes no word");
        assert_eq!(FRONT.ruby(&once), once, "{}", row[0]);
        assert_eq!(FRONT.kana_of(&once), FRONT.kana(&row[0]), "a line sounds as its text");
    }
}

/// Signs that mean something to one of the rules, among ordinary text.
fn odd_text() -> impl Strategy<Value = String> {
    let signs = "0123456789０９.,，．:：/-−～〜()（）・#＃¥￥%％〒①⑳Ⅳ○×→※「」『』《》｜\n\t 　゛゜ﾞｶﾊﾟ時分日月年円人番第約市郡町村県方後家何火水々〆ヶー、。！？AbcWi-Fi@_+&'é漢字ひらカタ\u{200b}\u{fe0f}\u{3099}😀𠮷﨑\u{0}";
    let one = prop::sample::select(signs.chars().collect::<Vec<_>>());
    prop_oneof![4 => prop::collection::vec(one, 0..40).prop_map(String::from_iter), 1 => any::<String>()]
}

proptest! {
    /// Whatever a person types or a file holds is read without a panic, and no sign of it is lost or changed.
    #[test]
    fn any_text_can_be_read(text in odd_text()) {
        let words = FRONT.words(&text);
        prop_assert_eq!(words.iter().map(|word| word.surface.as_str()).collect::<String>(), text.clone());
        let line = Line::parse(&text);
        prop_assert_eq!(FRONT.ruby(&line).plain(), line.plain());
    }
}
