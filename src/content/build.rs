//! Builds a pack from files. Everything that is wrong is told; what can be read is in the pack all the same.

use super::{
    Evidence, Guide, Item, Kind, Pack, Phase, Readings, SourceFile, body,
    front::{self, Front, Role},
    glossary, is_id, lists,
    picture::Pictures,
    rubric,
};
use crate::{
    reader::{Problem, both},
    words::{Line, Tongue},
};
use jiff::civil::Date;
use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
    path::Path,
};

/// A guide as it stands in its file, with the place of every line.
pub(super) struct Written {
    pub(super) guide: Guide,
    pub(super) said: Vec<(Line, Range<usize>)>,
    pub(super) acts: Vec<Range<usize>>,
    pub(super) at: Range<usize>,
}

/// Builds content from its files, in whatever order they come. The same files and readings give the same pack.
///
/// A file that can not be read at all is left out of the pack; one with smaller faults is in it. Both are told.
pub fn build(files: &[SourceFile], readings: &dyn Readings) -> (Pack, Vec<Problem>) {
    let mut files: Vec<_> = files.iter().collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let mut builder = Builder { readings, problems: vec![], pack: Pack::default() };
    let mut pictures = Pictures::default();
    let mut folders: BTreeMap<(&str, Kind), Vec<(&str, &SourceFile)>> = BTreeMap::new();
    for file in &files {
        let ending = Path::new(&file.path).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        match (file.path.split('/').collect::<Vec<_>>().as_slice(), ending) {
            (["guides", id, name], "md") => folders.entry((*id, Kind::Guide)).or_default().push((*name, *file)),
            (["faq", id, name], "md") => folders.entry((*id, Kind::Faq)).or_default().push((*name, *file)),
            (["pictures", name], "svg") => {
                file.read(&mut builder.problems, |source, problems| pictures.take(name, source, problems));
            }
            (["synonyms.toml"], _) => builder.pack.synonyms = file.read(&mut builder.problems, lists::synonyms).1,
            (["sources.toml"], _) => builder.pack.credits = file.read(&mut builder.problems, lists::credits).1,
            // Words of the kiosk, and what the rooms of procedures and of the board read.
            // The glossary is read when all that uses its words is there.
            (["words", _], "toml") | (["ui" | "navigators" | "notices", ..] | ["amounts.toml"], _) => {}
            _ => builder.unused(file),
        }
    }
    let mut last = "";
    for ((id, kind), found) in &folders {
        if last == *id {
            builder.twice(id, found);
        } else {
            builder.folder(id, *kind, found, &pictures);
        }
        last = id;
    }
    let shown: BTreeSet<_> =
        builder.pack.items.iter().flat_map(|item| item.guide.pictures()).map(|p| p.name.clone()).collect();
    for name in pictures.names().filter(|name| !shown.contains(*name)) {
        let file = files.iter().find(|file| file.path.strip_prefix("pictures/") == Some(name));
        let message = both("この 絵を 使う 案内が ありません", "no guide shows this picture");
        builder.problems.push(Problem::warning(0..0, message).about(file.map_or(name, |file| &file.name)));
    }
    glossary::add(&mut builder.pack, &files, readings, &mut builder.problems);
    builder.pack.typed = lists::typed(&builder.pack.synonyms, readings);
    builder.pack.items.sort_by(|a, b| key(&a.guide).cmp(&key(&b.guide)));
    (builder.pack, builder.problems)
}

fn key(guide: &Guide) -> (u16, Kind, &str, &Tongue) {
    (guide.order, guide.kind, &guide.id, &guide.tongue)
}

/// Guides that should have been compared with their evidence again before `today`.
pub fn overdue(pack: &Pack, files: &[SourceFile], today: Date) -> Vec<Problem> {
    let late = pack.items.iter().map(|item| &item.guide).filter(|guide| guide.is_overdue(today));
    late.map(|guide| {
        let path = super::path(guide);
        let name = files.iter().find(|file| file.path == path).map_or(&path, |file| &file.name);
        let (by, checked) = (guide.recheck, guide.checked);
        let message = both(
            format!("{by}までに たしかめなおす やくそくでした（前は {checked}）"),
            format!("it was to be checked again by {by} (last on {checked})"),
        );
        let help = both(
            "もとの 資料と くらべて、checked を 今日に してください",
            "compare it with its sources, then set `checked` to today",
        );
        Problem::warning(0..0, message).help(help).about(name)
    })
    .collect()
}

struct Builder<'r> {
    readings: &'r dyn Readings,
    problems: Vec<Problem>,
    pack: Pack,
}

