//! A town: what it is called, what it says about itself, and what its plan says that people can use. Those that come with the program are
//! the files of `kiosk-config/`; a town that does not is one file more beside `kiosk.toml`.

use super::{
    Position,
    offer::{Contact, Offer, contacts, offers},
    telling::{Telling, translate},
};
use crate::{
    content::{City, Provenance, Said, Value, Wanted, schema},
    reader::{self, Problem, Problems, Source, Table, both},
    words::Line,
};
use smol_str::SmolStr;
use std::sync::LazyLock;

/// One town, as its file says.
#[derive(Clone, Debug, PartialEq)]
pub struct Town {
    /// The name of its file: `mooka`.
    pub id: SmolStr,
    /// With ruby: 真岡市《もおかし》.
    pub name: Line,
    /// The name in every tongue that the file gives it in.
    pub called: Telling,
    /// In hiragana.
    pub kana: String,
    /// 全国地方公共団体コード, six digits of which the last one checks the others.
    pub code: SmolStr,
    pub prefecture: Line,
    /// Where name and number are from.
    pub from: Line,
    pub sort: Sort,
    /// Where the town office stands.
    pub at: Option<Position>,
    pub plan: Option<Plan>,
    pub city: City,
    /// What its people can use, in the order of the file.
    pub offers: Vec<Offer>,
    /// Whom the plan names.
    pub contacts: Vec<Contact>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    #[default]
    Real,
    /// Made up, to show what a filled-in town looks like. Never to be taken for real.
    Sample,
}

/// What was read to fill the file in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Its official title.
    pub title: String,
    /// When it was made, in words with ruby: 2022年《ねん》3月《がつ》.
    pub made: Telling,
    /// The years it is for.
    pub period: Telling,
}

impl Town {
    /// Reads the file of the town `id`. `None` when it does not even say what the town is called; everything wrong is told.
    pub fn read(id: &str, source: &Source) -> (Option<Self>, Vec<Problem>) {
        let mut problems = Problems::new(source);
        let town = reader::toml(&source.text, 0, &mut problems, |table| file(table, id));
        (town, problems.finish())
    }

    /// What it could say and does not.
    pub fn open(&self) -> impl Iterator<Item = &'static Wanted> {
        schema().iter().filter(|wanted| self.city.get(&wanted.key).is_none())
    }

    pub fn is_sample(&self) -> bool {
        self.sort == Sort::Sample
    }
}

/// What a file of `kiosk-config/` is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// The settings of one kiosk.
    Kiosk,
    /// It has a `[town]`.
    Town,
    /// The list of what towns can say: it has `[[value]]`.
    Schema,
}

impl FileKind {
    pub fn of(source: &Source) -> Self {
        // What is wrong in it is told by whoever reads it as what it is.
        let mut unheard = Problems::new(source);
        reader::toml(&source.text, 0, &mut unheard, |table| match (table.is_table("town"), table.has("value")) {
            (true, _) => Self::Town,
            (false, true) => Self::Schema,
            (false, false) => Self::Kiosk,
        })
    }
}

struct Named {
    name: Line,
    called: Telling,
    kana: String,
    code: SmolStr,
    prefecture: Line,
    from: Line,
    sort: Sort,
    at: Option<Position>,
}

fn file(table: &mut Table<'_, '_, '_>, id: &str) -> Option<Town> {
    if table.must("format", "1") {
        table.int("format", 1..=1);
    }
    let named = if table.must("town", "{ name = \"○○市《まるまるし》\", … }") {
        table.table("town", named).flatten()
    } else {
        None
    };
    let plan = table.table("plan", plan).flatten();
    let city = table.table("city", |table| City::read(table, Provenance::Needed)).unwrap_or_default();
    let (offers, contacts) = (offers(table), contacts(table));
    let Named { name, called, kana, code, prefecture, from, sort, at } = named?;
    let mut city = city;
    city.values.entry("name".into()).or_insert(Value { said: Said::Text(name.clone()), from: Some(from.clone()) });
    Some(Town { id: id.into(), name, called, kana, code, prefecture, from, sort, at, plan, city, offers, contacts })
}

fn line(text: &reader::Spanned<String>) -> Line {
    Line::parse(text.value.trim())
}

