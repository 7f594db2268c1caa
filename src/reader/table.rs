//! A TOML table that must be emptied: what is not taken is told, with the nearest word that would have been.

use super::{Problem, Problems, both, nearest};
use jiff::civil::Date;
use std::ops::{Range, RangeInclusive};
use toml::de::{DeTable, DeValue};

/// A value and the bytes it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spanned<T> {
    pub value: T,
    pub span: Range<usize>,
}

impl<T> Spanned<T> {
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned { value: f(self.value), span: self.span }
    }
}

/// Reads `text`, which begins at byte `offset` of the file, and hands its table to `take`; every syntax fault is told, and what could be
/// read is read.
pub fn toml<R>(
    text: &str,
    offset: usize,
    problems: &mut Problems<'_>,
    take: impl FnOnce(&mut Table<'_, '_, '_>) -> R,
) -> R {
    let (tree, faults) = DeTable::parse_recoverable(text);
    for fault in faults {
        let span = fault.span().unwrap_or_default();
        problems.add(syntax(fault.message(), span.start + offset..span.end + offset));
    }
    Table { at: offset..offset, offset, pairs: tree.get_ref(), taken: vec![], open: false, problems }.read(take)
}

fn syntax(said: &str, span: Range<usize>) -> Problem {
    let known = FAULTS.iter().find(|fault| said.contains(fault.0));
    let (_, ja, help_ja, help_en) = known.unwrap_or(&ANY_FAULT);
    Problem::error(span, both(*ja, said)).label(both("ここ", "here")).help(both(*help_ja, *help_en))
}

fn kind(value: &DeValue<'_>) -> (&'static str, &'static str) {
    match value {
        DeValue::String(_) => ("文", "text"),
        DeValue::Integer(_) => ("数", "a number"),
        DeValue::Float(_) => ("小数", "a number with a point"),
        DeValue::Boolean(_) => ("true か false", "true or false"),
        DeValue::Datetime(_) => ("日付か 時刻", "a date or time"),
        DeValue::Array(_) => ("ならび", "a list"),
        DeValue::Table(_) => ("表", "a table"),
    }
}

/// What the parser says, in Japanese, and what to do about it in both languages.
type Fault = (&'static str, &'static str, &'static str, &'static str);

const FAULTS: &[Fault] = &[
    ("duplicate key", "同じ ことばが 2つ あります", "どちらかを けしてください", "delete one of them"),
    (
        "invalid basic string",
        "「\"」が とじて いません",
        "文の おわりに \" を 書いてください",
        "end the text with a quote",
    ),
    ("recursion limit", "かっこ が 深すぎます", "かっこ を へらしてください", "use fewer brackets"),
    ("unclosed", "かっこ が とじて いません", "とじる かっこ を 書いてください", "close the bracket"),
    ("key with no value", "「=」の 右が ありません", "例: title = \"地震のとき\"", "for example: title = \"…\""),
];

const ANY_FAULT: Fault = (
    "",
    "書きかた（TOML）が ちがいます",
    "文は \" と \" で かこみます。例: title = \"地震のとき\"",
    "texts stand between quotes: title = \"…\"",
);

/// A table while it is being read.
pub struct Table<'t, 'p, 's> {
    /// Where the table begins: the place of what is missing.
    at: Range<usize>,
    offset: usize,
    pub(super) pairs: &'t DeTable<'t>,
    taken: Vec<&'static str>,
    /// Its keys are the author's own choice.
    pub(super) open: bool,
    problems: &'p mut Problems<'s>,
}

