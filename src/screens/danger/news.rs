//! What the town published, word for word, with its time and where it is from. It is never read for a level: only people say what it means.

use super::told;
use crate::{
    job::News,
    page::{Kind, Level, Part},
    screens::View,
    words::{Line, Tongue},
};

/// Lines of one piece that are shown; whoever wants more finds it where it is from.
const LINES: usize = 6;

pub(in crate::screens) fn parts<M>(news: &[News], view: &View<'_>) -> Vec<Part<M>> {
    if news.is_empty() {
        return vec![];
    }
    let w = view.words();
    let head = [Part::text(Level::Heading, w.news_title()), Part::text(Level::Note, w.news_about())];
    head.into_iter().chain(news.iter().map(|one| piece(one, view))).collect()
}

fn piece<M>(news: &News, view: &View<'_>) -> Part<M> {
    let own = |text: &str| Line::verbatim(text.trim()).in_tongue(&Tongue::JA);
    let lines = news.words.lines().map(str::trim).filter(|line| !line.is_empty() && *line != news.title.trim());
    let words = lines.take(LINES).map(|line| Part::text(Level::Body, own(line)));
    let since = view.words().news_since(Line::verbatim(host(&news.source)), told::time(news.at, view));
    let head = Part::text(Level::Lead, own(&news.title));
    Part::group(Kind::Stack, [head].into_iter().chain(words).chain([Part::text(Level::Age, since)]))
}

/// 「www.city.example.jp」 of an address.
fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split('/').next().unwrap_or(rest)
}
