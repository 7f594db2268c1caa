//! `content/amounts.toml`: the sums that laws name.

use crate::{
    content::{read_facts, read_format},
    procedure::{Amount, Rate, Said},
    reader::{Problem, Problems, Source, Table, both, toml},
    words::Line,
};
use std::collections::BTreeSet;

/// Nobody is paid more by a card, in yen.
const MOST: i64 = 100_000_000;

pub(super) fn read(source: &Source, problems: &mut Problems<'_>) -> Vec<Amount> {
    toml(&source.text, 0, problems, |table| {
        read_format(table);
        let mut seen = BTreeSet::new();
        let all = table.tables("amount", |table| amount(table, &mut seen));
        all.into_iter().flatten().collect()
    })
}

fn amount(table: &mut Table<'_, '_, '_>, seen: &mut BTreeSet<String>) -> Option<Amount> {
    let (id, title) = (super::file::id(table, "id", seen), table.must_text("title"));
    table.must("rate", "[{ from = 2023-04-01, yen = 500000 }]");
    let rates: Vec<Rate> = table.tables("rate", rate).into_iter().flatten().collect();
    let facts = read_facts(table);
    let mut days = BTreeSet::new();
    if rates.iter().any(|rate| !days.insert(rate.from)) {
        let message = both("同じ 日に はじまる 額が 2つ あります", "two rates begin on the same day");
        table.problem(Problem::error(table.span(), message));
    }
    Some(Amount { id: id?, title: Said::new(Line::parse(&title?.value)), rates, facts: facts? })
}

fn rate(table: &mut Table<'_, '_, '_>) -> Option<Rate> {
    let from = if table.must("from", "2023-04-01") { table.date("from") } else { None };
    let until = table.date("until");
    let yen = if table.must("yen", "500000") { table.int("yen", 0..=MOST) } else { None };
    if let (Some(from), Some(until)) = (&from, &until)
        && until.value < from.value
    {
        let message = both("おわりの 日が はじまりの 日より 前です", "it ends before it begins");
        table.problem(Problem::error(until.span.clone(), message));
    }
    Some(Rate { from: from?.value, until: until.map(|until| until.value), yen: yen?.value })
}
