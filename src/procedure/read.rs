//! Reads navigators and sums from files: every problem of every file in one run, each at its very word. A navigator with a fault is left out, and the
//! others go on.

mod amounts;
mod file;
mod names;

use super::{Amount, Navigator};
use crate::{
    content::{Needed, Readings, SourceFile, is_short_id, read_translation},
    reader::{Problem, both},
    words::Tongue,
};
use jiff::civil::Date;
use std::collections::BTreeMap;

const FOLDER: &str = "navigators";
const AMOUNTS: &str = "amounts.toml";

/// Whether a file below `content/` is read here.
pub fn is_ours(path: &str) -> bool {
    path == AMOUNTS || path.split('/').next() == Some(FOLDER)
}

/// The original of a navigator and its translations.
#[derive(Default)]
struct Found<'f> {
    original: Option<&'f SourceFile>,
    translations: Vec<(Tongue, &'f SourceFile)>,
}

/// Reads what is ours of the files of a content folder, in whatever order they come. The same files and readings give the same navigators.
pub fn read(files: &[SourceFile], readings: &dyn Readings) -> (Vec<Navigator>, Vec<Problem>) {
    let mut files: Vec<_> = files.iter().filter(|file| is_ours(&file.path)).collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let mut reader = Reader { readings, problems: vec![], amounts: BTreeMap::new() };
    let mut found = BTreeMap::<&str, Found<'_>>::new();
    for file in files {
        match file.path.split('/').collect::<Vec<_>>().as_slice() {
            [AMOUNTS] => reader.amounts(file),
            [FOLDER, name] if place(name, file, &mut found) => {}
            _ => reader.unused(file),
        }
    }
    let mut out: Vec<_> = found.iter().filter_map(|(id, found)| reader.navigator(id, found)).collect();
    out.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
    (out, reader.problems)
}

fn place<'f>(name: &'f str, file: &'f SourceFile, found: &mut BTreeMap<&'f str, Found<'f>>) -> bool {
    let Some(stem) = name.strip_suffix(".toml") else { return false };
    let (id, tag) = stem.split_once('.').map_or((stem, None), |(id, tag)| (id, Some(tag)));
    if !is_short_id(id) {
        return false;
    }
    match tag.map(Tongue::parse) {
        None => found.entry(id).or_default().original = Some(file),
        Some(Some(tongue)) => found.entry(id).or_default().translations.push((tongue, file)),
        Some(None) => return false,
    }
    true
}

struct Reader<'r> {
    readings: &'r dyn Readings,
    problems: Vec<Problem>,
    amounts: BTreeMap<String, Amount>,
}

impl Reader<'_> {
    fn unused(&mut self, file: &SourceFile) {
        let message = both("この ファイルは 使われません", "this file is not used");
        let help = both(
            "置く 場所: navigators/<id>.toml、それに .en などを つけた 訳、amounts.toml",
            "places: navigators/<id>.toml, translations such as navigators/<id>.en.toml, amounts.toml",
        );
        self.problems.push(Problem::warning(0..0, message).help(help).about(&file.name));
    }

    fn amounts(&mut self, file: &SourceFile) {
        let (_, amounts) = file.read(&mut self.problems, amounts::read);
        self.amounts = amounts.into_iter().map(|amount| (amount.id.clone(), amount)).collect();
    }

    fn navigator(&mut self, id: &str, found: &Found<'_>) -> Option<Navigator> {
        let Some(file) = found.original else {
            let message = both("もとの ファイルが ありません", "there is no original of this translation");
            let alone = found.translations.iter();
            self.problems.extend(alone.map(|(_, file)| Problem::error(0..0, message.clone()).about(&file.name)));
            return None;
        };
        let (readings, amounts) = (self.readings, &self.amounts);
        let (_, draft) = file.read(&mut self.problems, |source, problems| {
            let draft = file::read(id, source, problems)?;
            names::check(&draft, amounts, readings, problems)?;
            Some(draft)
        });
        let draft = draft?;
        let mut navigator = draft.navigator;
        let own = navigator.named_amounts().into_iter().filter_map(|name| self.amounts.get_key_value(&name));
        navigator.amounts = own.map(|(name, amount)| (name.clone(), amount.clone())).collect();
        let originals: Vec<String> = draft.notes.said.iter().map(|(line, _)| line.plain()).collect();
        for (tongue, file) in &found.translations {
            let (_, translation) = file.read(&mut self.problems, |source, problems| {
                read_translation(source, tongue, &originals, Needed::All, readings, problems)
            });
            for said in navigator.said_mut() {
                said.translate(tongue, &|line| translation.find(line));
            }
            navigator.reviewed.push((tongue.clone(), translation.reviewed));
        }
        for said in navigator.said_mut() {
            said.map_japanese(&|line| readings.ruby(line));
        }
        Some(navigator)
    }
}

/// Navigators, cards and sums that should have been compared with their evidence again before `today`.
pub fn overdue(navigators: &[Navigator], files: &[SourceFile], today: Date) -> Vec<Problem> {
    let mut out = vec![];
    let mut tell = |path: &str, what: &str, facts: &crate::content::Facts| {
        if !facts.are_overdue(today) {
            return;
        }
        let name = files.iter().find(|file| file.path == path).map_or(path, |file| file.name.as_str());
        let (by, checked) = (facts.recheck, facts.checked);
        let message = both(
            format!("{what}: {by}までに たしかめなおす やくそくでした（前は {checked}）"),
            format!("{what}: it was to be checked again by {by} (last on {checked})"),
        );
        let help = both(
            "法律や 役所の ページと くらべて、checked を 今日に してください",
            "compare it with its sources, then set `checked` to today",
        );
        out.push(Problem::warning(0..0, message).help(help).about(name));
    };
    let mut sums = BTreeMap::new();
    for navigator in navigators {
        let path = format!("{FOLDER}/{}.toml", navigator.id);
        tell(&path, &navigator.id, &navigator.facts);
        for card in &navigator.cards {
            card.facts.iter().for_each(|facts| tell(&path, &card.id, facts));
        }
        sums.extend(navigator.amounts.iter());
    }
    for (id, amount) in sums {
        tell(AMOUNTS, id, &amount.facts);
    }
    out
}
