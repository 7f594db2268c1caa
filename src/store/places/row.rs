//! One place as it stands in its row: with its reading, and with everything it can be found by.

use super::super::terms;
use crate::{
    content::{NoReadings, Readings},
    place::{Hazard, Kind, LatLon, Place},
    words::{Line, is_kanji},
};
use rusqlite::{Connection, ToSql};
use serde::Serialize;

/// A place, ready to be kept.
pub(super) struct Row {
    pub(super) key: String,
    /// Its number in [`Kind::ALL`].
    pub(super) kind: usize,
    pub(super) hazards: i64,
    pub(super) at: Option<LatLon>,
    pub(super) body: String,
    pub(super) told: Told,
}

/// What it is called, as far as it has been read.
pub(super) struct Told {
    /// Folded kana.
    pub(super) sort: String,
    /// The name with ruby; JSON.
    pub(super) name: String,
    /// Hiragana.
    pub(super) kana: String,
}

impl Told {
    pub(super) fn of(name: &Line, kana: String) -> rusqlite::Result<Self> {
        Ok(Self { sort: terms::squeeze(&heard(name, &kana)), name: json(name)?, kana })
    }
}

/// The words by which the places of a kind are found, beside their names.
const KIND_WORDS: &str = include_str!("kind_words.tsv");

/// These words as the index takes them, made once for a whole file: as shown and as read, by the number of the kind.
pub(super) struct KindTerms(Vec<[String; 2]>);

impl KindTerms {
    pub(super) fn new() -> Self {
        let of = |kind: &Kind| {
            let own = |line: &&str| line.split('\t').next() == Some(kind.name());
            let words = KIND_WORDS.lines().find(own).and_then(|line| line.split('\t').nth(1)).unwrap_or_default();
            indexed(&format!("{words}{APART}"))
        };
        Self(Kind::ALL.iter().map(of).collect())
    }
}

/// The terms of a text as shown and as read.
fn indexed(text: &str) -> [String; 2] {
    let folded = terms::fold(text);
    [terms::index_terms(&folded), terms::index_terms(&terms::kana(&folded))]
}

/// By what it is found: title, title as read, what else it is found by, that as read.
pub(super) fn found_by(place: &Place, name: &Line, kana: &str, kinds: &KindTerms) -> [String; 4] {
    let mut also = indexed(&also(place));
    for (all, words) in also.iter_mut().zip(kinds.0.get(number(place.kind)).into_iter().flatten()) {
        all.insert_str(0, words);
    }
    let [also, also_kana] = also;
    [terms::index_terms(&terms::fold(&place.name)), terms::index_terms(&heard(name, kana)), also, also_kana]
}

/// The whole name as it sounds.
fn heard(name: &Line, kana: &str) -> String {
    let spoken = if kana.is_empty() { name.spoken() } else { kana.to_owned() };
    terms::kana(&terms::fold(&spoken))
}

fn json(value: &impl Serialize) -> rusqlite::Result<String> {
    serde_json::to_string(value).map_err(|err| rusqlite::Error::ToSqlConversionFailure(Box::new(err)))
}

impl Row {
    /// With what the data themselves say of how it is read.
    pub(super) fn of(place: &Place) -> rusqlite::Result<Self> {
        let (name, kana) = read(place, &NoReadings);
        Self::with(place, &name, kana)
    }

    fn with(place: &Place, name: &Line, kana: String) -> rusqlite::Result<Self> {
        Ok(Self {
            key: place.id.clone(),
            kind: number(place.kind),
            hazards: place.hazards.iter().copied().map(bit).sum(),
            at: place.at,
            body: json(place)?,
            told: Told::of(name, kana)?,
        })
    }
}

pub(super) fn number(kind: Kind) -> usize {
    Kind::ALL.iter().position(|known| *known == kind).unwrap_or_default()
}

pub(super) fn bit(hazard: Hazard) -> i64 {
    Hazard::ALL.iter().position(|known| *known == hazard).map_or(0, |at| 1 << at)
}

/// Its address and what it offers.
fn also(place: &Place) -> String {
    let details = place.details.iter().map(|detail| detail.text.as_str());
    let told = [place.address.as_str(), &place.building, &place.name_en].into_iter().chain(details);
    told.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(APART)
}

/// Keeps phrases from reaching over from one text to the next.
const APART: &str = "\u{1e}";

/// The name with ruby, and the whole of it in hiragana. The data's own reading decides; where it cannot be set on the kanji it stands
/// apart only.
pub(super) fn read(place: &Place, readings: &dyn Readings) -> (Line, String) {
    let plain = Line::verbatim(&place.name);
    let with_ruby = readings.are_known().then(|| readings.ruby(&plain));
    if place.kana.is_empty() {
        let kana = with_ruby.as_ref().map_or_else(String::new, |line| hiragana(&line.spoken()));
        return (with_ruby.unwrap_or(plain), kana);
    }
    let kana = hiragana(&place.kana);
    let fits = |line: &Line| sound(&line.spoken()) == sound(&kana);
    let name = with_ruby.filter(fits).or_else(|| set(&place.name, &kana)).unwrap_or(plain);
    (name, kana)
}

