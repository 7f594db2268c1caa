//! The `+++` part of a guide: what it is about, where it is from, and when it was last looked at.

use super::{Evidence, GROUPS, Phase, See, Source, see};
use crate::{
    reader::{self, Problem, Problems, Spanned, Table, both},
    words::Line,
};
use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What one file says; a translation says little, and takes the rest from the Japanese.
#[derive(Debug, Default)]
pub(super) struct Front {
    /// The opening line: the place of whatever is missing.
    pub(super) at: Range<usize>,
    pub(super) title: Option<Spanned<Line>>,
    pub(super) lead: Option<Spanned<Line>>,
    pub(super) ask: Option<Spanned<Line>>,
    pub(super) groups: Vec<String>,
    pub(super) phase: Option<Phase>,
    pub(super) icon: String,
    pub(super) order: Option<u16>,
    pub(super) tags: Vec<String>,
    pub(super) source: Vec<Source>,
    pub(super) evidence: Option<Evidence>,
    pub(super) checked: Option<Spanned<Date>>,
    pub(super) recheck: Option<Date>,
    pub(super) reviewed: Option<bool>,
    pub(super) tender: bool,
    pub(super) see: Vec<See>,
}

/// The parts of a file: the TOML between the `+++`, and the Markdown after them, each with the byte it begins at.
pub(super) struct Parts<'t> {
    front: (&'t str, usize),
    pub(super) body: (&'t str, usize),
}

const FENCE: &str = "+++";

/// Divides a file; `None`, and told, when it does not begin with `+++`.
pub(super) fn divide<'t>(text: &'t str, problems: &mut Problems<'_>) -> Option<Parts<'t>> {
    let mut at = 0;
    let mut fences = vec![];
    for line in text.split_inclusive('\n') {
        if line.trim_end() == FENCE {
            fences.push((at, at + line.len()));
        } else if fences.is_empty() {
            break;
        }
        if fences.len() == 2 {
            break;
        }
        at += line.len();
    }
    if let [(_, from), (to, body)] = fences[..] {
        return Some(Parts { front: (text.get(from..to)?, from), body: (text.get(body..)?, body) });
    }
    let (ja, en) = if fences.is_empty() {
        ("ファイルの はじめに 「+++」が ありません", "the file does not begin with +++")
    } else {
        ("2つめの 「+++」が ありません", "the second +++ is missing")
    };
    let help = both(
        "1行めと、題などの あとに、「+++」だけの 行を 書いてください",
        "put a line of +++ first, and another after the title and so on",
    );
    problems.add(
        Problem::error(0..text.find('\n').unwrap_or(text.len()), both(ja, en)).label(both("ここ", "here")).help(help),
    );
    None
}

/// Whether a file is the source or a translation of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Original,
    Translation,
}

pub(super) fn read(parts: &Parts<'_>, id: &str, role: Role, problems: &mut Problems<'_>) -> Front {
    let (text, offset) = parts.front;
    reader::toml(text, offset, problems, |table| {
        // What is missing is told at the line of the first fence.
        let mut front = Front { at: 0..FENCE.len(), ..Front::default() };
        table.missing_at(front.at.clone());
        format(table);
        same_id(table, id);
        front.title = table.must_text("title").map(line);
        front.lead = table.text("lead").map(line);
        front.ask = table.text("ask").map(line);
        front.groups = groups(table, role);
        front.phase = table.one_of("phase", PHASES).map(|phase| phase.value);
        front.icon = table.text("icon").map(|icon| icon.value).unwrap_or_default();
        front.order = table.int("order", 0..=999).and_then(|order| u16::try_from(order.value).ok());
        front.tags = table.texts("tags").into_iter().map(|tag| tag.value).collect();
        front.tender = table.flag("tender").is_some_and(|tender| tender.value);
        front.see = see::read(table);
        front.source = table.tables("source", source).into_iter().flatten().collect();
        front.reviewed = reviewed(table, role);
        facts(table, role, &mut front);
        front
    })
}

fn line(text: Spanned<String>) -> Spanned<Line> {
    text.map(|text| Line::parse(&text))
}

/// The format that this program reads.
const FORMAT: i64 = 1;

/// What was read to know something, and when: for whatever else is dated like a guide.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    pub source: Vec<Source>,
    pub evidence: Evidence,
    pub checked: Date,
    pub recheck: Date,
}

impl Facts {
    /// It should have been compared with its evidence again before `today`.
    pub fn are_overdue(&self, today: Date) -> bool {
        today > self.recheck
    }
}

/// Takes `source`, `evidence`, `checked` and `recheck` from a table; `None`, and told, when it does not say when it was checked.
pub fn read_facts(table: &mut Table<'_, '_, '_>) -> Option<Facts> {
    let mut front = Front { at: table.span(), ..Front::default() };
    front.source = table.tables("source", source).into_iter().flatten().collect();
    facts(table, Role::Original, &mut front);
    let checked = front.checked?.value;
    let evidence = front.evidence.unwrap_or(Evidence::NotVerified);
    Some(Facts { source: front.source, evidence, checked, recheck: front.recheck.unwrap_or(checked) })
}

