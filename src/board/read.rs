//! Reads templates from files: every problem of every file in one run, each at its very word. A template with a fault is left out, and the
//! others go on.

use super::{Choice, Said, Setting, Template, Templates};
use crate::{
    reader::{Problem, Problems, Source, Table, both, toml},
    words::{Line, Tongue, is_kanji},
};
use jiff::civil::Time;
use std::ops::Range;

const FOLDER: &str = "notices/";
/// The places that every shelter has.
const SITES: &str = "places";

/// Whether a file below `content/` is read here.
pub fn is_ours(path: &str) -> bool {
    path.starts_with(FOLDER)
}

/// Reads what is ours of a content folder: the path below it, and the file.
pub fn read(files: &[(String, Source)]) -> (Templates, Vec<Problem>) {
    let (mut out, mut said) = (Templates::default(), vec![]);
    for (path, source) in files.iter().filter(|(path, _)| is_ours(path)) {
        let mut problems = Problems::new(source);
        match path.strip_prefix(FOLDER).and_then(|name| name.strip_suffix(".toml")) {
            Some(SITES) => out.sites = toml(&source.text, 0, &mut problems, sites),
            Some(id) if is_id(id) => {
                let found = toml(&source.text, 0, &mut problems, |table| template(id, table));
                if problems.errors() == 0 {
                    out.all.extend(found);
                }
            }
            _ => problems.add(Problem::warning(
                0..0,
                both(
                    "この ファイルは 使われません。notices/<id>.toml に 置きます",
                    "not used; place it at notices/<id>.toml",
                ),
            )),
        }
        said.extend(problems.finish());
    }
    out.all.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
    (out, said)
}