impl Builder<'_> {
    fn unused(&mut self, file: &SourceFile) {
        let message = both("この ファイルは 使われません", "this file is not used");
        let help = both(
            "置く 場所: guides/<id>/ja.md、faq/<id>/ja.md、pictures/<名前>.svg、words/<ことば>.toml、synonyms.toml、sources.toml、ui/<ことば>/*.ftl",
            "places: guides/<id>/ja.md, faq/<id>/ja.md, pictures/<name>.svg, words/<tongue>.toml, synonyms.toml, sources.toml, ui/<tongue>/*.ftl",
        );
        self.problems.push(Problem::warning(0..0, message).help(help).about(&file.name));
    }

    fn twice(&mut self, id: &str, found: &[(&str, &SourceFile)]) {
        let message = both(format!("「{id}」という 名前が 2つ あります"), format!("there are two called \"{id}\""));
        let help = both("guides と faq で べつの 名前に してください", "guides and faq need different names");
        self.about(found, Problem::error(0..0, message).help(help));
    }

    fn about(&mut self, found: &[(&str, &SourceFile)], problem: Problem) {
        let first = found.first().map_or("", |(_, file)| file.name.as_str());
        self.problems.push(problem.about(first));
    }

    /// One guide in all its tongues.
    fn folder(&mut self, id: &str, kind: Kind, found: &[(&str, &SourceFile)], pictures: &Pictures<'_>) {
        if !is_id(id) {
            let message = both(format!("「{id}」は 名前に 使えません"), format!("\"{id}\" is not a name"));
            let help = both("a-z、0-9、- だけを 使ってください", "use only a-z, 0-9 and -");
            self.about(found, Problem::error(0..0, message).help(help));
            return;
        }
        let Some((_, file)) = found.iter().find(|(name, _)| *name == "ja.md") else {
            let message = both("ja.md が ありません", "ja.md is missing");
            let help = both("もとの 文は 日本語（ja.md）で 書きます", "the original is written in Japanese, in ja.md");
            self.about(found, Problem::error(0..0, message).help(help));
            return;
        };
        let original = self.file(file, id, kind, &Tongue::JA, None, pictures);
        for (name, file) in found.iter().filter(|(name, _)| *name != "ja.md") {
            match name.strip_suffix(".md").and_then(Tongue::parse) {
                Some(tongue) => {
                    self.file(file, id, kind, &tongue, original.as_ref(), pictures);
                }
                None => self.unused(file),
            }
        }
    }

    /// One file; gives the guide, which is in the pack by then.
    fn file(
        &mut self,
        file: &SourceFile,
        id: &str,
        kind: Kind,
        tongue: &Tongue,
        original: Option<&Guide>,
        pictures: &Pictures<'_>,
    ) -> Option<Guide> {
        let readings = self.readings;
        let (_, guide) = file.read(&mut self.problems, |source, problems| {
            let parts = front::divide(&source.text, problems)?;
            let role = if *tongue == Tongue::JA { Role::Original } else { Role::Translation };
            let front = front::read(&parts, id, role, problems);
            let (text, offset) = parts.body;
            let body = body::read(text, offset, pictures, problems);
            let written = assemble(front, body, (id, kind, tongue), original)?;
            rubric::check(&written, readings, problems);
            if let Some(original) = original {
                rubric::compare(original, &written, problems);
            }
            Some(written.guide)
        });
        let guide = guide?;
        self.pack.items.push(item(guide.clone(), readings));
        Some(guide)
    }
}

/// Where nothing is said about the order on a shelf.
const ORDER: u16 = 500;

/// Puts both parts of a file together; what a translation leaves out is that of the original. `None` when it has no title, or was never
/// checked.
fn assemble(front: Front, body: body::Body, name: (&str, Kind, &Tongue), original: Option<&Guide>) -> Option<Written> {
    let (id, kind, tongue) = name;
    let mut said = vec![];
    for line in [&front.title, &front.lead, &front.ask].into_iter().flatten() {
        said.push((line.value.clone(), line.span.clone()));
    }
    said.extend(body.said);
    let line = |line: Option<crate::reader::Spanned<Line>>| line.map(|line| line.value).unwrap_or_default();
    let checked = front.checked.map(|checked| checked.value).or_else(|| original.map(|guide| guide.checked))?;
    let or = |own: Vec<String>, of: fn(&Guide) -> &Vec<String>| match original {
        Some(guide) if own.is_empty() => of(guide).clone(),
        _ => own,
    };
    let guide = Guide {
        kind,
        id: id.to_owned(),
        tongue: tongue.clone(),
        groups: or(front.groups, |guide| &guide.groups),
        order: front.order.or(original.map(|guide| guide.order)).unwrap_or(ORDER),
        phase: front.phase.or(original.map(|guide| guide.phase)).unwrap_or(Phase::Always),
        icon: Some(front.icon)
            .filter(|icon| !icon.is_empty())
            .or(original.map(|guide| guide.icon.clone()))
            .unwrap_or_default(),
        title: front.title?.value,
        lead: line(front.lead),
        ask: line(front.ask),
        blocks: body.blocks,
        tags: or(front.tags, |guide| &guide.tags),
        source: if front.source.is_empty() {
            original.map(|guide| guide.source.clone()).unwrap_or_default()
        } else {
            front.source
        },
        evidence: front.evidence.or(original.map(|guide| guide.evidence.clone())).unwrap_or(Evidence::NotVerified),
        checked,
        recheck: front.recheck.or(original.map(|guide| guide.recheck)).unwrap_or(checked),
        reviewed: *tongue == Tongue::JA || front.reviewed.unwrap_or(false),
        tender: front.tender || original.is_some_and(|guide| guide.tender),
        see: if front.see.is_empty() { original.map(|guide| guide.see.clone()).unwrap_or_default() } else { front.see },
        words: vec![],
    };
    Some(Written { guide, said, acts: body.acts, at: front.at })
}

/// Adds the readings that the author left out, and what search finds it by.
pub(super) fn item(guide: Guide, readings: &dyn Readings) -> Item {
    if !guide.tongue.is_japanese() {
        return Item { guide, kana: String::new() };
    }
    let guide = guide.map_lines(&|line| readings.ruby(line));
    let read = |line: &Line| {
        let spoken = line.spoken();
        if spoken.chars().any(crate::words::is_kanji) { readings.kana(&line.plain()) } else { spoken }
    };
    let lines = guide.lines().into_iter().map(read);
    let tags = guide.tags.iter().map(|tag| readings.kana(tag));
    let kana = lines.chain(tags).collect::<Vec<_>>().join("\n");
    Item { guide, kana }
}
