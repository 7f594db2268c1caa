//! `engawa place import`: what a file of open data says, what was mended in it, and what could not be taken.

use super::{
    super::{Common, Given, Message, Outcome, Stop, options::Answer},
    kind,
};
use crate::{
    content::{NoReadings, Readings},
    place::{self, Import, Kind, LARGEST, Mapping, Named, Place, Refusal, Repeated, Table, Used},
    reader::{In, Source, Wording, draw},
    store::{Joined, PlaceFile, Store, StoreError},
    voice::FrontEnd,
};
use serde::Serialize;
use std::{
    collections::BTreeMap,
    fs::File,
    io::{self, Read as _},
    path::Path,
};

/// The answer, as docs/CLI.md describes it.
#[derive(Default, Serialize)]
struct Told<'i> {
    kind: Option<Kind>,
    table: Option<Table>,
    rows: usize,
    taken: usize,
    repaired: Vec<Mended<'i>>,
    refused: Vec<Left<'i>>,
    used: &'i [Used],
    unused: &'i [String],
    skipped: &'i [Named],
    repeated: &'i [Repeated],
    joined: Vec<Shared<'i>>,
    places: &'i [Place],
}

#[derive(Serialize)]
struct Mended<'i> {
    row: usize,
    column: &'i str,
    was: &'i str,
    now: &'i str,
    why: &'i str,
}

#[derive(Serialize)]
struct Left<'i> {
    row: usize,
    why: &'i str,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'i str>,
}

/// A row of a table of opening status, and the place of another file that tells it from now on.
#[derive(Serialize)]
struct Shared<'i> {
    row: usize,
    name: &'i str,
    id: &'i str,
}

pub(super) fn run(common: &Common, given: &Given) -> Outcome {
    let paths = given.paths();
    let Some(path) = paths.get(1) else {
        return Err(Stop::usage(
            "engawa place import FILE の 形で つかいます。",
            "the form is: engawa place import FILE",
        ));
    };
    let kind = given.text("kind").map(|text| kind(&text)).transpose()?;
    let mapping = given.path("mapping").map(|path| mapping(common, &path)).transpose()?;
    let name = path.to_string_lossy();
    let read = read(path)?
        .and_then(|bytes| place::import(&name, &bytes, kind, mapping.as_ref()).map(|import| (bytes, import)));
    match &read {
        Ok((bytes, import)) => {
            let joined = keep(common, path, bytes, import)?;
            tell(common, import, &joined)
        }
        Err(refusal) => refuse(common, &name, refusal),
    }
}

/// Keeps the places in `--home`, in place of those that a file of this name brought before; a running kiosk shows them at once. Where
/// nothing could be taken nothing is changed.
fn keep(common: &Common, path: &Path, bytes: &[u8], import: &Import) -> Result<Vec<Joined>, Stop> {
    if import.places.is_empty() {
        return Ok(vec![]);
    }
    let front = common.voice().and_then(|folder| FrontEnd::load(&folder).ok());
    let readings: &dyn Readings = front.as_ref().map_or(&NoReadings, |front| front);
    let source = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let file = PlaceFile { source: &source, made_from: bytes, places: &import.places, read: None };
    let failed = |err: StoreError| {
        Stop::machine(
            format!("場所を しまえません（前の 場所は 残って います）: {err}"),
            format!("cannot keep the places (those from before stay): {err}"),
        )
    };
    Store::put_places_in(&common.home(), common.clock().as_ref(), &file, readings).map_err(failed)
}

/// The bytes of a file that is not too large; its size is looked at first, and nothing else than a file is read.
fn read(path: &Path) -> Result<Result<Vec<u8>, Refusal>, Stop> {
    let shown = path.display();
    let unreadable =
        |err: io::Error| Stop::input(format!("{shown} を 読めません: {err}"), format!("cannot read {shown}: {err}"));
    // Before it is opened: to open a pipe is to wait for whoever writes into it.
    let about = std::fs::metadata(path).map_err(unreadable)?;
    if !about.is_file() {
        return Err(Stop::input(format!("{shown} は ファイルでは ありません。"), format!("{shown} is not a file")));
    }
    if about.len() > LARGEST {
        return Ok(Err(Refusal::too_large(about.len())));
    }
    let file = File::open(path).map_err(unreadable)?;
    let mut bytes = vec![];
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    Ok(Ok(bytes))
}

fn mapping(common: &Common, path: &Path) -> Result<Mapping, Stop> {
    let shown = path.display();
    let bytes = std::fs::read(path)
        .map_err(|err| Stop::input(format!("{shown} を 読めません: {err}"), format!("cannot read {shown}: {err}")))?;
    let (source, mut problems) = Source::read(shown.to_string(), &bytes);
    let (mapping, more) = Mapping::read(&source);
    problems.extend(more);
    for problem in &problems {
        let tongue = if common.lang.is_none() { In::Both } else { tongue(common) };
        let drawn = draw(problem, Some(&source.text), tongue);
        common.note(&drawn, if common.lang.is_none() { "" } else { &drawn });
    }
    if problems.iter().any(crate::reader::Problem::is_error) { Err(Stop::Listed) } else { Ok(mapping) }
}