impl<'t, 's> Table<'t, '_, 's> {
    fn read<R>(mut self, take: impl FnOnce(&mut Self) -> R) -> R {
        let out = take(&mut self);
        self.rest();
        out
    }

    /// Tells what was not taken.
    fn rest(&mut self) {
        if self.open {
            return;
        }
        for (key, _) in self.pairs {
            let (name, span) = (key.get_ref().as_ref(), self.moved(key.span()));
            if self.taken.contains(&name) {
                continue;
            }
            let known = self.taken.join(", ");
            let help = match nearest(name, self.taken.iter().copied()) {
                Some(near) => both(format!("「{near}」の ことですか？"), format!("did you mean `{near}`?")),
                None => both(format!("ここで 使える ことば: {known}"), format!("known here: {known}")),
            };
            let message =
                both(format!("「{name}」という ことばは ここでは 使えません"), format!("`{name}` is not known here"));
            self.problems.add(Problem::error(span, message).label(both("知らない ことば", "not known")).help(help));
        }
    }

    pub(super) fn moved(&self, span: Range<usize>) -> Range<usize> {
        span.start + self.offset..span.end + self.offset
    }

    pub(super) fn take(&mut self, key: &'static str) -> Option<Spanned<&'t DeValue<'t>>> {
        self.taken.push(key);
        let value = self.pairs.get(key)?;
        Some(Spanned { value: value.get_ref(), span: self.moved(value.span()) })
    }

    /// Where the table begins.
    pub fn span(&self) -> Range<usize> {
        self.at.clone()
    }

    /// Tells what is missing at another place than the beginning of the table.
    pub fn missing_at(&mut self, at: Range<usize>) {
        self.at = at;
    }

    pub fn problem(&mut self, problem: Problem) {
        self.problems.add(problem);
    }

    pub fn problems(&mut self) -> &mut Problems<'s> {
        self.problems
    }

    pub fn has(&self, key: &str) -> bool {
        self.pairs.contains_key(key)
    }

    /// Whether a table stands right of the key.
    pub fn is_table(&self, key: &str) -> bool {
        self.pairs.get(key).is_some_and(|value| matches!(value.get_ref(), DeValue::Table(_)))
    }

    /// Told when a key that must be there is not; `example` is what may stand right of the `=`.
    pub fn must(&mut self, key: &'static str, example: &str) -> bool {
        let there = self.has(key);
        if !there {
            self.taken.push(key);
            let message = both(format!("「{key}」が ありません"), format!("`{key}` is missing"));
            let help = both(format!("{key} = {example} と 書いてください"), format!("add {key} = {example}"));
            self.problems.add(Problem::error(self.at.clone(), message).label(both("この 中に", "in here")).help(help));
        }
        there
    }

    pub(super) fn wrong(&mut self, key: &str, value: &Spanned<&DeValue<'_>>, wanted: (&str, &str), example: &str) {
        let message = both(format!("「{key}」は {}で 書きます", wanted.0), format!("`{key}` must be {}", wanted.1));
        let (ja, en) = kind(value.value);
        let label = both(format!("これは {ja}です"), format!("this is {en}"));
        let help = both(format!("例: {key} = {example}"), format!("for example: {key} = {example}"));
        self.problems.add(Problem::error(value.span.clone(), message).label(label).help(help));
    }

    pub fn text(&mut self, key: &'static str) -> Option<Spanned<String>> {
        let value = self.take(key)?;
        if let DeValue::String(text) = value.value {
            return Some(Spanned { value: text.to_string(), span: value.span });
        }
        self.wrong(key, &value, ("「\"」で かこんだ 文", "text in quotes"), "\"…\"");
        None
    }

    /// A text that must be there and say something.
    pub fn must_text(&mut self, key: &'static str) -> Option<Spanned<String>> {
        if !self.must(key, "\"…\"") {
            return None;
        }
        let text = self.text(key)?;
        if text.value.trim().is_empty() {
            let message = both(format!("「{key}」が からです"), format!("`{key}` is empty"));
            self.problems.add(Problem::error(text.span, message).label(both("からです", "empty")));
            return None;
        }
        Some(text)
    }

    /// One of a few words.
    pub fn one_of<T: Copy>(&mut self, key: &'static str, known: &[(&'static str, T)]) -> Option<Spanned<T>> {
        let text = self.text(key)?;
        if let Some((_, value)) = known.iter().find(|(word, _)| *word == text.value) {
            return Some(Spanned { value: *value, span: text.span });
        }
        self.unknown(key, &text, &known.iter().map(|(word, _)| *word).collect::<Vec<_>>());
        None
    }

    /// Told when a word is not one of the known ones.
    pub fn unknown(&mut self, key: &str, text: &Spanned<String>, known: &[&str]) {
        let said = &text.value;
        let message = both(format!("「{key}」に 「{said}」は 使えません"), format!("`{key}` can not be \"{said}\""));
        let list = known.join(", ");
        let help = match nearest(said, known.iter().copied()) {
            Some(near) => both(
                format!("「{near}」の ことですか？（使える ことば: {list}）"),
                format!("did you mean \"{near}\"? (known: {list})"),
            ),
            None => both(format!("使える ことば: {list}"), format!("known: {list}")),
        };
        self.problems
            .add(Problem::error(text.span.clone(), message).label(both("知らない ことば", "not known")).help(help));
    }

    pub fn flag(&mut self, key: &'static str) -> Option<Spanned<bool>> {
        let value = self.take(key)?;
        if let DeValue::Boolean(flag) = value.value {
            return Some(Spanned { value: *flag, span: value.span });
        }
        self.wrong(key, &value, ("true か false", "true or false"), "true");
        None
    }

    /// A whole number within `range`.
    pub fn int(&mut self, key: &'static str, range: RangeInclusive<i64>) -> Option<Spanned<i64>> {
        let value = self.take(key)?;
        let DeValue::Integer(number) = value.value else {
            self.wrong(key, &value, ("数（整数）", "a whole number"), &range.start().to_string());
            return None;
        };
        let number = i64::from_str_radix(number.as_str(), number.radix()).ok();
        self.within(key, number, value.span, &range)
    }

    /// A number within `range`; whole numbers count.
    pub fn float(&mut self, key: &'static str, range: RangeInclusive<f64>) -> Option<Spanned<f64>> {
        let value = self.take(key)?;
        let number = match value.value {
            DeValue::Integer(number) => number.as_str().parse::<f64>().ok(),
            DeValue::Float(number) => number.as_str().parse::<f64>().ok(),
            _ => {
                self.wrong(key, &value, ("数", "a number"), &range.start().to_string());
                return None;
            }
        };
        self.within(key, number, value.span, &range)
    }

    fn within<N: PartialOrd + std::fmt::Display>(
        &mut self,
        key: &str,
        number: Option<N>,
        span: Range<usize>,
        range: &RangeInclusive<N>,
    ) -> Option<Spanned<N>> {
        if let Some(value) = number.filter(|number| range.contains(number)) {
            return Some(Spanned { value, span });
        }
        let (least, most) = (range.start(), range.end());
        let message =
            both(format!("「{key}」は {least}から {most}までです"), format!("`{key}` must be from {least} to {most}"));
        self.problems.add(Problem::error(span, message).label(both("この 数", "this number")));
        None
    }

    /// A day, written 2026-11-21 without quotes.
    pub fn date(&mut self, key: &'static str) -> Option<Spanned<Date>> {
        let value = self.take(key)?;
        let day = match value.value {
            DeValue::Datetime(when) if when.time.is_none() => when.date,
            _ => None,
        };
        let small = |part: u8| i8::try_from(part).unwrap_or_default();
        let day = day.and_then(|day| Date::new(i16::try_from(day.year).ok()?, small(day.month), small(day.day)).ok());
        if day.is_none() {
            self.wrong(key, &value, ("日付（年-月-日、「\"」なし）", "a date without quotes"), "2026-11-21");
        }
        Some(Spanned { value: day?, span: value.span })
    }

    /// A list of texts; a single text is a list of one.
    pub fn texts(&mut self, key: &'static str) -> Vec<Spanned<String>> {
        let Some(value) = self.take(key) else { return vec![] };
        match value.value {
            DeValue::String(text) => vec![Spanned { value: text.to_string(), span: value.span }],
            DeValue::Array(list) => {
                let mut out = vec![];
                for item in list {
                    let item = Spanned { value: item.get_ref(), span: self.moved(item.span()) };
                    match item.value {
                        DeValue::String(text) => out.push(Spanned { value: text.to_string(), span: item.span }),
                        _ => self.wrong(
                            key,
                            &item,
                            ("「\"」で かこんだ 文の ならび", "a list of texts"),
                            "[\"…\", \"…\"]",
                        ),
                    }
                }
                out
            }
            _ => {
                self.wrong(key, &value, ("「\"」で かこんだ 文の ならび", "a list of texts"), "[\"…\", \"…\"]");
                vec![]
            }
        }
    }

    /// A list of lists of texts.
    pub fn lists(&mut self, key: &'static str) -> Vec<Spanned<Vec<Spanned<String>>>> {
        let Some(value) = self.take(key) else { return vec![] };
        let wanted = ("「\"」で かこんだ 文の ならびの ならび", "a list of lists of texts");
        let DeValue::Array(rows) = value.value else {
            self.wrong(key, &value, wanted, "[[\"…\", \"…\"], [\"…\", \"…\"]]");
            return vec![];
        };
        let mut out = vec![];
        for row in rows {
            let row = Spanned { value: row.get_ref(), span: self.moved(row.span()) };
            let texts = row
                .value
                .as_array()
                .and_then(|words| words.iter().map(|word| self.word(word)).collect::<Option<Vec<_>>>());
            match texts {
                Some(texts) => out.push(Spanned { value: texts, span: row.span }),
                None => self.wrong(key, &row, wanted, "[[\"…\", \"…\"], [\"…\", \"…\"]]"),
            }
        }
        out
    }

    fn word(&self, word: &toml::Spanned<DeValue<'_>>) -> Option<Spanned<String>> {
        word.get_ref().as_str().map(|text| Spanned { value: text.to_owned(), span: self.moved(word.span()) })
    }

    /// A table below this one, if it is there.
    pub fn table<R>(&mut self, key: &'static str, take: impl FnOnce(&mut Table<'t, '_, 's>) -> R) -> Option<R> {
        let value = self.take(key)?;
        let DeValue::Table(table) = value.value else {
            self.wrong(key, &value, ("表", "a table"), "{ … }");
            return None;
        };
        Some(self.below(value.span, table).read(take))
    }

    fn below(&mut self, at: Range<usize>, pairs: &'t DeTable<'t>) -> Table<'t, '_, 's> {
        Table { at, offset: self.offset, pairs, taken: vec![], open: false, problems: self.problems }
    }

    /// The tables of a list: `[[key]]`, or `key = [{ … }, { … }]`.
    pub fn tables<R>(&mut self, key: &'static str, mut take: impl FnMut(&mut Table<'t, '_, 's>) -> R) -> Vec<R> {
        let Some(value) = self.take(key) else { return vec![] };
        let wanted = ("表の ならび", "a list of tables");
        let DeValue::Array(list) = value.value else {
            self.wrong(key, &value, wanted, "[{ … }]");
            return vec![];
        };
        let mut out = vec![];
        for item in list {
            let item = Spanned { value: item.get_ref(), span: self.moved(item.span()) };
            match item.value {
                DeValue::Table(table) => out.push(self.below(item.span, table).read(&mut take)),
                _ => self.wrong(key, &item, wanted, "[{ … }]"),
            }
        }
        out
    }

    /// Everything in this table whose key is the author's own choice and whose value is a text.
    pub fn pairs(&mut self) -> Vec<(Spanned<String>, Spanned<String>)> {
        let mut out = vec![];
        for (key, value) in self.pairs {
            let (name, value) =
                (key.get_ref().to_string(), Spanned { value: value.get_ref(), span: self.moved(value.span()) });
            match value.value {
                DeValue::String(text) => {
                    let key = Spanned { value: name, span: self.moved(key.span()) };
                    out.push((key, Spanned { value: text.to_string(), span: value.span }));
                }
                _ => self.wrong(&name, &value, ("「\"」で かこんだ 文", "text in quotes"), "\"…\""),
            }
        }
        out.sort_by_key(|(key, _)| key.span.start);
        self.open = true;
        out
    }
}