/// The same for readings that differ only in how they are written.
fn sound(text: &str) -> String {
    terms::kana(&terms::squeeze(&terms::fold(text)))
}

fn hiragana(text: &str) -> String {
    let one = |c: char| match c {
        'ァ'..='ヶ' => char::from_u32(u32::from(c) - 0x60).unwrap_or(c),
        '　' => ' ',
        c => c,
    };
    terms::wide(text).chars().map(one).collect::<String>().trim().to_owned()
}

/// Ruby over more than this cannot be broken into lines.
const LONGEST: usize = 8;

/// Sets the reading on the runs of kanji, which the kana between them hold in place; `None` when it does not fit.
fn set(name: &str, kana: &str) -> Option<Line> {
    let name: Vec<char> = name.chars().filter(|c| !c.is_whitespace()).collect();
    let kana: Vec<char> = kana.chars().filter(|c| !c.is_whitespace()).collect();
    let notation = fit(&name, &kana)?;
    Some(Line::parse(&notation))
}

fn fit(name: &[char], kana: &[char]) -> Option<String> {
    let Some((first, rest)) = name.split_first() else { return kana.is_empty().then(String::new) };
    if matches!(first, '《' | '》' | '｜') {
        return None;
    }
    if !is_kanji(*first) {
        let (heard, after) = kana.split_first()?;
        let same = sound(&first.to_string()) == sound(&heard.to_string());
        return same.then(|| fit(rest, after)).flatten().map(|tail| format!("{first}{tail}"));
    }
    let run = name.iter().take_while(|c| is_kanji(**c)).count();
    if run > LONGEST {
        return None;
    }
    let (base, tail) = name.split_at_checked(run)?;
    (run..=kana.len().min(run * LONGEST)).find_map(|long| {
        let (ruby, after) = kana.split_at_checked(long)?;
        let tail = fit(tail, after)?;
        Some(format!("｜{}《{}》{tail}", base.iter().collect::<String>(), ruby.iter().collect::<String>()))
    })
}

/// The sources of a database that may be damaged, as far as they can be read: name, digest, when.
pub(super) fn sources(db: &Connection) -> Vec<(String, [u8; 32], String)> {
    let Ok(mut all) = db.prepare("SELECT name, digest, taken FROM source") else { return vec![] };
    let rows = all.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
    rows.into_iter().flatten().map_while(Result::ok).collect()
}

/// The places of one source, as far as they can be read.
pub(super) fn kept(db: &Connection, source: &dyn ToSql) -> Vec<Row> {
    let Ok(mut all) = db.prepare(include_str!("../sql/places/kept.sql")) else { return vec![] };
    let rows = all.query_map([source], |row| {
        Ok((row.get::<_, String>("body")?, row.get::<_, String>("name")?, row.get::<_, String>("kana")?))
    });
    let made = |(body, name, kana): (String, String, String)| {
        let place: Place = serde_json::from_str(&body).ok()?;
        let name: Line = serde_json::from_str(&name).ok()?;
        Row::with(&place, &name, kana).ok()
    };
    rows.into_iter().flatten().map_while(Result::ok).filter_map(made).collect()
}

/// The rows of a table of opening status in a database that may be damaged.
pub(super) fn openings(db: &Connection, source: &dyn ToSql) -> Vec<Place> {
    let asked = "SELECT opening.body FROM opening JOIN source ON source.id = opening.source WHERE source.name = ?1";
    let Ok(mut all) = db.prepare(asked) else { return vec![] };
    let rows = all.query_map([source], |row| row.get::<_, String>(0));
    let rows = rows.into_iter().flatten().map_while(Result::ok);
    rows.filter_map(|body| serde_json::from_str(&body).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_is_set_on_the_kanji_it_belongs_to() {
        for (name, kana, wanted) in [
            ("中央公園", "ちゅうおうこうえん", Some("｜中央公園《ちゅうおうこうえん》")),
            ("西の森ひろば", "にしのもりひろば", Some("｜西《にし》の｜森《もり》ひろば")),
            (
                "東山コミュニティセンター",
                "ひがしやまこみゅにてぃせんたー",
                Some("｜東山《ひがしやま》コミュニティセンター"),
            ),
            ("ひなた診療所", "ひなたしんりょうじょ", Some("ひなた｜診療所《しんりょうじょ》")),
            ("北原小学校", "みなみ", None),
            ("県立総合防災教育研究中央会館", "けんりつそうごうぼうさいきょういくけんきゅうちゅうおうかいかん", None),
            ("変《な》名", "へんなな", None),
        ] {
            assert_eq!(set(name, kana).map(|line| line.notation()).as_deref(), wanted, "{name}");
        }
        assert_eq!(hiragana("ナカミナト　タワー"), "なかみなと たわー");
        assert_eq!(hiragana("ﾅｶﾐﾅﾄﾀﾜｰ"), "なかみなとたわー");
    }
}
