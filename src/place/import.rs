//! A whole file: bytes in; places and everything that was done to get them out.

use super::{
    Import, Kind, Mapping, Place, Refusal, Refused, Repair, Table,
    columns::Columns,
    day, decode, guess,
    header::{self, Field},
    ids, json,
    row::{Reading, Rows},
    sheet::{self, Row, Sheet},
};
use crate::reader::{Wording, both};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Reads a file of open data. `name` is that of the file, which may tell the kind of its places where the headers do not; `kind` is what
/// somebody says it is. Nothing is read from anywhere else, and no bytes make it panic or take long.
pub fn import(name: &str, bytes: &[u8], kind: Option<Kind>, mapping: Option<&Mapping>) -> Result<Import, Refusal> {
    let (text, converted) = decode::decode(bytes)?;
    let sheet = if decode::is_json(&text) {
        json::read(&text)?
    } else {
        let known = |cell: &str| mapping.and_then(|mapping| mapping.field(cell)).or_else(|| header::field(cell));
        sheet::read(&text, &known)?
    };
    drop(text);
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let titles = sheet.skipped.iter().filter(|title| sheet.header.is_empty() || title.row <= sheet.header_row);
    let around: Vec<&str> = titles.map(|title| title.text.as_str()).chain([file]).collect();
    if sheet.header.is_empty() {
        return Err(guess::headless(&around));
    }
    if let Some(missing) = mapping.and_then(|mapping| without(mapping, &sheet)) {
        return Err(missing);
    }
    let mut columns = Columns::new(&sheet, mapping);
    let asked = kind.or(mapping.and_then(|mapping| mapping.kind));
    let (kind, table) =
        guess::table(&guess::Seen { columns: &columns, header: &sheet.header, around: &around, asked })?;
    if !guess::can_be_placed(&columns, table) {
        return Err(guess::no_places());
    }
    settle(&mut columns, kind);
    Ok(read(sheet, &columns, kind, table, converted))
}

/// A mapping that names columns which are not there is for another file.
fn without(mapping: &Mapping, sheet: &Sheet) -> Option<Refusal> {
    let missing = mapping.missing(&sheet.header).join("、");
    (!missing.is_empty()).then(|| {
        Refusal::new(
            both(
                format!("対応表の 列が ファイルに ありません: {missing}"),
                format!("columns of the mapping are not in the file: {missing}"),
            ),
            both(
                "対応表（--mapping）を この ファイルの 見出しに 合わせてください",
                "bring the mapping in line with the headers of this file",
            ),
        )
    })
}

/// One column of marks alone says of one kind of shelter that it is the other kind too.
fn settle(columns: &mut Columns, kind: Kind) {
    let marks = (columns.has(Field::IsEmergencySite), columns.has(Field::IsShelter));
    match (kind, marks) {
        (Kind::EmergencySite, (false, true)) => columns.change(Field::IsShelter, Field::AlsoOther),
        (Kind::Shelter, (true, false)) => columns.change(Field::IsEmergencySite, Field::AlsoOther),
        (Kind::EmergencySite | Kind::Shelter, (true, true)) => {}
        _ => {
            columns.change(Field::IsShelter, Field::Detail);
            columns.change(Field::IsEmergencySite, Field::Detail);
        }
    }
}

fn read(sheet: Sheet, columns: &Columns, kind: Kind, table: Table, converted: Option<Repair>) -> Import {
    let not_asked: &[Field] = match table {
        Table::Places => &[Field::AsOf, Field::People, Field::Opening, Field::OpenedAt, Field::ClosedAt],
        Table::OpeningStatus => &[],
    };
    let (used, unused) = (columns.used(not_asked), columns.unused(&sheet.rows, not_asked));
    let as_of = time_of(&sheet, columns, table);
    let mut import = Import {
        kind,
        table,
        rows: sheet.rows.len(),
        taken: 0,
        places: vec![],
        repaired: converted.into_iter().chain(as_of.clone()).collect(),
        refused: vec![],
        used,
        unused,
        skipped: sheet.skipped,
        repeated: vec![],
    };
    let as_of = as_of.map(|repair| repair.now).unwrap_or_default();
    let rows = Rows { columns, kind, table, as_of: &as_of };
    let mut seen = HashMap::new();
    let mut found = vec![];
    for row in &sheet.rows {
        let first = *seen.entry(&row.cells).or_insert(row.number);
        let mut reading = Reading::new(&rows, row);
        let places = if first == row.number { reading.places() } else { Err(again(first)) };
        match places {
            Ok(places) => {
                import.taken += 1;
                found.extend(places.into_iter().map(|place| (row, place)));
                import.repaired.append(&mut reading.repaired);
            }
            Err(why) => import.refused.push(Refused { row: row.number, why }),
        }
    }
    same_town(columns, &mut found, &mut import.repaired);
    import.repeated = ids::repeated(&found);
    import.places = ids::give(columns, found, &mut import.repaired);
    import.repaired.sort_by_key(|repair| repair.row);
    import
}

fn again(first: usize) -> Wording {
    both(format!("{first}行目と まったく 同じです"), format!("exactly the same as row {first}"))
}

/// One time for all rows, and how it was written: in the header (人数_令和6年1月9日午後6時時点), else in a title above it.
fn time_of(sheet: &Sheet, columns: &Columns, table: Table) -> Option<Repair> {
    if table == Table::Places {
        return None;
    }
    let headers = [Field::People, Field::Opening].into_iter().filter_map(|field| columns.header(field));
    let headers = headers.map(|header| (sheet.header_row, header, header));
    let titles = sheet.skipped.iter().filter(|title| title.row < sheet.header_row && !columns.has(Field::AsOf));
    let titles = titles.map(|title| (title.row, "", title.text.as_str()));
    let dated = |(row, column, text)| Some((row, column, text, day::in_header(text)?));
    let (row, column, was, now) = headers.chain(titles).find_map(dated)?;
    let why = both("見出しの 時点を 西暦に しました", "the time in the header was written as year-month-day");
    Some(Repair { row, column: column.to_owned(), was: was.to_owned(), now, why })
}

/// Where every code that is right is the same, the rows without one are of that town too.
fn same_town(columns: &Columns, found: &mut [(&Row, Place)], repaired: &mut Vec<Repair>) {
    let codes: BTreeSet<String> =
        found.iter().map(|(_, place)| place.town.clone()).filter(|code| !code.is_empty()).collect();
    let (Some(code), 1) = (codes.first(), codes.len()) else { return };
    let field = if columns.has(Field::TownCode) { Field::TownCode } else { Field::Code };
    let column = columns.header(field).unwrap_or_default().to_owned();
    let mut mended = BTreeMap::new();
    for (row, place) in found.iter_mut().filter(|(_, place)| place.town.is_empty()) {
        place.town.clone_from(code);
        let was = columns.cell(row, field).map(|cell| cell.text.to_owned()).unwrap_or_default();
        mended.insert(row.number, was);
    }
    repaired.retain(|repair| repair.column != column || !mended.contains_key(&repair.row));
    repaired.extend(mended.into_iter().map(|(row, was)| {
        let why = both("ほかの 行と 同じ 市区町村コードに しました", "the code of the town that all other rows have");
        Repair { row, column: column.clone(), was, now: code.clone(), why }
    }));
}