fn is_id(id: &str) -> bool {
    !id.is_empty() && id.len() <= 40 && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

fn format(table: &mut Table<'_, '_, '_>) {
    if table.must("format", "1") {
        table.int("format", 1..=1);
    }
}

fn sites(table: &mut Table<'_, '_, '_>) -> Vec<Choice> {
    format(table);
    table.tables("place", choice).into_iter().flatten().collect()
}

fn template(id: &str, table: &mut Table<'_, '_, '_>) -> Option<Template> {
    format(table);
    let settings = [("shelter", Setting::Shelter), ("everyday", Setting::Everyday)];
    let setting = if table.must("for", "\"shelter\"") { table.one_of("for", &settings) } else { None };
    let order = table.int("order", 0..=999).and_then(|order| u16::try_from(order.value).ok()).unwrap_or(500);
    let icon = table.text("icon").map_or_else(|| "paper".to_owned(), |icon| icon.value);
    let minutes = table.int("minutes", 0..=1440).map_or(0, |minutes| minutes.value);
    let flag = |found: Option<crate::reader::Spanned<bool>>| found.is_some_and(|flag| flag.value);
    let (placed, worded) = (flag(table.flag("place")), flag(table.flag("words")));
    let reviewed = flag(table.flag("reviewed"));
    let times = times(table);
    table.must("title", "{ ja = \"…\", en = \"…\" }");
    let title = table.table("title", said);
    let text = table.table("text", said).unwrap_or_default();
    let items = table.tables("item", choice).into_iter().flatten().collect();
    let (setting, title) = (setting?.value, title?);
    let id = id.to_owned();
    Some(Template { id, setting, order, icon, title, text, items, times, minutes, placed, worded, reviewed })
}

fn times(table: &mut Table<'_, '_, '_>) -> Vec<Time> {
    let mut out = vec![];
    for text in table.texts("times") {
        if let Ok(time) = text.value.parse::<Time>() {
            out.push(time);
            continue;
        }
        let message = both("時刻では ありません", "this is no time");
        let help = both("「\"18:00\"」の ように 書いて ください", "write it like \"18:00\"");
        table.problem(Problem::error(text.span, message).help(help));
    }
    out
}

fn choice(table: &mut Table<'_, '_, '_>) -> Option<Choice> {
    let id = table.must_text("id")?;
    if !is_id(&id.value) {
        let message = both("id は a-z、0-9、- だけで 書きます", "an id is made of a-z, 0-9 and - only");
        table.problem(Problem::error(id.span.clone(), message));
    }
    table.must("name", "{ ja = \"…\", en = \"…\" }");
    let name = table.table("name", said)?;
    Some(Choice { id: id.value, name })
}

/// A text in every tongue. Japanese is the original and has its ruby, since there is nobody to add it while a notice is made.
fn said(table: &mut Table<'_, '_, '_>) -> Said {
    let at = table.span();
    let mut out = vec![];
    for (key, text) in table.pairs() {
        match Tongue::parse(&key.value) {
            Some(tongue) => {
                let line = Line::parse(&text.value);
                if tongue.is_japanese() {
                    without_ruby(&line, text.span.clone(), table);
                }
                out.push((tongue, line));
            }
            None => table.problem(Problem::error(
                key.span.clone(),
                both("ことばの なまえでは ありません（ja、en など）", "this is no tongue (ja, en, …)"),
            )),
        }
    }
    if !out.iter().any(|(tongue, _)| *tongue == Tongue::JA) {
        let message = both("日本語（ja）が ありません", "Japanese (ja) is missing");
        table.problem(Problem::error(at, message));
    }
    Said(out)
}

fn without_ruby(line: &Line, at: Range<usize>, table: &mut Table<'_, '_, '_>) {
    if let Some(bit) = line.bits().iter().find(|bit| bit.ruby.is_empty() && bit.base.chars().any(is_kanji)) {
        let (ja, en) = (format!("「{}」に ふりがなが ありません", bit.base), format!("`{}` has no ruby", bit.base));
        let help = both("漢字《かんじ》 の ように 書いて ください", "write it after the kanji in 《 》");
        table.problem(Problem::error(at, both(ja, en)).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> (Templates, Vec<String>) {
        let files = [("notices/meal.toml".to_owned(), Source::new("meal.toml", text))];
        let (templates, problems) = read(&files);
        (templates, problems.into_iter().map(|problem| problem.message.en).collect())
    }

    const GOOD: &str = "format = 1\nfor = \"shelter\"\ntimes = [\"07:00\"]\nplace = true\n\
        title = { ja = \"炊《た》き出《だ》し\", en = \"Hot meals\" }\n\
        item = [{ id = \"rice\", name = { ja = \"ごはん\", en = \"Rice\" } }]\n";

    #[test]
    fn a_template_is_read_and_speaks_every_tongue_it_has() {
        let (templates, problems) = one(GOOD);
        assert_eq!(problems, Vec::<String>::new());
        let meal = templates.find("meal").unwrap();
        assert_eq!(meal.title.line(&Tongue::EN).plain(), "Hot meals");
        assert_eq!(meal.title.line(&Tongue::JA_SIMPLE).plain(), "炊き出し");
        assert_eq!(meal.item("rice").unwrap().name.line(&Tongue::EN).plain(), "Rice");
        let korean = Tongue::parse("ko").unwrap();
        assert_ne!(meal.title.line(&korean).tongue(), None, "says in which tongue it is");
        assert_eq!((meal.placed, meal.times.len()), (true, 1));
    }

    #[test]
    fn every_fault_is_told_and_the_template_left_out() {
        for (was, becomes, told) in [
            ("07:00", "25:00", "this is no time"),
            ("炊《た》き", "炊き", "`炊` has no ruby"),
            ("ja = \"ごはん\", ", "", "Japanese (ja) is missing"),
            ("rice", "Rice!", "an id is made of a-z, 0-9 and - only"),
        ] {
            let (templates, problems) = one(&GOOD.replace(was, becomes));
            assert!(problems.iter().any(|problem| problem.contains(told)), "{told}: {problems:?}");
            assert!(templates.all.is_empty());
        }
        let (_, problems) = one(&GOOD.replace("place = true", "plase = true"));
        assert_eq!(problems.len(), 1, "{problems:?}");
    }
}
