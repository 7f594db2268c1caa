//! Codes → words. The tables are data files that `script/qzss-tables` writes; what they look like stands there. A table is looked for in its
//! file when it is first asked for.

use serde::{Serialize, Serializer, ser::SerializeStruct as _};
use std::{borrow::Cow, sync::OnceLock};

pub(super) const DCR: &str = include_str!("tables/dcr.tsv");
pub(super) const CAMF: &str = include_str!("tables/camf.tsv");
pub(super) const DCX: &str = include_str!("tables/dcx.tsv");

/// A code as it was sent, and what it stands for. A code that no table knows says so with its number; a language that a table does not
/// have is empty. The words are those of the table itself: a message copies none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    pub code: u64,
    row: &'static Row,
}

/// One row as it is written in its file: `%d` is the number of the code, `\n` the end of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    pub ja: &'static str,
    pub en: &'static str,
}

impl Word {
    pub(super) const fn new(code: u64, row: &'static Row) -> Self {
        Self { code, row }
    }

    pub fn ja(&self) -> Cow<'static, str> {
        said(self.row.ja, self.code)
    }

    pub fn en(&self) -> Cow<'static, str> {
        said(self.row.en, self.code)
    }

    /// In Japanese, or in English where there is no Japanese.
    pub fn text(&self) -> Cow<'static, str> {
        if self.row.ja.is_empty() { self.en() } else { self.ja() }
    }
}

impl Serialize for Word {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut word = to.serialize_struct("Word", 3)?;
        word.serialize_field("code", &self.code)?;
        word.serialize_field("ja", &self.ja())?;
        word.serialize_field("en", &self.en())?;
        word.end()
    }
}