fn tongue(common: &Common) -> In {
    if common.tongue().is_japanese() { In::Japanese } else { In::English }
}

/// Exit code 1 when nothing at all could be taken: whoever imports in a script keeps what there was.
fn tell(common: &Common, import: &Import, joined: &[Joined]) -> Outcome {
    let tongue = tongue(common);
    match common.answer {
        Answer::Json => common.print_json(&told(import, joined, tongue)),
        Answer::Text => common.print(&written(import, joined, tongue)),
    }
    match import.taken {
        0 => Err(Stop::input("読みこめる 行が ありません。", "there is no row to take")),
        _ => Ok(()),
    }
}

fn told<'i>(import: &'i Import, joined: &'i [Joined], tongue: In) -> Told<'i> {
    let mended = import.repaired.iter().map(|repair| Mended {
        row: repair.row,
        column: &repair.column,
        was: &repair.was,
        now: &repair.now,
        why: repair.why.in_(tongue),
    });
    let left = import.refused.iter().map(|refused| Left { row: refused.row, why: refused.why.in_(tongue), help: None });
    Told {
        kind: Some(import.kind),
        table: Some(import.table),
        rows: import.rows,
        taken: import.taken,
        repaired: mended.collect(),
        refused: left.collect(),
        used: &import.used,
        unused: &import.unused,
        skipped: &import.skipped,
        repeated: &import.repeated,
        joined: joined.iter().map(|Joined { row, name, id }| Shared { row: *row, name, id }).collect(),
        places: &import.places,
    }
}

fn refuse(common: &Common, name: &str, refusal: &Refusal) -> Outcome {
    let tongue = tongue(common);
    if common.answer == Answer::Json {
        let left = Left { row: 0, why: refusal.why.in_(tongue), help: Some(refusal.help.in_(tongue)) };
        common.print_json(&Told { refused: vec![left], ..Told::default() });
    }
    let Refusal { why, help } = refusal;
    Err(Stop::Input(Message::new(
        format!("{name}: {}。{}。", why.ja, help.ja),
        format!("{name}: {}; {}", why.en, help.en),
    )))
}

/// For people at a terminal: the places, then what was done, the same repairs of one column together.
fn written(import: &Import, joined: &[Joined], tongue: In) -> String {
    let say = |ja: &str, en: &str| if tongue == In::English { en.to_owned() } else { ja.to_owned() };
    let mut out: Vec<String> = import.places.iter().map(one).collect();
    let (rows, taken, left) = (import.rows, import.taken, import.refused.len());
    out.push(say(
        &format!("{}: {rows}行の うち {taken}行を 読みこみました。読みこめない 行 {left}", import.kind.japanese()),
        &format!("{}: {taken} of {rows} rows taken, {left} refused", import.kind.name()),
    ));
    if import.table == Table::OpeningStatus {
        let (found, rest) = (joined.len(), taken.saturating_sub(joined.len()));
        out.push(say(
            &format!("避難所の 開設状況の 表です。ほかの ファイルに ある 場所 {found}、この 表だけの 場所 {rest}"),
            &format!("a table of opening status: {found} are places of other files, {rest} stand in this table only"),
        ));
    }
    let mut alike: BTreeMap<(&str, &Wording), Vec<usize>> = BTreeMap::new();
    for repair in &import.repaired {
        alike.entry((&repair.column, &repair.why)).or_default().push(repair.row);
    }
    for ((column, why), rows) in alike {
        let (count, first) = (rows.len(), rows.first().copied().unwrap_or_default());
        out.push(say(
            &format!("  なおした: {column} {}（{count}か所、{first}行目から）", why.in_(tongue)),
            &format!("  mended: {column} {} ({count}, from row {first})", why.in_(tongue)),
        ));
    }
    for refused in &import.refused {
        let (row, why) = (refused.row, refused.why.in_(tongue));
        out.push(say(&format!("  読みこめない: {row}行目 {why}"), &format!("  refused: row {row} {why}")));
    }
    for Repeated { row, of, name } in &import.repeated {
        out.push(say(
            &format!("  {row}行目の「{name}」は {of}行目と 同じ 名前と 場所です"),
            &format!("  row {row}, {name}, has the name and place of row {of}"),
        ));
    }
    for Named { row, text } in import.skipped.iter().filter(|skipped| skipped.row > 0) {
        let text: String = text.chars().take(60).collect();
        out.push(say(
            &format!("  表の 外の ことば: {row}行目「{text}」"),
            &format!("  beside the table: row {row}, {text}"),
        ));
    }
    if !import.unused.is_empty() {
        let columns = import.unused.join("、");
        out.push(say(&format!("  使わなかった 列: {columns}"), &format!("  columns not used: {columns}")));
    }
    out.join("\n")
}

fn one(place: &Place) -> String {
    let at = place.at.map_or_else(|| "－".to_owned(), |at| format!("{:.5},{:.5}", at.lat, at.lon));
    let hazards: Vec<_> = place.hazards.iter().map(|hazard| hazard.name()).collect();
    let texts = [place.id.as_str(), &place.name, &place.address, &place.inside, &at, &hazards.join(" ")];
    texts.iter().filter(|text| !text.is_empty()).copied().collect::<Vec<_>>().join("  ")
}
