//! How the front end reads: cities, addresses, and expressions of notices, against tables of what people say. The voice must have been
//! prepared (`script/voice`); a machine without it fails here rather than passing over it.
//!
//! `tests/voice/city.tsv` and `town.tsv` come from 日本郵便 郵便番号データ (Tochigi, Ibaraki, Chiba), `expression.tsv` and `notice.tsv` were
//! written by hand; several readings that are all right stand with `|` between.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop where it stands")]

use crate::sources::root;
use engawa::voice::FrontEnd;
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