fn said(form: &'static str, code: u64) -> Cow<'static, str> {
    match form.split_once("%d") {
        Some((before, after)) => format!("{before}{code}{after}").into(),
        None if form.contains('\\') => form.replace("\\n", "\n").into(),
        None => form.into(),
    }
}

/// One table of a file.
pub(super) struct Table {
    file: &'static str,
    pub(super) name: &'static str,
    /// By how much a code is divided to find in which prefecture or region it lies.
    by: u64,
    rows: OnceLock<Rows>,
}

#[derive(Default)]
struct Rows {
    other: Row,
    prefixes: Vec<(u64, Row)>,
    /// By their codes.
    codes: Vec<u64>,
    words: Vec<Row>,
    /// For small codes, and most are: where among the words, or [`NOWHERE`].
    places: Vec<u16>,
}

/// A language has no word for it.
const NONE: &str = "~";
/// Codes below are found by one look.
const SMALL: u64 = 1024;
const NOWHERE: u16 = u16::MAX;

impl Table {
    pub(super) const fn new(file: &'static str, name: &'static str) -> Self {
        Self { file, name, by: 0, rows: OnceLock::new() }
    }

    pub(super) const fn by(file: &'static str, name: &'static str, by: u64) -> Self {
        Self { file, name, by, rows: OnceLock::new() }
    }

    pub(super) fn word(&'static self, code: u64) -> Word {
        let rows = self.rows();
        Word { code, row: rows.word(code).unwrap_or_else(|| rows.unknown(code.checked_div(self.by))) }
    }

    /// Whether the table has a name for it.
    pub(super) fn knows(&'static self, code: u64) -> bool {
        self.rows().word(code).is_some()
    }

    fn rows(&'static self) -> &'static Rows {
        self.rows.get_or_init(|| self.read())
    }

    fn read(&self) -> Rows {
        let head = format!("=\t{}\t", self.name);
        let lines = self.file.lines().skip_while(|line| !line.starts_with(&head));
        let mut rows = Rows::default();
        for (number, line) in lines.enumerate() {
            let mut columns = line.split('\t');
            let (first, mut next) = (columns.next().unwrap_or_default(), || columns.next().unwrap_or(NONE));
            match (first, number) {
                ("=", 0) => {
                    next();
                    rows.other = Row::of([next(), next()], &Row::default());
                }
                ("=", _) => break,
                ("^", _) => {
                    let prefix = next().parse().unwrap_or(0);
                    rows.prefixes.push((prefix, Row::of([next(), next()], &rows.other)));
                }
                (code, _) => rows.add(code, [next(), next()], self.by),
            }
        }
        rows.find_places();
        rows
    }

    #[cfg(test)]
    fn bytes(&'static self) -> usize {
        let rows = self.rows();
        let rest = rows.codes.capacity() * size_of::<u64>() + rows.places.capacity() * size_of::<u16>();
        rows.words.capacity() * size_of::<Row>() + rows.prefixes.capacity() * size_of::<(u64, Row)>() + rest
    }
}

impl Row {
    /// A language that has no word says what is said of an unknown code.
    fn of([ja, en]: [&'static str; 2], unknown: &Self) -> Self {
        let or = |text, other| if text == NONE { other } else { text };
        Self { ja: or(ja, unknown.ja), en: or(en, unknown.en) }
    }
}

impl Rows {
    fn add(&mut self, code: &str, both: [&'static str; 2], by: u64) {
        if let Ok(code) = code.parse::<u64>() {
            self.words.push(Row::of(both, self.unknown(code.checked_div(by))));
            self.codes.push(code);
        }
    }

    fn word(&self, code: u64) -> Option<&Row> {
        let place = match usize::try_from(code).ok().and_then(|code| self.places.get(code)) {
            Some(place) => usize::from(*place),
            None => self.codes.binary_search(&code).ok()?,
        };
        self.words.get(place)
    }

    /// What is said of a code that has no word.
    fn unknown(&self, prefix: Option<u64>) -> &Row {
        let near = prefix.and_then(|prefix| self.prefixes.binary_search_by_key(&prefix, |(key, _)| *key).ok());
        near.and_then(|at| self.prefixes.get(at)).map_or(&self.other, |(_, row)| row)
    }

    fn find_places(&mut self) {
        let small = self.codes.iter().take_while(|code| **code < SMALL);
        for (place, code) in small.enumerate() {
            let code = usize::try_from(*code).unwrap_or_default();
            self.places.resize(code, NOWHERE);
            self.places.push(u16::try_from(place).unwrap_or(NOWHERE));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::names::ALL, *};

    #[test]
    fn a_code_has_its_word_and_an_unknown_one_its_number() {
        let table = |name: &str| *ALL.iter().find(|table| table.name == name).unwrap();
        let cases = [
            ("prefecture", 9, "栃木県", "Tochigi Prefecture"),
            ("local_government", 920_900, "栃木県真岡市", "Moka City, Tochigi Prefecture"),
            (
                "local_government",
                920_999,
                "栃木県の市町村(コード番号：920999)",
                "Undefined Local Government (Code: 920999)",
            ),
            ("local_government", 9, "市町村(コード番号：9)", "Undefined Local Government (Code: 9)"),
            ("tsunami_height", 3, "3m", "3 m"),
            ("a11_international_library", 0, "", ""),
            ("information_serial_code", 5, "巨大地震注意", ""),
        ];
        for (name, code, ja, en) in cases {
            let word = table(name).word(code);
            assert_eq!((&*word.ja(), &*word.en()), (ja, en), "{name} {code}");
        }
    }

    #[test]
    fn every_table_that_is_named_is_there_and_all_of_them_are_small() {
        // Of a country that numbers its senders in a way nobody knows there is no name at all.
        let empty: Vec<&str> =
            ALL.iter().filter(|table| table.read().words.is_empty()).map(|table| table.name).collect();
        assert_eq!(empty, ["a3_provider_identifier_undefined"]);
        let bytes = ALL.iter().map(|table| table.bytes()).sum::<usize>() + DCR.len() + CAMF.len() + DCX.len();
        assert!(bytes < 2 << 20, "{bytes} bytes");
    }
}
