//! What is still open in the files of towns: how many values, and for a file that was asked about, which.

use crate::{
    cli::options::Common,
    config::{self, Town, towns},
    content::{Need, Wanted, schema},
    reader::{In, Problem, Source},
};
use serde::Serialize;
use std::collections::BTreeMap;

/// How far the file of a town is filled in.
#[derive(Serialize)]
pub(super) struct Filled {
    name: String,
    known: usize,
    open: usize,
    /// Of the open ones, those that a kiosk should have before anybody uses it.
    open_first_day: usize,
    offers: usize,
}

/// One value that a town does not say.
#[derive(Serialize)]
pub(super) struct Open {
    town: String,
    key: &'static str,
    label: &'static str,
    /// A whole right side, with its place in the plan.
    example: String,
    first_day: bool,
}

#[derive(Default)]
pub(super) struct Towns {
    pub(super) counts: BTreeMap<String, Filled>,
    pub(super) open: Vec<Open>,
}

/// Whether what is open is listed, or only counted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Detail {
    Counted,
    Listed,
}

impl Towns {
    /// The file of a town, with what is wrong in it.
    pub(super) fn read(&mut self, id: &str, source: &Source, detail: Detail) -> Vec<Problem> {
        let (town, problems) = Town::read(id, source);
        if let Some(town) = town {
            self.add(&town, detail);
        }
        problems
    }

    /// The towns that the program carries with it, but for those that were read from files; all that is wrong in them.
    pub(super) fn shipped(&mut self) -> Vec<Problem> {
        let mut problems = vec![];
        for (id, text) in config::town_files() {
            problems.extend(Town::read(id, &Source::new(format!("kiosk-config/{id}.toml"), *text)).1);
        }
        for town in towns() {
            self.add(town, Detail::Counted);
        }
        problems
    }

    fn add(&mut self, town: &Town, detail: Detail) {
        let open: Vec<&Wanted> = town.open().collect();
        let filled = Filled {
            name: town.name.plain(),
            known: schema().len() - open.len(),
            open: open.len(),
            open_first_day: open.iter().filter(|wanted| wanted.need == Need::FirstDay).count(),
            offers: town.offers.len(),
        };
        self.counts.insert(town.id.to_string(), filled);
        if detail == Detail::Listed {
            self.open.extend(open.into_iter().map(|wanted| Open {
                town: town.id.to_string(),
                key: &wanted.key,
                label: &wanted.label,
                example: wanted.sourced(),
                first_day: wanted.need == Need::FirstDay,
            }));
        }
    }
}

/// The counts of every town, then what is open in those that were asked about; ＊ marks what the first day needs.
pub(super) fn draw(counts: &BTreeMap<String, Filled>, open: &[Open], common: &Common, tongue: In) {
    for (id, town) in counts {
        let Filled { name, known, open, open_first_day, offers } = town;
        common.print(&match tongue {
            In::English => {
                format!("{id}: {known} values, {open} open ({open_first_day} for the first day), {offers} services")
            }
            In::Japanese | In::Both => {
                format!("{name}（{id}）: 書いた {known}・まだ {open}（はじめの日に いる {open_first_day}）・サービス {offers}")
            }
        });
    }
    for Open { key, label, example, first_day, .. } in open {
        let mark = if *first_day { "＊" } else { "・" };
        common.print(&format!("{mark} {key}  {label}\n    {key} = {example}"));
    }
}
