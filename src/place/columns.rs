//! Which column of this file is what: by its header, by a town's own mapping, and by what the other columns leave open.

use super::{
    Mapping, Used, day,
    flag::{Flag, flag},
    header::{self, Field},
    names,
    sheet::{Row, Sheet},
};
use std::collections::BTreeMap;

pub(super) struct Columns {
    all: Vec<Column>,
    /// Where the one column of each field stands.
    one: BTreeMap<Field, usize>,
    /// Values that a mapping gives to places whose file says nothing.
    constants: BTreeMap<Field, String>,
}

struct Column {
    header: String,
    field: Option<Field>,
}

/// A cell, with the header it stands under.
#[derive(Clone, Copy)]
pub(super) struct Cell<'c> {
    pub(super) column: &'c str,
    pub(super) text: &'c str,
}

/// Fields that several columns may have.
pub(super) const MANY: &[Field] =
    &[Field::Detail, Field::Notes, Field::Day, Field::Sort, Field::HoursNote, Field::Idle];
/// Fields of which a second column is of no use to people.
const ONE: &[Field] = &[
    Field::Lat,
    Field::Lon,
    Field::LatLon,
    Field::LonLat,
    Field::Code,
    Field::PrefectureCode,
    Field::TownCode,
    Field::Id,
    Field::No,
    Field::TownName,
    Field::Prefecture,
    Field::City,
];

impl Columns {
    pub(super) fn new(sheet: &Sheet, mapping: Option<&Mapping>) -> Self {
        let field = |header: &String| match mapping.and_then(|mapping| mapping.field(header)) {
            Some(field) => Some(field),
            // What a mapping gives to another column is not looked for under its usual header.
            None => {
                header::field(header).filter(|field| MANY.contains(field) || !mapping.is_some_and(|m| m.names(*field)))
            }
        };
        let all = sheet.header.iter().map(|header| Column { header: header.clone(), field: field(header) }).collect();
        let constants = mapping.map(|mapping| mapping.constants.clone()).unwrap_or_default();
        let mut columns = Self { all, one: BTreeMap::new(), constants };
        columns.settle_marks(&sheet.rows);
        columns.settle_name();
        columns.settle_dated();
        columns.settle_twice();
        columns
    }

    /// 「指定避難所」 heads a column of marks in one file and the names of shelters in another.
    fn settle_marks(&mut self, rows: &[Row]) {
        let marks = |column: &&mut Column| matches!(column.field, Some(Field::IsShelter | Field::IsEmergencySite));
        let sample = rows.get(..200).unwrap_or(rows);
        for (at, column) in self.all.iter_mut().enumerate().filter(|(_, column)| marks(column)) {
            let texts = sample.iter().filter_map(|row| row.cells.get(at));
            if texts.filter(|text| flag(text) == Flag::Other).count() * 2 > sample.len() {
                column.field = Some(Field::Name);
            }
        }
    }

    /// Lists of AED call the building 「設置場所」 when they have no other name for it.
    fn settle_name(&mut self) {
        if self.all.iter().any(|column| column.field == Some(Field::Name)) {
            return;
        }
        let named = ["設置場所", "設置箇所", "建物名", "shelter"];
        let found = self.all.iter_mut().find(|column| named.contains(&header::key(&column.header).as_str()));
        if let Some(column) = found {
            column.field = Some(Field::Name);
        }
    }

    /// Of several counts only the newest is of use: 人数_1月9日, 人数_1月10日. Those from before are told as not used.
    fn settle_dated(&mut self) {
        let counts = |column: &Column| matches!(column.field, Some(Field::People | Field::Opening));
        let time =
            |column: &Column| Some(column).filter(|column| counts(column)).and_then(|c| day::in_header(&c.header));
        let times: Vec<_> = self.all.iter().map(time).collect();
        let Some(newest) = times.iter().flatten().max().cloned() else { return };
        for field in [Field::People, Field::Opening] {
            let of_newest = |(column, time): (&Column, &Option<String>)| {
                column.field == Some(field) && time.as_ref() == Some(&newest)
            };
            let is_there = self.all.iter().zip(&times).any(of_newest);
            for (column, time) in self.all.iter_mut().zip(&times).filter(|(column, _)| column.field == Some(field)) {
                let old = time.as_ref().map_or(is_there, |time| *time != newest);
                column.field = column.field.filter(|_| !old);
            }
        }
    }