fn named(table: &mut Table<'_, '_, '_>) -> Option<Named> {
    let name = table.must_text("name");
    let mut called = name.as_ref().map(|name| Telling::japanese(&name.value));
    let name = name.as_ref().map(line);
    translate(table, &mut [("name", &mut called)]);
    let kana = table.must_text("kana").map(|kana| kana.value);
    let code = code(table);
    let prefecture = table.must_text("prefecture").as_ref().map(line);
    let from = table.must_text("from").as_ref().map(line);
    let sort = match table.flag("sample") {
        Some(flag) if flag.value => Sort::Sample,
        _ => Sort::Real,
    };
    // All of Japan lies within these degrees.
    let (lat, lon) = (table.float("lat", 20.0..=46.0), table.float("lon", 122.0..=154.0));
    let at = lat.zip(lon).map(|(lat, lon)| Position { lat: lat.value, lon: lon.value });
    // What is told as missing is no reason to lose the town: only without a name is there nothing to call it by.
    let (kana, prefecture, from) = (kana.unwrap_or_default(), prefecture.unwrap_or_default(), from.unwrap_or_default());
    Some(Named { name: name?, called: called?, kana, code, prefecture, from, sort, at })
}

fn plan(table: &mut Table<'_, '_, '_>) -> Option<Plan> {
    let title = table.must_text("title").map(|title| title.value);
    let mut said = |key| table.must_text(key).map(|text| Telling::japanese(&text.value));
    let (mut made, mut period) = (said("made"), said("period"));
    translate(table, &mut [("made", &mut made), ("period", &mut period)]);
    Some(Plan { title: title?, made: made?, period: period? })
}

/// As it is written; a wrong one is told.
fn code(table: &mut Table<'_, '_, '_>) -> SmolStr {
    let Some(code) = table.must_text("code") else { return SmolStr::default() };
    let text = code.value.as_str();
    match check_digit(text) {
        Some(digit) if text.ends_with(digit) => {}
        Some(digit) => {
            let right = text.get(..5).unwrap_or_default();
            let message = both("団体コードの さいごの 数字が 合いません", "the last digit of the town's code is wrong");
            let help = both(
                format!("{right}なら さいごは {digit}です。番号を たしかめて ください"),
                format!("after {right} it would be {digit}; check the number"),
            );
            table.problem(Problem::error(code.span.clone(), message).label(both("この 番号", "this code")).help(help));
        }
        None => {
            let message = both("団体コードは 6けたの 数字です", "the town's code has six digits");
            let help = both("例: code = \"092096\"", "for example: code = \"092096\"");
            table.problem(Problem::error(code.span.clone(), message).label(both("この 番号", "this code")).help(help));
        }
    }
    text.into()
}

/// The last of the six digits of a 全国地方公共団体コード, from the first five (総務省: weights 6 to 2, 11 less the rest of the division by 11,
/// of which the last digit). `None` where the text is not six digits.
pub fn check_digit(code: &str) -> Option<char> {
    if code.len() != 6 || !code.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let sum: u32 =
        code.chars().take(5).zip((2..=6).rev()).filter_map(|(c, weight)| Some(c.to_digit(10)? * weight)).sum();
    char::from_digit((11 - sum % 11) % 10, 10)
}

// TOWNS, made by build.rs from kiosk-config/.
include!(concat!(env!("OUT_DIR"), "/towns.rs"));

static SHIPPED: LazyLock<Vec<Town>> = LazyLock::new(|| {
    let read = |(id, text): &(&str, &str)| Town::read(id, &Source::new(format!("kiosk-config/{id}.toml"), *text)).0;
    let mut towns: Vec<_> = TOWNS.iter().filter_map(read).collect();
    towns.sort_by(|a, b| (a.is_sample(), &a.code).cmp(&(b.is_sample(), &b.code)));
    towns
});

/// The towns that come with the program, in the order of their codes; the sample comes last.
pub fn towns() -> &'static [Town] {
    &SHIPPED
}

/// The files of the towns that come with the program: id, text.
pub fn town_files() -> &'static [(&'static str, &'static str)] {
    TOWNS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_digit_checks_the_others() {
        // Of towns whose codes are printed by the ministry; 011002 is 札幌市, where 11 less the rest has two digits or none.
        for code in ["092096", "092142", "092151", "082058", "122297", "011002", "131016", "472018"] {
            assert_eq!(check_digit(code), code.chars().last(), "{code}");
        }
        for odd in ["", "09209", "09209x", "0920966", "０９２０９６"] {
            assert_eq!(check_digit(odd), None, "{odd}");
        }
    }
}
