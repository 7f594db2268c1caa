//! Codes → words. The tables are data files that `script/qzss-tables` writes; what they look like stands there. A table is looked for in its
//! file when it is first asked for.

use serde::Serialize;
use std::{borrow::Cow, sync::OnceLock};

pub(super) const DCR: &str = include_str!("tables/dcr.tsv");
pub(super) const CAMF: &str = include_str!("tables/camf.tsv");
pub(super) const DCX: &str = include_str!("tables/dcx.tsv");

/// A code as it was sent, and what it stands for. A code that no table knows says so with its number; a language that a table does not
/// have is empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Word {
    pub code: u64,
    pub ja: Cow<'static, str>,
    pub en: Cow<'static, str>,
}

impl Word {
    /// In Japanese, or in English where there is no Japanese.
    pub fn text(&self) -> &str {
        if self.ja.is_empty() { &self.en } else { &self.ja }
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

/// Two languages of one row; made anew only where lines end in it.
type Both = [Cow<'static, str>; 2];

#[derive(Default)]
struct Rows {
    other: Both,
    prefixes: Vec<(u64, Both)>,
    words: Vec<(u64, Both)>,
}

/// A language has no word for it.
const NONE: &str = "~";

impl Table {
    pub(super) const fn new(file: &'static str, name: &'static str) -> Self {
        Self { file, name, by: 0, rows: OnceLock::new() }
    }

    pub(super) const fn by(file: &'static str, name: &'static str, by: u64) -> Self {
        Self { file, name, by, rows: OnceLock::new() }
    }

    pub(super) fn word(&'static self, code: u64) -> Word {
        let rows = self.rows.get_or_init(|| self.read());
        let found = rows.words.binary_search_by_key(&code, |row| row.0).ok().and_then(|at| rows.words.get(at));
        let both: Option<&'static Both> = found.map(|(_, both)| both);
        let said = |language: usize| match both.and_then(|both| both.get(language)).map(|text| &**text) {
            Some(text) if text != NONE => Cow::Borrowed(text),
            _ => self.unknown(rows, language, code),
        };
        Word { code, ja: said(0), en: said(1) }
    }

    /// Whether the table has a name for it.
    pub(super) fn knows(&self, code: u64) -> bool {
        self.rows.get_or_init(|| self.read()).words.binary_search_by_key(&code, |row| row.0).is_ok()
    }

    /// What is said of a code that has no word in this language.
    fn unknown(&self, rows: &Rows, language: usize, code: u64) -> Cow<'static, str> {
        let of = |both: &Both| both.get(language).cloned().filter(|text| text != NONE);
        let prefix = code.checked_div(self.by);
        let near = rows.prefixes.iter().find(|(key, _)| prefix == Some(*key)).and_then(|(_, both)| of(both));
        let form = near.or_else(|| of(&rows.other)).unwrap_or_default();
        if form.is_empty() { form } else { form.replace("%d", &code.to_string()).into() }
    }

    fn read(&self) -> Rows {
        let head = format!("=\t{}\t", self.name);
        let lines = self.file.lines().skip_while(|line| !line.starts_with(&head));
        let mut rows = Rows::default();
        for (number, line) in lines.enumerate() {
            let mut columns = line.split('\t');
            let (first, mut next) = (columns.next().unwrap_or_default(), || lines_of(columns.next().unwrap_or(NONE)));
            match (first, number) {
                ("=", 0) => {
                    next();
                    rows.other = [next(), next()];
                }
                ("=", _) => break,
                ("^", _) => rows.prefixes.push((next().parse().unwrap_or(0), [next(), next()])),
                (code, _) => rows.words.extend(code.parse().ok().map(|code| (code, [next(), next()]))),
            }
        }
        rows
    }

    #[cfg(test)]
    fn bytes(&self) -> usize {
        let rows = self.rows.get_or_init(|| self.read());
        let made = rows.words.iter().flat_map(|(_, both)| both);
        let made = made.map(|text| if let Cow::Owned(text) = text { text.capacity() } else { 0 }).sum::<usize>();
        made + (rows.words.capacity() + rows.prefixes.capacity()) * size_of::<(u64, Both)>()
    }
}

/// A file of lines writes the end of one as `\n`.
fn lines_of(text: &'static str) -> Cow<'static, str> {
    if text.contains('\\') { text.replace("\\n", "\n").into() } else { text.into() }
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
            assert_eq!((&*word.ja, &*word.en), (ja, en), "{name} {code}");
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