    /// The first of two columns counts; the other is kept under its own header.
    fn settle_twice(&mut self) {
        for (at, column) in self.all.iter_mut().enumerate() {
            let Some(field) = column.field.filter(|field| !MANY.contains(field)) else { continue };
            if let std::collections::btree_map::Entry::Vacant(free) = self.one.entry(field) {
                free.insert(at);
            } else {
                let kept = !ONE.contains(&field) && !matches!(field, Field::Hazard(_));
                column.field = kept.then_some(Field::Detail);
            }
        }
    }

    pub(super) fn has(&self, field: Field) -> bool {
        self.one.contains_key(&field) || self.all.iter().any(|column| column.field == Some(field))
    }

    /// The header of a field, as the file writes it.
    pub(super) fn header(&self, field: Field) -> Option<&str> {
        self.one.get(&field).and_then(|at| self.all.get(*at)).map(|column| column.header.as_str())
    }

    pub(super) fn count(&self, which: impl Fn(Field) -> bool) -> usize {
        self.all.iter().filter(|column| column.field.is_some_and(&which)).count()
    }

    /// Uses a column otherwise than its header says.
    pub(super) fn change(&mut self, from: Field, to: Field) {
        if let Some(at) = self.one.remove(&from)
            && let Some(column) = self.all.get_mut(at)
        {
            column.field = Some(to);
            if !MANY.contains(&to) {
                self.one.entry(to).or_insert(at);
            }
        }
    }

    /// The cell of a field if it says anything, else what the mapping gives to all.
    pub(super) fn cell<'c>(&'c self, row: &'c Row, field: Field) -> Option<Cell<'c>> {
        let own = self.one.get(&field).and_then(|at| self.at(row, *at));
        own.or_else(|| self.constants.get(&field).map(|text| Cell { column: "", text }))
    }

    /// The cells of a field that several columns may have, where they say anything.
    pub(super) fn cells<'c>(&'c self, row: &'c Row, field: Field) -> impl Iterator<Item = Cell<'c>> {
        let columns = self.all.iter().enumerate().filter(move |(_, column)| column.field == Some(field));
        columns.filter_map(|(at, _)| self.at(row, at))
    }

    fn at<'c>(&'c self, row: &'c Row, at: usize) -> Option<Cell<'c>> {
        let (column, text) = (&self.all.get(at)?.header, row.cells.get(at)?);
        (!text.trim().is_empty()).then_some(Cell { column, text })
    }

    /// What each column was taken for.
    pub(super) fn used(&self, not_asked: &[Field]) -> Vec<Used> {
        let used = |field: Field| field != Field::Idle && !not_asked.contains(&field);
        let columns = self.all.iter().filter_map(|column| Some((column, column.field.filter(|field| used(*field))?)));
        columns
            .map(|(column, field)| Used { column: column.header.clone(), field: names::of(field).to_owned() })
            .collect()
    }

    /// Columns with something in them that is in no place.
    pub(super) fn unused(&self, rows: &[Row], not_asked: &[Field]) -> Vec<String> {
        let unused =
            |field: Option<Field>| field.is_none_or(|field| field == Field::Idle || not_asked.contains(&field));
        let filled = |at: usize| rows.iter().any(|row| row.cells.get(at).is_some_and(|cell| !cell.trim().is_empty()));
        let columns = self.all.iter().enumerate().filter(|(at, column)| unused(column.field) && filled(*at));
        columns.map(|(_, column)| column.header.clone()).collect()
    }
}