/// Takes `format` from a table, and tells when it is another than this program reads.
pub fn read_format(table: &mut Table<'_, '_, '_>) {
    format(table);
}

/// Tells when a file is of another format than this program reads.
pub(super) fn format(table: &mut Table<'_, '_, '_>) {
    if !table.must("format", "1") {
        return;
    }
    if let Some(found) = table.int("format", 0..=i64::MAX).filter(|found| found.value != FORMAT) {
        let (ja, en) = if found.value < FORMAT {
            ("この ファイルは 古い 書きかたです", "this file is of an older format")
        } else {
            (
                "この ファイルは 新しい 書きかたです。プログラムを 新しく してください",
                "this file is of a newer format; update the program",
            )
        };
        table.problem(
            Problem::error(found.span, both(ja, en))
                .label(both("format = 1 を 読みます", "this program reads format = 1")),
        );
    }
}

fn same_id(table: &mut Table<'_, '_, '_>, id: &str) {
    if let Some(found) = table.text("id").filter(|found| found.value != id) {
        let message = both(
            format!("id 「{}」と フォルダの 名前 「{id}」が ちがいます", found.value),
            format!("the id is \"{}\", the folder is \"{id}\"", found.value),
        );
        let help = both("同じに してください", "make them the same");
        table.problem(Problem::error(found.span, message).label(both("この id", "this id")).help(help));
    }
}

const PHASES: &[(&str, Phase)] =
    &[("before", Phase::Before), ("during", Phase::During), ("after", Phase::After), ("always", Phase::Always)];

fn groups(table: &mut Table<'_, '_, '_>, role: Role) -> Vec<String> {
    if role == Role::Original && !table.must("groups", "[\"prepare\"]") {
        return vec![];
    }
    read_groups(table)
}

/// The shelves on which something stands; told where there is none of that name.
pub fn read_groups(table: &mut Table<'_, '_, '_>) -> Vec<String> {
    let mut out = vec![];
    for group in table.texts("groups") {
        if GROUPS.contains(&group.value.as_str()) {
            out.push(group.value);
        } else {
            table.unknown("groups", &group, GROUPS);
        }
    }
    out
}

fn source(table: &mut Table<'_, '_, '_>) -> Option<Source> {
    let (title, publisher) = (table.must_text("title"), table.must_text("publisher"));
    let url = table.text("url");
    if let Some(url) =
        url.as_ref().filter(|url| !url.value.starts_with("https://") && !url.value.starts_with("http://"))
    {
        let message = both("urlは https:// で はじまります", "a url begins with https://");
        table.problem(Problem::error(url.span.clone(), message).label(both("この url", "this url")));
    }
    let (title, publisher) = (line(title?).value, line(publisher?).value);
    Some(Source { title, publisher, url: url.map(|url| url.value) })
}

fn reviewed(table: &mut Table<'_, '_, '_>, role: Role) -> Option<bool> {
    let there = role == Role::Original || table.must("reviewed", "false");
    let help = both(
        "その ことばを 話す 人が 読んだら true、まだなら false",
        "true once somebody who speaks it has read it, else false",
    );
    if !there {
        let message = both("訳には reviewed が いります", "a translation says whether it was reviewed");
        table.problem(Problem::error(table.span(), message).help(help));
        return None;
    }
    table.flag("reviewed").map(|reviewed| reviewed.value)
}

/// What was read, when, and until when that is believed.
fn facts(table: &mut Table<'_, '_, '_>, role: Role, front: &mut Front) {
    let evidence = table.text("evidence");
    front.evidence =
        evidence.as_ref().filter(|text| !text.value.trim().is_empty()).map(|text| match text.value.as_str() {
            "not verified" => Evidence::NotVerified,
            read => Evidence::Read(read.to_owned()),
        });
    if role == Role::Original {
        table.must("checked", "2026-11-21");
    }
    front.checked = table.date("checked");
    if let Some(checked) = front.checked.as_ref().filter(|_| front.evidence.is_none() && role == Role::Original) {
        let message = both("checked は ありますが、evidence が ありません", "`checked` without `evidence`");
        let help = both(
            "何を 読んで たしかめたかを 書いてください。まだなら evidence = \"not verified\"",
            "say what was read, or evidence = \"not verified\"",
        );
        table.problem(Problem::error(checked.span.clone(), message).label(both("何で？", "against what?")).help(help));
    }
    let (until, days) = (table.date("recheck"), table.int("recheck_days", 1..=3650));
    let after = |days: i64| front.checked.as_ref()?.value.checked_add(days.days()).ok();
    front.recheck = until.as_ref().map(|until| until.value).or_else(|| after(days.as_ref()?.value));
    if role == Role::Original && until.is_none() && days.is_none() {
        let message = both("いつ たしかめなおすかが ありません", "it does not say when to check again");
        let help = both(
            "recheck_days = 90 （法律 180、お金 90、災害 30から90、操作 180）",
            "recheck_days = 90 (law 180, money 90, disaster 30 to 90, operation 180)",
        );
        table.problem(Problem::error(front.at.clone(), message).help(help));
    }
}
